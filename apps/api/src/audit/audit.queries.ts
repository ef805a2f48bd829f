import type { Reach } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { AuditEventRow } from './audit-event.row';
import type { ListAuditEventsQuery } from './dto/audit-event.dto';

/** The newest first. */
export function auditEvents(
  tx: Tx,
  reach: Reach,
  query: ListAuditEventsQuery,
  beforeId: number | null,
  limit: number,
): Promise<AuditEventRow[]> {
  return tx.sql<AuditEventRow>(
    `SELECT e.id, e.institution_id AS "institutionId", e.occurred_at AS "occurredAt", e.actor_id AS "actorId",
            u.name AS "actorName", e.request_id AS "requestId", e.table_name AS "tableName", e.row_id AS "rowId",
            e.action, e.before, e.after
     FROM audit_events e LEFT JOIN users u ON u.id = e.actor_id
     WHERE ($1::uuid[] IS NULL OR e.institution_id = ANY ($1))
       AND ($2::uuid IS NULL OR e.institution_id = $2)
       AND ($3::date IS NULL OR e.occurred_at >= $3::date::timestamp AT TIME ZONE 'Asia/Seoul')
       AND ($4::date IS NULL OR e.occurred_at < ($4::date + 1)::timestamp AT TIME ZONE 'Asia/Seoul')
       AND ($5::uuid IS NULL OR e.actor_id = $5)
       AND ($6::text IS NULL OR e.table_name = $6) AND ($7::text IS NULL OR e.row_id = $7)
       AND ($8::bigint IS NULL OR e.id < $8)
     ORDER BY e.id DESC LIMIT $9`,
    [
      reach.institutionIds ?? null,
      query.institutionId ?? null,
      query.from ?? null,
      query.to ?? null,
      query.actorId ?? null,
      query.tableName ?? null,
      query.rowId ?? null,
      beforeId,
      limit,
    ],
  );
}
