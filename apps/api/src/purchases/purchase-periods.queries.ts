import { periodStateOf, type Quarter, type SubmissionKind } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { PurchasePeriodDto } from './dto/purchase-period.dto';

export interface PeriodDepartmentRow {
  department_id: string;
  department_name: string;
  kind: SubmissionKind | null;
  submitted_at: Date | null;
  purchase_count: number;
  unfinished_count: number;
  amount_krw: number;
}

export interface PeriodHeadRow {
  id: string;
  institution_id: string;
  fiscal_year: number;
  quarter: Quarter;
  state: 'open' | 'closed';
  close_reason: string | null;
  reopen_reason: string | null;
  closed_at: Date | null;
  version: number;
}

export async function findPeriods(
  tx: Tx,
  institutionId: string,
  fiscalYear: number,
): Promise<PeriodHeadRow[]> {
  return tx.sql<PeriodHeadRow>(
    'SELECT * FROM purchase_periods WHERE institution_id = $1 AND fiscal_year = $2 ORDER BY quarter',
    [institutionId, fiscalYear],
  );
}

export async function findPeriod(tx: Tx, id: string): Promise<PeriodHeadRow | undefined> {
  return (await tx.sql<PeriodHeadRow>('SELECT * FROM purchase_periods WHERE id = $1', [id]))[0];
}

/**
 * The departments that owe a report for the quarter (valid on its last day, or with rows in it) and where each stands.
 * A row without a recognition date lies where its other date puts it; a day outside the year in its nearest quarter.
 * @param departmentId one department only, or null for all
 */
export async function departmentsOfPeriod(
  tx: Tx,
  period: PeriodHeadRow,
  departmentId: string | null,
): Promise<PeriodDepartmentRow[]> {
  return tx.sql<PeriodDepartmentRow>(
    `WITH placed AS (
       SELECT p.department_id, p.state, p.amount_krw,
              CASE WHEN extract(year FROM day) < p.fiscal_year THEN 1
                   WHEN extract(year FROM day) > p.fiscal_year THEN 4
                   ELSE extract(quarter FROM day) END AS quarter
       FROM purchases p, LATERAL (SELECT coalesce(p.recognition_date, p.contract_date, p.payment_date) AS day) AS d
       WHERE p.institution_id = $1 AND p.fiscal_year = $2 AND p.state <> 'voided'
     ), counted AS (
       SELECT department_id,
              count(*) FILTER (WHERE state IN ('submitted', 'accepted'))::int AS purchase_count,
              count(*) FILTER (WHERE state IN ('draft', 'returned'))::int AS unfinished_count,
              coalesce(sum(amount_krw) FILTER (WHERE state IN ('submitted', 'accepted')), 0)::bigint AS amount_krw
       FROM placed WHERE quarter = $3 GROUP BY department_id
     )
     SELECT d.id AS department_id, d.name AS department_name, s.kind, s.submitted_at,
            coalesce(c.purchase_count, 0) AS purchase_count, coalesce(c.unfinished_count, 0) AS unfinished_count,
            coalesce(c.amount_krw, 0)::bigint AS amount_krw
     FROM departments d
     LEFT JOIN counted c ON c.department_id = d.id
     LEFT JOIN period_submissions s ON s.institution_id = d.institution_id AND s.period_id = $4 AND s.department_id = d.id
     WHERE d.institution_id = $1 AND ($5::uuid IS NULL OR d.id = $5)
       AND (c.department_id IS NOT NULL OR s.kind IS NOT NULL
            OR (d.valid_from <= make_date($2::int, $3::int * 3, 1) + interval '1 month' - interval '1 day'
                AND (d.valid_to IS NULL OR d.valid_to >= make_date($2::int, $3::int * 3, 1) + interval '1 month' - interval '1 day')))
     ORDER BY d.department_group, d.name, d.id`,
    [period.institution_id, period.fiscal_year, period.quarter, period.id, departmentId],
  );
}

export function toPeriodDto(
  period: PeriodHeadRow,
  departments: readonly PeriodDepartmentRow[],
): PurchasePeriodDto {
  return {
    id: period.id,
    institutionId: period.institution_id,
    fiscalYear: period.fiscal_year,
    quarter: period.quarter,
    state: period.state,
    closeReason: period.close_reason,
    reopenReason: period.reopen_reason,
    closedAt: period.closed_at?.toISOString() ?? null,
    departments: departments.map((row) => ({
      departmentId: row.department_id,
      departmentName: row.department_name,
      state: periodStateOf({ quarterClosed: period.state === 'closed', submission: row.kind }),
      kind: row.kind,
      submittedAt: row.submitted_at?.toISOString() ?? null,
      purchaseCount: row.purchase_count,
      unfinishedCount: row.unfinished_count,
      amountKrw: row.amount_krw,
    })),
    version: period.version,
  };
}
