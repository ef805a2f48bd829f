import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  listedIdentity,
  NameIndex,
  type FactDifference,
  type ListCandidate,
  type ListEntry,
  type ListOutcome,
  type Refusal,
  type ReviewReason,
} from '@ieum/domain';
import { refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobHandlers, type JobOutcome, type RunningJob } from '../../jobs/job-handlers';
import { JobsService } from '../../jobs/jobs.service';
import { askForRecountOfListed } from '../certifications/recount-requests';
import { APPLY_LIST_JOB } from './list-jobs';
import { namesChangedSince, standingSuppliers, type StandingSupplier } from './list-register.queries';
import { registeredFactsOf } from './list-standing';
import {
  certificateOfRow,
  changeListed,
  createListed,
  type ListedChange,
  type UndoImage,
} from './list-writes';
import type { ListImportRow, ListVerdictRow } from './supplier-import.row';
import { allowLongStatements, countBy, lockImport, saveImport } from './supplier-imports.queries';

const PORTION = 100;
/** Rows of the import that wait for their turn. */
const OPEN = `import_id = $1 AND outcome IS NULL AND verdict IN ('new', 'changed', 'unchanged', 'review')`;

type OpenRow = Pick<
  ListVerdictRow,
  'row_number' | 'verdict' | 'included' | 'supplier_id' | 'review_reason' | 'candidates' | 'differences'
> & { entry: ListEntry };

interface Outcome {
  readonly row_number: number;
  readonly outcome: ListOutcome;
  readonly supplier_id?: string | null;
  readonly undo?: UndoImage;
}

interface Doubt {
  readonly row: OpenRow;
  readonly reason: ReviewReason;
  readonly candidates: readonly ListCandidate[];
}

/**
 * Writes a checked list into the register, portion by portion: each portion is one transaction that also says of its rows
 * what became of them, so that a repeat after a crash goes on where it stopped. What was decided in the dry run is written
 * only where it still holds; doubtful rows go to the review list, last, when all others have their suppliers.
 */
