import type { TeamMetric } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

interface CountRow {
  team_id: string;
  metric: TeamMetric;
  count: number;
}

export function targetsOf(tx: Tx, teamIds: readonly string[], year: number): Promise<CountRow[]> {
  return tx.sql<CountRow>(
    'SELECT team_id, metric, target AS count FROM support_team_targets WHERE team_id = ANY ($1::uuid[]) AND year = $2',
    [teamIds, year],
  );
}

/**
 * Visits and calls from the totals, which name the team of that time; of the registers, what those entered who are
 * members now. A duplicate that was merged counts once.
 */
export function actualsOf(tx: Tx, teamIds: readonly string[], year: number): Promise<CountRow[]> {
  return tx.sql<CountRow>(
    `SELECT team_id, CASE measure WHEN 'visit' THEN 'visits' ELSE 'consultations' END AS metric, sum(row_count) AS count
     FROM activity_totals WHERE year = $2 AND measure IN ('visit', 'consultation') AND team_id = ANY ($1::uuid[])
     GROUP BY team_id, measure
     UNION ALL
     SELECT m.team_id, 'enterprise_register', count(*) FROM support_team_members m
     JOIN suppliers s ON s.registered_by = m.user_id AND s.merged_into_id IS NULL
     WHERE m.team_id = ANY ($1::uuid[]) AND s.registered_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
     GROUP BY m.team_id
     UNION ALL
     SELECT m.team_id, 'institution_register', count(*) FROM support_team_members m
     JOIN institutions i ON i.registered_by = m.user_id
     WHERE m.team_id = ANY ($1::uuid[]) AND i.registered_on BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
     GROUP BY m.team_id`,
    [teamIds, year],
  );
}
