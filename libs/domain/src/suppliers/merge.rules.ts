import { refusal, type Refusal } from '../refusal';

export interface MergeFacts {
  readonly id: string;
  /** the row that it already is merged into; null = it stands for itself */
  readonly mergedIntoId: string | null;
  /** the row that finally stands for the one that it is to be merged into */
  readonly survivorId: string;
  /** accounts of enterprises never move: the row with the account has to be the one that stays */
  readonly hasAccount: boolean;
  readonly reason: string;
}

/**
 * May this supplier be merged into another one? REASON_REQUIRED; MERGE_INVALID {rule}: `merged` = it already is,
 * `same` = into itself, also by way of others (a circle), `account` = an enterprise works with it.
 */
export function mergeRefusal(facts: MergeFacts): Refusal | null {
  if (facts.reason.trim() === '') return refusal('REASON_REQUIRED', { field: 'reason' });
  if (facts.mergedIntoId !== null) return refusal('MERGE_INVALID', { rule: 'merged' });
  if (facts.survivorId === facts.id) return refusal('MERGE_INVALID', { rule: 'same' });
  return facts.hasAccount ? refusal('MERGE_INVALID', { rule: 'account' }) : null;
}

/** MERGE_NOT_MERGED, REASON_REQUIRED or null. */
export function unmergeRefusal(facts: {
  readonly mergedIntoId: string | null;
  readonly reason: string;
}): Refusal | null {
  if (facts.mergedIntoId === null) return refusal('MERGE_NOT_MERGED');
  return facts.reason.trim() === '' ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}
