import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  amountOf,
  cellAt,
  createImportClassifier,
  isImported,
  mappingRefusal,
  MEDIA_TYPE_OF,
  reachOf,
  textOfCell,
  unitOfHeading,
  type ImportContext,
  type ImportMapping,
  type ImportVerdict,
  type MoneyUnit,
  type Refusal,
} from '@ieum/domain';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService, type OpenedFile } from '../../files/files.service';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { CountingYearService } from '../../purchase-targets/counting-year.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import { chooseMapping, readHeadings } from './heading-reading';
import { CHECK_JOB } from './import-jobs';
import { ledgerKey, loadLedgerKeys } from './ledger-keys';
import { LedgerOutlook } from './ledger-outlook';
import type { ImportRow, SheetVerdictRow } from './purchase-import.row';
import {
  clearRows,
  insertRows,
  lockImport,
  rememberedMapping,
  rememberMapping,
  saveImport,
  summariseRows,
} from './purchase-imports.queries';
import { RegisteredSuppliers } from './registered-suppliers';
import { readSheet } from '../../common/sheets/sheet-reader';
import type { SheetRow } from '../../common/sheets/sheet-message';

type Classify = ReturnType<typeof createImportClassifier>;

interface Check {
  readonly row: ImportRow;
  readonly file: OpenedFile;
  readonly suppliers: RegisteredSuppliers;
  readonly contextOf: (unit: MoneyUnit) => ImportContext;
}

interface Reading {
  readonly headerRow: number;
  readonly mapping: ImportMapping;
  readonly unit: MoneyUnit;
  readonly classify: Classify;
}

