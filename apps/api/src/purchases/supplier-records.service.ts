import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { Transactions, type Tx } from '../database/transactions';
import { Timetable } from '../jobs/timetable/timetable';
import { SupplierSearchService } from '../suppliers/search/supplier-search.service';

const PORTION = 5_000;

interface RecordRow {
  supplierId: string;
  purchaseCount: number;
  buyerCount: number;
}

/**
 * How often public bodies bought from each enterprise, and how many of them, for the register's search. Counted once a
 * night over all institutions, and at the first start: nobody's single purchase shows in it.
 */
@Injectable()
export class SupplierRecordsService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly timetable: Timetable,
    private readonly search: SupplierSearchService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.timetable.register({
      name: 'supplier-records',
      at: '03:00',
      work: ({ actor, signal }) => this.count(actor, signal),
    });
  }

  /** @param actor who sees every institution */
  async count(actor: Actor, signal = new AbortController().signal): Promise<void> {
    const rows = await this.transactions.run(actor, countRecords);
    // Counted now, whatever day's turn it was.
    const asOf = this.clock.today();
    for (let from = 0; from < rows.length; from += PORTION) {
      signal.throwIfAborted();
      const portion = rows.slice(from, from + PORTION);
      await this.transactions.run(actor, (tx) => this.search.keepRecords(tx, portion, asOf));
    }
  }
}

/**
 * Purchases that stand and were not taken back whole. Every supplier that anything was ever entered for is named, and
 * every one that had a record: otherwise one whose last purchase went away would keep it.
 */
async function countRecords(tx: Tx): Promise<RecordRow[]> {
  await tx.sql(`SET LOCAL statement_timeout = '10min'`);
  return tx.sql<RecordRow>(
    `WITH bought AS (
       SELECT coalesce(s.merged_into_id, s.id) AS supplier_id, p.institution_id,
              p.state IN ('submitted', 'accepted') AND p.amount_krw + coalesce((
                SELECT sum(a.amount_krw) FROM purchases a
                WHERE a.institution_id = p.institution_id AND a.adjusts_id = p.id AND a.state IN ('submitted', 'accepted')
              ), 0) > 0 AS stands
       FROM purchases p JOIN suppliers s ON s.id = p.supplier_id
       WHERE p.adjusts_id IS NULL
     ), counted AS (
       SELECT supplier_id, count(*) FILTER (WHERE stands)::int AS purchases,
              count(DISTINCT institution_id) FILTER (WHERE stands)::int AS buyers
       FROM bought GROUP BY supplier_id
     )
     SELECT supplier_id AS "supplierId", coalesce(c.purchases, 0) AS "purchaseCount", coalesce(c.buyers, 0) AS "buyerCount"
     FROM counted c
     FULL JOIN (SELECT supplier_id FROM supplier_search WHERE purchase_count > 0) kept USING (supplier_id)
     ORDER BY supplier_id`,
  );
}
