import { CERTIFIED_ONLY, daysInMonth, monthOf, yearOf, type Day } from '@ieum/domain';
import type { Tx } from '../database/transactions';

/** Whose figures: a department's, or an institution's in all. */
export type Subject = 'department' | 'institution';

export interface LedgerSlice {
  /** undefined = everybody whom row security shows */
  readonly institutionIds: readonly string[] | undefined;
  readonly fiscalYear: number;
  readonly scheme: string;
  /** recognised up to this day; null = all that is in the books */
  readonly until: Day | null;
}

export interface LedgerCell {
  readonly subjectId: string;
  /** 1..12 */
  readonly month: number;
  /** the scheme asked for, or certified_only */
  readonly scheme: string;
  readonly actualKrw: number;
  readonly purchaseCount: number;
}

/**
 * The figures of a scheme and of certified_only by subject and month. They come from the counters; only when `until`
 * lies inside a month are the rows of that one month added up.
 */
export function ledgerCells(tx: Tx, subject: Subject, slice: LedgerSlice): Promise<LedgerCell[]> {
  const { whole, partial } = monthsUntil(slice.fiscalYear, slice.until);
  const values: unknown[] = [slice.fiscalYear, [slice.scheme, CERTIFIED_ONLY], whole];
  const mine = institutionFilter(slice, values);
  const counters = `
    SELECT ${subject}_id AS "subjectId", month::integer, scheme_code AS scheme,
           sum(actual_krw)::bigint AS "actualKrw", sum(purchase_count)::bigint AS "purchaseCount"
    FROM achievement_totals
    WHERE ${mine} AND fiscal_year = $1 AND scheme_code = ANY ($2) AND month <= $3
    GROUP BY 1, 2, 3`;
  if (partial === null) return tx.prepared<LedgerCell>(counters, values);
  const from = values.push(`${partial.slice(0, 8)}01`);
  const to = values.push(partial);
  return tx.sql<LedgerCell>(
    `${counters} UNION ALL
     SELECT ${subject}_id, extract(month FROM recognition_date)::integer, scheme,
            sum(recognized_amount_krw)::bigint, count(*)
     FROM purchases, unnest(counted_schemes) AS scheme
     WHERE ${mine} AND fiscal_year = $1 AND recognition_date BETWEEN $${from} AND $${to} AND scheme = ANY ($2)
     GROUP BY 1, 2, 3`,
    values,
  );
}

/**
 * Adjustments recognised after `until` and up to `asOf`, of purchases recognised by `until`: what a correction of a
 * closed quarter adds to that quarter's later version. In the month of the purchase that they adjust.
 */
export function lateAdjustmentCells(
  tx: Tx,
  subject: Subject,
  slice: LedgerSlice & { readonly until: Day; readonly asOf: Day },
): Promise<LedgerCell[]> {
  const values: unknown[] = [slice.fiscalYear, [slice.scheme, CERTIFIED_ONLY], slice.until, slice.asOf];
  return tx.sql<LedgerCell>(
    `SELECT a.${subject}_id AS "subjectId", extract(month FROM root.recognition_date)::integer AS month, scheme,
            sum(a.recognized_amount_krw)::bigint AS "actualKrw", count(*) AS "purchaseCount"
     FROM purchases a
     JOIN purchases root ON root.institution_id = a.institution_id AND root.id = a.adjusts_id
     CROSS JOIN unnest(a.counted_schemes) AS scheme
     WHERE ${institutionFilter(slice, values, 'a.')} AND a.adjusts_id IS NOT NULL AND a.fiscal_year = $1
       AND a.recognition_date > $3 AND a.recognition_date <= $4 AND root.recognition_date <= $3
       AND scheme = ANY ($2)
     GROUP BY 1, 2, 3`,
    values,
  );
}

/** Pushes the institutions as the next parameter when the slice is narrowed. */
function institutionFilter(
  slice: Pick<LedgerSlice, 'institutionIds'>,
  values: unknown[],
  prefix = '',
): string {
  if (slice.institutionIds === undefined) return 'true';
  return `${prefix}institution_id = ANY ($${values.push(slice.institutionIds)}::uuid[])`;
}

/** How many whole months the counters give, and the last day of a month that must be added up from its rows. */
function monthsUntil(fiscalYear: number, until: Day | null): { whole: number; partial: Day | null } {
  if (until === null || yearOf(until) > fiscalYear) return { whole: 12, partial: null };
  if (yearOf(until) < fiscalYear) return { whole: 0, partial: null };
  const month = monthOf(until);
  const isMonthEnd = Number(until.slice(8, 10)) === daysInMonth(fiscalYear, month);
  return isMonthEnd ? { whole: month, partial: null } : { whole: month - 1, partial: until };
}
