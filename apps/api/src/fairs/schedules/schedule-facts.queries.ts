import { createHash } from 'node:crypto';
import {
  HOLDING_STATES,
  scheduleBasis,
  type BookingOrigin,
  type BookingState,
  type ScheduleFacts,
  type FairSide,
} from '@ieum/domain';
import type { Tx } from '../../database/transactions';

interface SlotRow {
  id: string;
  starts_at: Date;
}

interface DeskRow {
  id: string;
  seats: number;
  absent_slot_ids: string[];
}

interface ExhibitorRow {
  id: string;
  person_id: string | null;
  floor: number;
  ceiling: number | null;
  absent_slot_ids: string[];
}

interface WishRow {
  desk_id: string;
  exhibitor_id: string;
  by: FairSide;
  weight: number;
}

interface BookingRow {
  id: string;
  desk_id: string;
  exhibitor_id: string;
  slot_id: string;
  state: BookingState;
  origin: BookingOrigin;
  is_locked: boolean;
}

/** Everything that the schedule of the fair is computed from; the transaction has entered the fair's room. */
export async function readScheduleFacts(tx: Tx, fairId: string): Promise<ScheduleFacts> {
  const [slots, desks, exhibitors, wishes, bookings] = await Promise.all([
    tx.sql<SlotRow>(
      'SELECT id, lower(during) AS starts_at FROM fair_slots WHERE fair_id = $1 ORDER BY during',
      [fairId],
    ),
    tx.sql<DeskRow>(
      'SELECT id, seats, absent_slot_ids FROM fair_desks WHERE fair_id = $1 AND withdrawn_reason IS NULL',
      [fairId],
    ),
    tx.sql<ExhibitorRow>(
      `SELECT id, person_id, floor, ceiling, absent_slot_ids FROM fair_exhibitors
       WHERE fair_id = $1 AND state = 'confirmed'`,
      [fairId],
    ),
    tx.sql<WishRow>('SELECT desk_id, exhibitor_id, "by", weight FROM fair_wishes WHERE fair_id = $1', [
      fairId,
    ]),
    tx.sql<BookingRow>(
      `SELECT id, desk_id, exhibitor_id, slot_id, state, origin, is_locked FROM fair_bookings
       WHERE fair_id = $1 AND state = ANY ($2)`,
      [fairId, HOLDING_STATES],
    ),
  ]);
  return {
    slots: slots.map(({ id, starts_at: startsAt }) => ({ id, startsAt: startsAt.toISOString() })),
    desks: desks.map(({ id, seats, absent_slot_ids: absentSlotIds }) => ({ id, seats, absentSlotIds })),
    exhibitors: exhibitors.map((row) => ({
      id: row.id,
      personId: row.person_id,
      floor: row.floor,
      ceiling: row.ceiling,
      absentSlotIds: row.absent_slot_ids,
    })),
    wishes: wishes.map((row) => ({
      deskId: row.desk_id,
      exhibitorId: row.exhibitor_id,
      by: row.by,
      weight: row.weight,
    })),
    bookings: bookings.map((row) => ({
      id: row.id,
      deskId: row.desk_id,
      exhibitorId: row.exhibitor_id,
      slotId: row.slot_id,
      state: row.state,
      origin: row.origin,
      isLocked: row.is_locked,
    })),
  };
}

/** The same exactly when the schedule would be computed from the same. */
export function basisOf(facts: ScheduleFacts, now: Date): string {
  return createHash('sha256').update(scheduleBasis(facts, now)).digest('hex');
}

/** Names of all desks and exhibitors that the fair ever had, by id. */
export async function partyNames(tx: Tx, fairId: string): Promise<(id: string) => string> {
  const rows = await tx.sql<{ id: string; name: string }>(
    `SELECT id, concat_ws(' ', institution_name, department_name) AS name FROM fair_desks WHERE fair_id = $1
     UNION ALL SELECT id, supplier_name FROM fair_exhibitors WHERE fair_id = $1`,
    [fairId],
  );
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}
