import type { AreaReach } from '@ieum/domain';
import type { Tx } from '../database/transactions';

export interface VisitTotal {
  readonly measure: 'visit' | 'visited';
  readonly kind: string;
  readonly adviserId: string;
  readonly adviserName: string | null;
  readonly teamId: string | null;
  readonly teamName: string | null;
  readonly count: number;
}

/** The totals of the year, the areas added up. `visited` belongs to no adviser and no team. */
export function visitTotals(
  tx: Tx,
  { areaIds, institutionIds }: AreaReach,
  year: number,
  areaId: string | null,
): Promise<VisitTotal[]> {
  return tx.sql<VisitTotal>(
    `SELECT t.measure, t.kind, t.adviser_id AS "adviserId", u.name AS "adviserName", s.id AS "teamId", s.name AS "teamName",
            sum(t.row_count)::integer AS count
     FROM activity_totals t
     LEFT JOIN users u ON u.id = t.adviser_id
     LEFT JOIN support_teams s ON s.id = t.team_id
     WHERE t.year = $1 AND t.measure IN ('visit', 'visited') AND ($2::uuid[] IS NULL OR t.area_id = ANY ($2))
       AND $3::uuid[] IS NULL AND ($4::uuid IS NULL OR t.area_id = $4)
     GROUP BY 1, 2, 3, 4, 5, 6`,
    [year, areaIds ?? null, institutionIds ?? null, areaId],
  );
}

export function areasWithin(tx: Tx, { areaIds }: AreaReach): Promise<{ id: string; name: string }[]> {
  return tx.sql(
    `SELECT id, name FROM institutions
     WHERE district_id IS NULL AND ($1::uuid[] IS NULL OR id = ANY ($1)) ORDER BY name, id LIMIT 1000`,
    [areaIds ?? null],
  );
}
