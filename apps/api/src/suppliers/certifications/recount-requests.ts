import { FIND_PURCHASES_TO_RECOUNT, reachesCountedDays, type CertificateFacts, type Day } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { JobsService } from '../../jobs/jobs.service';

interface CertificateChange {
  readonly supplierId: string;
  readonly certificationId: string;
  /** null = there was none, or it ended for good */
  readonly before: CertificateFacts | null;
  readonly after: CertificateFacts | null;
}

/**
 * Asks the ledger, in the same transaction, to look for purchases whose counting the change touches; nothing when it only
 * reaches days to come.
 */
export async function askForRecount(
  tx: Tx,
  jobs: JobsService,
  change: CertificateChange,
  today: Day,
): Promise<void> {
  if (!reachesCountedDays(change.before, change.after, today)) return;
  const { supplierId, certificationId } = change;
  await jobs.enqueue(tx, {
    kind: FIND_PURCHASES_TO_RECOUNT,
    institutionId: tx.actor.institutionId,
    payload: { supplierId, certificationId },
  });
}

/**
 * The same for suppliers whose purchases other certificates decide from now on, in this order: the row that stays when
 * another was merged into it, or both when they are separated again. Nothing when none of them has a verified certificate.
 */
export async function askForRecountOfSuppliers(
  tx: Tx,
  jobs: JobsService,
  supplierIds: readonly string[],
): Promise<void> {
  const [latest] = await tx.sql<{ id: string }>(
    `SELECT c.id FROM supplier_certifications c JOIN suppliers s ON s.id = c.supplier_id
     WHERE (s.id = ANY ($1::uuid[]) OR s.merged_into_id = ANY ($1::uuid[])) AND c.verified_at IS NOT NULL
     ORDER BY c.id DESC LIMIT 1`,
    [supplierIds],
  );
  if (latest === undefined) return;
  for (const supplierId of supplierIds) {
    await jobs.enqueue(tx, {
      kind: FIND_PURCHASES_TO_RECOUNT,
      institutionId: tx.actor.institutionId,
      payload: { supplierId, certificationId: latest.id },
    });
  }
}

/** What a list or its undoing wrote of one supplier's certificate. */
interface ListedCertificate {
  readonly supplierId: string;
  readonly certification: {
    readonly id: string;
    readonly before: { readonly validFrom: string } | null;
    readonly after: { readonly validFrom: string };
  } | null;
}

/** The same for suppliers that were in the register already, and whose certificate a list brought or moved to another day. */
export async function askForRecountOfListed(
  tx: Tx,
  jobs: JobsService,
  written: readonly ListedCertificate[],
): Promise<void> {
  for (const { supplierId, certification } of written) {
    if (certification === null || certification.before?.validFrom === certification.after.validFrom) continue;
    await jobs.enqueue(tx, {
      kind: FIND_PURCHASES_TO_RECOUNT,
      institutionId: tx.actor.institutionId,
      payload: { supplierId, certificationId: certification.id },
    });
  }
}
