import { isDay, type Day } from '../calendar/day';
import { MAX_AMOUNT_KRW } from '../money/exact';
import { refusal, type Refusal } from '../refusal';
import { periodRefusal, type PeriodState } from './period.rules';
import type { PurchaseState } from './vocabulary';

export const ADJUSTMENT_KINDS = ['change', 'cancellation', 'refund'] as const;
export type AdjustmentKind = (typeof ADJUSTMENT_KINDS)[number];

export interface AdjustmentInput {
  readonly kind: AdjustmentKind;
  /** signed: what is added to the purchase; negative for a cancellation or refund */
  readonly amountKrw: number;
  readonly supplyValueKrw: number | null;
  /** the day of the adjustment itself, in an open quarter */
  readonly day: Day;
  readonly reason: string;
}

export interface AdjustmentFacts {
  readonly originalState: PurchaseState;
  readonly originalIsAdjustment: boolean;
  readonly originalDay: Day;
  readonly originalPeriodState: PeriodState;
  /** the purchase and all its adjustments so far */
  readonly netKrw: number;
  /** of the quarter in which the adjustment lies */
  readonly periodState: PeriodState;
}

/**
 * May the purchase be adjusted like this? PURCHASE_STATE, ADJUSTMENT_NOT_NEEDED (it can still be edited),
 * ADJUSTMENT_INVALID {field, rule}, ADJUSTMENT_EXCEEDS_PURCHASE {remainingKrw}, REASON_REQUIRED, PERIOD_CLOSED or
 * PERIOD_SUBMITTED for the adjustment's own quarter.
 */
export function adjustmentRefusal(input: AdjustmentInput, facts: AdjustmentFacts): Refusal | null {
  return originalRefusal(facts) ?? inputRefusal(input, facts) ?? periodRefusal(facts.periodState);
}

/**
 * May an adjustment be returned, or handed in again after it was? Either moves what is left of the purchase, which may
 * have been adjusted otherwise meanwhile. PURCHASE_STATE (the purchase itself does not stand any more) or
 * ADJUSTMENT_EXCEEDS_PURCHASE {remainingKrw}.
 * @param netKrw the purchase and its adjustments that stand, before the step
 */
export function adjustmentStepRefusal(
  action: 'submit' | 'return',
  amountKrw: number,
  { originalState, netKrw }: Pick<AdjustmentFacts, 'originalState' | 'netKrw'>,
): Refusal | null {
  if (action === 'submit' && originalState !== 'submitted' && originalState !== 'accepted')
    return refusal('PURCHASE_STATE', { state: originalState });
  const left = netKrw + (action === 'submit' ? amountKrw : -amountKrw);
  return left < 0 || left > MAX_AMOUNT_KRW
    ? refusal('ADJUSTMENT_EXCEEDS_PURCHASE', { remainingKrw: netKrw })
    : null;
}

function originalRefusal(facts: AdjustmentFacts): Refusal | null {
  const { originalState } = facts;
  if (facts.originalIsAdjustment) return invalid('adjusts', 'of_adjustment');
  if (originalState !== 'submitted' && originalState !== 'accepted')
    return refusal('PURCHASE_STATE', { state: originalState });
  const editable = originalState === 'submitted' && facts.originalPeriodState === 'open';
  return editable ? refusal('ADJUSTMENT_NOT_NEEDED') : null;
}

function inputRefusal(input: AdjustmentInput, facts: AdjustmentFacts): Refusal | null {
  const { kind, amountKrw, supplyValueKrw, day } = input;
  if (!ADJUSTMENT_KINDS.includes(kind)) return invalid('kind', 'unknown');
  if (!isDay(day)) return invalid('day', 'day');
  if (day < facts.originalDay) return invalid('day', 'before_purchase');
  if (!Number.isSafeInteger(amountKrw) || amountKrw === 0) return invalid('amountKrw', 'amount');
  if (kind !== 'change' && amountKrw > 0) return invalid('amountKrw', 'sign');
  const left = facts.netKrw + amountKrw;
  if (left < 0) return refusal('ADJUSTMENT_EXCEEDS_PURCHASE', { remainingKrw: facts.netKrw });
  if (left > MAX_AMOUNT_KRW) return invalid('amountKrw', 'amount');
  if (kind === 'cancellation' && left !== 0) return invalid('amountKrw', 'whole');
  if (supplyValueKrw !== null && !goesWith(supplyValueKrw, amountKrw))
    return invalid('supplyValueKrw', 'amount');
  return input.reason.trim() === '' ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}

function goesWith(supplyValueKrw: number, amountKrw: number): boolean {
  const sameSign = Math.sign(supplyValueKrw) === Math.sign(amountKrw) || supplyValueKrw === 0;
  return Number.isSafeInteger(supplyValueKrw) && sameSign && Math.abs(supplyValueKrw) <= Math.abs(amountKrw);
}

function invalid(field: string, rule: string): Refusal {
  return refusal('ADJUSTMENT_INVALID', { field, rule });
}
