import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setImmediate } from 'node:timers/promises';
import {
  findListHeadings,
  isListFiller,
  listHeadingsRefusal,
  listMapping,
  matchList,
  MAX_INFLATED_BYTES,
  MEDIA_TYPE_OF,
  readListRow,
  type ImportCell,
  type ListedRow,
  type ListMapping,
  type ListMatch,
  type ListRowReading,
  type Refusal,
} from '@ieum/domain';
import { assertAllowed, refuse } from '../../common/refused';
import { readSheet, SHEET_LIMITS } from '../../common/sheets/sheet-reader';
import type { SheetRow } from '../../common/sheets/sheet-message';
import { Transactions, type Tx } from '../../database/transactions';
import { FilesService } from '../../files/files.service';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { CHECK_LIST_JOB } from './list-jobs';
import { earlierDecisions, registerNames, standingSuppliers } from './list-register.queries';
import { differencesOf } from './list-standing';
import { basisPoints, type ListVerdictRow } from './supplier-import.row';
import { clearRows, countVerdicts, insertRows, lockImport, saveImport } from './supplier-imports.queries';

/** There are some 4,000 certified enterprises; the whole list is compared with itself, so it has to fit in memory. */
const LIST_LIMITS = { ...SHEET_LIMITS, rows: 20_000, inflatedBytes: MAX_INFLATED_BYTES };
const PORTION = 250;

type ReadRow = ListRowReading & { readonly rowNumber: number };

/** The dry run: every row of the list gets its verdict, nothing is written into the register. */
@Injectable()
export class ListCheckService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly files: FilesService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CHECK_LIST_JOB, {
      run: (job) => this.run(job),
      failed: (job, why) => this.failed(job, why),
    });
  }

  private async run(job: RunningJob): Promise<JobOutcome> {
    const importId = job.payload['importId'] ?? '';
    const fileId = await this.transactions.run(job.actor, (tx) => this.begin(tx, importId));
    if (fileId === null) return {};
    const read = await this.readAll(job, fileId);
    if (read.length === 0) refuse('IMPORT_NO_ROWS');
    const rows = read.flatMap(({ rowNumber, entry }) => (entry === null ? [] : [{ rowNumber, entry }]));
    const matches = await this.matchAll(job, rows);
    for (let from = 0; from < read.length; from += PORTION) {
      job.signal.throwIfAborted();
      const portion = read.slice(from, from + PORTION);
      await this.transactions.run(job.actor, async (tx) =>
        insertRows(tx, importId, await verdictsOf(tx, portion, matches)),
      );
      await job.progress(from + portion.length, read.length, 'comparing');
    }
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, importId);
      if (row?.state !== 'checking') return;
      await tx.sql('UPDATE supplier_imports SET checked_at = now() WHERE id = $1', [importId]);
      const counts = await countVerdicts(tx, importId);
      await saveImport(tx, importId, { state: 'checked', rows_found: read.length, counts, failure: null });
    });
    return { resultUrl: `/supplier-imports/${importId}` };
  }

  private async failed(job: RunningJob, why: Refusal): Promise<void> {
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, job.payload['importId'] ?? '');
      if (row?.state === 'checking') await saveImport(tx, row.id, { state: 'failed', failure: why });
    });
  }

  /** Rows of an earlier attempt go. @returns the file; null when this check is not wanted any more */
  private async begin(tx: Tx, importId: string): Promise<string | null> {
    const row = (await lockImport(tx, importId)) ?? refuse('NOT_FOUND');
    if (row.state !== 'checking') return null;
    await clearRows(tx, importId);
    return row.file_id;
  }

  private async readAll(job: RunningJob, fileId: string): Promise<ReadRow[]> {
    // Access was decided when the import was made; the job may run when the account has another place.
    const file = await this.files.openGranted(`job:${job.id}`, fileId);
    const format = file.mediaType === MEDIA_TYPE_OF.csv ? 'csv' : 'xlsx';
    const read: ReadRow[] = [];
    let headings: { readonly row: number; readonly mapping: ListMapping } | null = null;
    let done = 0;
    for await (const rows of readSheet(file.path, format, job.signal, LIST_LIMITS)) {
      const known: { readonly row: number; readonly mapping: ListMapping } = headings ?? headingsOf(rows);
      headings = known;
      for (const { rowNumber, cells } of rows) {
        if (rowNumber <= known.row || isListFiller(cells, known.mapping)) continue;
        read.push({ rowNumber, ...readListRow(cells, known.mapping) });
      }
      done += rows.length;
      await job.progress(done, null, 'reading');
    }
    return read;
  }

  /** Everybody else's requests are served between two steps of the comparison. */
  private async matchAll(
    job: RunningJob,
    rows: readonly ListedRow[],
  ): Promise<ReadonlyMap<number, ListMatch>> {
    const [register, decisions] = await this.transactions.run(job.actor, (tx) =>
      Promise.all([registerNames(tx), earlierDecisions(tx)]),
    );
    const steps = matchList(rows, register, decisions);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      job.signal.throwIfAborted();
      await setImmediate();
    }
  }
}

function headingsOf(rows: readonly SheetRow[]): { row: number; mapping: ListMapping } {
  const texts: (readonly ImportCell[])[] = rows.map(({ cells }) => cells);
  const heading = rows[findListHeadings(texts) ?? -1];
  const mapping = listMapping(heading?.cells ?? []);
  assertAllowed(listHeadingsRefusal(mapping));
  return { row: heading?.rowNumber ?? 0, mapping };
}

/** A portion with what it would change, looked up by one statement. */
async function verdictsOf(
  tx: Tx,
  rows: readonly ReadRow[],
  matches: ReadonlyMap<number, ListMatch>,
): Promise<ListVerdictRow[]> {
  const ids = rows.flatMap(({ rowNumber }) => {
    const match = matches.get(rowNumber);
    return match?.kind === 'match' ? [match.supplierId] : [];
  });
  const standing = await standingSuppliers(tx, ids, 'read');
  return rows.map((row) => {
    const match = matches.get(row.rowNumber);
    const plain = plainVerdict(row);
    if (row.entry === null || match === undefined) return plain;
    if (match.kind === 'new') return { ...plain, verdict: 'new', included: true };
    if ('of' in match) {
      if (match.kind === 'duplicate') return { ...plain, verdict: 'duplicate', duplicate_of: match.of };
      const problem = { field: 'businessNumber', code: 'number_of_another_row' } as const;
      return { ...plain, problems: [...row.problems, problem], duplicate_of: match.of };
    }
    if (match.kind === 'review') {
      const likeness = Math.max(0, ...match.candidates.map((one) => one.likeness));
      return {
        ...plain,
        verdict: 'review',
        included: true,
        review_reason: match.reason,
        candidates: match.candidates,
        likeness_bp: basisPoints(likeness),
      };
    }
    const supplier = standing.get(match.supplierId) ?? refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
    const { differences, notes } = differencesOf(supplier, row.entry);
    return {
      ...plain,
      verdict: differences.length === 0 ? 'unchanged' : 'changed',
      included: true,
      supplier_id: supplier.id,
      matched_by: match.by,
      likeness_bp: basisPoints(match.likeness),
      differences,
      notes: [...row.notes, ...notes],
    };
  });
}

function plainVerdict({ rowNumber, entry, problems, notes }: ReadRow): ListVerdictRow {
  return {
    row_number: rowNumber,
    verdict: 'invalid',
    included: false,
    entry,
    problems,
    notes,
    supplier_id: null,
    matched_by: null,
    likeness_bp: null,
    review_reason: null,
    candidates: [],
    differences: [],
    duplicate_of: null,
  };
}
