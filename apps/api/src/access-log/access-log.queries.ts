import type { PersonalData, PersonKind } from '@ieum/domain';
import type { Look } from '../common/access-recorder';
import { Conditions } from '../database/conditions';
import type { Tx } from '../database/transactions';
import type { ListAccessLogQuery } from './dto/access-log.dto';

/** A row of access_log, with the names of both sides. */
export interface AccessLogRow {
  id: number;
  seenAt: Date;
  actorId: string;
  actorName: string | null;
  requestId: string;
  fromAddress: string;
  operation: string;
  subjectKind: PersonKind;
  subjectId: string | null;
  subjectName: string | null;
  fields: PersonalData[];
}

export async function insertLook(tx: Tx, look: Look, at: Date): Promise<void> {
  await tx.prepared(
    `INSERT INTO access_log (seen_at, actor_id, request_id, from_address, operation, subject_kind, subject_id, fields)
     SELECT $1, $2, $3, $4, $5, s.kind, s.id, s.fields
     FROM jsonb_to_recordset($6::jsonb) AS s (kind text, id uuid, fields text[])`,
    [at, look.actor.userId, look.actor.requestId, look.address, look.operation, JSON.stringify(look.persons)],
  );
}

/** The newest first. */
export function accessLogEntries(
  tx: Tx,
  query: ListAccessLogQuery,
  beforeId: number | undefined,
  limit: number,
): Promise<AccessLogRow[]> {
  const conditions = new Conditions()
    .add('l.subject_id = ?', query.subjectId)
    .add('l.actor_id = ?', query.actorId)
    .add('l.operation = ?', query.operation)
    .add(`l.seen_at >= ?::date::timestamp AT TIME ZONE 'Asia/Seoul'`, query.from)
    .add(`l.seen_at < (?::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul'`, query.to)
    .add('l.id < ?', beforeId);
  const limited = conditions.place(limit);
  return tx.sql<AccessLogRow & Record<string, unknown>>(
    `SELECT l.id, l.seen_at AS "seenAt", l.actor_id AS "actorId", a.name AS "actorName", l.request_id AS "requestId",
            l.from_address AS "fromAddress", l.operation, l.subject_kind AS "subjectKind", l.subject_id AS "subjectId",
            coalesce(u.name, s.name) AS "subjectName", l.fields
     FROM access_log l LEFT JOIN users a ON a.id = l.actor_id
     LEFT JOIN users u ON l.subject_kind = 'user' AND u.id = l.subject_id
     LEFT JOIN suppliers s ON l.subject_kind = 'supplier' AND s.id = l.subject_id
     WHERE ${conditions.sql} ORDER BY l.id DESC LIMIT ${limited}`,
    conditions.values,
  );
}

/** @returns how many went; fewer than `portion` = nothing is left to remove */
export async function removeLooksBefore(tx: Tx, instant: Date, portion: number): Promise<number> {
  const gone = await tx.sql(
    `DELETE FROM access_log WHERE id IN
       (SELECT id FROM access_log WHERE seen_at < $1 ORDER BY seen_at LIMIT $2) RETURNING id`,
    [instant, portion],
  );
  return gone.length;
}
