import type { MigrationInterface, QueryRunner } from 'typeorm';

const OF_INSTITUTION = `(SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const OF_AREA = `(SELECT ieum_sees_all()) OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`;

/**
 * Whoever sees a contract sees the purchase that it became: the adviser of a district whose school bought finds out what
 * came of the visit, and cannot cancel a contract that is in the books. Only the buyer writes the books, as before.
 * The parties of a contract are written anew when it is changed.
 */
export class ConnectContractsAndPurchases1790000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY rls_purchases_institution ON purchases;
      -- contracts answers by its own row security: the advisers of its area, and the buyer.
      CREATE POLICY rls_purchases_read ON purchases FOR SELECT
        USING (${OF_INSTITUTION} OR (contract_id IS NOT NULL AND EXISTS (SELECT FROM contracts c
               WHERE c.institution_id = purchases.institution_id AND c.id = purchases.contract_id)));
      CREATE POLICY rls_purchases_insert ON purchases FOR INSERT WITH CHECK (${OF_INSTITUTION});
      CREATE POLICY rls_purchases_update ON purchases FOR UPDATE USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});
      CREATE POLICY rls_contract_parties_delete ON contract_parties FOR DELETE USING (${OF_AREA});
      CREATE INDEX ix_purchases_contract ON purchases (institution_id, contract_id) WHERE contract_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ix_purchases_contract;
      DROP POLICY rls_contract_parties_delete ON contract_parties;
      DROP POLICY rls_purchases_update ON purchases;
      DROP POLICY rls_purchases_insert ON purchases;
      DROP POLICY rls_purchases_read ON purchases;
      CREATE POLICY rls_purchases_institution ON purchases USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});
    `);
  }
}
