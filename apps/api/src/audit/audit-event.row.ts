/** A row of audit_events, with the name of who acted where the reader may see it. */
export interface AuditEventRow {
  id: number;
  institutionId: string | null;
  occurredAt: Date;
  actorId: string;
  actorName: string | null;
  requestId: string;
  tableName: string;
  rowId: string;
  action: string;
  before: object | null;
  after: object | null;
}
