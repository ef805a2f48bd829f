import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { KeptReason, ListOutcome, ListUndoOutcome, Refusal } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { JobsService } from '../../jobs/jobs.service';
import { UNDO_LIST_JOB } from './list-jobs';
import { standingSuppliers, type StandingSupplier } from './list-register.queries';
import {
  boughtFromSince,
  certificationsNow,
  restoreCertifications,
  restoreListEntries,
  whatHangsOn,
  withdrawCertifications,
  withdrawSuppliers,
  type CertificationNow,
} from './list-undo.queries';
import { askForRecountOfListed } from '../certifications/recount-requests';
import { columnRecord, writeColumns, type CertificationImage, type UndoImage } from './list-writes';
import type { KeptPart, ListImportRow } from './supplier-import.row';
import { allowLongStatements, countBy, lockImport, saveImport } from './supplier-imports.queries';

const PORTION = 100;

interface AppliedRow {
  readonly row_number: number;
  readonly outcome: ListOutcome;
  readonly supplier_id: string | null;
  readonly undo: UndoImage | null;
}

interface Undone {
  readonly row_number: number;
  readonly undo_outcome: ListUndoOutcome;
  readonly kept: readonly KeptPart[];
}

/**
 * Takes a list back: what it entered is withdrawn, what it changed stands as before, each only where nobody built on it
 * since. The rest stays and is named row by row. In portions like the application.
 */
@Injectable()
export class ListUndoService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(UNDO_LIST_JOB, {
      run: (job) => this.run(job),
      failed: (job, why) => this.failed(job, why),
    });
  }

  private async run(job: RunningJob): Promise<JobOutcome> {
    const importId = job.payload['importId'] ?? '';
    const actor = seeingAllPurchases(job.actor);
    let done = 0;
    for (;;) {
      job.signal.throwIfAborted();
      const rows = await this.transactions.run(actor, (tx) => this.undoPortion(tx, importId));
      if (rows === null) break;
      done += rows;
      await job.progress(done, null, 'undoing');
    }
    await job.progress(done, done);
    return { resultUrl: `/supplier-imports/${importId}` };
  }

  private async failed(job: RunningJob, why: Refusal): Promise<void> {
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, job.payload['importId'] ?? '');
      if (row?.state === 'undoing')
        await saveImport(tx, row.id, {
          state: 'applied',
          failure: why,
          undone_by: null,
          undone_by_name: null,
        });
    });
  }

  /** @returns null when there was nothing left, and the list is undone */
  private async undoPortion(tx: Tx, importId: string): Promise<number | null> {
    await allowLongStatements(tx);
    const row = (await lockImport(tx, importId)) ?? refuse('NOT_FOUND');
    if (row.state !== 'undoing') return null;
    const rows = await tx.sql<AppliedRow & Record<string, unknown>>(
      `SELECT row_number, outcome, supplier_id, undo FROM supplier_import_rows
       WHERE import_id = $1 AND undo_outcome IS NULL AND outcome IN ('created', 'changed', 'confirmed', 'to_review')
       ORDER BY row_number DESC LIMIT ${PORTION}`,
      [importId],
    );
    if (rows.length === 0) {
      await finish(tx, row);
      return null;
    }
    // Whoever enters a purchase holds the supplier's key: from here on nobody new does.
    const ids = rows.flatMap((one) => (one.undo === null ? [] : (one.supplier_id ?? [])));
    const standing = await standingSuppliers(tx, ids, 'locked');
    const undone = [
      ...(await this.takeBack(tx, rows.filter(wasCreated), standing)),
      ...(await this.restore(tx, row, rows.filter(wasChanged), standing)),
      ...(await this.closeReviews(tx, importId, rows)),
    ];
    await tx.sql(
      `UPDATE supplier_import_rows AS r SET undo_outcome = u.undo_outcome, kept = u.kept
       FROM jsonb_to_recordset($2::jsonb) AS u (row_number int, undo_outcome text, kept jsonb)
       WHERE r.import_id = $1 AND r.row_number = u.row_number`,
      [importId, JSON.stringify(undone)],
    );
    return rows.length;
  }

  private async takeBack(
    tx: Tx,
    rows: readonly AppliedRow[],
    standing: ReadonlyMap<string, StandingSupplier>,
  ): Promise<Undone[]> {
    if (rows.length === 0) return [];
    const ids = rows.flatMap((row) => row.supplier_id ?? []);
    const certificateIds = rows.flatMap(({ undo }) => undo?.certification?.id ?? []);
    const hanging = await whatHangsOn(tx, ids, certificateIds);
    const certificates = await certificationsNow(tx, certificateIds);
    const undone = rows.map((row): Undone => {
      const supplier = standing.get(row.supplier_id ?? '');
      const reasons = new Set(hanging.get(row.supplier_id ?? ''));
      const fields = supplier === undefined ? [] : fieldsChangedSince(supplier, row.undo?.after ?? {});
      const certificate = row.undo?.certification ?? null;
      if (certificate !== null && !isAsWritten(certificate, certificates)) reasons.add('certificates');
      const kept = [...[...reasons].map((reason) => ({ field: null, reason })), ...fields];
      return { row_number: row.row_number, undo_outcome: kept.length === 0 ? 'withdrawn' : 'kept', kept };
    });
    const gone = new Set(
      undone.filter((one) => one.undo_outcome === 'withdrawn').map((one) => one.row_number),
    );
    const goes = rows.filter((row) => gone.has(row.row_number));
    await withdrawCertifications(
      tx,
      goes.flatMap(({ undo }) => undo?.certification?.id ?? []),
    );
    await withdrawSuppliers(
      tx,
      goes.flatMap((row) => row.supplier_id ?? []),
    );
    return undone;
  }

  private async restore(
    tx: Tx,
    source: ListImportRow,
    rows: readonly AppliedRow[],
    standing: ReadonlyMap<string, StandingSupplier>,
  ): Promise<Undone[]> {
    if (rows.length === 0) return [];
    const images = rows.flatMap(({ undo }) => undo?.certification ?? []);
    const certificates = await certificationsNow(
      tx,
      images.map((one) => one.id),
    );
    const ids = rows.flatMap((row) => row.supplier_id ?? []);
    const bought = await boughtFromSince(tx, ids, source.applied_at ?? source.created_at);
    const records = [];
    const restored = [];
    const withdrawn = [];
    const undone: Undone[] = [];
    for (const row of rows) {
      const supplier = standing.get(row.supplier_id ?? '');
      const { undo } = row;
      if (supplier === undefined || undo === null || supplier.mergedIntoId !== null) {
        undone.push(keptWhole(row, 'merged'));
        continue;
      }
      const kept: KeptPart[] = [...fieldsChangedSince(supplier, undo.after)];
      const fields = Object.entries(undo.before).filter(
        ([field]) => !kept.some((one) => one.field === field),
      );
      if (fields.length > 0)
        records.push(columnRecord(supplier.id, { ...supplier.columns, ...Object.fromEntries(fields) }));
      const { certification } = undo;
      if (certification !== null) {
        const reason = whyCertificateStays(certification, certificates, bought.has(supplier.id));
        if (reason !== null) kept.push({ field: 'certificateNumber', reason });
        else if (certification.before === null) withdrawn.push(certification.id);
        else restored.push({ id: certification.id, before: certification.before });
      }
      const outcome = kept.length === 0 ? 'restored' : 'kept';
      undone.push({ row_number: row.row_number, undo_outcome: outcome, kept });
    }
    await writeColumns(tx, records);
    await restoreCertifications(tx, restored);
    await withdrawCertifications(tx, withdrawn);
    const touched = new Set([...withdrawn, ...restored.map(({ id }) => id)]);
    await askForRecountOfListed(
      tx,
      this.jobs,
      rows.flatMap(({ supplier_id: supplierId, undo }) =>
        supplierId !== null && undo !== null && touched.has(undo.certification?.id ?? '')
          ? [{ supplierId, certification: undo.certification }]
          : [],
      ),
    );
    await restoreListEntries(
      tx,
      source.id,
      rows.flatMap((row) =>
        row.supplier_id === null ? [] : [{ supplier_id: row.supplier_id, listed: row.undo?.listed ?? null }],
      ),
    );
    return undone;
  }

  /** What waits is not asked any more; what a person decided was a person's deed, and stays. */
  private async closeReviews(tx: Tx, importId: string, rows: readonly AppliedRow[]): Promise<Undone[]> {
    const numbers = rows.filter((row) => row.outcome === 'to_review').map((row) => row.row_number);
    const closed = await tx.sql<{ row_number: number }>(
      `UPDATE supplier_reviews SET state = 'withdrawn', version = version + 1
       WHERE import_id = $1 AND row_number = ANY ($2::int[]) AND state = 'pending' RETURNING row_number`,
      [importId, numbers],
    );
    const open = new Set(closed.map((row) => row.row_number));
    return numbers.map((number): Undone => {
      if (open.has(number)) return { row_number: number, undo_outcome: 'restored', kept: [] };
      return { row_number: number, undo_outcome: 'kept', kept: [{ field: null, reason: 'decided' }] };
    });
  }
}

