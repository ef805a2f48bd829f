import { educationSessionRefusal, type Day } from '@ieum/domain';
import type { EducationSession, NewSession, SessionChange } from './api';

/** What the form holds; '' = nothing typed or chosen. */
export interface SessionValues {
  readonly heldOn: Day | null;
  readonly audience: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly areaId: string;
  readonly content: string;
  readonly attendees: string;
}

export function sessionValues(session: EducationSession | null, today: Day): SessionValues {
  return {
    heldOn: session?.heldOn ?? today,
    audience: session?.audience ?? '',
    institutionId: session?.institutionId ?? '',
    institutionName: session?.institutionName ?? '',
    areaId: session?.areaId ?? '',
    content: session?.content ?? '',
    attendees: session?.attendees?.toString() ?? '',
  };
}

export function isSessionValues(value: unknown): value is SessionValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = ['audience', 'institutionId', 'institutionName', 'areaId', 'content', 'attendees'];
  const isDayOrNone = record['heldOn'] === null || typeof record['heldOn'] === 'string';
  return isDayOrNone && texts.every((name) => typeof record[name] === 'string');
}

/** People who came; null = none typed, undefined = nothing readable. */
export function attendeesOf(text: string): number | null | undefined {
  const digits = text.normalize('NFKC').replace(/[,\s]/gu, '');
  if (digits === '') return null;
  const count = /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
  return count !== undefined && count <= 100_000 ? count : undefined;
}

/** Was it held on a day to come? By the rule that the server calls too. */
export function isTooEarly(values: SessionValues, today: Day): boolean {
  const { heldOn } = values;
  const attendees = attendeesOf(values.attendees) ?? null;
  return heldOn !== null && educationSessionRefusal({ today, heldOn, attendees, hasArea: true }) !== null;
}

function said(values: SessionValues) {
  return {
    heldOn: values.heldOn ?? '',
    audience: values.audience.trim().normalize('NFC'),
    content: values.content.trim().normalize('NFC'),
    institutionId: values.institutionId === '' ? null : values.institutionId,
    areaId: values.areaId === '' ? null : values.areaId,
  };
}

export function newSessionOf(values: SessionValues): NewSession {
  return { ...said(values), attendees: attendeesOf(values.attendees) ?? null };
}

/** Attendees are corrected of a session that was held; those of a planned one are told when it is held. */
export function sessionChangeOf(values: SessionValues, session: EducationSession): SessionChange {
  const attendees = attendeesOf(values.attendees) ?? null;
  return { ...said(values), ...(session.state === 'held' && attendees !== null ? { attendees } : {}) };
}
