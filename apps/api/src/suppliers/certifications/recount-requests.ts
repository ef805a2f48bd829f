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
