import type { BookingFacts, BookingOrigin, BookingState, FairStand } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Tx } from '../../database/transactions';
import type { BookingDto } from '../dto/booking.dto';

export interface BookingRow {
  readonly id: string;
  readonly fair_id: string;
  readonly desk_id: string;
  readonly seat: number;
  readonly exhibitor_id: string;
  readonly person_id: string | null;
  readonly institution_id: string;
  readonly department_id: string | null;
  /** the district in which the desk's institution lies */
  readonly area_id: string;
  readonly supplier_id: string;
  readonly slot_id: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly state: BookingState;
  readonly origin: BookingOrigin;
  readonly asked_by: FairStand;
  readonly held_until: Date | null;
  readonly is_locked: boolean;
  readonly cancel_reason: string | null;
  readonly cancelled_by: FairStand | null;
  readonly state_before: BookingState | null;
  readonly version: number;
  readonly institution_name: string;
  readonly department_name: string | null;
  readonly supplier_name: string;
  readonly booth: string | null;
  readonly is_checked_in: boolean;
  readonly has_result: boolean;
}

/** The states in which a booking keeps its place away from others, as the constraints say it; `b` is the booking. */
export const HOLDING = `b.state IN ('proposed', 'confirmed', 'attended', 'walk_in')`;

/** Columns and tables of a BookingRow; `b` is the booking. */
export const SELECT_BOOKING = `
  SELECT b.id, b.fair_id, b.desk_id, b.seat, b.exhibitor_id, b.person_id, b.institution_id, b.department_id,
    coalesce(i.district_id, i.id) AS area_id, b.supplier_id, b.slot_id, lower(b.during) AS starts_at,
    upper(b.during) AS ends_at, b.state, b.origin, b.asked_by, b.held_until, b.is_locked, b.cancel_reason,
    b.cancelled_by, b.state_before, b.version, d.institution_name, d.department_name, x.supplier_name, x.booth,
    EXISTS (SELECT FROM fair_check_ins c WHERE c.exhibitor_id = b.exhibitor_id
      AND c.day = (lower(b.during) AT TIME ZONE 'Asia/Seoul')::date) AS is_checked_in,
    EXISTS (SELECT FROM fair_results r WHERE r.booking_id = b.id) AS has_result
  FROM fair_bookings b JOIN fair_desks d ON d.id = b.desk_id JOIN fair_exhibitors x ON x.id = b.exhibitor_id
    JOIN institutions i ON i.id = b.institution_id`;

const BY_ID = `${SELECT_BOOKING} WHERE b.fair_id = $1 AND b.id = $2`;

/** The transaction has to be in the fair's room. NOT_FOUND when there is none. */
export async function bookingById(tx: Tx, fairId: string, bookingId: string): Promise<BookingRow> {
  const [row] = await tx.prepared<BookingRow>(BY_ID, [fairId, bookingId]);
  return row ?? refuse('NOT_FOUND');
}

/** The same, and nobody else changes it until the transaction ends. Lock its place before (lockPlaces). */
export async function lockBooking(tx: Tx, fairId: string, bookingId: string): Promise<BookingRow> {
  const [row] = await tx.prepared<BookingRow>(`${BY_ID} FOR NO KEY UPDATE OF b`, [fairId, bookingId]);
  return row ?? refuse('NOT_FOUND');
}

export function deskNameOf(desk: {
  readonly institution_name: string;
  readonly department_name: string | null;
}): string {
  return desk.department_name === null
    ? desk.institution_name
    : `${desk.institution_name} ${desk.department_name}`;
}

/** The two parties, as standsOf wants them. */
export function partiesOf(row: BookingRow) {
  return {
    desk: { institutionId: row.institution_id, areaId: row.area_id, departmentId: row.department_id },
    exhibitor: { supplierId: row.supplier_id },
  };
}

export function bookingFactsOf(row: BookingRow): BookingFacts {
  return {
    state: row.state,
    askedBy: row.asked_by,
    heldUntil: row.held_until,
    cancelledBy: row.cancelled_by,
    startsAt: row.starts_at,
  };
}

export function toBookingDto(row: BookingRow): BookingDto {
  return {
    id: row.id,
    fairId: row.fair_id,
    deskId: row.desk_id,
    deskName: deskNameOf(row),
    seat: row.seat,
    exhibitorId: row.exhibitor_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    booth: row.booth,
    slotId: row.slot_id,
    startsAt: row.starts_at.toISOString(),
    endsAt: row.ends_at.toISOString(),
    state: row.state,
    origin: row.origin,
    askedBy: row.asked_by,
    heldUntil: row.held_until?.toISOString() ?? null,
    isLocked: row.is_locked,
    cancelReason: row.cancel_reason,
    cancelledBy: row.cancelled_by,
    isCheckedIn: row.is_checked_in,
    hasResult: row.has_result,
    version: row.version,
  };
}
