import { CERTIFIED_ONLY, HAMKKE_NURI_MALL, SOCIAL_ECONOMY, type MoneyUnit } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { useMessages } from '../../lib/language';
import { showKrw } from '../../lib/money-format';
import { purchaseWords } from '../../lib/purchase-messages';
import { useMay } from '../../lib/session';
import { schemesQuery } from '../../lib/years';
import type { SchemeDifference } from './api';
import './recounts.css';

/** The three that always exist in the reader's language; others as the institution named them. */
function useSchemeName(): (code: string) => string {
  const word = useMessages(purchaseWords);
  const may = useMay();
  const { data } = useQuery({ ...schemesQuery, enabled: may('policy:read') });
  return (code) => {
    if (code === SOCIAL_ECONOMY) return word('scheme_social_economy');
    if (code === HAMKKE_NURI_MALL) return word('scheme_hamkke_nuri_mall');
    if (code === CERTIFIED_ONLY) return word('scheme_certified_only');
    return data?.items.find((scheme) => scheme.code === code)?.name ?? code;
  };
}

interface SchemeDifferencesProps {
  readonly differences: readonly SchemeDifference[];
  readonly unit: MoneyUnit;
}

/** By how much each scheme changes: schemes are never added up. */
export function SchemeDifferences({ differences, unit }: SchemeDifferencesProps) {
  const nameOf = useSchemeName();
  return (
    <span className="recount-lines">
      {inOrder(differences).map(({ scheme, krw }) => (
        <span key={scheme} className="recount-difference">
          <span>{nameOf(scheme)}</span>
          <span className="recount-difference__figure">{signed(krw, unit)}</span>
        </span>
      ))}
    </span>
  );
}

/** The main scheme first, the subtotal of certified enterprises last. */
function inOrder(differences: readonly SchemeDifference[]): readonly SchemeDifference[] {
  const place = ({ scheme }: SchemeDifference) =>
    scheme === SOCIAL_ECONOMY ? 0 : scheme === CERTIFIED_ONLY ? 2 : 1;
  return [...differences].sort((a, b) => place(a) - place(b));
}

function signed(krw: number, unit: MoneyUnit): string {
  return krw > 0 ? `+${showKrw(krw, unit)}` : showKrw(krw, unit);
}
