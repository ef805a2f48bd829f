import { CHANNELS, COUNT_STATUSES, PURCHASE_KINDS, PURCHASE_STATES, isDay } from '@ieum/domain';
import type { PurchaseFilter, PurchaseSort } from './api';

/** What the address of the list carries; the names are those of the API, so that any figure can link here. */
export const LIST_STATE = {
  institutionId: '',
  fiscalYear: '',
  departmentId: '',
  quarter: '',
  month: '',
  state: [],
  countStatus: [],
  channel: [],
  kind: [],
  scheme: '',
  q: '',
  hasWarnings: '',
  supplierId: '',
  importId: '',
  adjustsId: '',
  from: '',
  to: '',
  sort: 'newest',
  unit: 'won',
} as const;

export type ListState = {
  readonly [Key in keyof typeof LIST_STATE]: (typeof LIST_STATE)[Key] extends readonly string[]
    ? readonly string[]
    : string;
};
export type ChangeList = (patch: Partial<ListState>) => void;

/** Keys that lists and pictures of other screens give and that have no field of their own here. */
export const LINKED_FILTERS = ['supplierId', 'importId', 'adjustsId', 'from', 'to'] as const;

/** An address without a year shows the current one, unless it names rows of which the year is not known. */
export function yearShown(
  state: Pick<ListState, 'fiscalYear' | 'importId' | 'adjustsId'>,
  current: number,
): string {
  if (state.fiscalYear !== '') return state.fiscalYear;
  return state.importId === '' && state.adjustsId === '' ? String(current) : '';
}

/** The request for a state; what somebody broke in the address is left out rather than refused. */
export function filterOf(state: ListState, currentYear: number): PurchaseFilter {
  const filter: Record<string, string | number | boolean | readonly string[]> = {};
  const year = Number(yearShown(state, currentYear));
  if (Number.isInteger(year) && year > 0) filter.fiscalYear = year;
  for (const key of ['institutionId', 'departmentId', 'supplierId', 'importId', 'adjustsId'] as const) {
    if (/^[0-9a-f-]{36}$/i.test(state[key])) filter[key] = state[key];
  }
  const quarter = within(state.quarter, 4);
  const month = within(state.month, 12);
  if (quarter !== null) filter.quarter = quarter;
  if (month !== null) filter.month = month;
  if (/^[a-z][a-z0-9_]{0,39}$/.test(state.scheme)) filter.scheme = state.scheme;
  if (state.q.trim() !== '') filter.q = state.q.trim().slice(0, 100).normalize('NFC');
  if (state.hasWarnings === 'true') filter.hasWarnings = true;
  if (isDay(state.from)) filter.from = state.from;
  if (isDay(state.to)) filter.to = state.to;
  const lists = {
    state: known(state.state, PURCHASE_STATES),
    countStatus: known(state.countStatus, COUNT_STATUSES),
    channel: known(state.channel, CHANNELS),
    kind: known(state.kind, PURCHASE_KINDS),
  };
  for (const [key, values] of Object.entries(lists)) if (values.length > 0) filter[key] = values;
  return filter;
}

const SORTS: readonly PurchaseSort[] = ['newest', 'recognition_date', 'amount', 'supplier', 'item'];

export function sortOf(text: string): PurchaseSort {
  return SORTS.find((sort) => sort === text) ?? 'newest';
}

function within(text: string, max: number): number | null {
  const number = Number(text);
  return text !== '' && Number.isInteger(number) && number >= 1 && number <= max ? number : null;
}

function known(values: readonly string[], list: readonly string[]): readonly string[] {
  return list.filter((one) => values.includes(one));
}
