import { Injectable } from '@nestjs/common';
import {
  accessRefusal,
  applyImportRefusal,
  changeImportRefusal,
  chooseRowRefusal,
  MEDIA_TYPE_OF,
  reachOf,
  undoImportRefusal,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService } from '../../files/files.service';
import { JobsService } from '../../jobs/jobs.service';
import { CountingYearService } from '../../purchase-targets/counting-year.service';
import type {
  ChangePurchaseImportDto,
  CreatePurchaseImportDto,
  ListImportRowsQuery,
  ListPurchaseImportsQuery,
} from './dto/import-requests.dto';
import type { PurchaseImportDto, PurchaseImportRowDto } from './dto/purchase-import.dto';
import { APPLY_JOB, CHECK_JOB, UNDO_JOB } from './import-jobs';
import {
  mappingOf,
  toImportRowDto,
  toPurchaseImportDto,
  type ImportRow,
  type ShownImportRow,
} from './purchase-import.row';
import {
  chooseRows,
  listImports,
  lockImport,
  pageOfRows,
  saveImport,
  shownImport,
  verdictsOf,
  type ImportKey,
} from './purchase-imports.queries';
import { undoFacts } from './undo-facts';

const SHEET_TYPES: readonly string[] = [MEDIA_TYPE_OF.xlsx, MEDIA_TYPE_OF.csv];

/** An import on its way: dry run, choices, application, undoing. The work itself is done by jobs. */
@Injectable()
export class PurchaseImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FilesService,
    private readonly jobs: JobsService,
    private readonly countingYears: CountingYearService,
  ) {}

  create(actor: Actor, input: CreatePurchaseImportDto): Promise<PurchaseImportDto> {
    const institutionId = actor.institutionId ?? refuse('FORBIDDEN');
    const departmentId = input.departmentId ?? reachOf(actor, 'purchase-import:write').departmentId ?? null;
    assertAllowed(accessRefusal(actor, 'purchase-import:write', { institutionId, departmentId }));
    return this.transactions.runOnce(actor, async (tx) => {
      const file = await this.files.open(tx, institutionId, input.fileId);
      if (!SHEET_TYPES.includes(file.mediaType)) refuse('FILE_TYPE_REFUSED');
      await this.countingYears.of(tx, institutionId, input.fiscalYear);
      const [row] = await tx.sql<ImportRow>(
        `INSERT INTO purchase_imports (institution_id, file_id, department_id, fiscal_year, mapping, header_row,
           default_kind, default_channel, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING *`,
        [
          institutionId,
          input.fileId,
          departmentId,
          input.fiscalYear,
          JSON.stringify(mappingOf(input.mapping ?? [])),
          input.headerRow ?? null,
          input.defaultKind ?? 'goods',
          input.defaultChannel ?? 'contract',
          actor.userId,
        ],
      );
      return this.start(tx, row ?? refuse('NOT_FOUND'), CHECK_JOB);
    });
  }

  list(actor: Actor, query: ListPurchaseImportsQuery): Promise<Page<PurchaseImportDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['id']) ?? [null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await listImports(tx, {
        ...reachOf(actor, 'purchase-import:write'),
        fiscalYear: query.fiscalYear,
        before: before === null ? null : String(before),
        limit: limit + 1,
      });
      return pageOf(rows.map(toPurchaseImportDto), limit, (row) => [row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<PurchaseImportDto> {
    return this.transactions.run(actor, async (tx) => toPurchaseImportDto(await this.shown(tx, id)));
  }

  rows(actor: Actor, id: string, query: ListImportRowsQuery): Promise<Page<PurchaseImportRowDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['int4']) ?? [0];
    return this.transactions.run(actor, async (tx) => {
      const found = await this.shown(tx, id);
      const filter = { classes: query.class, after: Number(after), limit: limit + 1 };
      const rows = await pageOfRows(tx, found, filter);
      return pageOf(rows.map(toImportRowDto), limit, (row) => [row.rowNumber]);
    });
  }

  change(
    actor: Actor,
    id: string,
    version: number,
    input: ChangePurchaseImportDto,
  ): Promise<PurchaseImportDto> {
    const choices = [...(input.include ?? []), ...(input.exclude ?? [])];
    const reading = {
      ...(input.headerRow === undefined ? {} : { header_row: input.headerRow, mapping: {} }),
      ...(input.mapping === undefined ? {} : { mapping: mappingOf(input.mapping) }),
      ...(input.defaultKind === undefined ? {} : { default_kind: input.defaultKind }),
      ...(input.defaultChannel === undefined ? {} : { default_channel: input.defaultChannel }),
    };
    const checksAnew = Object.keys(reading).length > 0;
    if (checksAnew && choices.length > 0) refuse('INVALID_INPUT', { field: 'include', rule: 'alone' });
    return this.transactions.run(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.version !== version) refuse('VERSION_STALE');
      assertAllowed(changeImportRefusal(row.state));
      if (checksAnew) {
        await saveImport(tx, row, { ...reading, state: 'checking' });
        return this.start(tx, row, CHECK_JOB);
      }
      const verdicts = await verdictsOf(tx, row, choices);
      for (const rowNumber of choices)
        assertAllowed(chooseRowRefusal(rowNumber, verdicts.get(rowNumber) ?? null));
      await chooseRows(tx, row, input.include ?? [], true);
      await chooseRows(tx, row, input.exclude ?? [], false);
      await saveImport(tx, row, {});
      return toPurchaseImportDto(await this.shown(tx, id));
    });
  }

  apply(actor: Actor, id: string): Promise<PurchaseImportDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const row = await this.locked(tx, id);
      const { importable_rows: importable } = await this.shown(tx, id);
      assertAllowed(applyImportRefusal({ state: row.state, importable }));
      await saveImport(tx, row, { state: 'applying', failure: null });
      return this.start(tx, row, APPLY_JOB, importable);
    });
  }

  undo(actor: Actor, id: string): Promise<PurchaseImportDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const row = await this.locked(tx, id);
      const { policy } = await this.countingYears.of(tx, row.institution_id, row.fiscal_year);
      assertAllowed(undoImportRefusal({ state: row.state, ...(await undoFacts(tx, row, policy)) }));
      await saveImport(tx, row, { state: 'undoing', failure: null });
      return this.start(tx, row, UNDO_JOB);
    });
  }

  private async start(tx: Tx, key: ImportKey, kind: string, total?: number): Promise<PurchaseImportDto> {
    const job = await this.jobs.enqueue(tx, {
      kind,
      institutionId: key.institution_id,
      payload: { importId: key.id },
      total,
    });
    await saveImport(tx, key, { job_id: job.id });
    return toPurchaseImportDto(await this.shown(tx, key.id));
  }

  private async shown(tx: Tx, id: string): Promise<ShownImportRow> {
    const row = (await shownImport(tx, id)) ?? refuse('NOT_FOUND');
    assertAllowed(accessRefusal(tx.actor, 'purchase-import:write', placeOf(row)));
    return row;
  }

  private async locked(tx: Tx, id: string): Promise<ImportRow> {
    const row = (await lockImport(tx, id)) ?? refuse('NOT_FOUND');
    assertAllowed(accessRefusal(tx.actor, 'purchase-import:write', placeOf(row)));
    return row;
  }
}

function placeOf(row: ImportRow) {
  return { institutionId: row.institution_id, departmentId: row.department_id };
}
