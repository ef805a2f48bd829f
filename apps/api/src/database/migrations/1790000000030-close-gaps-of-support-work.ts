import type { MigrationInterface, QueryRunner } from 'typeorm';

const BY_ACTOR = `(SELECT current_setting('ieum.actor_id', true))`;
const OF_CENTRE = `(SELECT ieum_sees_all()) OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`;
const OF_ENTERPRISE = `supplier_id = (SELECT ieum_own_supplier())`;

/**
 * An adviser knows the own team, wherever it lies: one that has ended stamps no more work, also when the adviser is no
 * longer assigned to its area. And of a survey, the centre asks and visits while the enterprise answers, once; neither
 * does the other's part.
 */
export class CloseGapsOfSupportWork1790000000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY rls_support_teams_own ON support_teams FOR SELECT USING (id IN
        (SELECT m.team_id FROM support_team_members m WHERE m.user_id::text = ${BY_ACTOR}));

      DROP POLICY rls_supplier_surveys_organisation ON supplier_surveys;
      CREATE POLICY rls_supplier_surveys_read ON supplier_surveys FOR SELECT USING (${OF_CENTRE} OR ${OF_ENTERPRISE});
      CREATE POLICY rls_supplier_surveys_ask ON supplier_surveys FOR INSERT WITH CHECK (${OF_CENTRE});
      CREATE POLICY rls_supplier_surveys_visit ON supplier_surveys FOR UPDATE USING (${OF_CENTRE}) WITH CHECK (${OF_CENTRE});
      CREATE POLICY rls_supplier_surveys_answer ON supplier_surveys FOR UPDATE
        USING (${OF_ENTERPRISE} AND answered_on IS NULL)
        WITH CHECK (${OF_ENTERPRISE} AND answered_on IS NOT NULL AND num_nonnulls(visit_id, visit_outcome) = 0);
      CREATE INDEX ix_supplier_surveys_visit ON supplier_surveys (visit_id) WHERE visit_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_supplier_surveys_visit;
      DROP POLICY rls_supplier_surveys_answer ON supplier_surveys;
      DROP POLICY rls_supplier_surveys_visit ON supplier_surveys;
      DROP POLICY rls_supplier_surveys_ask ON supplier_surveys;
      DROP POLICY rls_supplier_surveys_read ON supplier_surveys;
      CREATE POLICY rls_supplier_surveys_organisation ON supplier_surveys
        USING (${OF_CENTRE} OR ${OF_ENTERPRISE}) WITH CHECK (${OF_CENTRE} OR ${OF_ENTERPRISE});
      DROP POLICY rls_support_teams_own ON support_teams;
    `);
  }
}
