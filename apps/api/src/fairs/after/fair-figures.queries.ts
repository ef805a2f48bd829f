import type { FairState } from '@ieum/domain';
import type { Tx } from '../../database/transactions';

/** A fair with what its rows count. Of one whose slots were never laid, nothing was run here. */
export interface FairFiguresRow {
  readonly id: string;
  readonly name: string;
  readonly host_name: string;
  readonly state: FairState;
  readonly first_day: string;
  readonly visitors: number | null;
  readonly recorded_enterprises: number | null;
  readonly recorded_desks: number | null;
  readonly recorded_consultations: number | null;
  readonly is_run_here: boolean;
  readonly enterprises: number;
  readonly desks: number;
  readonly consultations: number;
  readonly no_shows: number;
  readonly walk_ins: number;
}

const FIGURES = `SELECT f.id, f.name, i.name AS host_name, f.state, f.first_day::text, f.visitors, f.recorded_enterprises,
    f.recorded_desks, f.recorded_consultations, b.consultations, b.no_shows, b.walk_ins,
    EXISTS (SELECT FROM fair_slots s WHERE s.fair_id = f.id) AS is_run_here,
    (SELECT count(*)::int FROM fair_desks d WHERE d.fair_id = f.id AND d.withdrawn_reason IS NULL) AS desks,
    -- one that was entered twice and merged since is one
    (SELECT count(DISTINCT coalesce(p.merged_into_id, x.supplier_id))::int FROM fair_exhibitors x
       LEFT JOIN suppliers p ON p.id = x.supplier_id WHERE x.fair_id = f.id
       AND (EXISTS (SELECT FROM fair_check_ins c WHERE c.exhibitor_id = x.id) OR EXISTS (SELECT FROM fair_bookings m
              WHERE m.exhibitor_id = x.id AND m.state IN ('attended', 'walk_in')))) AS enterprises
  FROM fairs f JOIN institutions i ON i.id = f.host_institution_id
  CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE state IN ('attended', 'walk_in'))::int AS consultations,
      count(*) FILTER (WHERE state = 'no_show')::int AS no_shows,
      count(*) FILTER (WHERE state = 'walk_in')::int AS walk_ins
    FROM fair_bookings WHERE fair_id = f.id) b`;

/** In a fair's open room, where every row of it is seen. */
export async function figuresOfFair(tx: Tx, fairId: string): Promise<FairFiguresRow | undefined> {
  return (await tx.sql<FairFiguresRow>(`${FIGURES} WHERE f.id = $1`, [fairId]))[0];
}

/** The announced fairs that begin in a year, by day. The transaction must see everything. */
export function figuresOfYear(tx: Tx, year: number): Promise<FairFiguresRow[]> {
  return tx.sql<FairFiguresRow>(
    `${FIGURES} WHERE f.state <> 'planned' AND f.first_day BETWEEN make_date($1, 1, 1) AND make_date($1, 12, 31)
     ORDER BY f.first_day, f.id LIMIT 1000`,
    [year],
  );
}

export interface FairOutcomeRow {
  readonly results: number;
  readonly expected_krw: number;
  readonly matches: number;
  readonly desk_count: number;
  readonly desk_sum: number;
  readonly exhibitor_count: number;
  readonly exhibitor_sum: number;
}

/** What came of the meetings, and how the participants found the fair; in its open room. */
export async function outcomeOfFair(tx: Tx, fairId: string): Promise<FairOutcomeRow | undefined> {
  const rows = await tx.sql<FairOutcomeRow>(
    `SELECT r.results, r.expected_krw, r.matches, k.* FROM
       (SELECT count(*)::int AS results, least(coalesce(sum(expected_value_krw), 0), ${Number.MAX_SAFE_INTEGER})::bigint AS expected_krw,
          count(match_id)::int AS matches FROM fair_results WHERE fair_id = $1) r
     CROSS JOIN (SELECT count(desk_id)::int AS desk_count, count(exhibitor_id)::int AS exhibitor_count,
          coalesce(sum(score) FILTER (WHERE desk_id IS NOT NULL), 0)::int AS desk_sum,
          coalesce(sum(score) FILTER (WHERE exhibitor_id IS NOT NULL), 0)::int AS exhibitor_sum
        FROM fair_feedback WHERE fair_id = $1) k`,
    [fairId],
  );
  return rows[0];
}