/**
 * The register is one for all institutions, and a supplier may hang on a purchase of any of them: the undoing has to see
 * that there is one, whoever asked. It still acts in the name of that person.
 */
function seeingAllPurchases(actor: Actor): Actor {
  return { ...actor, role: 'admin' };
}

function wasCreated(row: AppliedRow): boolean {
  return row.outcome === 'created';
}

function wasChanged(row: AppliedRow): boolean {
  return row.outcome === 'changed' || row.outcome === 'confirmed';
}

function keptWhole(row: AppliedRow, reason: KeptReason): Undone {
  return { row_number: row.row_number, undo_outcome: 'kept', kept: [{ field: null, reason }] };
}

function fieldsChangedSince(
  supplier: StandingSupplier,
  after: Readonly<Record<string, string | null>>,
): { field: string; reason: KeptReason }[] {
  const now = new Map<string, string | null>(Object.entries(supplier.columns));
  return Object.entries(after).flatMap(([field, value]) =>
    now.get(field) === value ? [] : [{ field, reason: 'changed_since' as const }],
  );
}

function whyCertificateStays(
  image: CertificationImage,
  certificates: ReadonlyMap<string, CertificationNow>,
  bought: boolean,
): KeptReason | null {
  if (!isAsWritten(image, certificates)) return 'changed_since';
  return bought ? 'purchases' : null;
}

function isAsWritten(
  image: CertificationImage,
  certificates: ReadonlyMap<string, CertificationNow>,
): boolean {
  const now = certificates.get(image.id);
  if (now === undefined || (image.created && !now.untouched)) return false;
  return (
    now.number === image.after.number &&
    now.validFrom === image.after.validFrom &&
    now.issueRound === image.after.issueRound
  );
}

async function finish(tx: Tx, row: ListImportRow): Promise<void> {
  const outcomes = await countBy(tx, row.id, 'undo_outcome');
  await tx.sql(
    'UPDATE supplier_imports SET superseded_by_id = NULL, version = version + 1 WHERE superseded_by_id = $1',
    [row.id],
  );
  await saveImport(tx, row.id, {
    state: 'undone',
    undone_at: new Date(),
    undo_outcomes: outcomes,
    failure: null,
  });
}
