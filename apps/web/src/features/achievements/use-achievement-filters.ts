import { isDay, SOCIAL_ECONOMY } from '@ieum/domain';
import { useBooks, type Books } from '../../lib/scheme-queries';
import { useUser } from '../../lib/session';
import { useUrlState } from '../../lib/use-url-state';
import type { ReportQuestion } from './api';

const STATE = {
  institutionId: '',
  fiscalYear: '',
  scheme: SOCIAL_ECONOMY,
  asOf: '',
  pace: 'linear',
  unit: 'thousand_won',
  view: 'picture',
} as const;

export type FilterState = { readonly [Key in keyof typeof STATE]: string };

export interface AchievementFilters {
  readonly state: FilterState;
  readonly change: (patch: Partial<FilterState>) => void;
  readonly books: Books;
  readonly year: number;
  /** null = all institutions that the person sees */
  readonly institutionId: string | null;
  readonly choosesInstitution: boolean;
  readonly question: ReportQuestion;
}

/** What the page asks for, from the address; whatever somebody broke in it falls back to the default. */
export function useAchievementFilters(): AchievementFilters {
  const user = useUser();
  const [state, change] = useUrlState(STATE);
  const choosesInstitution = user.institutionId === null;
  const chosen = /^[0-9a-f-]{36}$/i.test(state.institutionId) ? state.institutionId : null;
  const institutionId = user.institutionId ?? chosen;
  const books = useBooks(institutionId);
  const year = /^\d{4}$/.test(state.fiscalYear) ? Number(state.fiscalYear) : books.latest;
  const question: ReportQuestion = {
    fiscalYear: year,
    scheme: /^[a-z][a-z0-9_]{1,39}$/.test(state.scheme) ? state.scheme : SOCIAL_ECONOMY,
    groupBy: institutionId === null ? 'institution' : 'department',
    pace: state.pace === 'last_year' ? 'last_year' : 'linear',
    ...(institutionId === null ? {} : { institutionId }),
    ...(isDay(state.asOf) ? { asOf: state.asOf } : {}),
  };
  return { state, change, books, year, institutionId, choosesInstitution, question };
}
