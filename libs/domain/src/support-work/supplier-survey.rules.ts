import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { isClosedOn } from '../suppliers/closing.rules';
import type { VisitState } from './vocabulary';

/** Asked; said that it can or cannot sell to public bodies (first round); visited (second round, of those who can). */
export const SUPPLIER_SURVEY_STATES = ['sent', 'can_sell', 'cannot_sell', 'visited'] as const;
export type SupplierSurveyState = (typeof SUPPLIER_SURVEY_STATES)[number];

/** Never stored: the rounds themselves say where a survey stands. */
export function supplierSurveyStateOf(survey: {
  readonly canSell: boolean | null;
  readonly visitId: string | null;
}): SupplierSurveyState {
  if (survey.visitId !== null) return 'visited';
  if (survey.canSell === null) return 'sent';
  return survey.canSell ? 'can_sell' : 'cannot_sell';
}

/** May this enterprise be asked? @returns SUPPLIER_MERGED, SUPPLIER_SURVEY_INVALID {field: supplierIds} or null */
export function supplierSurveySendRefusal(
  today: Day,
  supplier: { readonly isMerged: boolean; readonly closedOn: Day | null },
): Refusal | null {
  if (supplier.isMerged) return refusal('SUPPLIER_MERGED');
  return isClosedOn(supplier.closedOn, today)
    ? refusal('SUPPLIER_SURVEY_INVALID', { field: 'supplierIds' })
    : null;
}

/** What an enterprise says of itself in the first round. */
export interface SupplierSurveyAnswer {
  readonly canSell: boolean;
  readonly offers: string | null;
  readonly capacity: string | null;
  readonly obstacles: string | null;
}

/**
 * Once, and whoever can sell says what.
 * @returns SUPPLIER_SURVEY_STATE {state}, SUPPLIER_SURVEY_INVALID {field: offers} or null
 */
export function supplierSurveyAnswerRefusal(
  state: SupplierSurveyState,
  { canSell, offers }: SupplierSurveyAnswer,
): Refusal | null {
  if (state !== 'sent') return refusal('SUPPLIER_SURVEY_STATE', { state });
  const isSilent = (offers ?? '').trim() === '';
  return canSell && isSilent ? refusal('SUPPLIER_SURVEY_INVALID', { field: 'offers' }) : null;
}

/**
 * The second round: a visit that took place, to this very enterprise, which said that it can.
 * @returns SUPPLIER_SURVEY_STATE {state}, SUPPLIER_SURVEY_INVALID {field: visitId} or null
 */
export function supplierSurveyVisitRefusal(
  state: SupplierSurveyState,
  visit: { readonly state: VisitState; readonly isToSupplier: boolean },
): Refusal | null {
  if (state !== 'can_sell') return refusal('SUPPLIER_SURVEY_STATE', { state });
  const tookPlace = visit.state === 'done' || visit.state === 'followed_up';
  return tookPlace && visit.isToSupplier ? null : refusal('SUPPLIER_SURVEY_INVALID', { field: 'visitId' });
}
