import { Injectable } from '@nestjs/common';
import {
  applyListRefusal,
  chooseListRowRefusal,
  MEDIA_TYPE_OF,
  takeByHand,
  tidyLine,
  undoListRefusal,
} from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf, type Page, type PageQuery } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService } from '../../files/files.service';
import { JobsService } from '../../jobs/jobs.service';
import type {
  ChangeSupplierImportDto,
  CreateSupplierImportDto,
  ListSupplierImportRowsQuery,
  SupplierImportDto,
  SupplierImportRowDto,
} from './dto/supplier-import.dto';
import { APPLY_LIST_JOB, CHECK_LIST_JOB, UNDO_LIST_JOB } from './list-jobs';
import { toListRowDto, toSupplierImportDto, type ListImportRow } from './supplier-import.row';
import {
  chooseRow,
  listImports,
  lockImport,
  pageOfRows,
  rowsByNumber,
  saveImport,
  shownImport,
} from './supplier-imports.queries';

const SHEET_TYPES: readonly string[] = [MEDIA_TYPE_OF.xlsx, MEDIA_TYPE_OF.csv];

/**
 * An official list on its way: dry run, choices, application, undoing. The work itself is done by jobs. The register is
 * one for all institutions, so whoever may import sees every manifest; the route's permission decides.
 */
@Injectable()
export class SupplierImportsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FilesService,
    private readonly jobs: JobsService,
    private readonly clock: Clock,
  ) {}

  create(actor: Actor, input: CreateSupplierImportDto): Promise<SupplierImportDto> {
    if (input.asOf > this.clock.today()) refuse('INVALID_INPUT', { field: 'asOf', rule: 'future' });
    return this.transactions.runOnce(actor, async (tx) => {
      const file = await this.files.describe(tx, input.fileId);
      if (!SHEET_TYPES.includes(file.mediaType)) refuse('FILE_TYPE_REFUSED');
      const [row] = await tx.sql<{ id: string }>(
        `INSERT INTO supplier_imports (file_id, file_name, sha256, source_name, as_of, created_by, created_by_name)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [file.id, file.name, file.sha256, tidyLine(input.sourceName), input.asOf, actor.userId, actor.name],
      );
      return this.start(tx, row?.id ?? refuse('NOT_FOUND'), CHECK_LIST_JOB);
    });
  }

  list(actor: Actor, query: PageQuery): Promise<Page<SupplierImportDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [before] = decodeCursor(query.cursor, ['id']) ?? [null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await listImports(tx, before === null ? null : String(before), limit + 1);
      return pageOf(rows.map(toSupplierImportDto), limit, (row) => [row.id]);
    });
  }

  get(actor: Actor, id: string): Promise<SupplierImportDto> {
    return this.transactions.run(actor, (tx) => this.answer(tx, id));
  }

  rows(actor: Actor, id: string, query: ListSupplierImportRowsQuery): Promise<Page<SupplierImportRowDto>> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const [after] = decodeCursor(query.cursor, ['int4']) ?? [0];
    return this.transactions.run(actor, async (tx) => {
      await this.answer(tx, id);
      const rows = await pageOfRows(tx, id, {
        verdicts: query.verdict,
        undoOutcomes: query.undoOutcome,
        after: Number(after),
        limit: limit + 1,
      });
      return pageOf(rows.map(toListRowDto), limit, (row) => [row.rowNumber]);
    });
  }

  /** Leaves rows out, or lets the list replace what people entered: row by row, field by field. */
  change(
    actor: Actor,
    id: string,
    version: number,
    input: ChangeSupplierImportDto,
  ): Promise<SupplierImportDto> {
    return this.transactions.run(actor, async (tx) => {
      const row = await this.locked(tx, id);
      if (row.version !== version) refuse('VERSION_STALE');
      if (row.state !== 'checked') refuse('IMPORT_STATE', { state: row.state });
      const found = await rowsByNumber(
        tx,
        id,
        input.rows.map((choice) => choice.rowNumber),
      );
      for (const choice of input.rows) {
        const before = found.get(choice.rowNumber);
        assertAllowed(chooseListRowRefusal(choice.rowNumber, before, choice.takeFields ?? []));
        if (before === undefined) continue;
        const differences =
          choice.takeFields === undefined
            ? before.differences
            : takeByHand(before.differences, choice.takeFields);
        await chooseRow(tx, id, choice.rowNumber, choice.included ?? before.included, differences);
      }
      await saveImport(tx, id, {});
      return this.answer(tx, id);
    });
  }

  apply(actor: Actor, id: string): Promise<SupplierImportDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const row = await this.locked(tx, id);
      const shown = (await shownImport(tx, id)) ?? refuse('NOT_FOUND');
      assertAllowed(
        applyListRefusal({
          state: row.state,
          usableRows: shown.usable_rows,
          sameFileApplied: shown.same_file_id !== null,
        }),
      );
      await saveImport(tx, id, {
        state: 'applying',
        failure: null,
        applied_by: actor.userId,
        applied_by_name: actor.name,
        applied_at: new Date(),
      });
      return this.start(tx, id, APPLY_LIST_JOB, shown.usable_rows);
    });
  }

  undo(actor: Actor, id: string): Promise<SupplierImportDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const row = await this.locked(tx, id);
      const shown = (await shownImport(tx, id)) ?? refuse('NOT_FOUND');
      assertAllowed(undoListRefusal({ state: row.state, laterImports: shown.later_imports }));
      await saveImport(tx, id, {
        state: 'undoing',
        failure: null,
        undone_by: actor.userId,
        undone_by_name: actor.name,
      });
      return this.start(tx, id, UNDO_LIST_JOB);
    });
  }

  private async start(tx: Tx, id: string, kind: string, total?: number): Promise<SupplierImportDto> {
    const { institutionId } = tx.actor;
    const job = await this.jobs.enqueue(tx, { kind, institutionId, payload: { importId: id }, total });
    await saveImport(tx, id, { job_id: job.id });
    return this.answer(tx, id);
  }

  private async answer(tx: Tx, id: string): Promise<SupplierImportDto> {
    return toSupplierImportDto((await shownImport(tx, id)) ?? refuse('NOT_FOUND'));
  }

  private async locked(tx: Tx, id: string): Promise<ListImportRow> {
    return (await lockImport(tx, id)) ?? refuse('NOT_FOUND');
  }
}
