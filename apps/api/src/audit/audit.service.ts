import { Injectable } from '@nestjs/common';
import { reachOf } from '@ieum/domain';
import type { Actor } from '../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { Transactions } from '../database/transactions';
import { auditEvents } from './audit.queries';
import { toAuditEventDto, type AuditEventDto, type ListAuditEventsQuery } from './dto/audit-event.dto';

@Injectable()
export class AuditService {
  constructor(private readonly transactions: Transactions) {}

  /** Who changed what, the newest first: a manager for the own institution, an administrator for all. */
  list(actor: Actor, query: ListAuditEventsQuery): Promise<Page<AuditEventDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['integer']) ?? [null];
    return this.transactions.run(actor, async (tx) => {
      const beforeId = before === null ? null : Number(before);
      const rows = await auditEvents(tx, reachOf(actor, 'audit:read'), query, beforeId, limit + 1);
      return pageOf(rows.map(toAuditEventDto), limit, (row) => [row.id]);
    });
  }
}
