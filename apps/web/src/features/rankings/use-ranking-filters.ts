import { isDay, SOCIAL_ECONOMY } from '@ieum/domain';
import { useQuery } from '@tanstack/react-query';
import { institutionsQuery } from '../../lib/institution-queries';
import { useBooks } from '../../lib/scheme-queries';
import { useMay, useSession } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import { publishedQuery, type RankingOrder, type RankingQuestion } from './api';

const STATE = {
  scope: '',
  institutionId: '',
  fiscalYear: '',
  scheme: SOCIAL_ECONOMY,
  order: 'rate',
  within: 'group',
  asOf: '',
  unit: 'thousand_won',
  view: 'picture',
} as const;

export type FilterState = { readonly [Key in keyof typeof STATE]: string };
interface Choice {
  readonly id: string;
  readonly name: string;
}

export interface RankingFilters {
  readonly state: FilterState;
  readonly change: (patch: Partial<FilterState>) => void;
  readonly ready: boolean;
  readonly scope: 'departments' | 'districts';
  readonly order: RankingOrder;
  readonly year: number;
  readonly years: readonly number[];
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  /** null = not chosen yet */
  readonly institutionId: string | null;
  /** empty = nothing to choose: the own one */
  readonly institutions: readonly Choice[];
  readonly question: RankingQuestion;
}

/** What is asked for, from the address. Who sees no live ranking chooses among those that were published. */
export function useRankingFilters(): RankingFilters {
  const { user } = useSession();
  const may = useMay();
  const readsLive = may('ranking:read');
  const [state, change] = useUrlState(STATE);
  const published = useQuery({ ...publishedQuery, enabled: !readsLive });
  const registered = useQuery({
    ...institutionsQuery,
    enabled: readsLive && user?.institutionId === null,
  });
  const listed = published.data?.items ?? [];
  const institutions = readsLive
    ? (registered.data?.items ?? []).map(({ id, name }) => ({ id, name }))
    : uniqueInstitutions(listed);

  const scope = scopeOf(
    state.scope,
    !readsLive
      ? listed[0]?.scope
      : user?.institutionId || !may('district-ranking:read')
        ? 'departments'
        : 'districts',
  );
  const chosen = /^[0-9a-f-]{36}$/i.test(state.institutionId) ? state.institutionId : null;
  const institutionId = user?.institutionId ?? chosen ?? (readsLive ? null : (institutions[0]?.id ?? null));
  const books = useBooks(scope === 'districts' ? null : institutionId);
  const ofPublished = listed.filter(
    (one) => one.scope === scope && (scope === 'districts' || one.institutionId === institutionId),
  );
  const publishedYears = [...new Set(ofPublished.map((one) => one.fiscalYear))].sort((a, b) => b - a);
  const years = !readsLive && publishedYears.length > 0 ? publishedYears : books.years;
  const latest = !readsLive ? (publishedYears[0] ?? books.latest) : books.latest;
  const year = /^\d{4}$/.test(state.fiscalYear) ? Number(state.fiscalYear) : latest;
  const order = (['rate', 'amount', 'growth'] as const).find((one) => one === state.order) ?? 'rate';
  const question: RankingQuestion = {
    scope,
    fiscalYear: year,
    order,
    scheme: /^[a-z][a-z0-9_]{1,39}$/.test(state.scheme) ? state.scheme : SOCIAL_ECONOMY,
    ...(scope === 'departments' && institutionId !== null ? { institutionId } : {}),
    ...(isDay(state.asOf) ? { asOf: state.asOf } : {}),
  };
  return {
    state,
    change,
    ready: readsLive ? books.ready : !published.isPending,
    scope,
    order,
    year,
    years: years.includes(year) ? years : [year, ...years],
    schemes: books.schemesOf(year),
    institutionId,
    institutions: user !== null && user.institutionId !== null ? [] : institutions,
    question,
  };
}

function scopeOf(
  text: string,
  fallback: 'departments' | 'districts' | undefined,
): 'departments' | 'districts' {
  return (['departments', 'districts'] as const).find((one) => one === text) ?? fallback ?? 'departments';
}

function uniqueInstitutions(
  listed: readonly { readonly institutionId: string | null; readonly institutionName: string | null }[],
): Choice[] {
  const found = new Map<string, string>();
  for (const { institutionId, institutionName } of listed) {
    if (institutionId !== null) found.set(institutionId, institutionName ?? '–');
  }
  return [...found].map(([id, name]) => ({ id, name }));
}
