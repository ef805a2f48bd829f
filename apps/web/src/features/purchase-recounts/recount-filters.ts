import { RECOUNT_STATES } from '@ieum/domain';
import type { RecountFilter } from './api';

/** What the address carries; the names are those of the API. `state` empty = all. */
export const LIST_STATE = {
  state: 'open',
  fiscalYear: '',
  institutionId: '',
  departmentId: '',
  supplierId: '',
  purchaseId: '',
  unit: 'won',
} as const;

export type ListState = { readonly [Key in keyof typeof LIST_STATE]: string };
export type ChangeList = (patch: Partial<ListState>) => void;

const ID = /^[0-9a-f-]{36}$/i;
const IDS = ['institutionId', 'departmentId', 'supplierId', 'purchaseId'] as const;

/** The request for a state; what somebody broke in the address is left out rather than refused. */
export function filterOf(state: ListState): RecountFilter {
  const filter: Record<string, string | number | readonly string[]> = {};
  const known = RECOUNT_STATES.find((one) => one === state.state);
  if (known !== undefined) filter.state = [known];
  const year = Number(state.fiscalYear);
  if (Number.isInteger(year) && year >= 2000 && year <= 2100) filter.fiscalYear = year;
  for (const key of IDS) if (ID.test(state[key])) filter[key] = state[key];
  return filter;
}
