import type { ImportValues } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { DecidedColumns } from '../purchase-decision';
import type { ImportKey } from './purchase-imports.queries';
import type { ImportRow } from './purchase-import.row';

/** A long statement of background work; the connection's own limit is for requests. */
export async function allowLongStatements(tx: Tx): Promise<void> {
  await tx.sql(`SET LOCAL statement_timeout = '10min'`);
}

export interface EntryRow {
  row_number: number;
  verdict: string;
  entry: ImportValues;
}

export function pageOfEntries(tx: Tx, key: ImportKey, after: number, limit: number): Promise<EntryRow[]> {
  return tx.sql<EntryRow>(
    `SELECT row_number, verdict, entry FROM purchase_import_rows
     WHERE institution_id = $1 AND import_id = $2 AND row_number > $3 AND included ORDER BY row_number LIMIT $4`,
    [key.institution_id, key.id, after, limit],
  );
}

/** What the rules decided for a row, with its supplier and the quarter it lies in. */
export interface Decision {
  readonly row_number: number;
  readonly decided: DecidedColumns & { supplier_id: string | null; quarter: number | null };
}

export async function saveDecisions(tx: Tx, key: ImportKey, decisions: readonly Decision[]): Promise<void> {
  await tx.sql(
    `UPDATE purchase_import_rows AS r SET decided = d.decided
     FROM jsonb_to_recordset($3::jsonb) AS d (row_number int, decided jsonb)
     WHERE r.institution_id = $1 AND r.import_id = $2 AND r.row_number = d.row_number`,
    [key.institution_id, key.id, JSON.stringify(decisions)],
  );
}

export interface ShutQuarter {
  readonly department_id: string;
  readonly quarter: number;
  readonly code: 'period_closed' | 'period_submitted';
}

/**
 * Between the check and now others wrote and quarters were closed: such rows get their new verdict and are left out.
 * @returns how many
 */
export async function leaveOutOvertaken(
  tx: Tx,
  row: ImportRow,
  shut: readonly ShutQuarter[],
): Promise<number> {
  const place = [row.institution_id, row.id, row.fiscal_year];
  const closed = await tx.sql(
    `UPDATE purchase_import_rows AS r SET included = false, verdict = 'invalid',
       problems = jsonb_build_array(jsonb_build_object('field', 'contractDate', 'code', s.code))
     FROM jsonb_to_recordset($3::jsonb) AS s (department_id text, quarter int, code text)
     WHERE r.institution_id = $1 AND r.import_id = $2 AND r.included
       AND r.entry->>'departmentId' = s.department_id AND (r.decided->>'quarter')::int = s.quarter RETURNING 1`,
    [row.institution_id, row.id, JSON.stringify(shut)],
  );
  // The planner knows nothing yet of a year that is being filled: it takes a portion of thousands for one row and
  // walks the year once for each. Both sides are large here, so the join that reads each side once is the right one.
  await tx.sql('SET LOCAL enable_nestloop = off');
  const numbers = await tx.sql(overtakenBy('contract_number_key', 'duplicate_in_ledger'), place);
  const twins = await tx.sql(overtakenBy('duplicate_key', 'probable_duplicate'), place);
  await tx.sql('SET LOCAL enable_nestloop = on');
  return closed.length + numbers.length + twins.length;
}

/**
 * The keys are taken out of the JSON first: row security lets only leakproof conditions reach an index, and reading
 * JSON is none. Confirmed twins stay.
 */
function overtakenBy(key: 'contract_number_key' | 'duplicate_key', verdict: string): string {
  const confirmed = key === 'duplicate_key' ? `AND verdict = 'purchase'` : '';
  return `
    WITH keys AS MATERIALIZED (
      SELECT row_number, (entry->>'departmentId')::uuid AS department_id, decided->>'${key}' AS key
      FROM purchase_import_rows WHERE institution_id = $1 AND import_id = $2 AND included ${confirmed}
    ), overtaken AS MATERIALIZED (
      SELECT DISTINCT keys.row_number FROM keys
      JOIN purchases p ON p.institution_id = $1 AND p.fiscal_year = $3 AND p.department_id = keys.department_id
        AND p.${key} = keys.key AND p.adjusts_id IS NULL AND p.state <> 'voided'
    )
    UPDATE purchase_import_rows AS r SET included = false, verdict = '${verdict}'
    FROM overtaken
    WHERE r.institution_id = $1 AND r.import_id = $2 AND r.row_number = overtaken.row_number RETURNING 1`;
}

/**
 * All rows by ONE statement. The triggers of the ledger run at its end, the counting one last: the totals of a
 * department's month, which everybody who enters a purchase needs, are held only from there to the commit. Portions
 * would hold them for the whole time.
 * @returns how many purchases were written
 */
export async function insertPurchases(tx: Tx, row: ImportRow): Promise<number> {
  const [written] = await tx.sql<{ count: number }>(
    `WITH written AS (
       INSERT INTO purchases (institution_id, department_id, fiscal_year, supplier_id, supplier_name,
         supplier_business_number, item, kind, method, channel, contract_number, contract_number_key, supplier_key,
         duplicate_key, contract_date, payment_date, amount_krw, supply_value_krw, budget_object_code, note, source, state,
         import_id, confirmed_warnings, warnings, certificate_snapshot, count_status, count_reasons, recognition_date,
         recognized_amount_krw, counted_schemes, created_by)
       SELECT r.institution_id, e."departmentId", $3, d.supplier_id, e."supplierName", e."businessNumber", e.item, e.kind,
         e.method, e.channel, e."contractNumber", d.contract_number_key, d.supplier_key, d.duplicate_key, e."contractDate",
         e."paymentDate", e."amountKrw", e."supplyValueKrw", e."budgetObjectCode", e.note, 'import', 'submitted',
         r.import_id, CASE r.verdict WHEN 'probable_duplicate' THEN ARRAY['probable_duplicate'] ELSE '{}' END,
         d.warnings::jsonb, d.certificate_snapshot::jsonb, d.count_status, d.count_reasons, d.recognition_date,
         d.recognized_amount_krw, d.counted_schemes, $4
       FROM purchase_import_rows r
       CROSS JOIN LATERAL jsonb_to_record(r.entry) AS e ("departmentId" uuid, "supplierName" text, "businessNumber" text,
         item text, kind text, method text, channel text, "contractNumber" text, "contractDate" date, "paymentDate" date,
         "amountKrw" bigint, "supplyValueKrw" bigint, "budgetObjectCode" text, note text)
       CROSS JOIN LATERAL jsonb_to_record(r.decided) AS d (supplier_id uuid, contract_number_key text, supplier_key text,
         duplicate_key text, warnings text, certificate_snapshot text, count_status text, count_reasons text[],
         recognition_date date, recognized_amount_krw bigint, counted_schemes text[])
       WHERE r.institution_id = $1 AND r.import_id = $2 AND r.included
       ORDER BY r.row_number
       RETURNING 1)
     SELECT count(*)::int AS count FROM written`,
    [row.institution_id, row.id, row.fiscal_year, tx.actor.userId],
  );
  return written?.count ?? 0;
}

/** Voids the batch by one statement; the counting trigger takes its amounts out of the totals. */
export async function voidPurchases(tx: Tx, row: ImportRow): Promise<void> {
  await tx.sql(
    `UPDATE purchases SET state = 'voided', counted_schemes = '{}', count_status = 'not_counted',
       count_reasons = '{voided}', version = version + 1, updated_at = now()
     WHERE institution_id = $1 AND import_id = $2 AND state <> 'voided'`,
    [row.institution_id, row.id],
  );
}
