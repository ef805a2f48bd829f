import { paceOf, yearOf, type AreaReach, type Day } from '@ieum/domain';
import { Conditions, likeAnywhere } from '../../database/conditions';
import type { Tx } from '../../database/transactions';
import type { PlanningSort, VisitPlanningQuery, VisitPlanningRowDto } from './dto/visit-planning.dto';

export interface PlanningRow extends Omit<VisitPlanningRowDto, 'offeredKinds'> {
  /** where it stands in the order that was asked for */
  readonly rank: number;
}

/** Those to whom somebody should go come first; never visited is the longest time of all. */
const RANK: Readonly<Record<PlanningSort, string>> = {
  last_visit: `coalesce("lastVisitedOn" - date '2000-01-01', -2147483648)`,
  open_needs: '-"openNeeds"',
  under_target: '-"departmentsUnderTarget"',
};

const SCHEME = 'social_economy';
/** Large enough that the share of the year is exact to the won for every target. */
const WHOLE = 1_000_000_000_000;

/** The share of a target that should be reached by today, of WHOLE. */
function shareOf(today: Day): number {
  return paceOf({ fiscalYear: yearOf(today), today, targetKrw: WHOLE, actualKrw: 0 }).expectedKrw ?? 0;
}

/** Departments whose year's sum is behind pace; rows of institutions that the reader may not see are not there. */
const BEHIND = `
  SELECT t.institution_id, t.department_id
  FROM purchase_targets t
  JOIN purchase_target_cycles c ON c.institution_id = t.institution_id AND c.id = t.cycle_id
  LEFT JOIN LATERAL (SELECT sum(a.actual_krw) AS krw FROM achievement_totals a
    WHERE a.institution_id = t.institution_id AND a.fiscal_year = $1 AND a.scheme_code = '${SCHEME}'
      AND a.department_id = t.department_id) AS actual ON true
  WHERE c.fiscal_year = $1 AND t.scheme_code = '${SCHEME}' AND t.state <> 'proposed' AND t.target_krw > 0
    AND coalesce(actual.krw, 0) < round(t.target_krw::numeric * $2::bigint / ${WHOLE})`;

export function planInstitutions(
  tx: Tx,
  { areaIds, institutionIds }: AreaReach,
  query: VisitPlanningQuery,
  today: Day,
  after: readonly [number, string, string] | null,
  limit: number,
): Promise<PlanningRow[]> {
  const where = new Conditions();
  where.place(yearOf(today));
  where.place(shareOf(today));
  const day = where.place(today);
  where
    .add('coalesce(i.district_id, i.id) = ANY (?::uuid[])', areaIds)
    .add('i.id = ANY (?::uuid[])', institutionIds)
    .add('coalesce(i.district_id, i.id) = ?', query.areaId)
    .add('i.kind = ?', query.kind)
    .add('i.name ILIKE ?', likeAnywhere(query.q));
  const key = after?.map((part) => where.place(part));
  const beyond =
    key === undefined
      ? 'true'
      : `(rank, "institutionName", "institutionId") > (${key[0]}::bigint, ${key[1]}, ${key[2]}::uuid)`;
  return tx.sql<PlanningRow>(
    `WITH behind AS (SELECT institution_id, count(*)::integer AS n FROM (${BEHIND}) AS b GROUP BY 1),
     stood AS (
       SELECT i.id AS "institutionId", i.name AS "institutionName", i.kind, a.id AS "areaId", a.name AS "areaName",
              last.day AS "lastVisitedOn", next.day AS "plannedOn", needed.n AS "openNeeds",
              coalesce(behind.n, 0) AS "departmentsUnderTarget"
       FROM institutions i
       JOIN institutions a ON a.id = coalesce(i.district_id, i.id)
       LEFT JOIN behind ON behind.institution_id = i.id
       CROSS JOIN LATERAL (SELECT max(v.visited_on) AS day FROM visits v
         WHERE v.institution_id = i.id AND v.state IN ('done', 'followed_up')) AS last
       CROSS JOIN LATERAL (SELECT min(v.visited_on) AS day FROM visits v
         WHERE v.institution_id = i.id AND v.state = 'planned' AND v.visited_on >= ${day}::date) AS next
       CROSS JOIN LATERAL (SELECT count(*)::integer AS n FROM needs n
         WHERE n.institution_id = i.id AND n.state = 'open') AS needed
       WHERE ${where.sql}
     ), ranked AS (SELECT *, (${RANK[query.sort ?? 'last_visit']})::bigint AS rank FROM stood)
     SELECT * FROM ranked WHERE ${beyond} ORDER BY rank, "institutionName", "institutionId" LIMIT ${where.place(limit)}`,
    where.values,
  );
}

/** What the departments behind pace bought last year, where published items of the catalogue are of the same kind. */
export async function offeredKindsOf(
  tx: Tx,
  institutionIds: readonly string[],
  today: Day,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await tx.sql<{ institutionId: string; kinds: string[] }>(
    `SELECT p.institution_id AS "institutionId", array_agg(DISTINCT p.kind ORDER BY p.kind) AS kinds
     FROM (${BEHIND} AND t.institution_id = ANY ($3::uuid[])) AS b
     JOIN purchases p ON p.institution_id = b.institution_id AND p.department_id = b.department_id
     WHERE p.fiscal_year = $1 - 1 AND p.state IN ('submitted', 'accepted') AND p.adjusts_id IS NULL
       AND EXISTS (SELECT FROM catalogue_items c WHERE c.kind = p.kind AND c.state = 'published')
     GROUP BY 1`,
    [yearOf(today), shareOf(today), institutionIds],
  );
  return new Map(rows.map((row) => [row.institutionId, row.kinds]));
}
