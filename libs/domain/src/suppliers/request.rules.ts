import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { isClosedOn } from './closing.rules';

/** A department asks an enterprise for an offer or for information; every end of it is final. */
export const REQUEST_STATES = ['sent', 'answered', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export const REQUEST_ACTIONS = ['answer', 'decline', 'withdraw'] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

const TO: Readonly<Record<RequestAction, RequestState>> = {
  answer: 'answered',
  decline: 'declined',
  withdraw: 'withdrawn',
};

export function nextRequestState(action: RequestAction): RequestState {
  return TO[action];
}

/** What a new request is about. Days are of the Korean calendar. */
export interface NewRequestFacts {
  readonly today: Day;
  readonly neededOn: Day | null;
  /** the last day to answer; null = whenever */
  readonly answerBy?: Day | null;
  readonly supplier: { readonly isMerged: boolean; readonly closedOn: Day | null };
  /** the catalogue item that is asked for; null = none */
  readonly item: { readonly isOfSupplier: boolean; readonly isPublished: boolean } | null;
}

/**
 * May this be asked of the enterprise?
 * @returns SUPPLIER_MERGED (ask the one that stands), REQUEST_INVALID {field: supplierId (out of business),
 *   catalogueItemId (another enterprise's, or not on offer), neededOn or answerBy (a day gone by)} or null
 */
export function newRequestRefusal({
  today,
  neededOn,
  answerBy = null,
  supplier,
  item,
}: NewRequestFacts): Refusal | null {
  if (supplier.isMerged) return refusal('SUPPLIER_MERGED');
  const wrong = (field: string): Refusal => refusal('REQUEST_INVALID', { field });
  if (isClosedOn(supplier.closedOn, today)) return wrong('supplierId');
  if (item !== null && !(item.isOfSupplier && item.isPublished)) return wrong('catalogueItemId');
  if (answerBy !== null && answerBy < today) return wrong('answerBy');
  return neededOn !== null && neededOn < today ? wrong('neededOn') : null;
}

/** The deadline's own day still counts, by the Korean calendar. @returns REQUEST_DEADLINE_PASSED {answerBy} or null */
export function requestDeadlineRefusal(answerBy: Day | null, today: Day): Refusal | null {
  return answerBy !== null && answerBy < today ? refusal('REQUEST_DEADLINE_PASSED', { answerBy }) : null;
}

/** What a later deadline is decided by. */
export interface ExtensionFacts {
  readonly state: RequestState;
  /** null = it has none, so there is nothing to extend */
  readonly answerBy: Day | null;
  readonly today: Day;
}

/**
 * May whoever asked give time until that day? Also when the deadline has passed.
 * @returns REQUEST_STATE {state}, REQUEST_INVALID {field: answerBy (not later than before, or a day gone by)} or null
 */
export function requestExtensionRefusal(
  { state, answerBy, today }: ExtensionFacts,
  until: Day,
): Refusal | null {
  if (state !== 'sent') return refusal('REQUEST_STATE', { state });
  const isLater = answerBy !== null && until > answerBy && until >= today;
  return isLater ? null : refusal('REQUEST_INVALID', { field: 'answerBy' });
}

/** What an enterprise answers. The amount is what it offers; null = no price yet. */
export interface RequestAnswer {
  readonly answer: string;
  readonly quotedAmountKrw: number | null;
  /** null exactly when there is no amount */
  readonly quotedIncludesVat: boolean | null;
}

/**
 * May the request take this step? Whoever is first decides: an answered one is not declined, a withdrawn one not answered.
 * @returns REQUEST_STATE {state}, REASON_REQUIRED (decline) or null
 */
export function requestActionRefusal(
  state: RequestState,
  action: RequestAction,
  reason: string | null = null,
): Refusal | null {
  if (state !== 'sent') return refusal('REQUEST_STATE', { state });
  const needsReason = action === 'decline' && (reason ?? '').trim() === '';
  return needsReason ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}

/** An amount says whether VAT is in it. @returns REQUEST_INVALID {field: quotedIncludesVat} or null */
export function requestAnswerRefusal({ quotedAmountKrw, quotedIncludesVat }: RequestAnswer): Refusal | null {
  return (quotedAmountKrw === null) === (quotedIncludesVat === null)
    ? null
    : refusal('REQUEST_INVALID', { field: 'quotedIncludesVat' });
}
