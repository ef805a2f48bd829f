import type { KeptSeat } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

export interface FairDeskRow {
  id: string;
  fair_id: string;
  institution_id: string;
  department_id: string | null;
  institution_name: string;
  department_name: string | null;
  /** the district that the institution lies in, or itself: its advisers may run the desk */
  area_id: string;
  seats: number;
  looks_for: string | null;
  absent_slot_ids: string[];
  withdrawn_reason: string | null;
  version: number;
}

const DESK = `
  SELECT d.id, d.fair_id, d.institution_id, d.department_id, d.institution_name, d.department_name,
         coalesce(i.district_id, i.id) AS area_id, d.seats, d.looks_for, d.absent_slot_ids, d.withdrawn_reason, d.version
  FROM fair_desks d JOIN institutions i ON i.id = d.institution_id`;
const BY_NAME = 'ORDER BY d.institution_name, d.department_name NULLS FIRST, d.id';
const HOLDING = `state IN ('proposed', 'confirmed', 'attended', 'walk_in') AND (held_until IS NULL OR held_until > $2)`;

/** By institution and department, the withdrawn ones too. */
export function desksOf(tx: Tx, fairId: string): Promise<FairDeskRow[]> {
  return tx.prepared<FairDeskRow & Record<string, unknown>>(`${DESK} WHERE d.fair_id = $1 ${BY_NAME}`, [
    fairId,
  ]);
}

/** Those that consult. */
export function livingDesks(tx: Tx, fairId: string): Promise<FairDeskRow[]> {
  return tx.prepared<FairDeskRow & Record<string, unknown>>(
    `${DESK} WHERE d.fair_id = $1 AND d.withdrawn_reason IS NULL ${BY_NAME}`,
    [fairId],
  );
}

export async function deskById(tx: Tx, fairId: string, deskId: string): Promise<FairDeskRow | undefined> {
  const rows = await tx.prepared<FairDeskRow & Record<string, unknown>>(
    `${DESK} WHERE d.fair_id = $1 AND d.id = $2`,
    [fairId, deskId],
  );
  return rows[0];
}

/** The same, and nobody books with it or changes it until the transaction ends. */
export async function lockDesk(tx: Tx, fairId: string, deskId: string): Promise<FairDeskRow | undefined> {
  const rows = await tx.prepared<FairDeskRow & Record<string, unknown>>(
    `${DESK} WHERE d.fair_id = $1 AND d.id = $2 FOR UPDATE OF d`,
    [fairId, deskId],
  );
  return rows[0];
}

/** Where a desk belongs, as access asks it. */
export function deskPlace(desk: Pick<FairDeskRow, 'institution_id' | 'area_id' | 'department_id'>) {
  return { institutionId: desk.institution_id, areaId: desk.area_id, departmentId: desk.department_id };
}

/** The places that its meetings keep; a proposal whose time has passed keeps none. */
export function keptSeats(tx: Tx, deskId: string, now: Date): Promise<KeptSeat[]> {
  return tx.prepared<KeptSeat & Record<string, unknown>>(
    `SELECT seat, slot_id AS "slotId" FROM fair_bookings WHERE desk_id = $1 AND ${HOLDING}`,
    [deskId, now],
  );
}

export interface NewDesk {
  readonly fair_id: string;
  readonly institution_id: string;
  readonly institution_name: string;
  readonly department_id: string | null;
  readonly department_name: string | null;
  readonly seats: number;
  readonly looks_for: string | null;
  readonly created_by: string;
  readonly created_at: Date;
}

export async function insertDesk(tx: Tx, desk: NewDesk): Promise<string> {
  const names = Object.keys(desk);
  const [made] = await tx.sql<{ id: string }>(
    `INSERT INTO fair_desks (${names.join(', ')}) VALUES (${names.map((_, index) => `$${index + 1}`).join(', ')})
     RETURNING id`,
    Object.values(desk),
  );
  return made?.id ?? '';
}

export async function countDesks(tx: Tx, fairId: string): Promise<number> {
  const [row] = await tx.prepared<{ count: number }>(
    'SELECT count(*) AS count FROM fair_desks WHERE fair_id = $1',
    [fairId],
  );
  return row?.count ?? 0;
}
