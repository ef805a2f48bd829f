import type { Day } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

/**
 * Writes down that the day's work begins; false when that day or a later one is done already, or when an attempt failed a
 * short while ago (ten minutes after the first, an hour after the sixth and later). Call it under the entry's lock.
 */
export async function beginRun(tx: Tx, name: string, day: Day, now: Date): Promise<boolean> {
  const begun = await tx.sql(
    `INSERT INTO timetable_runs AS run (name, day, started_at)
     SELECT $1, $2::date, $3::timestamptz
     WHERE NOT EXISTS (SELECT FROM timetable_runs d WHERE d.name = $1 AND d.day >= $2::date AND d.finished_at IS NOT NULL)
     ON CONFLICT ON CONSTRAINT pk_timetable_runs DO UPDATE
     SET attempts = run.attempts + 1, started_at = excluded.started_at
     WHERE run.started_at + least(run.attempts, 6) * interval '10 minutes' <= excluded.started_at
     RETURNING name`,
    [name, day, now],
  );
  return begun.length === 1;
}

export async function finishRun(tx: Tx, name: string, day: Day, now: Date): Promise<void> {
  await tx.sql(`UPDATE timetable_runs SET finished_at = $3 WHERE name = $1 AND day = $2::date`, [
    name,
    day,
    now,
  ]);
}
