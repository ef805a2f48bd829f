import { Injectable } from '@nestjs/common';
import { areaReachOf } from '@ieum/domain';
import type { Readable } from 'node:stream';
import type { Actor } from '../../common/actor';
import { writeSheet, type SheetCell } from '../../common/sheets/sheet-writer';
import { Transactions } from '../../database/transactions';
import { CONTRACT_SHEET_HEADINGS, toContractSheetRow } from './contract-sheet';
import { searchContracts } from './contracts.queries';
import type { ContractFilterQuery, ExportContractsQuery } from './dto/list-contracts.query';

const ROWS_AT_A_TIME = 1_000;

/** The contracts as a sheet: exactly the rows that the list shows for the same filters, of any number. */
@Injectable()
export class ContractExportService {
  constructor(private readonly transactions: Transactions) {}

  export(actor: Actor, { format = 'xlsx', ...filter }: ExportContractsQuery): Readable {
    const rows = this.rows(actor, filter);
    return writeSheet(format, { name: '계약', headings: CONTRACT_SHEET_HEADINGS, rows });
  }

  /** Page after page, each in its own short transaction. */
  private async *rows(actor: Actor, filter: ContractFilterQuery): AsyncGenerator<SheetCell[]> {
    const reach = areaReachOf(actor, 'contract:read');
    let after: readonly string[] | undefined;
    for (;;) {
      const rows = await this.transactions.run(actor, (tx) =>
        searchContracts(tx, reach, filter, after, ROWS_AT_A_TIME),
      );
      yield* rows.map(toContractSheetRow);
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_AT_A_TIME) return;
      after = [last.signed_on, last.id];
    }
  }
}
