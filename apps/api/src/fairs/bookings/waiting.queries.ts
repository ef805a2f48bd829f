import { koreanDay, type WaitingFacts, type WaitingState } from '@ieum/domain';
import { refuse } from '../../common/refused';
import type { Conditions } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import type { WaitingEntryDto } from '../dto/booking.dto';
import { deskNameOf, HOLDING } from './bookings.queries';

/** Somebody who waits for a place, and what stands against the offer. */
export interface CandidateRow {
  readonly id: string;
  readonly exhibitor_id: string;
  readonly meetings: number;
  readonly is_taken: boolean;
  readonly is_checked_in: boolean;
}

const STANDING = `${HOLDING} AND (b.held_until IS NULL OR b.held_until > $3)`;
const CANDIDATES = `SELECT w.id, w.exhibitor_id,
    (SELECT count(*) FROM fair_bookings b WHERE b.exhibitor_id = w.exhibitor_id AND ${STANDING}) AS meetings,
    EXISTS (SELECT FROM fair_bookings b WHERE b.exhibitor_id = w.exhibitor_id AND ${STANDING}
        AND (b.desk_id = w.desk_id OR b.slot_id = s.id))
      OR EXISTS (SELECT FROM ieum_person_bookings(x.person_id, s.during) p WHERE p.held_until IS NULL OR p.held_until > $3)
      AS is_taken,
    EXISTS (SELECT FROM fair_check_ins c WHERE c.exhibitor_id = w.exhibitor_id AND c.day = $4::date) AS is_checked_in
  FROM fair_waiting w JOIN fair_exhibitors x ON x.id = w.exhibitor_id JOIN fair_slots s ON s.id = $2
  WHERE w.desk_id = $1 AND w.state = 'waiting' AND (w.slot_id = s.id OR w.slot_id IS NULL) ORDER BY w.position`;

/** Who waits for this slot of the desk or for any, in the order in which they came. */
export function candidatesFor(tx: Tx, deskId: string, slotId: string, now: Date): Promise<CandidateRow[]> {
  return tx.prepared<CandidateRow>(CANDIDATES, [deskId, slotId, now, koreanDay(now)]);
}

export interface WaitingRow {
  readonly id: string;
  readonly fair_id: string;
  readonly desk_id: string;
  readonly institution_id: string;
  readonly department_id: string | null;
  readonly area_id: string;
  readonly institution_name: string;
  readonly department_name: string | null;
  readonly exhibitor_id: string;
  readonly supplier_id: string;
  readonly supplier_name: string;
  readonly slot_id: string | null;
  readonly state: WaitingState;
  readonly place: number | null;
  readonly booking_id: string | null;
  readonly offered_until: Date | null;
}

/** `w` is the entry, `d` its desk, `i` the desk's institution. */
const SELECT_WAITING = `
  SELECT w.id, w.fair_id, w.desk_id, d.institution_id, d.department_id, coalesce(i.district_id, i.id) AS area_id,
    d.institution_name, d.department_name, w.exhibitor_id, w.supplier_id, x.supplier_name, w.slot_id, w.state,
    w.booking_id, w.offered_until,
    CASE WHEN w.state = 'waiting' THEN (SELECT count(*) FROM fair_waiting v WHERE v.desk_id = w.desk_id AND v.state = 'waiting'
      AND v.position <= w.position AND (v.slot_id IS NULL OR w.slot_id IS NULL OR v.slot_id = w.slot_id)) END AS place
  FROM fair_waiting w JOIN fair_desks d ON d.id = w.desk_id JOIN fair_exhibitors x ON x.id = w.exhibitor_id
    JOIN institutions i ON i.id = d.institution_id`;

/** The transaction is in the fair's room. NOT_FOUND when there is none. */
export async function waitingById(tx: Tx, fairId: string, id: string): Promise<WaitingRow> {
  const [row] = await tx.prepared<WaitingRow>(`${SELECT_WAITING} WHERE w.fair_id = $1 AND w.id = $2`, [
    fairId,
    id,
  ]);
  return row ?? refuse('NOT_FOUND');
}

export function waitingRows(tx: Tx, conditions: Conditions, limit: number): Promise<WaitingRow[]> {
  return tx.sql<WaitingRow>(
    `${SELECT_WAITING} WHERE ${conditions.sql} ORDER BY w.position LIMIT ${limit}`,
    conditions.values,
  );
}

export function partiesOfEntry(row: WaitingRow) {
  return {
    desk: { institutionId: row.institution_id, areaId: row.area_id, departmentId: row.department_id },
    exhibitor: { supplierId: row.supplier_id },
  };
}

export function waitingFactsOf(row: WaitingRow): WaitingFacts {
  return { state: row.state, offeredUntil: row.offered_until };
}

export function toWaitingDto(row: WaitingRow): WaitingEntryDto {
  return {
    id: row.id,
    fairId: row.fair_id,
    deskId: row.desk_id,
    deskName: deskNameOf(row),
    exhibitorId: row.exhibitor_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    slotId: row.slot_id,
    state: row.state,
    place: row.place,
    bookingId: row.booking_id,
    offeredUntil: row.offered_until?.toISOString() ?? null,
  };
}
