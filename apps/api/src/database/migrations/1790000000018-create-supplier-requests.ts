import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

const OF_INSTITUTION = `(SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const OF_ENTERPRISE = `supplier_id = (SELECT ieum_own_supplier())`;
const OF_ORGANISATION = `${OF_INSTITUTION} OR ${OF_ENTERPRISE}`;
const UPLOADED_BY_ACTOR = `uploaded_by::text = (SELECT current_setting('ieum.actor_id', true))`;
const OF_NOBODY = 'institution_id IS NULL AND supplier_id IS NULL';

/** What departments ask of enterprises, and what an account needs that has to claim its enterprise first. */
export class CreateSupplierRequests1790000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE supplier_requests (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        department_id uuid NOT NULL,
        -- as the department was called when it asked; the enterprise sees no departments
        department_name text NOT NULL,
        supplier_id uuid NOT NULL,
        catalogue_item_id uuid,
        item_name text,
        title text NOT NULL,
        message text NOT NULL,
        quantity integer,
        needed_on date,
        state text NOT NULL DEFAULT 'sent',
        answer text,
        decline_reason text,
        quoted_amount_krw bigint,
        quoted_includes_vat boolean,
        answered_by uuid,
        answered_at timestamptz,
        withdrawn_at timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_requests PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_supplier_requests_department FOREIGN KEY (institution_id, department_id)
          REFERENCES departments (institution_id, id),
        CONSTRAINT fk_supplier_requests_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_supplier_requests_item FOREIGN KEY (catalogue_item_id) REFERENCES catalogue_items (id),
        CONSTRAINT chk_supplier_requests_item CHECK ((catalogue_item_id IS NULL) = (item_name IS NULL)),
        CONSTRAINT chk_supplier_requests_quantity CHECK (quantity > 0),
        CONSTRAINT chk_supplier_requests_state CHECK (CASE state
          WHEN 'sent' THEN num_nonnulls(answer, decline_reason, quoted_amount_krw, answered_at, withdrawn_at) = 0
          WHEN 'answered' THEN answer IS NOT NULL AND answered_at IS NOT NULL AND decline_reason IS NULL AND withdrawn_at IS NULL
          WHEN 'declined' THEN decline_reason IS NOT NULL AND answered_at IS NOT NULL AND answer IS NULL
            AND quoted_amount_krw IS NULL AND withdrawn_at IS NULL
          WHEN 'withdrawn' THEN withdrawn_at IS NOT NULL
            AND num_nonnulls(answer, decline_reason, quoted_amount_krw, answered_at) = 0
          ELSE false END),
        CONSTRAINT chk_supplier_requests_quote CHECK (quoted_amount_krw > 0
          AND (quoted_amount_krw IS NULL) = (quoted_includes_vat IS NULL)),
        CONSTRAINT chk_supplier_requests_title_nfc CHECK (title IS NFC NORMALIZED)
      );
      CREATE INDEX ix_supplier_requests_id ON supplier_requests (id);
      CREATE INDEX ix_supplier_requests_supplier ON supplier_requests (supplier_id, id DESC);
      CREATE INDEX ix_supplier_requests_department ON supplier_requests (institution_id, department_id, id DESC);
      ALTER TABLE supplier_requests ENABLE ROW LEVEL SECURITY;
      ALTER TABLE supplier_requests FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_supplier_requests_read ON supplier_requests FOR SELECT USING (${OF_ORGANISATION});
      -- An institution asks and takes back, an enterprise answers; neither does the other's part.
      CREATE POLICY rls_supplier_requests_ask ON supplier_requests FOR INSERT
        WITH CHECK ((${OF_INSTITUTION}) AND state = 'sent');
      CREATE POLICY rls_supplier_requests_end ON supplier_requests FOR UPDATE USING (${OF_ORGANISATION})
        WITH CHECK (((${OF_INSTITUTION}) AND state = 'withdrawn')
                    OR (${OF_ENTERPRISE} AND state IN ('answered', 'declined')));
      ${audited('supplier_requests')}
      ${grant('supplier_requests', 'SELECT', 'INSERT')}
      -- What was asked stays as it was asked.
      GRANT UPDATE (state, answer, decline_reason, quoted_amount_krw, quoted_includes_vat, answered_by, answered_at,
        withdrawn_at, version) ON supplier_requests TO ieum_app;

      -- How often an account looked up a business number, a day: nobody tries numbers until one fits.
      CREATE TABLE claim_lookups (
        user_id uuid NOT NULL,
        looked_up_on date NOT NULL,
        count integer NOT NULL,
        CONSTRAINT pk_claim_lookups PRIMARY KEY (user_id, looked_up_on),
        CONSTRAINT fk_claim_lookups_user FOREIGN KEY (user_id) REFERENCES users (id)
      );
      ALTER TABLE claim_lookups ENABLE ROW LEVEL SECURITY;
      ALTER TABLE claim_lookups FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_claim_lookups_own ON claim_lookups
        USING ((SELECT ieum_sees_all()) OR user_id::text = (SELECT current_setting('ieum.actor_id', true)));
      ${grant('claim_lookups', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      -- An account that has no enterprise yet keeps the evidence of its claim as its own, and nobody else's.
      DROP POLICY rls_files_owner ON files;
      CREATE POLICY rls_files_owner ON files
        USING (${OF_ORGANISATION} OR ${UPLOADED_BY_ACTOR})
        WITH CHECK (${OF_ORGANISATION} OR (${OF_NOBODY} AND ((SELECT ieum_keeps_register())
          OR (${UPLOADED_BY_ACTOR} AND NOT (SELECT ieum_is_staff()) AND (SELECT ieum_own_supplier()) IS NULL))));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP POLICY rls_files_owner ON files;
      CREATE POLICY rls_files_owner ON files
        USING (${OF_ORGANISATION} OR ${UPLOADED_BY_ACTOR})
        WITH CHECK (${OF_ORGANISATION} OR (${OF_NOBODY} AND (SELECT ieum_keeps_register())));
      DROP TABLE claim_lookups;
      DROP TABLE supplier_requests;
    `);
  }
}
