import { WON_MATCH_STAGES } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import type { ConversionGroup } from './dto/conversion.dto';

/** One figure of one row; `key` is the year, the adviser's id or the team's; null: of no team. */
export interface ConversionCell {
  readonly key: string | null;
  readonly figure: 'visit' | 'consultation' | 'need' | 'match' | 'won_match' | 'contract' | 'purchase';
  readonly count: number;
  readonly krw: number;
}

export interface ConversionSlice {
  readonly groupBy: ConversionGroup;
  /** null = all years */
  readonly year: number | null;
  /** undefined = not narrowed */
  readonly areaIds: readonly string[] | undefined;
}

const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;
const KEPT: Readonly<Record<ConversionGroup, string>> = {
  adviser: 't.adviser_id::text',
  team: `nullif(t.team_id, ${NOBODY})::text`,
  year: 't.year::text',
};
/** A need counts for whoever found it: the visit's or the call's adviser and team, or who wrote it down by itself. */
const OF_NEED: Readonly<Record<ConversionGroup, string>> = {
  adviser: 'coalesce(v.adviser_id, c.adviser_id, n.created_by)::text',
  team: 'CASE WHEN n.visit_id IS NOT NULL THEN v.team_id WHEN n.consultation_id IS NOT NULL THEN c.team_id ELSE m.team_id END::text',
  year: 'extract(year FROM n.found_on)::text',
};
const OF_CONTRACT: Readonly<Record<ConversionGroup, string>> = {
  adviser: 'c.adviser_id::text',
  team: 'c.team_id::text',
  year: 'extract(year FROM c.signed_on)::text',
};

const WITHIN = (area: string, day: string) => `($1::uuid[] IS NULL OR ${area} = ANY ($1))
  AND ($2::int IS NULL OR ${day} BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31))`;

export async function conversionCells(tx: Tx, slice: ConversionSlice): Promise<ConversionCell[]> {
  const values = [slice.areaIds ?? null, slice.year];
  const parts = await Promise.all([
    keptCells(tx, slice.groupBy, values),
    needCells(tx, slice.groupBy, values),
    purchaseCells(tx, slice.groupBy, values),
  ]);
  return parts.flat();
}

/** By the kept totals: as fast with many visits as with few. */
function keptCells(tx: Tx, groupBy: ConversionGroup, values: readonly unknown[]): Promise<ConversionCell[]> {
  return tx.sql<ConversionCell>(
    `SELECT ${KEPT[groupBy]} AS key, f.figure, sum(t.row_count)::int AS count, sum(t.amount)::bigint AS krw
     FROM activity_totals t
     CROSS JOIN LATERAL (SELECT t.measure AS figure UNION ALL
                         SELECT 'won_match' WHERE t.measure = 'match' AND t.kind = ANY ($3::text[])) f
     WHERE t.measure IN ('visit', 'consultation', 'match', 'contract')
       AND ($1::uuid[] IS NULL OR t.area_id = ANY ($1)) AND ($2::int IS NULL OR t.year = $2)
     GROUP BY 1, 2 HAVING sum(t.row_count) <> 0`,
    [...values, WON_MATCH_STAGES],
  );
}

function needCells(tx: Tx, groupBy: ConversionGroup, values: readonly unknown[]): Promise<ConversionCell[]> {
  return tx.sql<ConversionCell>(
    `SELECT ${OF_NEED[groupBy]} AS key, 'need' AS figure, count(*)::int AS count, 0 AS krw
     FROM needs n LEFT JOIN visits v ON v.id = n.visit_id LEFT JOIN consultations c ON c.id = n.consultation_id
     LEFT JOIN support_team_members m ON m.user_id = n.created_by
     WHERE ${WITHIN('n.area_id', 'n.found_on')} GROUP BY 1`,
    values,
  );
}

/** What came of contracts signed in the year; each purchase with its adjustments. */
function purchaseCells(
  tx: Tx,
  groupBy: ConversionGroup,
  values: readonly unknown[],
): Promise<ConversionCell[]> {
  return tx.sql<ConversionCell>(
    `SELECT ${OF_CONTRACT[groupBy]} AS key, 'purchase' AS figure,
            count(*) FILTER (WHERE p.adjusts_id IS NULL)::int AS count, sum(p.amount_krw)::bigint AS krw
     FROM contracts c JOIN purchases p ON p.institution_id = c.institution_id AND p.contract_id = c.id
       AND (p.state IN ('submitted', 'accepted') OR (p.adjusts_id IS NULL AND p.state <> 'voided'))
     WHERE c.state = 'signed' AND ${WITHIN('c.area_id', 'c.signed_on')} GROUP BY 1`,
    values,
  );
}

/** The names of the rows, as the actor may know them. */
export async function conversionNames(
  tx: Tx,
  groupBy: ConversionGroup,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (groupBy === 'year') return new Map();
  const table = groupBy === 'adviser' ? 'users' : 'support_teams';
  const rows = await tx.sql<{ id: string; name: string }>(
    `SELECT id, name FROM ${table} WHERE id = ANY ($1::uuid[])`,
    [keys],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
