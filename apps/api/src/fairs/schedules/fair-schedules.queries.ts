import type { Tx } from '../../database/transactions';
import { refuse } from '../../common/refused';
import type { FairScheduleRow, KeptSchedule } from './fair-schedule.row';

const LISTED = 100;
const SELECT = `SELECT s.id, s.fair_id, s.state, s.seed, s.job_id, s.basis, s.meetings, s.preference, s.bound, s.proof,
    s.solve_ms, s.created_at, s.created_by, u.name AS created_by_name, s.applied_at
  FROM fair_schedules s LEFT JOIN users u ON u.id = s.created_by`;

export function listSchedules(tx: Tx, fairId: string): Promise<FairScheduleRow[]> {
  return tx.sql(`${SELECT} WHERE s.fair_id = $1 ORDER BY s.id DESC LIMIT ${LISTED}`, [fairId]);
}

/** NOT_FOUND when the fair has no such schedule. */
export async function findSchedule(tx: Tx, fairId: string, id: string): Promise<FairScheduleRow> {
  const [row] = await tx.sql<FairScheduleRow>(`${SELECT} WHERE s.fair_id = $1 AND s.id = $2`, [fairId, id]);
  return row ?? refuse('NOT_FOUND');
}

/** The same, and nobody else changes it until the transaction ends. */
export async function lockSchedule(tx: Tx, fairId: string, id: string): Promise<FairScheduleRow> {
  const sql = `${SELECT} WHERE s.fair_id = $1 AND s.id = $2 FOR UPDATE OF s`;
  const [row] = await tx.sql<FairScheduleRow>(sql, [fairId, id]);
  return row ?? refuse('NOT_FOUND');
}

export async function resultOf(tx: Tx, id: string): Promise<KeptSchedule | null> {
  const sql = 'SELECT result FROM fair_schedules WHERE id = $1';
  const [row] = await tx.sql<{ result: KeptSchedule | null }>(sql, [id]);
  return row?.result ?? null;
}

export async function saveSchedule(
  tx: Tx,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assignments = Object.keys(change).map((name, index) => `${name} = $${index + 2}`);
  await tx.sql(`UPDATE fair_schedules SET ${assignments.join(', ')} WHERE id = $1`, [
    id,
    ...Object.values(change),
  ]);
}
