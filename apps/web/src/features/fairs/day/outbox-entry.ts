import {
  MEETING_INTERESTS,
  MEETING_NEXT_STEPS,
  type MeetingInterest,
  type MeetingNextStep,
} from '@ieum/domain';

export interface MeetingOutcome {
  readonly interest: MeetingInterest;
  readonly nextStep: MeetingNextStep;
  readonly expectedValueKrw: number | null;
  readonly note: string | null;
}

/** What somebody does at a desk or at the door, as it is sent. */
export type DayWork =
  | {
      readonly kind: 'check_in';
      readonly code: string;
      /** on which this device was told, which is not the day on which the line is back */
      readonly day: string;
    }
  | { readonly kind: 'attend'; readonly bookingId: string }
  | { readonly kind: 'no_show'; readonly bookingId: string }
  | {
      readonly kind: 'walk_in';
      readonly deskId: string;
      readonly exhibitorId: string;
      /** when it took place, which is not when the line is back */
      readonly slotId: string;
    }
  | { readonly kind: 'result'; readonly bookingId: string; readonly outcome: MeetingOutcome };

/** One thing that was done and that the server has not confirmed yet. */
export interface OutboxEntry {
  /** the Idempotency-Key: the same however often it is sent */
  readonly key: string;
  /** the place in the order in which things were done at this device */
  readonly place: number;
  readonly fairId: string;
  readonly work: DayWork;
  /** what it is about in words: the enterprise, or the code */
  readonly about: string;
  /** the server's definite no: it is not sent any more, only shown until somebody has read it */
  readonly refusal?: EntryRefusal;
}

export interface EntryRefusal {
  readonly status: number;
  readonly code: string;
}

/** Reads what this device kept; null when it is not an entry (another version wrote it, or somebody tampered). */
export function readEntry(written: string): OutboxEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return null;
  }
  if (!isRecord(value) || !isRecord(value.work)) return null;
  const { key, place, fairId, about } = value;
  const work = readWork(value.work);
  if (typeof key !== 'string' || typeof place !== 'number' || typeof fairId !== 'string') return null;
  if (typeof about !== 'string' || work === null) return null;
  const refusal = readRefusal(value.refusal);
  return { key, place, fairId, work, about, ...(refusal === null ? {} : { refusal }) };
}

function readRefusal(value: unknown): EntryRefusal | null {
  if (!isRecord(value) || typeof value.status !== 'number' || typeof value.code !== 'string') return null;
  return { status: value.status, code: value.code };
}

function readWork(value: Readonly<Record<string, unknown>>): DayWork | null {
  const { kind, code, day, bookingId } = value;
  if (kind === 'check_in')
    return typeof code === 'string' && typeof day === 'string' ? { kind, code, day } : null;
  if (kind === 'walk_in') return readWalkIn(value);
  if (typeof bookingId !== 'string') return null;
  if (kind === 'attend' || kind === 'no_show') return { kind, bookingId };
  const outcome = kind === 'result' ? readOutcome(value.outcome) : null;
  return kind === 'result' && outcome !== null ? { kind, bookingId, outcome } : null;
}

function readWalkIn({ deskId, exhibitorId, slotId }: Readonly<Record<string, unknown>>): DayWork | null {
  if (typeof deskId !== 'string' || typeof exhibitorId !== 'string' || typeof slotId !== 'string')
    return null;
  return { kind: 'walk_in', deskId, exhibitorId, slotId };
}

function readOutcome(value: unknown): MeetingOutcome | null {
  if (!isRecord(value)) return null;
  const interest = MEETING_INTERESTS.find((one) => one === value.interest);
  const nextStep = MEETING_NEXT_STEPS.find((one) => one === value.nextStep);
  if (interest === undefined || nextStep === undefined) return null;
  const { expectedValueKrw, note } = value;
  return {
    interest,
    nextStep,
    expectedValueKrw: typeof expectedValueKrw === 'number' ? expectedValueKrw : null,
    note: typeof note === 'string' ? note : null,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
