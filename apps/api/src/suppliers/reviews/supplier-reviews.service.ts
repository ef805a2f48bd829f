import { Injectable } from '@nestjs/common';
import { reviewRefusal, takeByHand, type ListReviewDecision } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobsService } from '../../jobs/jobs.service';
import { askForRecountOfListed } from '../certifications/recount-requests';
import { standingSuppliers, type StandingSupplier } from '../imports/list-register.queries';
import { certificateOf, differencesOf } from '../imports/list-standing';
import { certificateOfRow, changeListed, createListed } from '../imports/list-writes';
import { basisPoints } from '../imports/supplier-import.row';
import type {
  DecideSupplierReviewDto,
  ListSupplierReviewsQuery,
  SupplierReviewDto,
  SupplierReviewPageDto,
} from './dto/supplier-review.dto';
import {
  countReviews,
  listReviews,
  reviewById,
  suppliersOfCandidates,
  type ReviewRow,
} from './supplier-reviews.queries';

/** Doubtful rows of the official lists: a person says whom they mean, once. */
@Injectable()
export class SupplierReviewsService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
  ) {}

  list(actor: Actor, query: ListSupplierReviewsQuery): Promise<SupplierReviewPageDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const states = query.state ?? ['pending'];
    const [after] = decodeCursor(query.cursor, ['id']) ?? [null];
    return this.transactions.run(actor, async (tx) => {
      const rows = await listReviews(tx, states, after === null ? null : String(after), limit + 1);
      const total = await countReviews(tx, states);
      return { ...pageOf(await toDtos(tx, rows), limit, (row) => [row.id]), total };
    });
  }

  get(actor: Actor, id: string): Promise<SupplierReviewDto> {
    return this.transactions.run(actor, (tx) => this.answer(tx, id));
  }

  /** Twice the same decision under one key is one; a second person finds it decided. */
  decide(actor: Actor, id: string, input: DecideSupplierReviewDto): Promise<SupplierReviewDto> {
    const decision = {
      decision: input.decision,
      supplierId: input.supplierId ?? null,
      reason: input.reason ?? null,
    };
    return this.transactions.runOnce(actor, async (tx) => {
      const review = (await reviewById(tx, id, 'locked')) ?? refuse('NOT_FOUND');
      const supplierOf = await suppliersOfCandidates(tx, [review]);
      const candidateIds = review.candidates.flatMap((one) => supplierOf(one, review.import_id) ?? []);
      assertAllowed(reviewRefusal({ state: review.state, candidateIds }, decision));
      const source = { id: review.import_id, as_of: review.as_of };
      const { entry, row_number: rowNumber } = review;
      if (input.decision === 'same') {
        const supplierId = decision.supplierId ?? refuse('NOT_FOUND');
        const standing = (await standingSuppliers(tx, [supplierId], 'locked')).get(supplierId);
        if (standing === undefined || standing.mergedIntoId !== null) return refuse('CONFLICT');
        const differences = takeByHand(differencesOf(standing, entry).differences, input.takeFields ?? []);
        const written = await changeListed(tx, source, [
          { rowNumber, standing, entry, taken: differences.filter(({ taken }) => taken) },
        ]);
        await askForRecountOfListed(tx, this.jobs, written.map(certificateOfRow));
        await this.save(tx, review, input.decision, supplierId, decision.reason);
      } else if (input.decision === 'different') {
        const [created] = await createListed(tx, source, [{ rowNumber, entry }]);
        await this.save(tx, review, input.decision, created?.supplierId ?? null, decision.reason);
      } else await this.save(tx, review, input.decision, null, decision.reason);
      return this.answer(tx, id);
    });
  }

  private async save(
    tx: Tx,
    review: ReviewRow,
    state: ListReviewDecision,
    supplierId: string | null,
    note: string | null,
  ): Promise<void> {
    await tx.sql(
      `UPDATE supplier_reviews SET state = $2, supplier_id = $3, note = $4, decided_by = $5, decided_by_name = $6,
         decided_at = now(), version = version + 1 WHERE id = $1`,
      [review.id, state, supplierId, note, tx.actor.userId, tx.actor.name],
    );
    // Another doubtful row may wait for whom this one turns out to mean.
    await tx.sql(
      'UPDATE supplier_import_rows SET supplier_id = $3 WHERE import_id = $1 AND row_number = $2',
      [review.import_id, review.row_number, supplierId],
    );
  }

  private async answer(tx: Tx, id: string): Promise<SupplierReviewDto> {
    const row = (await reviewById(tx, id, 'read')) ?? refuse('NOT_FOUND');
    const [dto] = await toDtos(tx, [row]);
    return dto ?? refuse('NOT_FOUND');
  }
}

async function toDtos(tx: Tx, rows: readonly ReviewRow[]): Promise<SupplierReviewDto[]> {
  const supplierOf = await suppliersOfCandidates(tx, rows);
  const ids = rows.flatMap((row) => row.candidates.flatMap((one) => supplierOf(one, row.import_id) ?? []));
  const standing = await standingSuppliers(tx, [...new Set(ids)], 'read');
  return rows.map((row) => ({
    id: row.id,
    importId: row.import_id,
    fileName: row.file_name,
    asOf: row.as_of,
    rowNumber: row.row_number,
    reason: row.reason,
    entry: row.entry,
    candidates: row.candidates.map((candidate) => {
      const supplier = standing.get(supplierOf(candidate, row.import_id) ?? '');
      return toCandidateDto(row, candidate, supplier);
    }),
    state: row.state,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    note: row.note,
    decidedBy: row.decided_by,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    version: row.version,
  }));
}

function toCandidateDto(
  { entry }: ReviewRow,
  candidate: ReviewRow['candidates'][number],
  supplier: StandingSupplier | undefined,
) {
  const certificate = supplier === undefined ? null : certificateOf(supplier, entry);
  return {
    supplierId: supplier?.id ?? null,
    rowNumber: candidate.rowNumber,
    name: supplier?.columns.name ?? null,
    businessNumber: supplier?.columns.businessNumber ?? null,
    representative: supplier?.columns.representative ?? null,
    address: supplier?.columns.address ?? null,
    certificateNumber: certificate?.number ?? null,
    certifiedOn: certificate?.validFrom ?? null,
    likenessBp: basisPoints(candidate.likeness),
    sameNumber: candidate.sameNumber,
    sameCertificate: candidate.sameCertificate,
    differences:
      supplier === undefined
        ? []
        : differencesOf(supplier, entry).differences.map(({ field, before, after, byHand }) => ({
            field,
            before,
            after,
            byHand,
          })),
  };
}
