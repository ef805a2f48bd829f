import { HAMKKE_NURI_MALL, SOCIAL_ECONOMY, yearOf } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { today } from './date-format';
import { useLanguage } from './language';
import { purchaseWords } from './purchase-messages';
import { useMay } from './session';
import { schemesQuery } from './years';

export interface Books {
  /** false until the years are known; nothing need be asked before that */
  readonly ready: boolean;
  /** years with books, the latest first; never empty */
  readonly years: readonly number[];
  /** the latest year that has begun, of those with books */
  readonly latest: number;
  /** the schemes of a year, main scheme first; the two that always exist where nothing else is known */
  readonly schemesOf: (year: number) => readonly { readonly code: string; readonly name: string }[];
}

/** Which years and schemes of an institution there are to choose from; null = of all that the person sees. */
export function useBooks(institutionId: string | null): Books {
  const may = useMay();
  const { language } = useLanguage();
  const allowed = may('policy:read');
  const { data, isPending } = useQuery({ ...schemesQuery, enabled: allowed });
  const thisYear = yearOf(today());
  const schemes = (data?.items ?? []).filter(
    (scheme) => institutionId === null || scheme.institutionId === institutionId,
  );
  const kept = [...new Set(schemes.map((scheme) => scheme.fiscalYear))].sort((a, b) => b - a);
  const years = kept.length > 0 ? kept : [thisYear, thisYear - 1];
  return {
    ready: !allowed || !isPending,
    years,
    latest: years.find((year) => year <= thisYear) ?? thisYear,
    schemesOf: (year) => {
      // The two that always exist are called in the reader's language, the others as the institution named them.
      const found = new Map<string, string>([
        [SOCIAL_ECONOMY, purchaseWords[language].scheme_social_economy],
        [HAMKKE_NURI_MALL, purchaseWords[language].scheme_hamkke_nuri_mall],
      ]);
      for (const scheme of schemes)
        if (scheme.fiscalYear === year && !found.has(scheme.code)) found.set(scheme.code, scheme.name);
      return [...found].map(([code, name]) => ({ code, name }));
    },
  };
}
