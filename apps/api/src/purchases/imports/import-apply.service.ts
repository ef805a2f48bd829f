import { Injectable, type OnModuleInit } from '@nestjs/common';
import { undoImportRefusal, type ImportState, type Refusal } from '@ieum/domain';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { CountingYearService, type CountingYear } from '../../purchase-targets/counting-year.service';
import { SuppliersService } from '../../suppliers/suppliers.service';
import { decide } from '../purchase-decision';
import {
  allowLongStatements,
  insertPurchases,
  leaveOutOvertaken,
  pageOfEntries,
  saveDecisions,
  voidPurchases,
  type Decision,
  type EntryRow,
} from './import-apply.queries';
import { APPLY_JOB, UNDO_JOB } from './import-jobs';
import { LedgerOutlook } from './ledger-outlook';
import type { ImportRow } from './purchase-import.row';
import { lockImport, saveImport, summariseRows } from './purchase-imports.queries';
import { RegisteredSuppliers } from './registered-suppliers';
import { undoFacts } from './undo-facts';

const PORTION = 500;

/** Writes a checked sheet into the ledger, and takes it back. */
@Injectable()
export class ImportApplyService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly countingYears: CountingYearService,
    private readonly suppliers: SuppliersService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(APPLY_JOB, {
      run: (job) => this.apply(job),
      failed: (job, why) => this.backTo(job, 'applying', 'checked', why),
    });
    this.handlers.register(UNDO_JOB, {
      run: (job) => this.undo(job),
      failed: (job, why) => this.backTo(job, 'undoing', 'applied', why),
    });
  }

  /**
   * First decides row by row how each counts, in portions and with progress; then writes all of them in one
   * transaction: an error leaves nothing. Done again after a crash it starts over, or finds itself done.
   */
  private async apply(job: RunningJob): Promise<JobOutcome> {
    const importId = job.payload['importId'] ?? '';
    const decided = await this.decideAll(job, importId);
    await job.progress(decided.total, decided.total, 'writing');
    await this.transactions.run(job.actor, async (tx) => {
      const { row, year } = await this.begin(tx, importId);
      if (row.state !== 'applying') return;
      // Decided by rules that were changed meanwhile: the queue runs the job again.
      if (JSON.stringify(year) !== decided.by) refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
      const overtaken = await leaveOutOvertaken(tx, row, await this.shutQuarters(tx, row, year));
      if ((await insertPurchases(tx, row)) === 0) refuse('IMPORT_NOTHING_TO_APPLY');
      const summary = overtaken === 0 ? {} : { summary: (await summariseRows(tx, row)).summary };
      await saveImport(tx, row, { ...summary, state: 'applied', applied_at: new Date() });
    });
    return { resultUrl: `/purchase-imports/${importId}` };
  }

  private async undo(job: RunningJob): Promise<JobOutcome> {
    const importId = job.payload['importId'] ?? '';
    await this.transactions.run(job.actor, async (tx) => {
      const { row, year } = await this.begin(tx, importId);
      if (row.state !== 'undoing') return;
      assertAllowed(undoImportRefusal({ state: 'applied', ...(await undoFacts(tx, row, year.policy)) }));
      await voidPurchases(tx, row);
      await saveImport(tx, row, { state: 'undone', undone_at: new Date() });
    });
    return { resultUrl: `/purchase-imports/${importId}` };
  }

  /** @returns how many rows were decided, and by which rules */
  private async decideAll(job: RunningJob, importId: string): Promise<{ total: number; by: string }> {
    const suppliers = new RegisteredSuppliers(this.suppliers);
    let [after, done, by] = [0, 0, ''];
    for (;;) {
      job.signal.throwIfAborted();
      const last = await this.transactions.run(job.actor, async (tx) => {
        const row = (await lockImport(tx, importId)) ?? refuse('NOT_FOUND');
        if (row.state !== 'applying') return null;
        const entries = await pageOfEntries(tx, row, after, PORTION);
        const year = await this.countingYears.of(tx, row.institution_id, row.fiscal_year);
        if (by !== '' && by !== JSON.stringify(year)) refuse('SERVICE_BUSY', { retryAfterSeconds: 1 });
        by = JSON.stringify(year);
        const outlook = await LedgerOutlook.load(tx, row, year.policy, null);
        await suppliers.load(
          tx,
          entries.map(({ entry }) => entry),
        );
        await saveDecisions(
          tx,
          row,
          entries.map((one) => decisionOf(one, row, year, suppliers, outlook)),
        );
        done += entries.length;
        return entries.length < PORTION ? null : (entries.at(-1)?.row_number ?? null);
      });
      await job.progress(done, null, 'counting');
      if (last === null) return { total: done, by };
      after = last;
    }
  }

  private async begin(tx: Tx, importId: string): Promise<{ row: ImportRow; year: CountingYear }> {
    await allowLongStatements(tx);
    const row = (await lockImport(tx, importId)) ?? refuse('NOT_FOUND');
    await this.countingYears.lock(tx, row.institution_id, row.fiscal_year, 'shared');
    return { row, year: await this.countingYears.of(tx, row.institution_id, row.fiscal_year) };
  }

  private async shutQuarters(tx: Tx, row: ImportRow, year: CountingYear) {
    return (await LedgerOutlook.load(tx, row, year.policy, null)).shutQuarters();
  }

  private async backTo(job: RunningJob, from: ImportState, to: ImportState, why: Refusal): Promise<void> {
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, job.payload['importId'] ?? '');
      if (row?.state === from) await saveImport(tx, row, { state: to, failure: why });
    });
  }
}

function decisionOf(
  { row_number, verdict, entry }: EntryRow,
  row: ImportRow,
  year: CountingYear,
  suppliers: RegisteredSuppliers,
  outlook: LedgerOutlook,
): Decision {
  const supplier = suppliers.of(entry) ?? {
    id: null,
    name: entry.supplierName,
    businessNumber: entry.businessNumber,
    closedOn: null,
    certificates: [],
  };
  const decided = decide(entry, row.fiscal_year, 'submitted', supplier, {
    ...year,
    departmentName: '',
    departmentValidFrom: '1900-01-01',
    departmentValidTo: null,
    periods: [],
    contractNumberTaken: false,
    hasAdjustments: false,
    probableDuplicates: verdict === 'probable_duplicate' ? 1 : 0,
    nearby: [],
  });
  return { row_number, decided: { ...decided, supplier_id: supplier.id, quarter: outlook.quarterOf(entry) } };
}
