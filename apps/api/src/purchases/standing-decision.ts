import type { RecognitionDecision } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import { decisionOf } from './purchase-decision';
import type { PurchaseRow } from './purchase.row';

/**
 * How each of these purchases counts now, for the rows that adjust it. A recount of a closed quarter leaves the purchase
 * as it is and moves its amount by signed rows: from then on its decision is theirs.
 */
export async function standingDecisions(
  tx: Tx,
  originals: readonly PurchaseRow[],
): Promise<ReadonlyMap<string, RecognitionDecision>> {
  const [first] = originals;
  const moved =
    first === undefined
      ? []
      : await tx.sql<{ purchase_id: string; recomputed: RecognitionDecision }>(
          `SELECT DISTINCT ON (r.purchase_id) r.purchase_id, r.recomputed FROM purchase_recounts r
           WHERE r.institution_id = $1 AND r.purchase_id = ANY ($2::uuid[]) AND r.state = 'recounted'
             AND EXISTS (SELECT FROM purchases c WHERE c.institution_id = r.institution_id AND c.recount_id = r.id)
           ORDER BY r.purchase_id, r.id DESC`,
          [first.institution_id, originals.map((row) => row.id)],
        );
  return new Map([
    ...originals.map((row) => [row.id, decisionOf(row)] as const),
    ...moved.map((row) => [row.purchase_id, row.recomputed] as const),
  ]);
}

export async function standingDecisionOf(tx: Tx, original: PurchaseRow): Promise<RecognitionDecision> {
  return (await standingDecisions(tx, [original])).get(original.id) ?? decisionOf(original);
}
