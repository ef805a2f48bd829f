import { koreanDay } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import { bookingById, lockBooking, partiesOf, type BookingRow } from '../bookings/bookings.queries';
import { standsOf, type FairRow } from '../fair-room';

/** The meeting for the organiser and its desk; NOT_FOUND for everybody else. */
export async function ownMeeting(
  tx: Tx,
  actor: Actor,
  fair: FairRow,
  bookingId: string,
): Promise<BookingRow> {
  return ofStaff(actor, fair, await bookingById(tx, fair.id, bookingId));
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockOwnMeeting(
  tx: Tx,
  actor: Actor,
  fair: FairRow,
  bookingId: string,
): Promise<BookingRow> {
  return ofStaff(actor, fair, await lockBooking(tx, fair.id, bookingId));
}

function ofStaff(actor: Actor, fair: FairRow, meeting: BookingRow): BookingRow {
  const stands = standsOf(actor, fair, partiesOf(meeting));
  return stands.some((stand) => stand !== 'exhibitor') ? meeting : refuse('NOT_FOUND');
}

/** What the rules of the day ask of a meeting. */
export function meetingOfDay({ state, starts_at: startsAt }: BookingRow) {
  return { state, startsAt, day: koreanDay(startsAt) };
}

/** What they ask of a fair. */
export function daysOf(fair: FairRow) {
  const { state, first_day: firstDay, last_day: lastDay, no_show_minutes: noShowMinutes } = fair;
  return { state, firstDay, lastDay, noShowMinutes };
}
