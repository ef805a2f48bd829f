import { Injectable } from '@nestjs/common';
import { reachOf } from '@ieum/domain';
import type { Readable } from 'node:stream';
import type { Actor } from '../common/actor';
import { writeSheet, type SheetCell } from '../common/sheets/sheet-writer';
import { Transactions } from '../database/transactions';
import type { ExportPurchasesQuery, ListPurchasesQuery } from './dto/list-purchases.query';
import { PURCHASE_SHEET_HEADINGS, toSheetRow } from './purchase-sheet';
import { listPurchases } from './purchases.queries';

const ROWS_AT_A_TIME = 1_000;

/** The ledger as a sheet: exactly the rows that the list shows for the same filters and order, of any number. */
@Injectable()
export class PurchaseExportService {
  constructor(private readonly transactions: Transactions) {}

  export(actor: Actor, query: ExportPurchasesQuery): Readable {
    const { format = 'xlsx', ...filters } = query;
    return writeSheet(format, {
      name: '구매실적',
      headings: PURCHASE_SHEET_HEADINGS,
      rows: this.rows(actor, filters),
    });
  }

  /** Page after page, each in its own short transaction: a long download holds no lock and no connection. */
  private async *rows(actor: Actor, filters: ListPurchasesQuery): AsyncGenerator<SheetCell[]> {
    let cursor: string | undefined;
    do {
      const query = { ...filters, limit: ROWS_AT_A_TIME, cursor };
      const page = await this.transactions.run(actor, (tx) =>
        listPurchases(tx, reachOf(actor, 'purchase:read'), query),
      );
      yield* page.items.map(toSheetRow);
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
