import type { KpiSource } from '@ieum/domain';
import type { Tx } from '../database/transactions';

/** The kept totals of the whole city (ADR 0022): as fast with 20,000 visits as with 200. */
function totalOf(measure: string, figure: 'row_count' | 'amount' = 'row_count', kinds?: string): string {
  return `SELECT year, sum(${figure})::bigint AS value FROM activity_totals
    WHERE year = ANY ($1::int[]) AND measure = '${measure}' ${kinds === undefined ? '' : `AND kind IN (${kinds})`}
    GROUP BY year`;
}

/** Rows of a table by the day that they are of. */
function rowsByDay(table: string, day: string, when = 'true', value = 'count(*)'): string {
  return `SELECT y.year, ${value}::bigint AS value FROM unnest($1::int[]) AS y (year)
    JOIN ${table} ON ${day} BETWEEN make_date(y.year, 1, 1) AND make_date(y.year, 12, 31) AND ${when}
    GROUP BY y.year`;
}

const STANDS = 'voided_reason IS NULL';
const FAIR_HELD = `fairs.state IN ('held', 'followed_up')`;

/**
 * What each source counts: a query that gives (year, value) for the years of $1. A source of KPI_SOURCES without a query
 * counts nothing yet, and its rows show "–". Only sums leave here, never a row: they are read as the system.
 */
const QUERIES: Readonly<Partial<Record<KpiSource, string>>> = {
  visits: totalOf('visit'),
  visited_institutions: totalOf('visited'),
  consultations: totalOf('consultation'),
  education_sessions: totalOf('education_session'),
  education_attendees: totalOf('education_session', 'amount'),
  matches: totalOf('match'),
  matches_won: totalOf('match', 'row_count', `'selected', 'contracted'`),
  contracts: totalOf('contract'),
  contract_value: totalOf('contract', 'amount'),
  match_contract_value: totalOf('contract', 'amount', `'match'`),
  fair_contract_value: totalOf('contract', 'amount', `'fair'`),
  // A duplicate that was merged away is one enterprise with the one that stands.
  enterprise_register: rowsByDay('suppliers', 'registered_on', 'merged_into_id IS NULL'),
  institution_register: rowsByDay('institutions', 'registered_on'),
  supplier_surveys_answered: `SELECT year, count(*)::bigint AS value FROM supplier_surveys
    WHERE year = ANY ($1::int[]) AND answered_on IS NOT NULL GROUP BY year`,
  b2b_links: rowsByDay('b2b_links', 'linked_on', STANDS),
  b2b_link_amount: rowsByDay('b2b_links', 'linked_on', STANDS, 'sum(amount_krw)'),
  // A market that is only planned has not been held.
  market_days: rowsByDay(
    'market_days',
    'held_on',
    `${STANDS} AND held_on <= (now() AT TIME ZONE 'Asia/Seoul')::date`,
  ),
  fairs_held: rowsByDay('fairs', 'first_day', FAIR_HELD),
  // As the year of fairs counts: the meetings that took place; of a fair that was only recorded, what its report says.
  fair_consultations: rowsByDay(
    'fairs',
    'first_day',
    FAIR_HELD,
    `sum(CASE WHEN EXISTS (SELECT FROM fair_slots s WHERE s.fair_id = fairs.id)
      THEN (SELECT count(*) FROM fair_bookings b WHERE b.fair_id = fairs.id AND b.state IN ('attended', 'walk_in'))
      ELSE coalesce(recorded_consultations, 0) END)`,
  ),
  shop_sales: rowsByDay('shop_sales', 'period', 'true', 'sum(sales_krw)'),
};

/** What a source counts in a year; null = nothing counts it. */
export type Counted = (source: KpiSource, year: number) => number | null;

/** One statement for all. The transaction must see the whole city. */
export async function countSources(
  tx: Tx,
  sources: readonly KpiSource[],
  years: readonly number[],
): Promise<Counted> {
  const known = [...new Set(sources)].filter((source) => QUERIES[source] !== undefined);
  const parts = known.map(
    (source) => `SELECT '${source}' AS source, year, value FROM (${QUERIES[source]}) q`,
  );
  const rows =
    parts.length === 0
      ? []
      : await tx.sql<{ source: KpiSource; year: number; value: number }>(parts.join(' UNION ALL '), [years]);
  const values = new Map(rows.map(({ source, year, value }) => [`${source} ${year}`, value]));
  return (source, year) => (known.includes(source) ? (values.get(`${source} ${year}`) ?? 0) : null);
}
