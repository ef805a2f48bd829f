import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, ownedByArea } from './migration-sql';

/** What one row of a table adds to the totals: its year, what it is, of which kind, and an amount (won, or attendees). */
interface Counted {
  readonly table: string;
  readonly year: string;
  readonly measure: string;
  readonly kind: string;
  readonly amount: string;
  readonly when: string;
}

const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

const COUNTED: readonly Counted[] = [
  {
    table: 'visits',
    year: 'visited_on',
    measure: 'visit',
    kind: 'visitee_kind',
    amount: '0',
    when: `state IN ('done', 'followed_up')`,
  },
  {
    table: 'consultations',
    year: 'consulted_on',
    measure: 'consultation',
    kind: 'caller_kind',
    amount: '0',
    when: 'voided_reason IS NULL',
  },
  {
    table: 'education_sessions',
    year: 'held_on',
    measure: 'education_session',
    kind: `''`,
    amount: 'coalesce(attendees, 0)',
    when: `state = 'held'`,
  },
  {
    table: 'matches',
    year: 'identified_on',
    measure: 'match',
    kind: 'stage',
    amount: 'coalesce(estimated_value_krw, 0)',
    when: 'true',
  },
  {
    table: 'contracts',
    year: 'signed_on',
    measure: 'contract',
    kind: 'source',
    amount: 'value_krw',
    when: `state = 'signed'`,
  },
];

function rowsOf({ year, measure, kind, amount, when }: Counted, rows: string, sign: '' | '-'): string {
  return `SELECT area_id, extract(year FROM ${year})::smallint AS year, coalesce(team_id, ${NOBODY}) AS team_id, adviser_id,
    '${measure}' AS measure, ${kind} AS kind, ${sign}1 AS n, ${sign}(${amount})::bigint AS amount FROM ${rows} WHERE ${when}`;
}

/** The totals move by the statement's difference, in the same transaction (like achievement_totals, ADR 0007). */
function counting(counted: Counted): string {
  const { table } = counted;
  const add = (rows: string) => `
    INSERT INTO activity_totals AS t (area_id, year, team_id, adviser_id, measure, kind, row_count, amount)
    SELECT area_id, year, team_id, adviser_id, measure, kind, sum(n), sum(amount) FROM (${rows}) AS change
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 OR sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
    ON CONFLICT ON CONSTRAINT pk_activity_totals DO UPDATE
    SET row_count = t.row_count + excluded.row_count, amount = t.amount + excluded.amount;`;
  const both = `${rowsOf(counted, 'new_rows', '')} UNION ALL ${rowsOf(counted, 'old_rows', '-')}`;
  return `
    CREATE FUNCTION ieum_count_${table}() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
    LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN ${add(rowsOf(counted, 'new_rows', ''))}
      ELSE ${add(both)}
      END IF;
      RETURN NULL;
    END $$;
    CREATE TRIGGER tr_${table}_count_insert AFTER INSERT ON ${table}
      REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_${table}();
    CREATE TRIGGER tr_${table}_count_update AFTER UPDATE ON ${table}
      REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_${table}();`;
}

