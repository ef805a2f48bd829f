import type { Booking, CheckedIn, FairSlot, Timetable } from '../api';
import { holds } from '../timetable/grid-view';
import type { MeetingOutcome, OutboxEntry } from './outbox-entry';

/** A meeting as it stands at the desk: what the server knows, and what this device has not sent yet. */
export interface DeskMeeting {
  readonly booking: Booking;
  /** something about it waits to be sent */
  readonly isSending: boolean;
  /** the result that waits to be sent; null = none does */
  readonly outcome: MeetingOutcome | null;
}

/** Shows at once what was pressed: the server's no comes back as a refusal and undoes it. */
export function deskMeetings(
  timetable: Timetable,
  deskId: string,
  waiting: readonly OutboxEntry[],
): DeskMeeting[] {
  return timetable.bookings
    .filter((one) => one.deskId === deskId && one.state !== 'cancelled')
    .sort((one, other) =>
      one.startsAt < other.startsAt ? -1 : one.startsAt > other.startsAt ? 1 : one.seat - other.seat,
    )
    .map((booking) =>
      waiting.reduce(withEntry, { booking, isSending: false, outcome: null } satisfies DeskMeeting),
    );
}

function withEntry(meeting: DeskMeeting, { work }: OutboxEntry): DeskMeeting {
  const { booking } = meeting;
  if (!('bookingId' in work) || work.bookingId !== booking.id) return meeting;
  if (work.kind === 'no_show')
    return { ...meeting, isSending: true, booking: { ...booking, state: 'no_show' } };
  const state = booking.state === 'walk_in' ? 'walk_in' : 'attended';
  if (work.kind === 'attend') return { ...meeting, isSending: true, booking: { ...booking, state } };
  return { booking: { ...booking, state, hasResult: true }, isSending: true, outcome: work.outcome };
}

export interface DayParts {
  readonly running: readonly DeskMeeting[];
  readonly next: readonly DeskMeeting[];
  readonly later: readonly DeskMeeting[];
  readonly ended: readonly DeskMeeting[];
}

/** @param now of the server, in milliseconds */
export function partsOf(meetings: readonly DeskMeeting[], now: number): DayParts {
  const begins = ({ booking }: DeskMeeting) => Date.parse(booking.startsAt);
  const isOver = ({ booking }: DeskMeeting) => Date.parse(booking.endsAt) <= now;
  const ahead = meetings.filter((one) => begins(one) > now && holds(one.booking));
  const nextAt = ahead[0] === undefined ? 0 : begins(ahead[0]);
  return {
    running: meetings.filter((one) => begins(one) <= now && !isOver(one)),
    next: ahead.filter((one) => begins(one) === nextAt),
    later: ahead.filter((one) => begins(one) !== nextAt),
    ended: meetings.filter(isOver).reverse(),
  };
}

/** The slot in which a walk-in would be now; null = none runs. */
export function runningSlot(slots: readonly FairSlot[], now: number): FairSlot | null {
  return (
    slots.find(({ startsAt, endsAt }) => Date.parse(startsAt) <= now && now < Date.parse(endsAt)) ?? null
  );
}

/** Puts the server's answer into what is shown, so that nothing jumps back until all is read again. */
export function withAnswer(timetable: Timetable, entry: OutboxEntry, answer: unknown): Timetable {
  const { work } = entry;
  if (work.kind === 'check_in')
    return isCheckedIn(answer) ? withCheckedIn(timetable, answer.exhibitorId) : timetable;
  if (work.kind === 'result')
    return withBooking(timetable, work.bookingId, (one) => ({
      ...one,
      hasResult: true,
      state: one.state === 'walk_in' ? 'walk_in' : 'attended',
    }));
  if (!isBooking(answer)) return timetable;
  const isNew = !timetable.bookings.some(({ id }) => id === answer.id);
  if (isNew) return { ...timetable, bookings: [...timetable.bookings, answer] };
  return withBooking(timetable, answer.id, () => answer);
}

function withBooking(timetable: Timetable, id: string, change: (one: Booking) => Booking): Timetable {
  return { ...timetable, bookings: timetable.bookings.map((one) => (one.id === id ? change(one) : one)) };
}

function withCheckedIn(timetable: Timetable, exhibitorId: string): Timetable {
  return {
    ...timetable,
    bookings: timetable.bookings.map((one) =>
      one.exhibitorId === exhibitorId ? { ...one, isCheckedIn: true } : one,
    ),
  };
}

function isBooking(answer: unknown): answer is Booking {
  return typeof answer === 'object' && answer !== null && 'id' in answer && 'slotId' in answer;
}

export function isCheckedIn(answer: unknown): answer is CheckedIn {
  return typeof answer === 'object' && answer !== null && 'exhibitorId' in answer && 'checkedInAt' in answer;
}
