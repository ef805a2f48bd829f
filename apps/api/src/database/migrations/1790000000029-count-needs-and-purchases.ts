import type { MigrationInterface, QueryRunner } from 'typeorm';

const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;

/** A need counts for whoever found it: the visit's or the call's adviser and team, or, of no team, who wrote it down. */
const needs = (rows: string) => `
  SELECT n.area_id, extract(year FROM n.found_on)::smallint AS year,
         coalesce(v.team_id, c.team_id, ${NOBODY}) AS team_id,
         coalesce(v.adviser_id, c.adviser_id, n.created_by) AS adviser_id, 'need' AS measure, n.origin AS kind,
         1 AS n, 0::bigint AS amount
  FROM ${rows} n LEFT JOIN visits v ON v.id = n.visit_id LEFT JOIN consultations c ON c.id = n.consultation_id`;

/** What came of a contract counts for the contract's adviser, team and year; adjustments move the amount alone. */
const purchases = (rows: string, sign: '' | '-') => `
  SELECT c.area_id, extract(year FROM c.signed_on)::smallint AS year, coalesce(c.team_id, ${NOBODY}) AS team_id, c.adviser_id,
         'purchase' AS measure, c.source AS kind, ${sign}(p.adjusts_id IS NULL)::int AS n, ${sign}p.amount_krw AS amount
  FROM ${rows} p JOIN contracts c ON c.institution_id = p.institution_id AND c.id = p.contract_id
  WHERE p.state IN ('submitted', 'accepted') OR (p.adjusts_id IS NULL AND p.state <> 'voided')`;

const add = (changes: string) => `
  INSERT INTO activity_totals AS t (area_id, year, team_id, adviser_id, measure, kind, row_count, amount)
  SELECT area_id, year, team_id, adviser_id, measure, kind, sum(n), sum(amount) FROM (${changes}) AS change
  GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 OR sum(amount) <> 0 ORDER BY 1, 2, 3, 4, 5, 6
  ON CONFLICT ON CONSTRAINT pk_activity_totals DO UPDATE
  SET row_count = t.row_count + excluded.row_count, amount = t.amount + excluded.amount;`;

/** A clerk who enters a purchase moves a total of an area that no clerk sees. */
const AS_SYSTEM = `SECURITY DEFINER SET search_path = public, pg_temp SET ieum.sees_all = 'on'`;
const both = `${purchases('new_rows', '')} UNION ALL ${purchases('old_rows', '-')}`;

/**
 * Needs and the purchases that contracts became are kept as totals, too, so that the conversion of a year does not read
 * its rows. Where a need was found never changes, and a contract that is in the books is not edited any more.
 */
export class CountNeedsAndPurchases1790000000029 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ieum_count_needs() RETURNS trigger ${AS_SYSTEM} LANGUAGE plpgsql AS $$
      BEGIN ${add(needs('new_rows'))} RETURN NULL; END $$;
      CREATE TRIGGER tr_needs_count_insert AFTER INSERT ON needs
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_needs();

      CREATE FUNCTION ieum_count_contract_purchases() RETURNS trigger ${AS_SYSTEM} LANGUAGE plpgsql AS $$
      BEGIN
        -- Most purchases are of no contract that we know.
        IF NOT EXISTS (SELECT FROM new_rows WHERE contract_id IS NOT NULL) THEN RETURN NULL; END IF;
        IF TG_OP = 'INSERT' THEN ${add(purchases('new_rows', ''))}
        ELSE ${add(both)}
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_purchases_contract_insert AFTER INSERT ON purchases
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_contract_purchases();
      CREATE TRIGGER tr_purchases_contract_update AFTER UPDATE ON purchases
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT
        EXECUTE FUNCTION ieum_count_contract_purchases();

      ${add(`${needs('needs')} UNION ALL ${purchases('purchases', '')}`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tr_purchases_contract_update ON purchases; DROP TRIGGER tr_purchases_contract_insert ON purchases;
      DROP FUNCTION ieum_count_contract_purchases();
      DROP TRIGGER tr_needs_count_insert ON needs;
      DROP FUNCTION ieum_count_needs();
      DELETE FROM activity_totals WHERE measure IN ('need', 'purchase');
    `);
  }
}