/** A visitee whose count leaves zero was visited, one whose count returns to zero was not. */
function visiteeFunction(event: string): string {
  const visited = (rows: string, sign: '' | '-') => `
    SELECT area_id, extract(year FROM visited_on)::smallint AS year, measure, CASE measure WHEN 'visited' THEN ${NOBODY}
      ELSE coalesce(team_id, ${NOBODY}) END AS team_id, visitee_kind, visitee_key, ${sign}1 AS n
    FROM ${rows}, unnest('{visited,visited_by_team}'::text[]) AS measure WHERE state IN ('done', 'followed_up')`;
  const changes =
    event === 'insert'
      ? visited('new_rows', '')
      : `${visited('new_rows', '')} UNION ALL ${visited('old_rows', '-')}`;
  return `
    CREATE FUNCTION ieum_count_visitees_${event}() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
    LANGUAGE plpgsql AS $$
    BEGIN
      WITH change AS (
        SELECT area_id, year, measure, team_id, visitee_kind, visitee_key, sum(n)::integer AS n FROM (${changes}) AS rows
        GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0
      ), moved AS (
        INSERT INTO visitee_counts AS c (area_id, year, measure, team_id, visitee_kind, visitee_key, visit_count)
        SELECT area_id, year, measure, team_id, visitee_kind, visitee_key, n FROM change ORDER BY 1, 2, 3, 4, 5, 6
        ON CONFLICT ON CONSTRAINT pk_visitee_counts DO UPDATE SET visit_count = c.visit_count + excluded.visit_count
        RETURNING area_id, year, measure, team_id, visitee_kind, visitee_key, visit_count
      ), turned AS (
        SELECT area_id, year, measure, team_id, visitee_kind,
               sum((m.visit_count > 0)::int - (m.visit_count - c.n > 0)::int)::integer AS n
        FROM moved m JOIN change c USING (area_id, year, measure, team_id, visitee_kind, visitee_key) GROUP BY 1, 2, 3, 4, 5
      )
      INSERT INTO activity_totals AS t (area_id, year, team_id, adviser_id, measure, kind, row_count, amount)
      SELECT area_id, year, team_id, ${NOBODY}, measure, visitee_kind, n, 0 FROM turned WHERE n <> 0 ORDER BY 1, 2, 3, 5, 6
      ON CONFLICT ON CONSTRAINT pk_activity_totals DO UPDATE SET row_count = t.row_count + excluded.row_count;
      RETURN NULL;
    END $$;`;
}

/**
 * Totals of the year by area, team and adviser, so that a year of 20,000 visits is added up as fast as one of 200. How
 * many different institutions were visited is kept by visitee_counts: the first visit of a year adds one, and taking
 * back the last one takes it away. Two of different teams who went to one school visited one school (`visited`), and
 * each team visited one (`visited_by_team`); neither belongs to an adviser.
 */
export class CreateActivityTotals1790000000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE activity_totals (
        area_id uuid NOT NULL,
        year smallint NOT NULL,
        team_id uuid NOT NULL,
        adviser_id uuid NOT NULL,
        measure text NOT NULL,
        kind text NOT NULL,
        row_count integer NOT NULL,
        amount bigint NOT NULL,
        CONSTRAINT pk_activity_totals PRIMARY KEY (year, measure, area_id, team_id, adviser_id, kind)
      );
      ${ownedByArea('activity_totals')}
      ${grant('activity_totals', 'SELECT')}

      CREATE TABLE visitee_counts (
        area_id uuid NOT NULL,
        year smallint NOT NULL,
        measure text NOT NULL,
        team_id uuid NOT NULL,
        visitee_kind text NOT NULL,
        visitee_key text NOT NULL,
        visit_count integer NOT NULL,
        CONSTRAINT pk_visitee_counts PRIMARY KEY (year, area_id, measure, team_id, visitee_kind, visitee_key)
      );
      ${ownedByArea('visitee_counts')}
      ${grant('visitee_counts', 'SELECT')}

      ${COUNTED.map(counting).join('\n')}

      ${['insert', 'update'].map(visiteeFunction).join('\n')}
      CREATE TRIGGER tr_visits_visitees_insert AFTER INSERT ON visits
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_visitees_insert();
      CREATE TRIGGER tr_visits_visitees_update AFTER UPDATE ON visits
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_visitees_update();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tr_visits_visitees_update ON visits; DROP TRIGGER tr_visits_visitees_insert ON visits;
      DROP FUNCTION ieum_count_visitees_update(); DROP FUNCTION ieum_count_visitees_insert();
      ${COUNTED.map(
        ({
          table,
        }) => `DROP TRIGGER tr_${table}_count_update ON ${table}; DROP TRIGGER tr_${table}_count_insert ON ${table};
          DROP FUNCTION ieum_count_${table}();`,
      ).join('\n')}
      DROP TABLE visitee_counts; DROP TABLE activity_totals;
    `);
  }
}
