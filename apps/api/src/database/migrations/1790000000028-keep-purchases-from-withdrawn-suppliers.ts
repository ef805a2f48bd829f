import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A purchase that waited for its supplier's key while a list was undone would name a row that nobody meets any more: the
 * foreign key sees withdrawn rows, since it is asked past row security.
 */
export class KeepPurchasesFromWithdrawnSuppliers1790000000028 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ieum_supplier_must_stand() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- What row security hides is withdrawn. The statement sees what was committed while the foreign key waited.
        IF NOT EXISTS (SELECT FROM suppliers WHERE id = NEW.supplier_id) THEN
          RAISE EXCEPTION 'the supplier was withdrawn'
            USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'fk_purchases_supplier';
        END IF;
        RETURN NULL;
      END $$;
      -- After the foreign key (RI_…), by its name: from then on the key is held until the end, and the undoing waits.
      CREATE TRIGGER tr_purchases_supplier_stands AFTER INSERT OR UPDATE OF supplier_id ON purchases
        FOR EACH ROW WHEN (NEW.supplier_id IS NOT NULL) EXECUTE FUNCTION ieum_supplier_must_stand();`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tr_purchases_supplier_stands ON purchases;
      DROP FUNCTION ieum_supplier_must_stand();`);
  }
}
