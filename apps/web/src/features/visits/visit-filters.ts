import { VISIT_STATES, VISITEE_KINDS, type VisiteeKind, type VisitState } from '@ieum/domain';
import type { VisitFilter } from './api';

/** What stands in the address of the list; '' = not filtered. */
export const VISIT_STATE = {
  year: '',
  state: '',
  kind: '',
  adviser: '',
  q: '',
  mine: '',
  due: '',
  view: 'list',
  month: '',
} as const;
export type VisitListState = { readonly [Key in keyof typeof VISIT_STATE]: string };

const VISITED: VisitState[] = ['done', 'followed_up'];

/** @param year of the screen when the address names none */
export function visitFilterOf(state: VisitListState, year: number, today: string): VisitFilter {
  const kind = VISITEE_KINDS.find((one) => one === state.kind);
  const states = state.state === 'visited' ? VISITED : VISIT_STATES.filter((one) => one === state.state);
  return {
    year: yearIn(state.year, year),
    ...(states.length === 0 ? {} : { state: states }),
    ...(kind === undefined ? {} : { visiteeKind: [kind] }),
    ...(/^[0-9a-f-]{36}$/i.test(state.adviser) ? { adviserId: state.adviser } : {}),
    ...(state.q.trim() === '' ? {} : { q: state.q.trim().slice(0, 100).normalize('NFC') }),
    ...(state.mine === '1' ? { mine: true } : {}),
    ...(state.due === '1' ? { dueBefore: today } : {}),
  };
}

export function yearIn(text: string, otherwise: number): number {
  return /^20\d\d$/.test(text) ? Number(text) : otherwise;
}

/** The rows that a figure of the year's sums was made of. */
export function visitedAddress(
  year: number,
  by: { readonly kind?: VisiteeKind; readonly adviser?: string },
): string {
  return `/visits?${new URLSearchParams({ year: String(year), state: 'visited', ...by }).toString()}`;
}
