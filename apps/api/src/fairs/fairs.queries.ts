import { areaReachOf, type FairSlotTimes, type FairState } from '@ieum/domain';
import type { Tx } from '../database/transactions';

/** A fair as it is told, with who hosts it. Days are Korean days. */
export interface FairListRow {
  id: string;
  name: string;
  host_institution_id: string;
  area_id: string;
  host_name: string;
  venue: string | null;
  description: string | null;
  state: FairState;
  first_day: string;
  last_day: string;
  applications_close_on: string | null;
  slot_minutes: number;
  hold_days: number;
  offer_minutes: number;
  no_show_minutes: number;
  visitors: number | null;
  recorded_enterprises: number | null;
  recorded_desks: number | null;
  recorded_consultations: number | null;
  version: number;
}

export interface FairSlotRow {
  id: string;
  starts_at: Date;
  ends_at: Date;
}

const FAIR = `
  SELECT f.id, f.name, f.host_institution_id, f.area_id, i.name AS host_name, f.venue, f.description, f.state,
         f.first_day::text, f.last_day::text, f.applications_close_on::text, f.slot_minutes, f.hold_days, f.offer_minutes,
         f.no_show_minutes, f.visitors, f.recorded_enterprises, f.recorded_desks, f.recorded_consultations, f.version
  FROM fairs f JOIN institutions i ON i.id = f.host_institution_id`;

export interface FairFilter {
  /** the year of the first day */
  readonly year: number | null;
  readonly states: readonly string[] | null;
}

/** The latest first, without what the actor does not plan itself. */
export function searchFairs(
  tx: Tx,
  { year, states }: FairFilter,
  after: readonly [day: unknown, id: unknown],
  limit: number,
): Promise<FairListRow[]> {
  const { areaIds, institutionIds } = areaReachOf(tx.actor, 'fair:manage');
  const isEverywhere = areaIds === undefined && institutionIds === undefined;
  return tx.sql<FairListRow & Record<string, unknown>>(
    `${FAIR} WHERE (f.state <> 'planned' OR $6::boolean OR f.area_id = ANY ($7::uuid[])
         OR f.host_institution_id = ANY ($8::uuid[]))
       AND ($1::int IS NULL OR f.first_day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31))
       AND ($2::text[] IS NULL OR f.state = ANY ($2)) AND ($3::date IS NULL OR (f.first_day, f.id) < ($3, $4::uuid))
     ORDER BY f.first_day DESC, f.id DESC LIMIT $5`,
    [year, states, ...after, limit, isEverywhere, areaIds ?? [], institutionIds ?? []],
  );
}

export async function fairById(tx: Tx, id: string): Promise<FairListRow | undefined> {
  return (await tx.prepared<FairListRow & Record<string, unknown>>(`${FAIR} WHERE f.id = $1`, [id]))[0];
}

/** Announced fairs: those to come by their day, then those that are past, the latest first. */
export function announcedFairs(tx: Tx, today: string, limit: number): Promise<FairListRow[]> {
  return tx.sql<FairListRow & Record<string, unknown>>(
    `${FAIR} WHERE f.state <> 'planned'
     ORDER BY (f.last_day < $1::date), abs(f.first_day - $1::date), f.id LIMIT $2`,
    [today, limit],
  );
}

/** In order of time. */
export function slotsOf(tx: Tx, fairId: string): Promise<FairSlotRow[]> {
  return tx.prepared<FairSlotRow & Record<string, unknown>>(
    `SELECT id, lower(during) AS starts_at, upper(during) AS ends_at FROM fair_slots WHERE fair_id = $1 ORDER BY during`,
    [fairId],
  );
}

/** The ids alone, for rules that ask whether a slot is the fair's. */
export async function slotIdsOf(tx: Tx, fairId: string): Promise<string[]> {
  const rows = await tx.prepared<{ id: string }>('SELECT id FROM fair_slots WHERE fair_id = $1', [fairId]);
  return rows.map(({ id }) => id);
}

/** All slots anew; nobody says any more in which of them it is absent. */
export async function writeSlots(tx: Tx, fairId: string, slots: readonly FairSlotTimes[]): Promise<void> {
  await forgetAbsences(tx, fairId);
  await tx.sql('DELETE FROM fair_slots WHERE fair_id = $1', [fairId]);
  await tx.sql(
    `INSERT INTO fair_slots (fair_id, during) SELECT $1, tstzrange(s.starts_at, s.ends_at)
     FROM unnest($2::timestamptz[], $3::timestamptz[]) AS s(starts_at, ends_at)`,
    [fairId, slots.map(({ startsAt }) => startsAt), slots.map(({ endsAt }) => endsAt)],
  );
}

/** Of a fair that moves to other days, the slots that lie on none of them. */
export async function dropSlotsOutside(
  tx: Tx,
  fairId: string,
  firstDay: string,
  lastDay: string,
): Promise<void> {
  const gone = await tx.sql<{ id: string }>(
    `DELETE FROM fair_slots WHERE fair_id = $1
       AND (lower(during) AT TIME ZONE 'Asia/Seoul')::date NOT BETWEEN $2::date AND $3::date RETURNING id`,
    [fairId, firstDay, lastDay],
  );
  if (gone.length > 0) await forgetAbsences(tx, fairId);
}

async function forgetAbsences(tx: Tx, fairId: string): Promise<void> {
  for (const table of ['fair_desks', 'fair_exhibitors'])
    await tx.sql(
      `UPDATE ${table} SET absent_slot_ids = '{}', version = version + 1 WHERE fair_id = $1 AND absent_slot_ids <> '{}'`,
      [fairId],
    );
}

/** What the rules want to know before a fair changes: its slots, whatever was ever booked. */
export interface FairCounts {
  readonly slots: number;
  /** of any state, and entries of the waiting list: they name their slot */
  readonly bookings: number;
}

/** In a room that is entered: row security would count the own ones alone. */
/** Nobody waits at a fair that is over. */
export async function endWaiting(tx: Tx, fairId: string): Promise<void> {
  await tx.sql(`UPDATE fair_waiting SET state = 'withdrawn' WHERE fair_id = $1 AND state = 'waiting'`, [
    fairId,
  ]);
}

export async function fairCounts(tx: Tx, fairId: string): Promise<FairCounts> {
  const [row] = await tx.prepared<FairCounts & Record<string, unknown>>(
    `SELECT (SELECT count(*) FROM fair_slots WHERE fair_id = $1) AS slots,
            (SELECT count(*) FROM fair_bookings WHERE fair_id = $1) + (SELECT count(*) FROM fair_waiting WHERE fair_id = $1)
              AS bookings`,
    [fairId],
  );
  return row ?? { slots: 0, bookings: 0 };
}
