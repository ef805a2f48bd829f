import { MATCH_STAGES, SUPPORT_KINDS, yearOf } from '@ieum/domain';
import { today } from '../../lib/date-format';
import type { MatchFilter } from './api';

/** What the board and the list keep in the address; '' = all. */
export const MATCH_FILTERS = {
  year: '',
  q: '',
  stage: '',
  supportKind: '',
  institutionId: '',
  departmentId: '',
  mine: '',
  view: 'board',
  unit: 'won',
} as const;
export type MatchFilters = { readonly [Key in keyof typeof MATCH_FILTERS]: string };

const ID = /^[0-9a-f-]{36}$/i;
export const FIRST_YEAR = 2015;
/** Beside the years: whatever the year. */
export const ALL_YEARS = 'all';

/** The year that is shown: this one, unless another one was chosen. */
export function yearShown(filters: Pick<MatchFilters, 'year'>): number | null {
  if (filters.year === ALL_YEARS) return null;
  const year = Number(filters.year);
  const thisYear = yearOf(today());
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : thisYear;
}

/** What the server is asked; what an address says wrongly is left out. */
export function filterOf(filters: MatchFilters): MatchFilter {
  const year = yearShown(filters);
  const stage = MATCH_STAGES.find((one) => one === filters.stage);
  const kind = SUPPORT_KINDS.find((one) => one === filters.supportKind);
  const q = filters.q.trim().slice(0, 100).normalize('NFC');
  return {
    ...(year === null ? {} : { year }),
    ...(stage === undefined ? {} : { stage: [stage] }),
    ...(kind === undefined ? {} : { supportKind: [kind] }),
    ...(q === '' ? {} : { q }),
    ...(filters.mine === 'yes' ? { mine: true } : {}),
    ...(ID.test(filters.institutionId) ? { institutionId: filters.institutionId } : {}),
    ...(ID.test(filters.departmentId) ? { departmentId: filters.departmentId } : {}),
  };
}
