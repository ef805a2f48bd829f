import { yearOf, type CountingPolicy, type Scheme } from '@ieum/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from './api';
import { today } from './date-format';
import { mayUse, useSession } from './session';
import { unwrap } from './unwrap';

const FRESH_MS = 300_000;

/** How each year counts; who sees one institution gets its years, who sees all gets all. */
export const countingPoliciesQuery = queryOptions({
  queryKey: ['counting-policies', 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/counting-policies', { signal })),
  staleTime: FRESH_MS,
});

export const schemesQuery = queryOptions({
  queryKey: ['schemes', 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/schemes', { signal })),
  staleTime: FRESH_MS,
});

export interface Years {
  /** years that were opened, the latest first; never empty */
  readonly years: readonly number[];
  /** what a screen shows that was opened without a year: this year once it was opened, or the latest one */
  readonly current: number;
  readonly loading: boolean;
}

/** For a reader without an account, who may not ask which years were opened: all since the first. */
export function useYears(): Years {
  const { user } = useSession();
  const mayAsk = mayUse(user, 'policy:read');
  const { data, isPending } = useQuery({ ...countingPoliciesQuery, enabled: mayAsk });
  const thisYear = yearOf(today());
  const opened = [...new Set(data?.items.map((policy) => policy.fiscalYear) ?? [])].sort((a, b) => b - a);
  const years = opened.length === 0 ? yearsUntil(thisYear) : opened;
  const current = years.includes(thisYear) ? thisYear : (years[0] ?? thisYear);
  return { years, current, loading: mayAsk && isPending };
}

/** The first year that the offices keep figures of. */
const FIRST_YEAR = 2015;

/** The latest first. */
export function yearsUntil(last: number): readonly number[] {
  return Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => last - index);
}

export interface CountingYear {
  readonly policy: CountingPolicy;
  readonly schemes: readonly Scheme[];
}

/** What decides whether a purchase of that year counts; null while it is not known or the year was not opened. */
export function useCountingYear(
  institutionId: string | null,
  fiscalYear: number | null,
): CountingYear | null {
  const policies = useQuery(countingPoliciesQuery);
  const schemes = useQuery(schemesQuery);
  const isOfYear = (one: { readonly institutionId: string; readonly fiscalYear: number }) =>
    one.institutionId === institutionId && one.fiscalYear === fiscalYear;
  const policy = policies.data?.items.find(isOfYear);
  if (policy === undefined || schemes.data === undefined) return null;
  return { policy, schemes: schemes.data.items.filter(isOfYear) };
}
