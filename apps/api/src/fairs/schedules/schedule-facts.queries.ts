import { createHash } from 'node:crypto';
import {
  scheduleBasis,
  type BookingOrigin,
  type BookingState,
  type ScheduleFacts,
  type FairSide,
  type FairStand,
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
  cancelled_by: FairStand | null;
}

/** A slot in which whoever comes for the exhibitor is at another fair. */
interface ElsewhereRow {
  exhibitor_id: string;
  slot_id: string;
}

const ELSEWHERE = `SELECT e.id AS exhibitor_id, s.id AS slot_id
  FROM fair_exhibitors e
    CROSS JOIN (SELECT tstzrange(min(lower(during)), max(upper(during))) AS days FROM fair_slots WHERE fair_id = $1) f
    CROSS JOIN LATERAL ieum_person_bookings(e.person_id, f.days) p
    JOIN fair_slots s ON s.fair_id = $1 AND s.during && p.during
  WHERE e.fair_id = $1 AND e.state = 'confirmed' AND e.person_id IS NOT NULL
    AND NOT EXISTS (SELECT FROM fair_bookings b WHERE b.fair_id = $1 AND b.id = p.booking_id)`;

/** Everything that the schedule of the fair is computed from; the transaction has entered the fair's room. */
export async function readScheduleFacts(tx: Tx, fairId: string): Promise<ScheduleFacts> {
  const [slots, desks, exhibitors, wishes, bookings, elsewhere] = await Promise.all([
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
      `SELECT id, desk_id, exhibitor_id, slot_id, state, origin, is_locked, cancelled_by FROM fair_bookings
       WHERE fair_id = $1`,
      [fairId],
    ),
    tx.sql<ElsewhereRow>(ELSEWHERE, [fairId]),
  ]);
  const away = new Map<string, string[]>();
  for (const row of elsewhere)
    away.set(row.exhibitor_id, [...(away.get(row.exhibitor_id) ?? []), row.slot_id]);
  return {
    slots: slots.map(({ id, starts_at: startsAt }) => ({ id, startsAt: startsAt.toISOString() })),
    desks: desks.map(({ id, seats, absent_slot_ids: absentSlotIds }) => ({ id, seats, absentSlotIds })),
    exhibitors: exhibitors.map((row) => ({
      id: row.id,
      personId: row.person_id,
      floor: row.floor,
      ceiling: row.ceiling,
      absentSlotIds: [...row.absent_slot_ids, ...(away.get(row.id) ?? [])],
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
      cancelledBy: row.cancelled_by,
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
