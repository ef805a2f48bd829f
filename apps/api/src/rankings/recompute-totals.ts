import { replaceKeptSums, type OwnerSql } from '../database/owner-sql';

/** A counter that does not say what the rows say. */
export interface TotalDifference {
  readonly institutionId: string;
  readonly fiscalYear: number;
  readonly scheme: string;
  readonly departmentId: string;
  readonly month: number;
  readonly counterKrw: number;
  readonly counterRows: number;
  readonly ledgerKrw: number;
  readonly ledgerRows: number;
}

/** The totals anew from every row of the ledger, by GROUP BY: it shares nothing with the trigger that keeps them. */
const RECOMPUTED = `
  SELECT institution_id, fiscal_year, scheme_code, department_id, extract(month FROM recognition_date)::smallint AS month,
         sum(recognized_amount_krw)::bigint AS actual_krw, count(*)::integer AS purchase_count
  FROM purchases CROSS JOIN unnest(counted_schemes) AS scheme_code
  GROUP BY 1, 2, 3, 4, 5`;

/** Compares in one statement, so that both sides are of one moment. @returns nothing when the books balance */
export function findTotalDifferences(owner: OwnerSql): Promise<TotalDifference[]> {
  return owner.query<TotalDifference>(`
    SELECT institution_id AS "institutionId", fiscal_year AS "fiscalYear", scheme_code AS scheme,
           department_id AS "departmentId", month::integer,
           coalesce(t.actual_krw, 0) AS "counterKrw", coalesce(t.purchase_count, 0) AS "counterRows",
           coalesce(r.actual_krw, 0) AS "ledgerKrw", coalesce(r.purchase_count, 0) AS "ledgerRows"
    FROM (${RECOMPUTED}) AS r
    FULL JOIN achievement_totals t USING (institution_id, fiscal_year, scheme_code, department_id, month)
    WHERE coalesce(t.actual_krw, 0) <> coalesce(r.actual_krw, 0)
       OR coalesce(t.purchase_count, 0) <> coalesce(r.purchase_count, 0)
    ORDER BY 1, 2, 3, 4, 5`);
}

/** Replaces all counters by the recomputed ones, while nobody writes purchases. Needs the owner; one transaction. */
export function replaceTotals(owner: OwnerSql): Promise<void> {
  return replaceKeptSums(owner, {
    of: ['purchases'],
    statements: [
      'DELETE FROM achievement_totals',
      `INSERT INTO achievement_totals
         (institution_id, fiscal_year, scheme_code, department_id, month, actual_krw, purchase_count) ${RECOMPUTED}`,
    ],
  });
}
