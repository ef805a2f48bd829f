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
/** By the kept totals: as fast with many visits as with few, and each thing counts in one row. */
export function conversionCells(
  tx: Tx,
  { groupBy, year, areaIds }: ConversionSlice,
): Promise<ConversionCell[]> {
  return tx.sql<ConversionCell>(
    `SELECT ${KEPT[groupBy]} AS key, f.figure, sum(t.row_count)::int AS count, sum(t.amount)::bigint AS krw
     FROM activity_totals t
     CROSS JOIN LATERAL (SELECT t.measure AS figure UNION ALL
                         SELECT 'won_match' WHERE t.measure = 'match' AND t.kind = ANY ($3::text[])) f
     WHERE t.measure IN ('visit', 'consultation', 'need', 'match', 'contract', 'purchase')
       AND ($1::uuid[] IS NULL OR t.area_id = ANY ($1)) AND ($2::int IS NULL OR t.year = $2)
     GROUP BY 1, 2 HAVING sum(t.row_count) <> 0`,
    [areaIds ?? null, year, WON_MATCH_STAGES],
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
