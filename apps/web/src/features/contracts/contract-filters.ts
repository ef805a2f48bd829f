import { CONTRACT_SOURCES, CONTRACT_STATES } from '@ieum/domain';
import type { ContractFilter } from './api';

/** What the address of the list carries; the names are those of the API, so that any figure can link here. */
export const LIST_STATE = {
  year: '',
  institutionId: '',
  departmentId: '',
  state: '',
  source: '',
  isPurchased: '',
  adviserId: '',
  teamId: '',
  matchId: '',
  fairId: '',
  q: '',
  unit: 'won',
} as const;
export type ListState = { readonly [Key in keyof typeof LIST_STATE]: string };

/** Keys that other screens give and that have no field of their own here. */
export const LINKED_FILTERS = ['adviserId', 'teamId', 'matchId', 'fairId'] as const;

/** The request for a state; what somebody broke in the address is left out rather than refused. */
export function filterOf(state: ListState): ContractFilter {
  const year = Number(state.year);
  const asked = CONTRACT_STATES.find((one) => one === state.state);
  const source = CONTRACT_SOURCES.find((one) => one === state.source);
  const ids = ['institutionId', 'departmentId', ...LINKED_FILTERS] as const;
  return {
    ...(Number.isInteger(year) && year >= 2000 && year <= 2100 ? { year } : {}),
    ...Object.fromEntries(
      ids.filter((key) => /^[0-9a-f-]{36}$/i.test(state[key])).map((key) => [key, state[key]]),
    ),
    ...(asked === undefined ? {} : { state: [asked] }),
    ...(source === undefined ? {} : { source }),
    ...(state.isPurchased === 'true' || state.isPurchased === 'false'
      ? { isPurchased: state.isPurchased === 'true' }
      : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
  };
}

/** The list's own filters as the export's query; several values repeat the key. */
export function exportPath(filter: ContractFilter, format: string): string {
  const query = new URLSearchParams({ format });
  for (const [key, value] of Object.entries(filter)) {
    for (const one of [value].flat()) query.append(key, String(one));
  }
  return `/api/v1/contracts/export?${query.toString()}`;
}
