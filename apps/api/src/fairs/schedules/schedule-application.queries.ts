import type { BookingEnd } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

/** Why a booking ended that a new schedule took back. */
const RESCHEDULED: BookingEnd = 'rescheduled';

/** A meeting that gets a place: a booking that moves, or a new one (null). */
export interface PlacedMeeting {
  readonly bookingId: string | null;
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slotId: string;
  readonly seat: number;
}

/** Seats of the bookings that hold a place. */
export function heldSeats(tx: Tx, fairId: string): Promise<{ id: string; seat: number }[]> {
  return tx.sql(
    `SELECT id, seat FROM fair_bookings
     WHERE fair_id = $1 AND state IN ('proposed', 'confirmed', 'attended', 'walk_in')`,
    [fairId],
  );
}

/** Takes bookings back. @returns how many there were */
export async function cancelBookings(tx: Tx, fairId: string, ids: readonly string[]): Promise<number> {
  const rows = await tx.sql(
    `UPDATE fair_bookings SET state = 'cancelled', cancel_reason = '${RESCHEDULED}', cancelled_by = 'organiser',
       state_before = state, version = version + 1
     WHERE fair_id = $1 AND id = ANY ($2) AND state = 'confirmed' RETURNING id`,
    [fairId, ids],
  );
  return rows.length;
}

/** Frees the places of bookings that move: exclusion constraints look row by row, and two that swap would clash. */
export async function releaseBookings(tx: Tx, fairId: string, ids: readonly string[]): Promise<number> {
  const rows = await tx.sql(
    `UPDATE fair_bookings SET state = 'cancelled', cancel_reason = '${RESCHEDULED}'
     WHERE fair_id = $1 AND id = ANY ($2) AND state = 'confirmed' RETURNING id`,
    [fairId, ids],
  );
  return rows.length;
}

const PLACES = `jsonb_to_recordset($2::jsonb) AS p("bookingId" uuid, "deskId" uuid, "exhibitorId" uuid, "slotId" uuid, seat smallint)
  JOIN fair_slots s ON s.fair_id = $1 AND s.id = p."slotId"
  JOIN fair_exhibitors e ON e.fair_id = $1 AND e.id = p."exhibitorId"`;

/** Gives released bookings their new places. */
export async function placeBookings(
  tx: Tx,
  fairId: string,
  places: readonly PlacedMeeting[],
): Promise<number> {
  const rows = await tx.sql(
    `UPDATE fair_bookings b SET state = 'confirmed', cancel_reason = NULL, slot_id = s.id, during = s.during,
       seat = p.seat, person_id = e.person_id, version = b.version + 1
     FROM ${PLACES} WHERE b.fair_id = $1 AND b.id = p."bookingId" RETURNING b.id`,
    [fairId, JSON.stringify(places)],
  );
  return rows.length;
}

export async function insertBookings(
  tx: Tx,
  fairId: string,
  places: readonly PlacedMeeting[],
): Promise<number> {
  const rows = await tx.sql(
    `INSERT INTO fair_bookings (fair_id, desk_id, seat, exhibitor_id, person_id, institution_id, department_id,
       supplier_id, slot_id, during, state, origin, asked_by, created_by)
     SELECT $1, d.id, p.seat, e.id, e.person_id, d.institution_id, d.department_id, e.supplier_id, s.id, s.during,
       'confirmed', 'schedule', 'organiser', $3
     FROM ${PLACES} JOIN fair_desks d ON d.fair_id = $1 AND d.id = p."deskId" RETURNING id`,
    [fairId, JSON.stringify(places), tx.actor.userId],
  );
  return rows.length;
}

/** Desks and exhibitors as their notices are addressed. */
export function addressees(
  tx: Tx,
  fairId: string,
  ids: readonly string[],
): Promise<
  {
    id: string;
    institution_id: string | null;
    department_id: string | null;
    supplier_id: string | null;
  }[]
> {
  return tx.sql(
    `SELECT id, institution_id, department_id, NULL::uuid AS supplier_id FROM fair_desks
     WHERE fair_id = $1 AND id = ANY ($2)
     UNION ALL SELECT id, NULL, NULL, supplier_id FROM fair_exhibitors WHERE fair_id = $1 AND id = ANY ($2)`,
    [fairId, ids],
  );
}
