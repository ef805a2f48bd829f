import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { NeedState } from './vocabulary';

/** As many as one visit or call may leave. */
export const MAX_NEEDS_FOUND = 5;

/** Nobody wants a thing before it was asked for. @returns NEED_INVALID {field: wantedBy} or null */
export function needRefusal(need: { readonly foundOn: Day; readonly wantedBy: Day | null }): Refusal | null {
  return need.wantedBy !== null && need.wantedBy < need.foundOn
    ? refusal('NEED_INVALID', { field: 'wantedBy' })
    : null;
}

/** A need is changed and closed while it is open: a match relies on what it says. @returns NEED_STATE {state} or null */
export function needChangeRefusal(state: NeedState): Refusal | null {
  return state === 'open' ? null : refusal('NEED_STATE', { state });
}
