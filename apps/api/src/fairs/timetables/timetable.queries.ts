import type { Actor } from '../../common/actor';
import { Conditions } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import { narrowToReader } from '../bookings/booking-reach';
import { SELECT_BOOKING, type BookingRow } from '../bookings/bookings.queries';
import type { TimetableQuery } from '../dto/booking.dto';
import type { FairRow } from '../fair-room';

const READER = {
  institution: 'b.institution_id',
  department: 'b.department_id',
  area: 'coalesce(i.district_id, i.id)',
  supplier: 'b.supplier_id',
};
/** A proposal without an answer in time keeps no place, whether somebody has written that down or not. */
const HOLDING = `(b.state IN ('confirmed', 'attended', 'walk_in') OR (b.state = 'proposed' AND b.held_until > ?))`;

/** Bookings of the grid that the reader may see: those that hold a place, and no-shows; by time, desk and seat. */
export function shownBookings(
  tx: Tx,
  fair: FairRow,
  { deskId, exhibitorId }: TimetableQuery,
  now: Date,
): Promise<BookingRow[]> {
  const conditions = new Conditions()
    .add('b.fair_id = ?', fair.id)
    .add(`(${HOLDING} OR b.state = 'no_show')`, now)
    .add('b.desk_id = ?', deskId)
    .add('b.exhibitor_id = ?', exhibitorId);
  return select(tx, tx.actor, fair, conditions);
}

/** All bookings of one party that the reader may see, the cancelled ones too. */
export function bookingsOfParty(
  tx: Tx,
  fair: FairRow,
  party: { readonly deskId?: string; readonly exhibitorId?: string },
): Promise<BookingRow[]> {
  const conditions = new Conditions()
    .add('b.fair_id = ?', fair.id)
    .add('b.desk_id = ?', party.deskId)
    .add('b.exhibitor_id = ?', party.exhibitorId);
  return select(tx, tx.actor, fair, conditions);
}

function select(tx: Tx, actor: Actor, fair: FairRow, conditions: Conditions): Promise<BookingRow[]> {
  narrowToReader(conditions, actor, fair, READER);
  return tx.sql<BookingRow & Record<string, unknown>>(
    `${SELECT_BOOKING} WHERE ${conditions.sql} ORDER BY b.during, d.institution_name, d.department_name, b.desk_id, b.seat`,
    conditions.values,
  );
}

export interface TakenRow {
  readonly desk_id: string;
  readonly slot_id: string;
  readonly taken: number;
  readonly waiting: number;
}

/** How many sit at each desk in each slot, and how many wait for it: for it alone, or for any of the desk's. */
export function takenPlaces(
  tx: Tx,
  fairId: string,
  deskId: string | undefined,
  now: Date,
): Promise<TakenRow[]> {
  const conditions = new Conditions()
    .add('b.fair_id = ?', fairId)
    .add(HOLDING, now)
    .add('b.desk_id = ?', deskId);
  const ofDesk = deskId === undefined ? '' : `AND w.desk_id = $${conditions.values.length}`;
  return tx.sql<TakenRow & Record<string, unknown>>(
    `WITH taken AS (
       SELECT b.desk_id, b.slot_id, count(*)::int AS taken FROM fair_bookings b WHERE ${conditions.sql} GROUP BY 1, 2
     ), waiting AS (
       SELECT w.desk_id, w.slot_id, count(*)::int AS waiting FROM fair_waiting w
       WHERE w.fair_id = $1 ${ofDesk} AND w.state = 'waiting' GROUP BY 1, 2
     )
     SELECT coalesce(t.desk_id, one.desk_id) AS desk_id, coalesce(t.slot_id, one.slot_id) AS slot_id,
       coalesce(t.taken, 0) AS taken,
       coalesce(one.waiting, 0) + coalesce((SELECT w.waiting FROM waiting w
         WHERE w.slot_id IS NULL AND w.desk_id = coalesce(t.desk_id, one.desk_id)), 0) AS waiting
     FROM taken t FULL JOIN (SELECT * FROM waiting WHERE slot_id IS NOT NULL) one
       ON one.desk_id = t.desk_id AND one.slot_id = t.slot_id`,
    conditions.values,
  );
}