/** The dry run: every row of the sheet gets its verdict, nothing is written into the ledger. */
@Injectable()
export class ImportCheckService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly files: FilesService,
    private readonly countingYears: CountingYearService,
    private readonly suppliers: SuppliersService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CHECK_JOB, {
      run: (job) => this.run(job),
      failed: (job, why) => this.failed(job, why),
    });
  }

  private async run(job: RunningJob): Promise<JobOutcome> {
    const check = await this.transactions.run(job.actor, (tx) => this.begin(tx, job));
    if (check === null) return {};
    let reading: Reading | null = null;
    let [done, dataRows] = [0, 0];
    const format = check.file.mediaType === MEDIA_TYPE_OF.csv ? 'csv' : 'xlsx';
    for await (const rows of readSheet(check.file.path, format, job.signal)) {
      const known: Reading = reading ?? (await this.readFirst(job, check, rows));
      reading = known;
      await this.transactions.run(job.actor, async (tx) => {
        await check.suppliers.load(
          tx,
          rows.map((row) => writtenSupplier(row, known.mapping)),
        );
        await insertRows(
          tx,
          check.row,
          rows.map((row) => judge(row, known)),
        );
      });
      done += rows.length;
      dataRows += rows.filter((row) => row.rowNumber > known.headerRow && row.cells.length > 0).length;
      await job.progress(done, null, 'checking');
    }
    if (dataRows === 0) refuse('IMPORT_NO_ROWS');
    await this.transactions.run(job.actor, async (tx) => {
      const { rowsFound, summary } = await summariseRows(tx, check.row);
      await saveImport(tx, check.row, { state: 'checked', rows_found: rowsFound, summary, failure: null });
    });
    await job.progress(done, done);
    return { resultUrl: `/purchase-imports/${check.row.id}` };
  }

  private async failed(job: RunningJob, why: Refusal): Promise<void> {
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, job.payload['importId'] ?? '');
      if (row?.state === 'checking') await saveImport(tx, row, { state: 'failed', failure: why });
    });
  }

  /** What the rules want to know; rows of an earlier check go. Null when this check is not wanted any more. */
  private async begin(tx: Tx, job: RunningJob): Promise<Check | null> {
    const row = (await lockImport(tx, job.payload['importId'] ?? '')) ?? refuse('NOT_FOUND');
    if (row.state !== 'checking') return null;
    const own = reachOf(tx.actor, 'purchase-import:write').departmentId ?? null;
    const file = await this.files.open(tx, row.institution_id, row.file_id);
    const { policy } = await this.countingYears.of(tx, row.institution_id, row.fiscal_year);
    const outlook = await LedgerOutlook.load(tx, row, policy, own);
    const ledger = await loadLedgerKeys(tx, row, own);
    await clearRows(tx, row);
    const suppliers = new RegisteredSuppliers(this.suppliers);
    const contextOf = (amountUnit: MoneyUnit): ImportContext => ({
      fiscalYear: row.fiscal_year,
      amountUnit,
      defaultKind: row.default_kind,
      defaultChannel: row.default_channel,
      departmentIdOf: (name) => outlook.departmentIdOf(name),
      placementProblem: (departmentId, dates) => outlook.placementProblem(departmentId, dates),
      registeredSupplier: (written) => {
        const found = suppliers.of(written);
        return found === null ? null : { supplierName: found.name, businessNumber: found.businessNumber };
      },
      ledgerHasContractNumber: (departmentId, key) =>
        ledger.contractNumbers.has(ledgerKey(departmentId, key)),
      ledgerHasDuplicate: (departmentId, key) => ledger.duplicates.has(ledgerKey(departmentId, key)),
    });
    return { row, file, suppliers, contextOf };
  }

  /** Headings and mapping are kept before they are judged, so that a person sees what has to be mapped. */
  private async readFirst(job: RunningJob, check: Check, rows: readonly SheetRow[]): Promise<Reading> {
    const { row } = check;
    const headings = readHeadings(rows, row.header_row);
    const mapping = await this.transactions.run(job.actor, async (tx) => {
      const remembered = await rememberedMapping(tx, row.institution_id, headings.hash);
      const chosen = chooseMapping(headings, row.mapping, remembered);
      await saveImport(tx, row, { header_row: headings.row, mapping: chosen, sheet: headings.look });
      const isGiven = Object.keys(row.mapping).length > 0;
      if (isGiven && mappingRefusal(chosen) === null)
        await rememberMapping(tx, row.institution_id, headings.hash, chosen);
      return chosen;
    });
    assertAllowed(mappingRefusal(mapping));
    const headerRow = headings.row ?? refuse('IMPORT_MAPPING_INCOMPLETE', { field: 'headerRow' });
    const amountHeading = headings.look.headings[mapping.amountKrw ?? mapping.supplyValueKrw ?? 0];
    const unit = unitOfHeading(String(amountHeading ?? ''));
    return { headerRow, mapping, unit, classify: createImportClassifier(mapping, check.contextOf(unit)) };
  }
}

function writtenSupplier({ cells }: SheetRow, mapping: ImportMapping) {
  const businessNumber = textOfCell(cellAt(cells, mapping, 'businessNumber'));
  return {
    supplierName: textOfCell(cellAt(cells, mapping, 'supplierName')) ?? businessNumber ?? '',
    businessNumber,
  };
}

/** Titles above the headings are headings. */
function judge({ rowNumber, cells }: SheetRow, reading: Reading): SheetVerdictRow {
  const isData = rowNumber > reading.headerRow;
  const verdict = isData ? reading.classify(cells, rowNumber) : titleVerdict(rowNumber, cells);
  const amount = isData ? amountOf(cells, reading.mapping, reading.unit) : null;
  return {
    row_number: rowNumber,
    verdict: verdict.class,
    problems: [...verdict.problems],
    notes: [...verdict.notes],
    duplicate_of: verdict.duplicateOf,
    included: isImported(verdict, false),
    amount_krw: typeof amount === 'number' ? amount : null,
    cells: [...cells],
    entry: verdict.values,
  };
}

function titleVerdict(rowNumber: number, cells: SheetRow['cells']): ImportVerdict {
  const rowClass = cells.length === 0 ? 'blank' : 'heading';
  return { rowNumber, class: rowClass, values: null, problems: [], notes: [], duplicateOf: null };
}
