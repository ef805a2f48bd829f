import { Injectable } from '@nestjs/common';
import { MAX_EXPORTED_SUPPLIERS, supplierExportRefusal } from '@ieum/domain';
import type { Readable } from 'node:stream';
import type { Actor } from '../../common/actor';
import { assertAllowed } from '../../common/refused';
import { writeSheet, type SheetCell } from '../../common/sheets/sheet-writer';
import type { ExportSuppliersQuery, SearchSuppliersQuery } from './dto/search-suppliers.query';
import { SUPPLIER_SHEET_HEADINGS, toSupplierSheetRow } from './supplier-sheet';
import { SupplierSearchService } from './supplier-search.service';

const ROWS_AT_A_TIME = 200;

/** What the search finds as a sheet: exactly the rows that it shows for the same question and order. Refused beyond a number. */
@Injectable()
export class SupplierExportService {
  constructor(private readonly suppliers: SupplierSearchService) {}

  async export(actor: Actor, query: ExportSuppliersQuery): Promise<Readable> {
    const { format = 'xlsx', ...question } = query;
    const found = await this.suppliers.count(actor, question, MAX_EXPORTED_SUPPLIERS + 1);
    assertAllowed(supplierExportRefusal(found));
    return writeSheet(format, {
      name: '공급업체',
      headings: SUPPLIER_SHEET_HEADINGS,
      rows: this.rows(actor, question),
    });
  }

  /** Page after page, each in its own short transaction: a long download holds no lock and no connection. */
  private async *rows(actor: Actor, question: SearchSuppliersQuery): AsyncGenerator<SheetCell[]> {
    let cursor: string | undefined;
    do {
      const page = await this.suppliers.search(actor, {
        ...question,
        facets: false,
        limit: ROWS_AT_A_TIME,
        cursor,
      });
      yield* page.items.map((supplier) => toSupplierSheetRow(supplier, page.asOf));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }
}
