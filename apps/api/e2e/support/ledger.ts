import type { Body } from './api-client';
import type { TestDatabase } from './database';

/** One ledger row, written past the application as it would be stored after recognition. */
export interface LedgerEntry {
  readonly institutionId: string;
  readonly departmentId: string;
  readonly amountKrw: number;
  /** recognition date; its year is the fiscal year */
  readonly day: string;
  /** codes it is totalled under, certified_only included; default: social_economy */
  readonly schemes?: readonly string[];
  readonly adjustsId?: string;
  readonly item?: string;
}

/** @returns the ids of the rows, in the order given; one statement, so that the trigger sees them together */
export async function enterPurchases(
  database: TestDatabase,
  entries: readonly LedgerEntry[],
): Promise<string[]> {
  const rows = entries.map((entry) => ({
    institution_id: entry.institutionId,
    department_id: entry.departmentId,
    fiscal_year: Number(entry.day.slice(0, 4)),
    amount_krw: entry.amountKrw,
    day: entry.day,
    schemes: entry.schemes ?? ['social_economy'],
    adjusts_id: entry.adjustsId ?? null,
    adjustment_reason: entry.adjustsId === undefined ? null : '정정',
    item: entry.item ?? '현수막/배너 제작',
  }));
  const inserted = await database.sql<{ id: string }>(
    `INSERT INTO purchases (institution_id, department_id, fiscal_year, supplier_name, supplier_key, duplicate_key, item,
       kind, channel, contract_date, amount_krw, source, state, count_status, recognition_date, recognized_amount_krw,
       counted_schemes, adjusts_id, adjustment_reason, created_by)
     SELECT institution_id, department_id, fiscal_year, '노란들판', '노란들판', gen_random_uuid()::text, item,
       'goods', 'contract', day, amount_krw, 'manual', 'accepted',
       CASE WHEN cardinality(schemes) > 0 THEN 'counted' ELSE 'needs_check' END, day, amount_krw,
       schemes, adjusts_id, adjustment_reason, gen_random_uuid()
     FROM jsonb_to_recordset($1) AS r (institution_id uuid, department_id uuid, fiscal_year smallint, amount_krw bigint,
       day date, schemes text[], adjusts_id uuid, adjustment_reason text, item text)
     RETURNING id`,
    [JSON.stringify(rows)],
  );
  return inserted.map((row) => row.id);
}

export async function voidPurchase(database: TestDatabase, id: string): Promise<void> {
  await database.sql(
    `UPDATE purchases SET state = 'voided', counted_schemes = '{}', count_status = 'not_counted' WHERE id = $1`,
    [id],
  );
}

export async function closeQuarter(
  database: TestDatabase,
  institutionId: string,
  quarter: number,
  fiscalYear = 2016,
): Promise<void> {
  await database.sql(
    `UPDATE purchase_periods SET state = 'closed', closed_at = now()
     WHERE institution_id = $1 AND fiscal_year = $2 AND quarter = $3`,
    [institutionId, fiscalYear, quarter],
  );
}

/** A list of an answer as a list; empty when there is none. */
export function listOf(body: Body, field = 'items'): Body[] {
  const list: unknown = body[field];
  return Array.isArray(list) ? list : [];
}
