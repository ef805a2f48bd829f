import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { BookingState, ExhibitorState, FairState } from './vocabulary';

/** The fair as the rules of its days ask for it. */
export interface FairOfDays {
  readonly state: FairState;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** From the schedule on; what was put down without a connection may still come in when the fair is over. */
const RUNNING: readonly FairState[] = ['scheduling', 'open', 'held'];

/** A code as it is compared: either case, full width or half, and whatever spaces or hyphens somebody put into it. */
export function tidyCheckInCode(code: string): string {
  return code.normalize('NFKC').replace(/[\s-]/gu, '').toUpperCase();
}

/** Without the letters and figures that are read for one another: 0 and O, 1, I and L. */
export const CHECK_IN_CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
export const CHECK_IN_CODE_LENGTH = 6;

/** Could this be a code? What is mistyped is said at once, also without a connection. @param code tidied */
export function isCheckInCode(code: string): boolean {
  return (
    code.length === CHECK_IN_CODE_LENGTH &&
    [...code].every((letter) => CHECK_IN_CODE_LETTERS.includes(letter))
  );
}

function runningRefusal({ state }: Pick<FairOfDays, 'state'>): Refusal | null {
  return RUNNING.includes(state) ? null : refusal('FAIR_STATE', { state });
}

/**
 * May it be said that an enterprise has come on a day? On a day of the fair that is not ahead. Of a day before, what was
 * put down without a connection, organiser and desks say it alone.
 * @returns FAIR_STATE {state}, CHECK_IN_NOT_TODAY, FAIR_EXHIBITOR_STATE {state} or null
 */
export function checkInRefusal(
  fair: FairOfDays,
  exhibitor: ExhibitorState,
  said: { readonly day: Day; readonly isByStaff: boolean },
  today: Day,
): Refusal | null {
  const refused = runningRefusal(fair);
  if (refused !== null) return refused;
  const { day, isByStaff } = said;
  const isOfFair = day >= fair.firstDay && day <= fair.lastDay;
  if (!isOfFair || day > today || (day < today && !isByStaff)) return refusal('CHECK_IN_NOT_TODAY');
  return exhibitor === 'confirmed' ? null : refusal('FAIR_EXHIBITOR_STATE', { state: exhibitor });
}

/** One meeting with the Korean day of its slot. */
export interface MeetingOfDay {
  readonly state: BookingState;
  readonly day: Day;
}

const MAY_TAKE_PLACE: readonly BookingState[] = ['confirmed', 'attended', 'walk_in', 'no_show'];

/**
 * May it be said that the meeting takes place? Once its day has come; also of who came late, while the place is free.
 * @returns FAIR_STATE {state}, BOOKING_STATE {state}, BOOKING_TOO_EARLY or null
 */
export function attendRefusal(fair: FairOfDays, meeting: MeetingOfDay, today: Day): Refusal | null {
  const refused = runningRefusal(fair);
  if (refused !== null) return refused;
  if (!MAY_TAKE_PLACE.includes(meeting.state)) return refusal('BOOKING_STATE', { state: meeting.state });
  return today < meeting.day ? refusal('BOOKING_TOO_EARLY') : null;
}

/** From this instant on a place may be given away when nobody has come. */
export function noShowFrom(startsAt: Date, noShowMinutes: number): Date {
  return new Date(startsAt.getTime() + noShowMinutes * 60_000);
}

/**
 * May it be said that the enterprise did not come? Some minutes after the start, of a meeting that both agreed on.
 * @returns FAIR_STATE {state}, BOOKING_STATE {state}, BOOKING_TOO_EARLY {from} or null
 */
export function noShowRefusal(
  fair: FairOfDays & { readonly noShowMinutes: number },
  meeting: { readonly state: BookingState; readonly startsAt: Date },
  now: Date,
): Refusal | null {
  const refused = runningRefusal(fair);
  if (refused !== null) return refused;
  const { state } = meeting;
  if (state !== 'confirmed' && state !== 'no_show') return refusal('BOOKING_STATE', { state });
  const from = noShowFrom(meeting.startsAt, fair.noShowMinutes);
  return now < from ? refusal('BOOKING_TOO_EARLY', { from: from.toISOString() }) : null;
}

/**
 * May a meeting without a booking be put into this slot? Once the slot's day has come.
 * @returns FAIR_STATE {state}, BOOKING_TOO_EARLY, FAIR_EXHIBITOR_STATE {state} or null
 */
export function walkInRefusal(
  fair: FairOfDays,
  exhibitor: ExhibitorState,
  slotDay: Day,
  today: Day,
): Refusal | null {
  const refused = runningRefusal(fair);
  if (refused !== null) return refused;
  if (today < slotDay) return refusal('BOOKING_TOO_EARLY');
  return exhibitor === 'confirmed' ? null : refusal('FAIR_EXHIBITOR_STATE', { state: exhibitor });
}

const HAS_RESULT: readonly BookingState[] = ['confirmed', 'attended', 'walk_in'];

/**
 * May a result be put down? Of a meeting that took place, or that is confirmed and whose day has come.
 * @returns FAIR_STATE {state}, BOOKING_STATE {state}, BOOKING_TOO_EARLY or null
 */
export function resultRefusal(fair: FairOfDays, meeting: MeetingOfDay, today: Day): Refusal | null {
  const refused = runningRefusal(fair);
  if (refused !== null) return refused;
  if (!HAS_RESULT.includes(meeting.state)) return refusal('BOOKING_STATE', { state: meeting.state });
  return today < meeting.day ? refusal('BOOKING_TOO_EARLY') : null;
}

/**
 * May a participant say how it was? Once the fair has begun.
 * @returns FAIR_FEEDBACK_STATE or null
 */
export function feedbackRefusal(
  { firstDay }: Pick<FairOfDays, 'firstDay'>,
  takesPart: boolean,
  today: Day,
): Refusal | null {
  return takesPart && firstDay <= today ? null : refusal('FAIR_FEEDBACK_STATE');
}
