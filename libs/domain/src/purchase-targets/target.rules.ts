import { divideRounded, MAX_AMOUNT_KRW } from '../money/exact';
import { rateOf, type Rate, type RatePolicy } from '../money/rate';
import { refusal, type Refusal } from '../refusal';
import type { CycleState } from './cycle.rules';
import { netDenominatorKrw, type CountingPolicy, type MallTargetPlace } from './policy';

export const TARGET_STATES = ['proposed', 'confirmed', 'notified', 'acknowledged'] as const;
export type TargetState = (typeof TARGET_STATES)[number];
export const TARGET_ACTIONS = ['propose', 'confirm', 'notify', 'acknowledge'] as const;
export type TargetAction = (typeof TARGET_ACTIONS)[number];

const FROM: Readonly<Record<TargetAction, TargetState>> = {
  propose: 'proposed',
  confirm: 'proposed',
  notify: 'confirmed',
  acknowledge: 'notified',
};
const TO: Readonly<Record<TargetAction, TargetState>> = {
  propose: 'proposed',
  confirm: 'confirmed',
  notify: 'notified',
  acknowledge: 'acknowledged',
};

/** May the target take this step? TARGET_STATE {state, needed}. After confirming, amounts change by revision only. */
export function targetActionRefusal(state: TargetState, action: TargetAction): Refusal | null {
  const needed = FROM[action];
  return state === needed ? null : refusal('TARGET_STATE', { state, needed });
}

export function nextTargetState(action: TargetAction): TargetState {
  return TO[action];
}

export const TARGET_BASES = ['amount', 'rate'] as const;
export type TargetBasis = (typeof TARGET_BASES)[number];

/** How a target was written: an amount, or a rate of a denominator. */
export type TargetSpec =
  | { readonly kind: 'amount'; readonly amountKrw: number }
  | {
      readonly kind: 'rate';
      /** per cent with up to 4 decimals, e.g. 8 or 2.67 */
      readonly ratePercent: number;
      readonly denominatorKrw: number;
      /** half-up to a multiple of this, 1 = to the won. 성북구 2019: 742억 × 8 % = 59.36억 → 60억 by 10억 */
      readonly roundToKrw: number;
    };

/** The target in won, or TARGET_INVALID {field}. 0 is allowed and means "목표 없음" in every rate. */
export function targetAmount(spec: TargetSpec): number | Refusal {
  if (spec.kind === 'amount') return withinLimit(spec.amountKrw, 'amountKrw');
  const { ratePercent, denominatorKrw, roundToKrw } = spec;
  const scaled = Math.round(ratePercent * 10_000);
  if (!Number.isFinite(ratePercent) || ratePercent < 0 || ratePercent > 100) return invalid('ratePercent');
  if (Math.abs(scaled - ratePercent * 10_000) > 1e-6) return invalid('ratePercent');
  if (!Number.isSafeInteger(denominatorKrw) || denominatorKrw <= 0) return invalid('denominatorKrw');
  if (!Number.isSafeInteger(roundToKrw) || roundToKrw < 1) return invalid('roundToKrw');
  const step = BigInt(roundToKrw);
  const steps = divideRounded(BigInt(denominatorKrw) * BigInt(scaled), 1_000_000n * step, 'half_up');
  return withinLimit(Number(steps * step), 'amountKrw');
}

/** An institution's target as a rate of the year's net denominator, to the won, or TARGET_INVALID {field}. */
export function rateTargetAmount(
  rateBasisPoints: number,
  policy: Pick<CountingPolicy, 'denominator' | 'denominatorExclusionKrw'>,
  denominatorKrw: number | null,
): number | Refusal {
  return targetAmount({
    kind: 'rate',
    ratePercent: rateBasisPoints / 100,
    denominatorKrw: netDenominatorKrw(policy, denominatorKrw) ?? 0,
    roundToKrw: 1,
  });
}

export interface TargetSumCheck {
  readonly institutionTargetKrw: number;
  readonly sumKrw: number;
  /** sum − institution's target: negative when the departments fall short */
  readonly differenceKrw: number;
  readonly matches: boolean;
}

/** Do the departments' targets of one scheme add up to the institution's? */
export function checkTargetSum(
  institutionTargetKrw: number,
  departmentTargetsKrw: readonly number[],
): TargetSumCheck {
  const sumKrw = departmentTargetsKrw.reduce((sum, amount) => sum + amount, 0);
  const differenceKrw = sumKrw - institutionTargetKrw;
  return { institutionTargetKrw, sumKrw, differenceKrw, matches: differenceKrw === 0 };
}

