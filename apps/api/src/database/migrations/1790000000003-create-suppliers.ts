import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, readByAllWrittenByActors } from './migration-sql';

/** The minimal register: enough to decide what counts on a recognition date. */
export class CreateSuppliers1790000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE suppliers (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        normalised_name text NOT NULL,
        business_number text,
        district_code text,
        closed_on date,
        is_synthetic boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_suppliers PRIMARY KEY (id),
        CONSTRAINT uq_suppliers_business_number UNIQUE (business_number),
        CONSTRAINT chk_suppliers_business_number CHECK (business_number ~ '^[0-9]{10}$'),
        CONSTRAINT chk_suppliers_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      CREATE INDEX ix_suppliers_normalised_name ON suppliers (normalised_name, id);
      ${readByAllWrittenByActors('suppliers')}
      ${audited('suppliers')}
      ${grant('suppliers', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE supplier_certifications (
        id uuid NOT NULL DEFAULT uuidv7(),
        supplier_id uuid NOT NULL,
        type text NOT NULL,
        number text,
        issuer text,
        valid_from date NOT NULL,
        valid_until date,
        revoked_on date,
        revocation_reason text,
        verified_at timestamptz,
        verified_by uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_certifications PRIMARY KEY (id),
        CONSTRAINT fk_supplier_certifications_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_supplier_certifications_validity CHECK (valid_until IS NULL OR valid_until >= valid_from),
        CONSTRAINT chk_supplier_certifications_revocation CHECK (revoked_on IS NULL OR revocation_reason IS NOT NULL)
      );
      CREATE INDEX ix_supplier_certifications_supplier ON supplier_certifications (supplier_id);
      ${readByAllWrittenByActors('supplier_certifications')}
      ${audited('supplier_certifications')}
      ${grant('supplier_certifications', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE supplier_certifications; DROP TABLE suppliers;`);
  }
}
