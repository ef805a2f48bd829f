import { quarterOf, yearOf, type Day, type Quarter } from '../calendar/day';
import type { RecognitionDateBasis } from '../purchase-targets/policy';
import { refusal, type Refusal } from '../refusal';

/** Of one department's quarter: open → submitted (report or nil report) → closed with the institution's quarter. */
export const PERIOD_STATES = ['open', 'submitted', 'closed'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];
export const SUBMISSION_KINDS = ['report', 'nil'] as const;
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

export interface Period {
  readonly fiscalYear: number;
  readonly quarter: Quarter;
}

/** The state that the two stored facts give. */
export function periodStateOf(facts: {
  readonly quarterClosed: boolean;
  readonly submission: SubmissionKind | null;
}): PeriodState {
  if (facts.quarterClosed) return 'closed';
  return facts.submission === null ? 'open' : 'submitted';
}

/** The day that places a purchase: the policy's recognition date, or the other date while that one is missing. */
export function placingDay(
  dates: { readonly contractDate: Day | null; readonly paymentDate: Day | null },
  basis: RecognitionDateBasis,
): Day | null {
  return basis === 'contract'
    ? (dates.contractDate ?? dates.paymentDate)
    : (dates.paymentDate ?? dates.contractDate);
}

/** The quarter a day belongs to; a day before the fiscal year lies in its first quarter, one after it in its last. */
export function periodOf(day: Day, fiscalYear: number): Period {
  const year = yearOf(day);
  return { fiscalYear, quarter: year < fiscalYear ? 1 : year > fiscalYear ? 4 : quarterOf(day) };
}

/** May something be written into this quarter? PERIOD_CLOSED, or PERIOD_SUBMITTED (withdraw the report first). */
export function periodRefusal(state: PeriodState): Refusal | null {
  if (state === 'closed') return refusal('PERIOD_CLOSED');
  return state === 'submitted' ? refusal('PERIOD_SUBMITTED') : null;
}

/**
 * May the department hand in this quarter? Drafts must be submitted or dropped first (PERIOD_HAS_DRAFTS); a nil
 * report needs an empty quarter (PERIOD_HAS_PURCHASES), a report a purchase (PERIOD_EMPTY).
 */
export function submitPeriodRefusal(facts: {
  readonly state: PeriodState;
  readonly kind: SubmissionKind;
  /** draft or returned */
  readonly unfinished: number;
  /** submitted or accepted, adjustments included */
  readonly purchases: number;
}): Refusal | null {
  const { state, kind, unfinished, purchases } = facts;
  const shut = periodRefusal(state);
  if (shut !== null) return shut;
  if (unfinished > 0) return refusal('PERIOD_HAS_DRAFTS', { count: unfinished });
  if (kind === 'nil' && purchases > 0) return refusal('PERIOD_HAS_PURCHASES', { count: purchases });
  return kind === 'report' && purchases === 0 ? refusal('PERIOD_EMPTY') : null;
}

/** May the department take its report back? Only before the close. */
export function withdrawPeriodRefusal(state: PeriodState): Refusal | null {
  if (state === 'closed') return refusal('PERIOD_CLOSED');
  return state === 'open' ? refusal('PERIOD_NOT_SUBMITTED') : null;
}

/** May the manager close the quarter? With departments that have not handed in, only for a reason. */
export function closePeriodRefusal(facts: {
  readonly quarterClosed: boolean;
  readonly unsubmittedDepartments: number;
  readonly reason: string | null;
}): Refusal | null {
  if (facts.quarterClosed) return refusal('PERIOD_CLOSED');
  if (facts.unsubmittedDepartments === 0 || (facts.reason ?? '').trim() !== '') return null;
  return refusal('PERIOD_UNSUBMITTED_DEPARTMENTS', { count: facts.unsubmittedDepartments });
}

/** May the manager open a closed quarter again? Only for a reason. */
export function reopenPeriodRefusal(facts: {
  readonly quarterClosed: boolean;
  readonly reason: string | null;
}): Refusal | null {
  if (!facts.quarterClosed) return refusal('PERIOD_NOT_CLOSED');
  return (facts.reason ?? '').trim() === '' ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}