/**
 * May the targets of one scheme be confirmed? TARGET_MISSING without any; TARGET_SUM_MISMATCH with the figures, as
 * long as no reason is given for a difference.
 */
export function confirmTargetsRefusal(facts: {
  readonly scheme: string;
  readonly institutionTargetKrw: number;
  readonly departmentTargetsKrw: readonly number[];
  readonly reason: string | null;
}): Refusal | null {
  if (facts.departmentTargetsKrw.length === 0) return refusal('TARGET_MISSING', { scheme: facts.scheme });
  const { matches, ...figures } = checkTargetSum(facts.institutionTargetKrw, facts.departmentTargetsKrw);
  if (matches || (facts.reason ?? '').trim() !== '') return null;
  return refusal('TARGET_SUM_MISMATCH', { scheme: facts.scheme, ...figures });
}

/** A mall target inside the main one cannot be greater: TARGET_MALL_ABOVE_MAIN {mallKrw, mainKrw}. */
export function mallTargetRefusal(
  mallKrw: number,
  mainKrw: number,
  mallTarget: MallTargetPlace,
): Refusal | null {
  if (mallTarget === 'beside' || mallKrw <= mainKrw) return null;
  return refusal('TARGET_MALL_ABOVE_MAIN', { mallKrw, mainKrw });
}

export interface MallShare {
  /** mall target ÷ main target, inside or beside alike: 32,000,000 of 1,200,000,000 is 2.67 % */
  readonly share: Rate;
  /** what the year asks for in all: the main target, plus the mall's when it lies beside */
  readonly totalTargetKrw: number;
}

/** A share this small says nothing with one decimal; the reports print two (32,000천원 of 1,200,000천원: 2.67 %). */
export const MALL_SHARE_DECIMALS = 2;

export function mallShare(
  mallKrw: number,
  mainKrw: number,
  mallTarget: MallTargetPlace,
  policy: RatePolicy,
): MallShare {
  const totalTargetKrw = mallTarget === 'inside' ? mainKrw : mainKrw + mallKrw;
  return { share: rateOf(mallKrw, mainKrw, policy), totalTargetKrw };
}

export interface TargetRevision {
  /** null = no target */
  readonly fromKrw: number | null;
  readonly toKrw: number | null;
  readonly reason: string;
}

/**
 * A new amount for a confirmed target, null = no target any more; the old one stays in the history with reason.
 * TARGET_STATE while proposed (propose again instead), TARGET_INVALID {field}, REASON_REQUIRED.
 */
export function reviseTarget(
  target: { readonly state: TargetState; readonly amountKrw: number | null },
  change: { readonly amountKrw: number | null; readonly reason: string | null },
): TargetRevision | Refusal {
  if (target.state === 'proposed')
    return refusal('TARGET_STATE', { state: target.state, needed: 'confirmed' });
  const toKrw = change.amountKrw === null ? null : withinLimit(change.amountKrw, 'amountKrw');
  if (toKrw !== null && typeof toKrw !== 'number') return toKrw;
  if (toKrw === target.amountKrw) return invalid('amountKrw');
  const reason = (change.reason ?? '').trim();
  return reason === ''
    ? refusal('REASON_REQUIRED', { field: 'reason' })
    : { fromKrw: target.amountKrw, toKrw, reason };
}

/**
 * Where a revised target stands: before the year is notified it stays confirmed and is notified with the others;
 * afterwards the revision is itself the notification, to be acknowledged anew. CYCLE_STATE in a closed year.
 */
export function stateAfterRevision(cycleState: CycleState): TargetState | Refusal {
  if (cycleState === 'targets_set') return 'confirmed';
  if (cycleState === 'notified' || cycleState === 'reporting') return 'notified';
  return refusal('CYCLE_STATE', { state: cycleState, needed: 'reporting' });
}

/** Reporting begins by itself when the last department has acknowledged. */
export function allAcknowledged(states: readonly TargetState[]): boolean {
  return states.length > 0 && states.every((state) => state === 'acknowledged');
}

function withinLimit(amount: number, field: string): number | Refusal {
  return Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT_KRW ? amount : invalid(field);
}

function invalid(field: string): Refusal {
  return refusal('TARGET_INVALID', { field });
}