@Injectable()
export class ListApplyService implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobsService,
  ) {}

  onModuleInit(): void {
    this.handlers.register(APPLY_LIST_JOB, {
      run: (job) => this.run(job),
      failed: (job, why) => this.failed(job, why),
    });
  }

  private async run(job: RunningJob): Promise<JobOutcome> {
    const importId = job.payload['importId'] ?? '';
    let [done, total] = [0, null as number | null];
    for (;;) {
      job.signal.throwIfAborted();
      const portion = await this.transactions.run(job.actor, (tx) => this.applyPortion(tx, importId));
      if (portion === null) break;
      done += portion.rows;
      total ??= portion.rows + portion.left;
      await job.progress(done, total, 'applying');
    }
    await job.progress(done, done);
    return { resultUrl: `/supplier-imports/${importId}` };
  }

  /** Portions that are written stay, and are known to the next attempt: only what a refusal stops goes back. */
  private async failed(job: RunningJob, why: Refusal): Promise<void> {
    await this.transactions.run(job.actor, async (tx) => {
      const row = await lockImport(tx, job.payload['importId'] ?? '');
      if (row?.state !== 'applying') return;
      const written = Object.keys(await countBy(tx, row.id, 'outcome')).length > 0;
      if (written) return this.finish(tx, row, why);
      const nobody = { applied_at: null, applied_by: null, applied_by_name: null };
      await saveImport(tx, row.id, { state: 'checked', failure: why, ...nobody });
    });
  }

  /** @returns null when there was nothing left, and the list is applied */
  private async applyPortion(tx: Tx, importId: string): Promise<{ rows: number; left: number } | null> {
    await allowLongStatements(tx);
    const row = (await lockImport(tx, importId)) ?? refuse('NOT_FOUND');
    if (row.state !== 'applying') return null;
    const open = await tx.sql<OpenRow & { left: number } & Record<string, unknown>>(
      `SELECT row_number, verdict, included, entry, supplier_id, review_reason, candidates, differences,
              (SELECT count(*)::int FROM supplier_import_rows WHERE ${OPEN}) - ${PORTION} AS left
       FROM supplier_import_rows WHERE ${OPEN} ORDER BY verdict = 'review', row_number LIMIT ${PORTION}`,
      [importId],
    );
    if (open.length === 0) {
      await this.finish(tx, row, null);
      return null;
    }
    const wanted = open.filter((one) => one.included);
    const leftOut = open.filter((one) => !one.included);
    const created = await this.create(tx, row, of(wanted, 'new'));
    const changed = await this.change(tx, row, [...of(wanted, 'changed'), ...of(wanted, 'unchanged')]);
    const doubtful = of(wanted, 'review').map((one) => ({
      row: one,
      reason: one.review_reason ?? 'name_alike',
      candidates: one.candidates,
    }));
    const reviewed = await this.toReview(tx, row, [...doubtful, ...created.doubts]);
    await saveOutcomes(tx, importId, [
      ...created.outcomes,
      ...changed,
      ...reviewed,
      ...leftOut.map(({ row_number }) => ({ row_number, outcome: 'left_out' as const })),
    ]);
    return { rows: open.length, left: Math.max(0, open[0]?.left ?? 0) };
  }

  /** A number that somebody entered since the dry run is not entered twice; a name that came near goes to a person. */
  private async create(tx: Tx, source: ListImportRow, rows: readonly OpenRow[]) {
    if (rows.length === 0) return { outcomes: [], doubts: [] };
    const numbers = rows.flatMap(({ entry }) => entry.businessNumber ?? []);
    const taken = await tx.sql<{ number: string }>(
      'SELECT business_number AS number FROM suppliers WHERE business_number = ANY ($1::text[])',
      [numbers],
    );
    const newcomers = new NameIndex<string>();
    for (const one of await namesChangedSince(tx, source.checked_at ?? source.created_at, source.id))
      newcomers.add(one.survivorId, one.name);
    const outcomes: Outcome[] = [];
    const doubts: Doubt[] = [];
    const fresh: OpenRow[] = [];
    for (const row of rows) {
      const near = newcomers.likeTo(row.entry.name);
      if (taken.some(({ number }) => number === row.entry.businessNumber))
        outcomes.push({ row_number: row.row_number, outcome: 'overtaken' });
      else if (near.length > 0) doubts.push({ row, reason: 'name_alike', candidates: near.map(asCandidate) });
      else fresh.push(row);
    }
    const entries = fresh.map(({ row_number, entry }) => ({ rowNumber: row_number, entry }));
    for (const { rowNumber, supplierId, undo } of await createListed(tx, source, entries))
      outcomes.push({ row_number: rowNumber, outcome: 'created', supplier_id: supplierId, undo });
    return { outcomes, doubts };
  }

  /** Field by field, where what stood in the dry run still stands. */
  private async change(tx: Tx, source: ListImportRow, rows: readonly OpenRow[]): Promise<Outcome[]> {
    if (rows.length === 0) return [];
    const ids = rows.flatMap((row) => row.supplier_id ?? []);
    const standing = await standingSuppliers(tx, ids, 'locked');
    const numbers = await this.takenNumbers(tx, rows);
    const outcomes: Outcome[] = [];
    const changes: ListedChange[] = [];
    for (const row of rows) {
      const supplier = standing.get(row.supplier_id ?? '');
      if (supplier === undefined || supplier.mergedIntoId !== null) {
        outcomes.push({ row_number: row.row_number, outcome: 'overtaken' });
        continue;
      }
      const taken = stillStanding(row, supplier).filter(
        ({ field, after }) =>
          field !== 'businessNumber' || (numbers.get(after) ?? supplier.id) === supplier.id,
      );
      changes.push({ rowNumber: row.row_number, standing: supplier, entry: row.entry, taken });
    }
    const written = await changeListed(tx, source, changes);
    await askForRecountOfListed(tx, this.jobs, written.map(certificateOfRow));
    for (const { rowNumber, undo } of written) {
      const isChanged = Object.keys(undo.after).length > 0 || undo.certification !== null;
      outcomes.push({ row_number: rowNumber, outcome: isChanged ? 'changed' : 'confirmed', undo });
    }
    return outcomes;
  }

  private async takenNumbers(tx: Tx, rows: readonly OpenRow[]): Promise<ReadonlyMap<string, string>> {
    const wanted = rows.flatMap(({ differences }) =>
      differences.flatMap((one) => (one.field === 'businessNumber' && one.taken ? [one.after] : [])),
    );
    const held = await tx.sql<{ id: string; number: string }>(
      'SELECT id, business_number AS number FROM suppliers WHERE business_number = ANY ($1::text[])',
      [wanted],
    );
    return new Map(held.map((one) => [one.number, one.id]));
  }

  /** A row that waits already, from an earlier list, waits on with the newer facts. */
  private async toReview(tx: Tx, source: ListImportRow, doubts: readonly Doubt[]): Promise<Outcome[]> {
    if (doubts.length === 0) return [];
    const records = new Map(
      doubts.map(({ row, reason, candidates }) => [
        listedIdentity(row.entry),
        { row_number: row.row_number, entry: row.entry, reason, candidates },
      ]),
    );
    await tx.sql(
      `INSERT INTO supplier_reviews (import_id, row_number, identity, entry, reason, candidates)
       SELECT $1, r.row_number, r.identity, r.entry, r.reason, r.candidates
       FROM jsonb_to_recordset($2::jsonb) AS r (row_number int, identity text, entry jsonb, reason text, candidates jsonb)
       ORDER BY r.row_number
       ON CONFLICT (identity) WHERE state = 'pending' DO UPDATE SET import_id = excluded.import_id,
         row_number = excluded.row_number, entry = excluded.entry, reason = excluded.reason,
         candidates = excluded.candidates, version = supplier_reviews.version + 1`,
      [source.id, JSON.stringify([...records].map(([identity, record]) => ({ identity, ...record })))],
    );
    return doubts.map(({ row }) => ({ row_number: row.row_number, outcome: 'to_review' }));
  }

  private async finish(tx: Tx, row: ListImportRow, failure: Refusal | null): Promise<void> {
    const outcomes = await countBy(tx, row.id, 'outcome');
    await tx.sql(
      `UPDATE supplier_imports SET superseded_by_id = $1, version = version + 1
       WHERE source_name = $2 AND state = 'applied' AND superseded_by_id IS NULL AND id <> $1`,
      [row.id, row.source_name],
    );
    await saveImport(tx, row.id, { state: 'applied', outcomes, failure });
  }
}

function of(rows: readonly OpenRow[], verdict: ListVerdictRow['verdict']): OpenRow[] {
  return rows.filter((row) => row.verdict === verdict);
}

function asCandidate({ key, likeness }: { readonly key: string; readonly likeness: number }): ListCandidate {
  return { supplierId: key, rowNumber: null, likeness, sameNumber: false, sameCertificate: false };
}

function stillStanding(row: OpenRow, supplier: StandingSupplier): FactDifference[] {
  const now = registeredFactsOf(supplier, row.entry);
  return row.differences.filter(({ field, before, taken }) => taken && now[field] === before);
}

async function saveOutcomes(tx: Tx, importId: string, outcomes: readonly Outcome[]): Promise<void> {
  await tx.sql(
    `UPDATE supplier_import_rows AS r SET outcome = o.outcome, undo = o.undo,
       supplier_id = coalesce(o.supplier_id, r.supplier_id)
     FROM jsonb_to_recordset($2::jsonb) AS o (row_number int, outcome text, supplier_id uuid, undo jsonb)
     WHERE r.import_id = $1 AND r.row_number = o.row_number`,
    [importId, JSON.stringify(outcomes)],
  );
}
