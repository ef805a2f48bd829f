import { fairRefusal, refusal, type Day, type FairState, type Refusal } from '@ieum/domain';
import { today } from '../../lib/date-format';
import type { Fair, FairDetail } from './api';
import type { FairChange, NewFair } from './fair-changes';

/** What is typed of a fair; plain data, so that it can be kept as a draft. '' and null are "not said". */
export interface FairValues {
  readonly name: string;
  readonly hostInstitutionId: string;
  readonly hostName: string;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  readonly venue: string;
  readonly description: string;
  readonly applicationsCloseOn: Day | null;
  readonly holdDays: number | null;
  readonly offerMinutes: number | null;
  readonly noShowMinutes: number | null;
  readonly visitors: number | null;
  readonly recordedEnterprises: number | null;
  readonly recordedDesks: number | null;
  readonly recordedConsultations: number | null;
}

/** As the centre's guide proposes; the server would take the same. */
export const EMPTY_FAIR: FairValues = {
  name: '',
  hostInstitutionId: '',
  hostName: '',
  firstDay: null,
  lastDay: null,
  venue: '',
  description: '',
  applicationsCloseOn: null,
  holdDays: 1,
  offerMinutes: 120,
  noShowMinutes: 10,
  visitors: null,
  recordedEnterprises: null,
  recordedDesks: null,
  recordedConsultations: null,
};

export function valuesOf(fair: FairDetail): FairValues {
  const { name, hostInstitutionId, hostName, firstDay, lastDay, applicationsCloseOn } = fair;
  const { holdDays, offerMinutes, noShowMinutes } = fair;
  const { visitors, recordedEnterprises, recordedDesks, recordedConsultations } = fair;
  return {
    name,
    hostInstitutionId,
    hostName,
    firstDay,
    lastDay,
    venue: fair.venue ?? '',
    description: fair.description ?? '',
    applicationsCloseOn,
    holdDays,
    offerMinutes,
    noShowMinutes,
    visitors,
    recordedEnterprises,
    recordedDesks,
    recordedConsultations,
  };
}

/** The bounds of the contract, which are no rule of the fair. */
export const PRACTICE_BOUNDS = {
  holdDays: { min: 0, max: 30 },
  offerMinutes: { min: 5, max: 10_080 },
  noShowMinutes: { min: 0, max: 120 },
} as const;
export type PracticeName = keyof typeof PRACTICE_BOUNDS;

/** FAIR_INVALID {field}, as the server would say it, or null. @param needsHost the person has no institution of their own */
export function refusalOf(values: FairValues, state: FairState, needsHost: boolean): Refusal | null {
  const { firstDay, lastDay } = values;
  const invalid = (field: keyof FairValues) => refusal('FAIR_INVALID', { field });
  if (needsHost && values.hostInstitutionId === '') return invalid('hostInstitutionId');
  if (values.name.trim() === '') return invalid('name');
  if (firstDay === null) return invalid('firstDay');
  const refused = fairRefusal({ ...values, state, today: today(), firstDay, lastDay: lastDay ?? firstDay });
  if (refused !== null) return refused;
  const names = Object.keys(PRACTICE_BOUNDS) as PracticeName[];
  const wrong = names.find((name) => !isWithinBounds(name, values[name]));
  return wrong === undefined ? null : invalid(wrong);
}

function isWithinBounds(name: PracticeName, value: number | null): boolean {
  const { min, max } = PRACTICE_BOUNDS[name];
  return value === null || (value >= min && value <= max);
}

const orNull = (text: string) => (text.trim() === '' ? null : text.trim().normalize('NFC'));

function contentOf(values: FairValues) {
  const { applicationsCloseOn, holdDays, offerMinutes, noShowMinutes } = values;
  return {
    name: values.name.trim().normalize('NFC'),
    venue: orNull(values.venue),
    description: orNull(values.description),
    applicationsCloseOn,
    ...(holdDays === null ? {} : { holdDays }),
    ...(offerMinutes === null ? {} : { offerMinutes }),
    ...(noShowMinutes === null ? {} : { noShowMinutes }),
  };
}

/** The requests. Call them only for values that the rule lets through. */
export function bodyOf(values: FairValues): NewFair {
  const firstDay = values.firstDay ?? today();
  return {
    ...contentOf(values),
    ...(values.hostInstitutionId === '' ? {} : { hostInstitutionId: values.hostInstitutionId }),
    firstDay,
    lastDay: values.lastDay ?? firstDay,
  };
}

/** Only what differs: days that stay are no change, and may stay while bookings are there. */
export function changeOf(values: FairValues, fair: Fair): FairChange {
  const { visitors, recordedEnterprises, recordedDesks, recordedConsultations } = values;
  const { firstDay, lastDay } = values;
  return {
    ...contentOf(values),
    ...(firstDay === null || firstDay === fair.firstDay ? {} : { firstDay }),
    ...(lastDay === null || lastDay === fair.lastDay ? {} : { lastDay }),
    visitors,
    recordedEnterprises,
    recordedDesks,
    recordedConsultations,
  };
}

/** A draft from another release of the form must not break this one. */
export function isFairValues(value: unknown): value is FairValues {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_FAIR).every(
    ([key, wanted]) => key in given && (typeof wanted !== 'string' || typeof given[key] === 'string'),
  );
}
