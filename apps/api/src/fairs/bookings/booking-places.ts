import type { BookingOrigin, FairStand, RefusalCode } from '@ieum/domain';
import { violatedConstraint } from '../../common/database-errors';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { FairRow } from '../fair-room';
import { bookingById, type BookingRow } from './bookings.queries';
import { lockQueues, queuesOfPlace, type PlaceRow } from './meeting-places';
import { takenDetails } from './taken-details.queries';

/** A booking to write. */
export interface NewBooking {
  readonly place: PlaceRow;
  readonly state: 'proposed' | 'confirmed' | 'walk_in';
  readonly origin: BookingOrigin;
  readonly askedBy: FairStand;
  /** of a proposal: it keeps its place until then */
  readonly heldUntil: Date | null;
  readonly isLocked?: boolean;
  readonly now: Date;
}

/** The constraints that keep a place for one party, and what each of them says. */
const TAKEN: Readonly<Record<string, RefusalCode>> = {
  ex_fair_bookings_desk: 'BOOKING_DESK_TAKEN',
  ex_fair_bookings_exhibitor: 'BOOKING_EXHIBITOR_TAKEN',
  ex_fair_bookings_person: 'BOOKING_PERSON_TAKEN',
  uq_fair_bookings_pair: 'BOOKING_PAIR_MEETS',
};

/**
 * Books the place, or refuses with 409 and what is near. Whether the place is free is asked of nobody: the row is written,
 * and the exclusion constraints refuse it. The caller has decided access and the rules.
 * @returns BOOKING_DESK_TAKEN, BOOKING_EXHIBITOR_TAKEN, BOOKING_PERSON_TAKEN or BOOKING_PAIR_MEETS as a refusal, with
 *   deskName, supplierName, startsAt, nearestSlotIds (free for both), canWait, waiting
 */
export async function holdPlace(tx: Tx, fair: FairRow, booking: NewBooking): Promise<BookingRow> {
  const outcome = await tryPlace(tx, booking);
  if ('taken' in outcome) return refuseTaken(tx, fair, booking.place, outcome.taken, booking.now);
  return bookingById(tx, fair.id, outcome.id);
}

export async function refuseTaken(
  tx: Tx,
  fair: FairRow,
  place: PlaceRow,
  code: RefusalCode,
  now: Date,
): Promise<never> {
  return refuse(code, await takenDetails(tx, fair, place, code, now));
}

export type PlaceOutcome = { readonly id: string } | { readonly taken: RefusalCode };

const INSERT = `INSERT INTO fair_bookings (fair_id, desk_id, seat, exhibitor_id, person_id, institution_id, department_id,
    supplier_id, slot_id, during, state, origin, asked_by, held_until, is_locked, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, tstzrange($10, $11), $12, $13, $14, $15, $16, $17, $18) RETURNING id`;

/** Books the place or says what stands in the way; the transaction goes on either way. */
export async function tryPlace(tx: Tx, booking: NewBooking): Promise<PlaceOutcome> {
  const { place, now } = booking;
  const { desk, exhibitor, slot } = place;
  await Promise.all([lockQueues(tx, queuesOfPlace(place)), lapseAt(tx, place, now)]);
  return trySeats(tx, desk.seats, (seat) =>
    tx.prepared<{ id: string }>(INSERT, [
      place.fairId,
      desk.id,
      seat,
      exhibitor.id,
      exhibitor.person_id,
      desk.institution_id,
      desk.department_id,
      exhibitor.supplier_id,
      slot.id,
      slot.startsAt,
      slot.endsAt,
      booking.state,
      booking.origin,
      booking.askedBy,
      booking.heldUntil,
      booking.isLocked ?? false,
      tx.actor.userId,
      now,
    ]),
  );
}

const MOVE = `UPDATE fair_bookings SET desk_id = $2, seat = $3, institution_id = $4, department_id = $5, slot_id = $6,
    during = tstzrange($7, $8), held_until = $9, is_locked = is_locked OR origin = 'schedule', version = version + 1
  WHERE id = $1 RETURNING id`;

