import type { Day } from '../calendar/day';
import type { InstitutionKind } from '../institutions/vocabulary';
import { refusal, type Refusal } from '../refusal';
import { normaliseCompanyName } from '../text/company-name';
import type { VisiteeKind, VisitState } from './vocabulary';

/** Whom somebody visits: an institution of the register, an enterprise of the register, or an organisation by its name. */
export interface Visitee {
  readonly institutionId: string | null;
  readonly supplierId: string | null;
  readonly organisationName: string | null;
}

/** How a visit is totalled. @param institutionKind null: no institution */
export function visiteeKindOf(institutionKind: InstitutionKind | null): VisiteeKind {
  if (institutionKind === null) return 'enterprise_or_network';
  return institutionKind === 'school' || institutionKind === 'education_office'
    ? 'education'
    : 'public_agency';
}

/** One key for one visitee, so that "so many institutions" counts each once, however its name was written. */
export function visiteeKey({ institutionId, supplierId, organisationName }: Visitee): string {
  if (institutionId !== null) return `i:${institutionId}`;
  if (supplierId !== null) return `s:${supplierId}`;
  return `n:${normaliseCompanyName(organisationName ?? '')}`;
}

/** What an adviser writes down of a visit. Days are of the Korean calendar. */
export interface VisitFacts extends Visitee {
  readonly today: Day;
  readonly state: VisitState;
  /** planned: the day it is meant for; otherwise the day it took place */
  readonly visitedOn: Day;
  readonly departmentId: string | null;
  readonly result: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: Day | null;
  /** how many needs come with it */
  readonly needCount: number;
}

/**
 * May this be written down?
 * @returns VISIT_INVALID {field}: visitee (none, or more than one), departmentId (of no institution), visitedOn (took
 *   place in the future), result (of a visit that has not taken place), nextStep (a day without a step), nextStepOn
 *   (before the visit), needs (there is no institution to need something, or nobody was there yet); or null
 */
export function visitRefusal(visit: VisitFacts): Refusal | null {
  const wrong = (field: string): Refusal => refusal('VISIT_INVALID', { field });
  const named = [visit.institutionId, visit.supplierId, visit.organisationName];
  if (named.filter((one) => one !== null).length !== 1) return wrong('visitee');
  if (visit.departmentId !== null && visit.institutionId === null) return wrong('departmentId');
  const tookPlace = isVisited(visit.state);
  if (tookPlace && visit.visitedOn > visit.today) return wrong('visitedOn');
  if (!tookPlace && visit.result !== null) return wrong('result');
  if (visit.nextStepOn !== null && visit.nextStep === null) return wrong('nextStep');
  if (visit.nextStepOn !== null && visit.nextStepOn < visit.visitedOn) return wrong('nextStepOn');
  return visit.needCount > 0 && (!tookPlace || visit.institutionId === null) ? wrong('needs') : null;
}

/** A plan is for today or later. @returns VISIT_INVALID {field: visitedOn} or null */
export function visitPlanRefusal(state: VisitState, visitedOn: Day, today: Day): Refusal | null {
  return state === 'planned' && visitedOn < today ? refusal('VISIT_INVALID', { field: 'visitedOn' }) : null;
}

/** Did it take place? Only such a visit is counted. */
export function isVisited(state: VisitState): boolean {
  return state === 'done' || state === 'followed_up';
}

export const VISIT_ACTIONS = ['done', 'follow_up', 'cancel', 'undo'] as const;
export type VisitAction = (typeof VISIT_ACTIONS)[number];

const STEPS: Readonly<Record<VisitAction, Readonly<Partial<Record<VisitState, VisitState>>>>> = {
  done: { planned: 'done' },
  follow_up: { done: 'followed_up' },
  cancel: { planned: 'cancelled' },
  // One step back, for what was pressed by mistake; a wrong visit is taken back and then cancelled.
  undo: { done: 'planned', followed_up: 'done' },
};

/** @returns undefined when there is no such step from this state */
export function nextVisitState(state: VisitState, action: VisitAction): VisitState | undefined {
  return STEPS[action][state];
}

/**
 * May the visit take this step?
 * @param facts.needCount needs of it that stand: taking a visit back would leave them without where they come from
 * @param facts.isOfSurvey the second round of a supplier survey, which would have taken place without a visit
 * @returns VISIT_STATE {state}, {state, needs} or {state, survey}, REASON_REQUIRED (cancel) or null
 */
export function visitActionRefusal(
  state: VisitState,
  action: VisitAction,
  facts: {
    readonly reason?: string | null;
    readonly needCount?: number;
    readonly isOfSurvey?: boolean;
  } = {},
): Refusal | null {
  const next = nextVisitState(state, action);
  if (next === undefined) return refusal('VISIT_STATE', { state });
  const { reason = null, needCount = 0, isOfSurvey = false } = facts;
  if (action === 'undo' && next === 'planned' && needCount > 0)
    return refusal('VISIT_STATE', { state, needs: needCount });
  if (action === 'undo' && next === 'planned' && isOfSurvey)
    return refusal('VISIT_STATE', { state, survey: true });
  const lacksReason = action === 'cancel' && (reason ?? '').trim() === '';
  return lacksReason ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}

/** A cancelled visit stays as it was. @returns VISIT_STATE or null */
export function visitChangeRefusal(state: VisitState): Refusal | null {
  return state === 'cancelled' ? refusal('VISIT_STATE', { state }) : null;
}
