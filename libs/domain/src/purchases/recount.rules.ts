import { isDay, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { periodRefusal, type PeriodState } from './period.rules';
import { decisionDiffers, totalledUnder, type RecognitionDecision } from './recognition.rules';

/** outdated: the difference vanished, or became another one, before anybody decided. */
export const RECOUNT_STATES = ['open', 'recounted', 'kept', 'outdated'] as const;
export type RecountState = (typeof RECOUNT_STATES)[number];

/** Most findings that one decision may take together: each is recomputed under its lock. */
export const MAX_RECOUNTS_AT_ONCE = 200;

/** A purchase and the rows that adjust it: what stands (submitted or accepted) of one thing bought. Amounts in won. */
export interface RecountRow {
  readonly id: string;
  /** its quarter is closed, or it is part of an earlier recount: it stays as it is, further rows correct it */
  readonly isFixed: boolean;
  readonly amountKrw: number;
  readonly supplyValueKrw: number | null;
  readonly recognizedAmountKrw: number | null;
  readonly stored: RecognitionDecision;
  /** by the certificates of today; rows that adjust inherit it from the purchase */
  readonly recomputed: RecognitionDecision;
}

/** By how much the sum of a scheme changes; certified_only among them. */
export interface SchemeDifference {
  readonly scheme: string;
  readonly krw: number;
}

/** A signed row to add to an open quarter. */
export interface RecountCorrection {
  readonly amountKrw: number;
  readonly supplyValueKrw: number | null;
  readonly decision: RecognitionDecision;
}

export interface RecountPlan {
  /** rows whose decision is written anew */
  readonly rewrites: readonly string[];
  /** what the fixed rows count now is taken back, and counted as it should be: the amounts add up to 0 */
  readonly corrections: readonly RecountCorrection[];
  readonly differences: readonly SchemeDifference[];
}

/**
 * What a recount of one purchase does. Rows of an open quarter get the new decision; fixed rows stay, and signed rows move
 * their amount from the old decision to the new one, so that what was spent stays and what counts changes.
 * @returns null when no scheme's sum would change: nothing to decide
 */
export function recountPlan(rows: readonly RecountRow[]): RecountPlan | null {
  const differing = rows.filter((row) => decisionDiffers(row.stored, row.recomputed));
  const differences = differencesOf(differing);
  if (differences.length === 0) return null;
  const fixed = differing.filter((row) => row.isFixed);
  const takenBack = sumsOf(fixed, 'stored').map(({ decision, amountKrw, supplyValueKrw }) => ({
    decision,
    amountKrw: -amountKrw,
    supplyValueKrw: supplyValueKrw === null ? null : 0 - supplyValueKrw,
  }));
  return {
    rewrites: differing.filter((row) => !row.isFixed).map((row) => row.id),
    corrections: [...takenBack, ...sumsOf(fixed, 'recomputed')],
    differences,
  };
}

function differencesOf(rows: readonly RecountRow[]): SchemeDifference[] {
  const krw = new Map<string, number>();
  const add = (decision: RecognitionDecision, amount: number) => {
    for (const code of totalledUnder(decision)) krw.set(code, (krw.get(code) ?? 0) + amount);
  };
  for (const { stored, recomputed, recognizedAmountKrw } of rows) {
    add(stored, -(recognizedAmountKrw ?? 0));
    add(recomputed, recognizedAmountKrw ?? 0);
  }
  return [...krw]
    .filter(([, amount]) => amount !== 0)
    .map(([scheme, amount]) => ({ scheme, krw: amount }))
    .sort((a, b) => (a.scheme < b.scheme ? -1 : 1));
}

/** The amounts per decision; what cancels out needs no row. */
function sumsOf(rows: readonly RecountRow[], side: 'stored' | 'recomputed'): RecountCorrection[] {
  const sums: RecountCorrection[] = [];
  for (const row of rows) {
    const at = sums.findIndex(({ decision }) => !decisionDiffers(decision, row[side]));
    const before = sums[at] ?? { decision: row[side], amountKrw: 0, supplyValueKrw: 0 };
    const supply = before.supplyValueKrw === null ? null : row.supplyValueKrw;
    const sum = {
      decision: before.decision,
      amountKrw: before.amountKrw + row.amountKrw,
      supplyValueKrw: supply === null ? null : (before.supplyValueKrw ?? 0) + supply,
    };
    if (at === -1) sums.push(sum);
    else sums[at] = sum;
  }
  return sums.filter(({ amountKrw }) => amountKrw !== 0);
}

/** What a finding says: the decision as it is, and as it would be. */
export interface RecountFinding {
  readonly stored: RecognitionDecision;
  readonly recomputed: RecognitionDecision;
  readonly differences: readonly SchemeDifference[];
}

/** Does a finding still say what is so now? null = nothing would change any more. */
export function isSameFinding(finding: RecountFinding, now: RecountFinding | null): boolean {
  return (
    now !== null &&
    !decisionDiffers(finding.stored, now.stored) &&
    !decisionDiffers(finding.recomputed, now.recomputed) &&
    finding.differences.length === now.differences.length &&
    now.differences.every((one) =>
      finding.differences.some(({ scheme, krw }) => scheme === one.scheme && krw === one.krw),
    )
  );
}

/** Somebody decided to keep just this decision against just this other one: it is not asked again. */
export function isKept(
  decided: (Omit<RecountFinding, 'differences'> & { readonly state: RecountState }) | null,
  now: RecountFinding,
): boolean {
  return (
    decided?.state === 'kept' &&
    !decisionDiffers(decided.stored, now.stored) &&
    !decisionDiffers(decided.recomputed, now.recomputed)
  );
}

/**
 * May this finding be decided, one way or the other? REASON_REQUIRED, RECOUNT_STATE {state} when somebody decided
 * already, RECOUNT_OUTDATED when the facts moved since it was found.
 */
export function recountDecisionRefusal(facts: {
  readonly state: RecountState;
  readonly isCurrent: boolean;
  readonly reason: string;
}): Refusal | null {
  if (facts.reason.trim() === '') return refusal('REASON_REQUIRED', { field: 'reason' });
  if (facts.state === 'recounted' || facts.state === 'kept')
    return refusal('RECOUNT_STATE', { state: facts.state });
  return facts.state === 'open' && facts.isCurrent ? null : refusal('RECOUNT_OUTDATED');
}

/** May the signed rows lie on this day? ADJUSTMENT_INVALID {field, rule}, PERIOD_CLOSED or PERIOD_SUBMITTED. */
export function correctionDayRefusal(
  day: Day,
  facts: { readonly purchaseDay: Day | null; readonly periodState: PeriodState },
): Refusal | null {
  if (!isDay(day)) return refusal('ADJUSTMENT_INVALID', { field: 'day', rule: 'day' });
  if (facts.purchaseDay !== null && day < facts.purchaseDay)
    return refusal('ADJUSTMENT_INVALID', { field: 'day', rule: 'before_purchase' });
  return periodRefusal(facts.periodState);
}
