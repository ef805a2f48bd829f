import {
  MAX_NEEDS_FOUND,
  VISIT_PURPOSES,
  visitPlanRefusal,
  visitRefusal,
  type Day,
  type VisitPurpose,
} from '@ieum/domain';
import type { NewVisit } from './api';

export const VISITEES = ['institution', 'supplier', 'organisation'] as const;
export type VisiteeChoice = (typeof VISITEES)[number];

/** What the form of a visit holds; '' = nothing typed or chosen. */
export interface VisitValues {
  readonly state: 'planned' | 'done';
  readonly visitee: VisiteeChoice;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly organisationName: string;
  readonly areaId: string;
  readonly visitedOn: Day | null;
  readonly purpose: VisitPurpose;
  readonly metRole: string;
  readonly result: string;
  readonly nextStep: string;
  readonly nextStepOn: Day | null;
  /** one a line */
  readonly needs: string;
}

export function emptyVisit(habit: VisitHabit, today: Day, state: VisitValues['state']): VisitValues {
  return {
    ...habit,
    state,
    institutionId: '',
    institutionName: '',
    supplierId: '',
    supplierName: '',
    organisationName: '',
    areaId: '',
    visitedOn: today,
    metRole: '',
    result: '',
    nextStep: '',
    nextStepOn: null,
    needs: '',
  };
}

const TEXTS = [
  'institutionId',
  'institutionName',
  'supplierId',
  'supplierName',
  'organisationName',
  'areaId',
  'metRole',
  'result',
  'nextStep',
  'needs',
] as const;

export function isVisitValues(value: unknown): value is VisitValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const isDayOrNull = (name: string) => record[name] === null || typeof record[name] === 'string';
  return (
    TEXTS.every((name) => typeof record[name] === 'string') &&
    ['visitedOn', 'nextStepOn'].every(isDayOrNull) &&
    (record['state'] === 'planned' || record['state'] === 'done') &&
    VISITEES.some((one) => one === record['visitee']) &&
    VISIT_PURPOSES.some((one) => one === record['purpose'])
  );
}

/** Needs as somebody writes them on a tablet: one a line; bullets and empty lines are none. */
export function needTitlesOf(text: string): string[] {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/^[\s\-•·*]+/u, '').trim())
    .filter((line) => line !== '');
}

export function visitOf(values: VisitValues): NewVisit {
  const tookPlace = values.state === 'done';
  const isInstitution = values.visitee === 'institution';
  return {
    state: values.state,
    visitedOn: values.visitedOn ?? '',
    purpose: values.purpose,
    institutionId: isInstitution ? orNull(values.institutionId) : null,
    supplierId: values.visitee === 'supplier' ? orNull(values.supplierId) : null,
    organisationName: values.visitee === 'organisation' ? orNull(values.organisationName) : null,
    areaId: isInstitution ? null : orNull(values.areaId),
    metRole: orNull(values.metRole),
    result: tookPlace ? orNull(values.result) : null,
    nextStep: orNull(values.nextStep),
    nextStepOn: values.nextStepOn,
    needs: tookPlace && isInstitution ? needTitlesOf(values.needs).map((title) => ({ title })) : [],
  };
}

export function orNull(text: string): string | null {
  const typed = text.trim().normalize('NFC');
  return typed === '' ? null : typed;
}

/** Which field the rule that the server calls finds wrong; null = none. */
export function wrongVisitField(values: VisitValues, today: Day): string | null {
  const visit = visitOf(values);
  if (values.visitedOn === null) return 'visitedOn';
  const refused =
    visitRefusal({
      today,
      state: values.state,
      visitedOn: values.visitedOn,
      institutionId: visit.institutionId ?? null,
      supplierId: visit.supplierId ?? null,
      organisationName: visit.organisationName ?? null,
      departmentId: null,
      result: visit.result ?? null,
      nextStep: visit.nextStep ?? null,
      nextStepOn: values.nextStepOn,
      needCount: visit.needs?.length ?? 0,
    }) ?? visitPlanRefusal(values.state, values.visitedOn, today);
  const field = refused?.details?.['field'];
  if (typeof field === 'string') return field;
  return needTitlesOf(values.needs).length > MAX_NEEDS_FOUND ? 'needs' : null;
}

/** What somebody chose last time, so that the next visit begins with it. */
export interface VisitHabit {
  readonly visitee: VisiteeChoice;
  readonly purpose: VisitPurpose;
}

const HABIT = 'ieum.visit-habit';

export function visitHabit(): VisitHabit {
  const [visitee, purpose] = (localStorage.getItem(HABIT) ?? '').split(' ');
  return {
    visitee: VISITEES.find((one) => one === visitee) ?? 'institution',
    purpose: VISIT_PURPOSES.find((one) => one === purpose) ?? 'sales',
  };
}

export function keepVisitHabit({ visitee, purpose }: VisitHabit): void {
  try {
    localStorage.setItem(HABIT, `${visitee} ${purpose}`);
  } catch {
    // A full or forbidden storage must not stop somebody from working.
  }
}