/** Moves a locked booking to another slot or desk. What a person arranged anew the next schedule leaves alone. */
export async function tryMove(
  tx: Tx,
  booking: BookingRow,
  place: PlaceRow,
  heldUntil: Date | null,
  now: Date,
): Promise<PlaceOutcome> {
  const { desk, slot } = place;
  await lapseAt(tx, place, now);
  return trySeats(tx, desk.seats, (seat) =>
    tx.prepared<{ id: string }>(MOVE, [
      booking.id,
      desk.id,
      seat,
      desk.institution_id,
      desk.department_id,
      slot.id,
      slot.startsAt,
      slot.endsAt,
      heldUntil,
    ]),
  );
}

const RESTORE = `UPDATE fair_bookings SET state = $2, seat = $3, held_until = $4, person_id = $5, state_before = NULL,
    cancel_reason = NULL, cancelled_by = NULL, is_locked = is_locked OR origin = 'schedule', version = version + 1
  WHERE id = $1 RETURNING id`;

/** Gives a locked, cancelled booking its place back. */
export async function tryRestore(
  tx: Tx,
  booking: BookingRow,
  place: PlaceRow,
  to: { readonly state: 'proposed' | 'confirmed'; readonly heldUntil: Date | null },
  now: Date,
): Promise<PlaceOutcome> {
  await lapseAt(tx, place, now);
  return trySeats(tx, place.desk.seats, (seat) =>
    tx.prepared<{ id: string }>(RESTORE, [
      booking.id,
      to.state,
      seat,
      to.heldUntil,
      place.exhibitor.person_id,
    ]),
  );
}

/** Seats 1..n in turn, each in a savepoint; what stands in the way of the enterprise is so at every seat. */
async function trySeats(
  tx: Tx,
  seats: number,
  write: (seat: number) => Promise<{ id: string }[]>,
): Promise<PlaceOutcome> {
  for (let seat = 1; seat <= seats; seat += 1) {
    const [, outcome] = await Promise.all([tx.sql('SAVEPOINT fair_place'), write(seat).catch(takenBy)]);
    if (Array.isArray(outcome)) {
      await tx.sql('RELEASE SAVEPOINT fair_place');
      return outcome[0] ?? refuse('NOT_FOUND');
    }
    await tx.sql('ROLLBACK TO SAVEPOINT fair_place');
    if (outcome.taken !== 'BOOKING_DESK_TAKEN') return outcome;
  }
  return { taken: 'BOOKING_DESK_TAKEN' };
}

function takenBy(failure: unknown): { readonly taken: RefusalCode } {
  const taken = TAKEN[violatedConstraint(failure) ?? ''];
  if (taken === undefined) throw failure;
  return { taken };
}

const LAPSE = `WITH lapsed AS (
    UPDATE fair_bookings b SET state = 'cancelled', state_before = 'proposed', held_until = NULL, cancel_reason = 'expired',
      version = version + 1
    WHERE b.fair_id = $1 AND b.state = 'proposed' AND b.held_until <= $2
      AND ((b.desk_id = $3 AND b.slot_id = $4) OR (b.exhibitor_id = $5 AND (b.slot_id = $4 OR b.desk_id = $3))
        OR (b.person_id = $6 AND b.slot_id = $4)) RETURNING b.id)
  UPDATE fair_waiting w SET state = 'expired' FROM lapsed WHERE w.booking_id = lapsed.id AND w.state = 'offered'`;

/** Proposals of these parties at that time whose answer did not come hold nothing any more. */
async function lapseAt(tx: Tx, { fairId, desk, exhibitor, slot }: PlaceRow, now: Date): Promise<void> {
  await tx.prepared(LAPSE, [fairId, now, desk.id, slot.id, exhibitor.id, exhibitor.person_id]);
}

const OUTDATED = `SELECT b.id FROM fair_bookings b WHERE b.fair_id = $1 AND b.state = 'proposed' AND b.held_until <= $2
      AND ((b.desk_id = $3 AND b.slot_id = $4) OR (b.exhibitor_id = $5 AND (b.slot_id = $4 OR b.desk_id = $3)))
  UNION SELECT p.booking_id FROM ieum_person_bookings($6, tstzrange($7, $8)) p WHERE p.held_until <= $2`;

/** The proposals in the way of these parties whose answer did not come. Lock the place before. */
export async function outdatedAt(
  tx: Tx,
  { fairId, desk, exhibitor, slot }: PlaceRow,
  now: Date,
): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>(OUTDATED, [
    fairId,
    now,
    desk.id,
    slot.id,
    exhibitor.id,
    exhibitor.person_id,
    slot.startsAt,
    slot.endsAt,
  ]);
  return rows.map(({ id }) => id);
}
