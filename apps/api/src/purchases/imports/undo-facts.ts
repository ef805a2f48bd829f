import { periodRefusal, type CountingPolicy, type Day } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { LedgerOutlook } from './ledger-outlook';
import type { ImportRow } from './purchase-import.row';

/** What stands in the way of taking a batch back. */
export async function undoFacts(
  tx: Tx,
  row: ImportRow,
  policy: CountingPolicy,
): Promise<{ rowsInClosedPeriod: number; rowsAdjusted: number; rowsChanged: number }> {
  const outlook = await LedgerOutlook.load(tx, row, policy, null);
  const places = await tx.sql<{ department_id: string; day: Day; count: number }>(
    `SELECT department_id, CASE WHEN $3 = 'contract' THEN coalesce(contract_date, payment_date)
            ELSE coalesce(payment_date, contract_date) END AS day, count(*)::int AS count
     FROM purchases WHERE institution_id = $1 AND import_id = $2 AND state <> 'voided' GROUP BY 1, 2`,
    [row.institution_id, row.id, policy.recognitionDate],
  );
  const shut = places.filter(
    (place) => periodRefusal(outlook.periodState(place.department_id, place.day)) !== null,
  );
  const [touched] = await tx.sql<{ changed: number; adjusted: number }>(
    `SELECT count(*) FILTER (WHERE p.version > 1 OR p.state <> 'submitted')::int AS changed,
            count(*) FILTER (WHERE EXISTS (SELECT FROM purchases a WHERE a.institution_id = p.institution_id
              AND a.adjusts_id = p.id AND a.state <> 'voided'))::int AS adjusted
     FROM purchases p WHERE p.institution_id = $1 AND p.import_id = $2`,
    [row.institution_id, row.id],
  );
  return {
    rowsInClosedPeriod: shut.reduce((sum, place) => sum + place.count, 0),
    rowsAdjusted: touched?.adjusted ?? 0,
    rowsChanged: touched?.changed ?? 0,
  };
}
