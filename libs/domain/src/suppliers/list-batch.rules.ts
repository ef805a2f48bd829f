import { refusal, type Refusal } from '../refusal';
import type { ImportState } from '../purchases/import-batch.rules';
import type { FactDifference } from './list-difference';

/** What a row of the list means for the register. */
export const LIST_VERDICTS = ['new', 'changed', 'unchanged', 'review', 'duplicate', 'invalid'] as const;
export type ListVerdict = (typeof LIST_VERDICTS)[number];

/** What became of a row when the list was applied; `overtaken`: the register changed meanwhile, so nothing was written. */
export const LIST_OUTCOMES = [
  'created',
  'changed',
  'confirmed',
  'to_review',
  'overtaken',
  'left_out',
] as const;
export type ListOutcome = (typeof LIST_OUTCOMES)[number];

/** What became of it when the list was taken back. */
export const LIST_UNDO_OUTCOMES = ['withdrawn', 'restored', 'kept'] as const;
export type ListUndoOutcome = (typeof LIST_UNDO_OUTCOMES)[number];

/** Why something of a batch stays when it is taken back. */
export const KEPT_REASONS = [
  'purchases',
  'catalogue',
  'certificates',
  'account',
  'merged',
  'verification',
  'requests',
  'changed_since',
  'decided',
] as const;
export type KeptReason = (typeof KEPT_REASONS)[number];

/**
 * May the dry run be applied? IMPORT_ALREADY_APPLIED when it is, or when the same file already was; IMPORT_STATE {state};
 * IMPORT_NOTHING_TO_APPLY. A list that only confirms what is registered may be applied: it is the newer proof.
 */
export function applyListRefusal(facts: {
  readonly state: ImportState;
  readonly usableRows: number;
  readonly sameFileApplied: boolean;
}): Refusal | null {
  const { state, usableRows, sameFileApplied } = facts;
  if (state === 'applied' || state === 'applying') return refusal('IMPORT_ALREADY_APPLIED');
  if (state !== 'checked') return refusal('IMPORT_STATE', { state });
  if (sameFileApplied) return refusal('IMPORT_ALREADY_APPLIED');
  return usableRows === 0 ? refusal('IMPORT_NOTHING_TO_APPLY') : null;
}

/** Only the last list is taken back: what an earlier one wrote, the later ones have confirmed. */
export function undoListRefusal(facts: {
  readonly state: ImportState;
  readonly laterImports: number;
}): Refusal | null {
  if (facts.state !== 'applied') return refusal('IMPORT_STATE', { state: facts.state });
  return facts.laterImports > 0 ? refusal('IMPORT_UNDO_BLOCKED', { later: facts.laterImports }) : null;
}

/** May a person choose about this row: leave it out, or replace by the list what people wrote? INVALID_INPUT otherwise. */
export function chooseListRowRefusal(
  rowNumber: number,
  row: { readonly verdict: ListVerdict; readonly differences: readonly FactDifference[] } | undefined,
  fields: readonly string[],
): Refusal | null {
  const choosable = row?.verdict === 'new' || row?.verdict === 'changed' || row?.verdict === 'review';
  const byHand = row?.differences.filter((one) => one.byHand).map((one): string => one.field) ?? [];
  return choosable && fields.every((field) => byHand.includes(field))
    ? null
    : refusal('INVALID_INPUT', { field: 'rows', row: rowNumber });
}

export const LIST_REVIEW_STATES = ['pending', 'same', 'different', 'dismissed', 'withdrawn'] as const;
export type ListReviewState = (typeof LIST_REVIEW_STATES)[number];
export const LIST_REVIEW_DECISIONS = ['same', 'different', 'dismissed'] as const;
export type ListReviewDecision = (typeof LIST_REVIEW_DECISIONS)[number];

/**
 * May this doubtful row be decided so? REVIEW_STATE {state} when it was decided; INVALID_INPUT {field} when `same` names
 * none of the candidates; REASON_REQUIRED when it is dismissed.
 */
export function reviewRefusal(
  review: { readonly state: ListReviewState; readonly candidateIds: readonly string[] },
  decision: {
    readonly decision: ListReviewDecision;
    readonly supplierId: string | null;
    readonly reason: string | null;
  },
): Refusal | null {
  if (review.state !== 'pending') return refusal('REVIEW_STATE', { state: review.state });
  if (decision.decision === 'same') {
    const isCandidate = decision.supplierId !== null && review.candidateIds.includes(decision.supplierId);
    return isCandidate ? null : refusal('INVALID_INPUT', { field: 'supplierId', rule: 'candidate' });
  }
  if (decision.decision === 'dismissed' && (decision.reason ?? '').trim() === '')
    return refusal('REASON_REQUIRED', { field: 'reason' });
  return null;
}
