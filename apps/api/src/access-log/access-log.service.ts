import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../common/paging';
import { Transactions } from '../database/transactions';
import { accessLogEntries } from './access-log.queries';
import { toAccessLogEntryDto, type AccessLogEntryDto, type ListAccessLogQuery } from './dto/access-log.dto';

@Injectable()
export class AccessLogService {
  constructor(private readonly transactions: Transactions) {}

  /** Who saw whom, the newest first; for the administrator alone, who appears in it by reading it. */
  list(actor: Actor, query: ListAccessLogQuery): Promise<Page<AccessLogEntryDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['integer']) ?? [];
    const beforeId = typeof before === 'number' ? before : undefined;
    return this.transactions.run(actor, async (tx) => {
      const rows = await accessLogEntries(tx, query, beforeId, limit + 1);
      return pageOf(rows.map(toAccessLogEntryDto), limit, (row) => [row.id]);
    });
  }
}
