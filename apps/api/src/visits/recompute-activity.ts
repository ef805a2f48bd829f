import { replaceKeptSums, type OwnerSql } from '../database/owner-sql';

/** A kept total of the advisers' work that does not say what the rows say. */
export interface ActivityDifference {
  readonly areaId: string;
  readonly year: number;
  readonly teamId: string;
  readonly adviserId: string;
  /** as in activity_totals, or `visitee`: how often one visitee was visited (`kind` is its key) */
  readonly measure: string;
  readonly kind: string;
  readonly keptRows: number;
  readonly keptAmount: number;
  readonly rows: number;
  readonly amount: number;
}

const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;
const TOOK_PLACE = `state IN ('done', 'followed_up')`;

function counted(
  table: string,
  day: string,
  measure: string,
  kind: string,
  amount: string,
  when: string,
): string {
  return `
    SELECT area_id, extract(year FROM ${day})::smallint AS year, coalesce(team_id, ${NOBODY}) AS team_id, adviser_id,
           '${measure}' AS measure, ${kind} AS kind, count(*)::integer AS row_count, sum(${amount})::bigint AS amount
    FROM ${table} WHERE ${when} GROUP BY 1, 2, 3, 4, 6`;
}

/** How often one was visited in a year: whoever went, and by each team. */
const VISITEES = `
  SELECT area_id, extract(year FROM visited_on)::smallint AS year, measure,
         CASE measure WHEN 'visited' THEN ${NOBODY} ELSE coalesce(team_id, ${NOBODY}) END AS team_id, visitee_kind, visitee_key,
         count(*)::integer AS visit_count
  FROM visits CROSS JOIN (VALUES ('visited'), ('visited_by_team')) AS counted (measure)
  WHERE ${TOOK_PLACE} GROUP BY 1, 2, 3, 4, 5, 6`;

/** The totals anew from every row, by GROUP BY: nothing is shared with the triggers that keep them. */
const RECOMPUTED = [
  counted('visits', 'visited_on', 'visit', 'visitee_kind', '0', TOOK_PLACE),
  counted('consultations', 'consulted_on', 'consultation', 'caller_kind', '0', 'voided_reason IS NULL'),
  counted(
    'education_sessions',
    'held_on',
    'education_session',
    `''`,
    'coalesce(attendees, 0)',
    `state = 'held'`,
  ),
  counted('matches', 'identified_on', 'match', 'stage', 'coalesce(estimated_value_krw, 0)', 'true'),
  counted('contracts', 'signed_on', 'contract', 'source', 'value_krw', `state = 'signed'`),
  `SELECT n.area_id, extract(year FROM n.found_on)::smallint,
          coalesce(v.team_id, c.team_id, ${NOBODY}),
          coalesce(v.adviser_id, c.adviser_id, n.created_by), 'need', n.origin, count(*)::integer, 0
   FROM needs n LEFT JOIN visits v ON v.id = n.visit_id LEFT JOIN consultations c ON c.id = n.consultation_id
   GROUP BY 1, 2, 3, 4, 6`,
  `SELECT c.area_id, extract(year FROM c.signed_on)::smallint, coalesce(c.team_id, ${NOBODY}), c.adviser_id, 'purchase',
          c.source, count(*) FILTER (WHERE p.adjusts_id IS NULL)::integer, sum(p.amount_krw)::bigint
   FROM purchases p JOIN contracts c ON c.institution_id = p.institution_id AND c.id = p.contract_id
   WHERE p.state IN ('submitted', 'accepted') OR (p.adjusts_id IS NULL AND p.state <> 'voided')
   GROUP BY 1, 2, 3, 4, 6`,
  `SELECT area_id, year, team_id, ${NOBODY}, measure, visitee_kind, count(*)::integer, 0
   FROM (${VISITEES}) AS visitees GROUP BY 1, 2, 3, measure, visitee_kind`,
].join(' UNION ALL ');

/** The same shape for how often each visitee was visited, so that one comparison does for both. */
const asTotal = (visitees: string) => `
  SELECT area_id, year, team_id, ${NOBODY} AS adviser_id, 'visitee' AS measure,
         concat_ws(' ', measure, visitee_kind, visitee_key) AS kind, visit_count AS row_count, 0::bigint AS amount
  FROM (${visitees}) AS v`;

/** Compares in one statement, so that both sides are of one moment. @returns nothing when all agree */
export function findActivityDifferences(owner: OwnerSql): Promise<ActivityDifference[]> {
  return owner.query<ActivityDifference>(`
    WITH kept AS (
      SELECT area_id, year, team_id, adviser_id, measure, kind, row_count, amount FROM activity_totals
      UNION ALL ${asTotal('SELECT * FROM visitee_counts')}
    ), recomputed AS (${RECOMPUTED} UNION ALL ${asTotal(VISITEES)})
    SELECT area_id AS "areaId", year::integer, team_id AS "teamId", adviser_id AS "adviserId", measure, kind,
           coalesce(k.row_count, 0) AS "keptRows", coalesce(k.amount, 0) AS "keptAmount",
           coalesce(r.row_count, 0) AS rows, coalesce(r.amount, 0) AS amount
    FROM recomputed r FULL JOIN kept k USING (area_id, year, team_id, adviser_id, measure, kind)
    WHERE coalesce(k.row_count, 0) <> coalesce(r.row_count, 0) OR coalesce(k.amount, 0) <> coalesce(r.amount, 0)
    ORDER BY 1, 2, 5, 6, 3, 4`);
}

/** Replaces all totals of the advisers' work by the recomputed ones. Needs the owner; one transaction. */
export function replaceActivity(owner: OwnerSql): Promise<void> {
  return replaceKeptSums(owner, {
    of: ['visits', 'consultations', 'education_sessions', 'needs', 'matches', 'contracts', 'purchases'],
    statements: [
      'DELETE FROM activity_totals',
      'DELETE FROM visitee_counts',
      `INSERT INTO activity_totals (area_id, year, team_id, adviser_id, measure, kind, row_count, amount) ${RECOMPUTED}`,
      `INSERT INTO visitee_counts (area_id, year, measure, team_id, visitee_kind, visitee_key, visit_count) ${VISITEES}`,
    ],
  });
}
