import { MAX_NEEDS_FOUND, visitPlanRefusal, visitRefusal, type Day } from '@ieum/domain';
import type { Visit } from './api';
import { needTitlesOf, orNull } from './visit-values';

/** What the form of a visit's outcome holds. */
export interface OutcomeValues {
  readonly visitedOn: Day | null;
  readonly metRole: string;
  readonly result: string;
  readonly nextStep: string;
  readonly nextStepOn: Day | null;
  /** one a line */
  readonly needs: string;
}

/** @param tookPlaceOn the day that is offered for a planned visit; null: the day that is written */
export function outcomeValuesOf(visit: Visit, tookPlaceOn: Day | null): OutcomeValues {
  const early = tookPlaceOn !== null && tookPlaceOn < visit.visitedOn;
  return {
    visitedOn: early ? tookPlaceOn : visit.visitedOn,
    metRole: visit.metRole ?? '',
    result: visit.result ?? '',
    nextStep: visit.nextStep ?? '',
    nextStepOn: visit.nextStepOn,
    needs: '',
  };
}

export function isOutcomeValues(value: unknown): value is OutcomeValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  return (
    ['metRole', 'result', 'nextStep', 'needs'].every((name) => typeof record[name] === 'string') &&
    ['visitedOn', 'nextStepOn'].every((name) => record[name] === null || typeof record[name] === 'string')
  );
}

export function outcomeOf(values: OutcomeValues, tookPlace: boolean) {
  return {
    visitedOn: values.visitedOn ?? '',
    metRole: orNull(values.metRole),
    ...(tookPlace ? { result: orNull(values.result) } : {}),
    nextStep: orNull(values.nextStep),
    nextStepOn: values.nextStepOn,
  };
}

/** Which field the rule that the server calls finds wrong; null = none. */
export function wrongOutcomeField(
  visit: Visit,
  values: OutcomeValues,
  isFinish: boolean,
  today: Day,
): string | null {
  const { visitedOn, nextStepOn } = values;
  if (visitedOn === null) return 'visitedOn';
  const state = isFinish ? 'done' : visit.state;
  const needCount = needTitlesOf(values.needs).length;
  const { institutionId, supplierId, organisationName, departmentId } = visit;
  const result = state === 'planned' ? null : orNull(values.result);
  const nextStep = orNull(values.nextStep);
  const whom = { institutionId, supplierId, organisationName, departmentId };
  const refused =
    visitRefusal({ ...whom, today, state, visitedOn, result, nextStep, nextStepOn, needCount }) ??
    (visitedOn === visit.visitedOn ? null : visitPlanRefusal(state, visitedOn, today));
  const field = refused?.details?.['field'];
  if (typeof field === 'string') return field;
  return needCount > MAX_NEEDS_FOUND ? 'needs' : null;
}
