import { Injectable } from '@nestjs/common';
import { mergeRefusal, unmergeRefusal } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { assertAllowed, refuse } from '../../common/refused';
import { Transactions, type Tx } from '../../database/transactions';
import { JobsService } from '../../jobs/jobs.service';
import { askForRecountOfSuppliers } from '../certifications/recount-requests';
import type { MergeSupplierDto, SupplierMergeDto, SupplierMergeListDto } from './dto/supplier-merge.dto';

interface Standing {
  id: string;
  mergedIntoId: string | null;
}

type MergeRow = Omit<SupplierMergeDto, 'mergedAt' | 'unmergedAt'> & {
  mergedAt: Date;
  unmergedAt: Date | null;
};

const MERGE = `
  SELECT m.id, m.supplier_id AS "supplierId", s.name AS "supplierName", s.business_number AS "businessNumber",
         m.into_id AS "intoId", t.name AS "intoName", m.reason, m.merged_by AS "mergedBy", m.merged_by_name AS "mergedByName",
         m.merged_at AS "mergedAt", m.unmerge_reason AS "unmergeReason",
         m.unmerged_by AS "unmergedBy", m.unmerged_by_name AS "unmergedByName",
         m.unmerged_at AS "unmergedAt"
  FROM supplier_merges m JOIN suppliers s ON s.id = m.supplier_id JOIN suppliers t ON t.id = m.into_id`;

/**
 * Two rows of the register that are one enterprise. The merged row stays and leads to the survivor: its id, its number and
 * its name still find the enterprise, its certificates and items show there. The pointer is always one step long. Since
 * certificates of both decide what counts, the ledger is asked for the purchases that would count otherwise.
 */
@Injectable()
export class SupplierMergesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly jobs: JobsService,
  ) {}

  /** What was merged into this supplier, and what it was merged into; the latest first. */
  list(actor: Actor, id: string): Promise<SupplierMergeListDto> {
    return this.transactions.run(actor, async (tx) => {
      await standing(tx, id);
      const rows = await tx.sql<MergeRow & Record<string, unknown>>(
        `${MERGE} WHERE m.supplier_id = $1 OR m.into_id = $1 OR m.supplier_id IN
           (SELECT f.id FROM suppliers f WHERE f.merged_into_id = $1) ORDER BY m.id DESC LIMIT 500`,
        [id],
      );
      return { items: rows.map(toDto) };
    });
  }

  merge(actor: Actor, id: string, { intoId, reason }: MergeSupplierDto): Promise<SupplierMergeDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const into = await standing(tx, intoId);
      const target = into.mergedIntoId ?? into.id;
      const locked = await lockInOrder(tx, [id, intoId, target]);
      const source = locked.get(id) ?? refuse('NOT_FOUND');
      // While this waited for the lock, the target may have been merged itself.
      const now = locked.get(intoId) ?? refuse('NOT_FOUND');
      const survivorId = now.mergedIntoId ?? now.id;
      if (survivorId !== target && survivorId !== id) refuse('CONFLICT');
      const { mergedIntoId } = source;
      const hasAccount = await hasEnterpriseAccount(tx, id);
      assertAllowed(mergeRefusal({ id, mergedIntoId, survivorId, hasAccount, reason }));
      const followers = await tx.sql<{ id: string }>(
        `UPDATE suppliers SET merged_into_id = $2, version = version + 1, updated_at = now()
         WHERE merged_into_id = $1 RETURNING id`,
        [id, survivorId],
      );
      await tx.sql(
        `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = $3, version = version + 1,
           updated_at = now() WHERE id = $1`,
        [id, survivorId, reason],
      );
      await touch(tx, survivorId);
      const [made] = await tx.sql<{ id: string }>(
        `INSERT INTO supplier_merges (supplier_id, into_id, followed_by, reason, merged_by, merged_by_name)
         VALUES ($1, $2, $3::uuid[], $4, $5, $6) RETURNING id`,
        [id, survivorId, followers.map((one) => one.id), reason, actor.userId, actor.name],
      );
      await askForRecountOfSuppliers(tx, this.jobs, [survivorId]);
      return answer(tx, made?.id ?? refuse('NOT_FOUND'));
    });
  }

  /** The row stands for itself again, and those that had followed it go back with it. */
  unmerge(actor: Actor, id: string, reason: string): Promise<SupplierMergeDto> {
    return this.transactions.runOnce(actor, async (tx) => {
      const { mergedIntoId: before } = await standing(tx, id);
      const locked = await lockInOrder(tx, before === null ? [id] : [id, before]);
      const { mergedIntoId } = locked.get(id) ?? refuse('NOT_FOUND');
      assertAllowed(unmergeRefusal({ mergedIntoId, reason }));
      if (mergedIntoId !== before || mergedIntoId === null) return refuse('CONFLICT');
      const [merge] = await tx.sql<{ id: string; followed_by: string[] }>(
        `UPDATE supplier_merges SET unmerged_by = $2, unmerged_by_name = $3, unmerged_at = now(), unmerge_reason = $4
         WHERE supplier_id = $1 AND unmerged_at IS NULL RETURNING id, followed_by`,
        [id, actor.userId, actor.name, reason],
      );
      await tx.sql(
        `UPDATE suppliers SET merged_into_id = NULL, merged_at = NULL, merge_reason = NULL, version = version + 1,
           updated_at = now() WHERE id = $1`,
        [id],
      );
      await tx.sql(
        `UPDATE suppliers SET merged_into_id = $2, version = version + 1, updated_at = now()
         WHERE id = ANY ($1::uuid[]) AND merged_into_id = $3`,
        [merge?.followed_by ?? [], id, mergedIntoId],
      );
      await touch(tx, mergedIntoId);
      // First the row that loses purchases: it closes its findings about them, the other one opens its own.
      await askForRecountOfSuppliers(tx, this.jobs, [mergedIntoId, id]);
      return answer(tx, merge?.id ?? refuse('MERGE_NOT_MERGED'));
    });
  }
}

