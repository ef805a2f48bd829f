import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Cycle } from '../../lib/cycle-queries';
import { useMessages } from '../../lib/language';
import { purchaseWords } from '../../lib/purchase-messages';
import { schemesQuery } from './api';

/** Every scheme of a year: its two own ones first, with the reader's words; others as the institution named them. */
export function useSchemes(cycle: Pick<Cycle, 'institutionId' | 'fiscalYear'>) {
  const words = useMessages(purchaseWords);
  const { data } = useQuery(schemesQuery(cycle.institutionId, cycle.fiscalYear));
  const nameOf = useCallback(
    (code: string) => {
      if (code === SOCIAL_ECONOMY) return words('scheme_social_economy');
      if (code === HAMKKE_NURI_MALL) return words('scheme_hamkke_nuri_mall');
      return data?.items.find((one) => one.code === code)?.name ?? code;
    },
    [data, words],
  );
  return { nameOf };
}

const FIRST = [SOCIAL_ECONOMY, HAMKKE_NURI_MALL];

export function orderSchemes(codes: Iterable<string>): string[] {
  const known = new Set(codes);
  return [
    ...FIRST.filter((code) => known.has(code)),
    ...[...known].filter((code) => !FIRST.includes(code)).sort(),
  ];
}
