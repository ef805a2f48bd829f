import { refusal, type Refusal } from '../refusal';
import { periodRefusal, type PeriodState } from './period.rules';
import type { PurchaseState } from './vocabulary';

export const PURCHASE_ACTIONS = ['submit', 'accept', 'return', 'void'] as const;
export type PurchaseAction = (typeof PURCHASE_ACTIONS)[number];

const FROM: Readonly<Record<PurchaseAction, readonly PurchaseState[]>> = {
  submit: ['draft', 'returned'],
  accept: ['submitted'],
  return: ['submitted', 'accepted'],
  // A purchase entered by mistake may be taken back until the manager accepts it or the quarter is handed in.
  void: ['draft', 'submitted', 'returned'],
};
const TO: Readonly<Record<PurchaseAction, PurchaseState>> = {
  submit: 'submitted',
  accept: 'accepted',
  return: 'returned',
  void: 'voided',
};

export interface PurchaseStanding {
  readonly state: PurchaseState;
  readonly periodState: PeriodState;
  /** adjustment rows name it: then it neither changes nor goes back, a further adjustment does it */
  readonly hasAdjustments?: boolean;
  /** it is an adjustment itself: what it says is corrected by a further one, its fields are not edited */
  readonly isAdjustment?: boolean;
  /** it is part of a recount: alone, without its counterpart, it would change what was spent */
  readonly isRecount?: boolean;
}

/**
 * May the purchase take this step? PERIOD_CLOSED, PERIOD_SUBMITTED, PURCHASE_STATE {state},
 * PURCHASE_CHANGED_BY_ADJUSTMENT, REASON_REQUIRED (return).
 * After the department handed its quarter in, the manager still reviews and the clerk still answers what came back.
 */
export function transitionRefusal(
  standing: PurchaseStanding & { readonly reason?: string | null },
  action: PurchaseAction,
): Refusal | null {
  const { state, periodState } = standing;
  if (periodState === 'closed') return refusal('PERIOD_CLOSED');
  if (!FROM[action].includes(state)) return refusal('PURCHASE_STATE', { state });
  if (action !== 'accept' && (standing.hasAdjustments === true || standing.isRecount === true))
    return refusal('PURCHASE_CHANGED_BY_ADJUSTMENT');
  const writes = action === 'submit' || action === 'void';
  const shut = writes ? writingRefusal(standing) : null;
  if (shut !== null) return shut;
  if (action === 'return' && (standing.reason ?? '').trim() === '')
    return refusal('REASON_REQUIRED', { field: 'reason' });
  return null;
}

export function nextPurchaseState(action: PurchaseAction): PurchaseState {
  return TO[action];
}

/** May its fields be changed? Not when accepted (return it first), nor in a quarter that is handed in or closed. */
export function editRefusal(standing: PurchaseStanding): Refusal | null {
  const shut = writingRefusal(standing);
  if (shut !== null) return shut;
  if (standing.hasAdjustments === true || standing.isAdjustment === true)
    return refusal('PURCHASE_CHANGED_BY_ADJUSTMENT');
  return standing.state === 'accepted' || standing.state === 'voided'
    ? refusal('PURCHASE_STATE', { state: standing.state })
    : null;
}

function writingRefusal({ state, periodState }: PurchaseStanding): Refusal | null {
  return periodState === 'submitted' && state === 'returned' ? null : periodRefusal(periodState);
}