async function standing(tx: Tx, id: string): Promise<Standing> {
  const rows = await tx.sql<Standing & Record<string, unknown>>(
    'SELECT id, merged_into_id AS "mergedIntoId" FROM suppliers WHERE id = $1',
    [id],
  );
  return rows[0] ?? refuse('NOT_FOUND');
}

/** Always in the same order, so that A → B and B → A wait for each other instead of both winning. */
async function lockInOrder(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
  const rows = await tx.sql<Standing & Record<string, unknown>>(
    `SELECT id, merged_into_id AS "mergedIntoId" FROM suppliers WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The survivor shows more, or less, from now on: whoever edits it meanwhile has to look again. */
async function touch(tx: Tx, id: string): Promise<void> {
  await tx.sql('UPDATE suppliers SET version = version + 1, updated_at = now() WHERE id = $1', [id]);
}

async function hasEnterpriseAccount(tx: Tx, id: string): Promise<boolean> {
  return (await tx.sql('SELECT 1 FROM users WHERE enterprise_id = $1 LIMIT 1', [id])).length > 0;
}

async function answer(tx: Tx, id: string): Promise<SupplierMergeDto> {
  const rows = await tx.sql<MergeRow & Record<string, unknown>>(`${MERGE} WHERE m.id = $1`, [id]);
  return toDto(rows[0] ?? refuse('NOT_FOUND'));
}

function toDto(row: MergeRow): SupplierMergeDto {
  return {
    id: row.id,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    businessNumber: row.businessNumber,
    intoId: row.intoId,
    intoName: row.intoName,
    reason: row.reason,
    mergedBy: row.mergedBy,
    mergedByName: row.mergedByName,
    mergedAt: row.mergedAt.toISOString(),
    unmergeReason: row.unmergeReason,
    unmergedBy: row.unmergedBy,
    unmergedByName: row.unmergedByName,
    unmergedAt: row.unmergedAt?.toISOString() ?? null,
  };
}
