import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

/** The register of domain.md §6: what the official list says, verification of what enterprises say, merged duplicates. */
export class CompleteSupplierRegister1790000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE suppliers
        ADD COLUMN representative text,
        ADD COLUMN address text,
        ADD COLUMN homepage text,
        ADD COLUMN phone text,
        ADD COLUMN email text,
        -- 사업내용, 사회적목적실현유형, 사회서비스분야 of the official list
        ADD COLUMN business_summary text,
        ADD COLUMN social_purpose text,
        ADD COLUMN service_field text,
        -- the enterprise's own words
        ADD COLUMN introduction text,
        -- 취약계층 고용비율 in basis points (3000 = 30 %), and the day that it is of
        ADD COLUMN vulnerable_employment_bp integer,
        ADD COLUMN vulnerable_employment_on date,
        ADD COLUMN merged_into_id uuid,
        ADD COLUMN merged_at timestamptz,
        ADD COLUMN merge_reason text,
        ADD COLUMN updated_at timestamptz NOT NULL DEFAULT now(),
        ADD CONSTRAINT fk_suppliers_merged_into FOREIGN KEY (merged_into_id) REFERENCES suppliers (id),
        ADD CONSTRAINT chk_suppliers_merge CHECK ((merged_into_id IS NULL) = (merged_at IS NULL)
          AND (merged_into_id IS NULL) = (merge_reason IS NULL) AND merged_into_id <> id),
        ADD CONSTRAINT chk_suppliers_vulnerable_employment CHECK (vulnerable_employment_bp BETWEEN 0 AND 10000
          AND (vulnerable_employment_bp IS NULL) = (vulnerable_employment_on IS NULL)),
        ADD CONSTRAINT chk_suppliers_district_code CHECK (district_code ~ '^[0-9]{5}$');
      CREATE INDEX ix_suppliers_merged_into ON suppliers (merged_into_id) WHERE merged_into_id IS NOT NULL;

      ALTER TABLE supplier_certifications
        ADD COLUMN issued_on date,
        -- 인증회차 of the official list
        ADD COLUMN issue_round text,
        ADD COLUMN evidence_file_id uuid,
        ADD COLUMN entered_by uuid,
        ADD COLUMN entered_at timestamptz NOT NULL DEFAULT now(),
        -- A change of a verified certificate is a new row that waits; once verified, the old one ends here.
        ADD COLUMN replaces_id uuid,
        ADD COLUMN replaced_at timestamptz,
        ADD COLUMN refused_at timestamptz,
        ADD COLUMN refusal_reason text,
        ADD CONSTRAINT fk_supplier_certifications_evidence FOREIGN KEY (evidence_file_id) REFERENCES files (id),
        ADD CONSTRAINT fk_supplier_certifications_replaces FOREIGN KEY (replaces_id) REFERENCES supplier_certifications (id),
        ADD CONSTRAINT chk_supplier_certifications_refusal CHECK ((refused_at IS NULL) = (refusal_reason IS NULL)
          AND (refused_at IS NULL OR verified_at IS NULL));
      -- What ends in the next days, for the reminders.
      CREATE INDEX ix_supplier_certifications_until ON supplier_certifications (valid_until) WHERE valid_until IS NOT NULL;
      DROP POLICY rls_supplier_certifications_read ON supplier_certifications;
      -- What waits for verification is not public: the enterprise and the staff of buyers and centre see it.
      CREATE POLICY rls_supplier_certifications_read ON supplier_certifications FOR SELECT
        USING (verified_at IS NOT NULL OR (SELECT ieum_is_staff()) OR supplier_id = (SELECT ieum_own_supplier()));
      DROP POLICY rls_supplier_certifications_insert ON supplier_certifications;
      CREATE POLICY rls_supplier_certifications_insert ON supplier_certifications FOR INSERT
        WITH CHECK ((SELECT ieum_keeps_register()) OR (supplier_id = (SELECT ieum_own_supplier()) AND verified_at IS NULL));
      DROP POLICY rls_supplier_certifications_update ON supplier_certifications;
      CREATE POLICY rls_supplier_certifications_update ON supplier_certifications FOR UPDATE
        USING ((SELECT ieum_keeps_register()) OR (supplier_id = (SELECT ieum_own_supplier()) AND verified_at IS NULL))
        WITH CHECK ((SELECT ieum_keeps_register()) OR (supplier_id = (SELECT ieum_own_supplier()) AND verified_at IS NULL));
      DROP POLICY rls_suppliers_insert ON suppliers;
      CREATE POLICY rls_suppliers_insert ON suppliers FOR INSERT WITH CHECK ((SELECT ieum_keeps_register()));
      DROP POLICY rls_suppliers_update ON suppliers;
      CREATE POLICY rls_suppliers_update ON suppliers FOR UPDATE
        USING ((SELECT ieum_keeps_register()) OR id = (SELECT ieum_own_supplier()));

      -- An enterprise writes its own row, but only its own words: every other fact is the register's, whatever statement is run.
      CREATE FUNCTION ieum_keep_verified_facts() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE own_words text[] := ARRAY['introduction', 'phone', 'email', 'homepage', 'business_summary', 'version', 'updated_at'];
      BEGIN
        IF NOT ieum_keeps_register() AND to_jsonb(OLD) - own_words <> to_jsonb(NEW) - own_words THEN
          RAISE EXCEPTION 'an enterprise changes its own words only' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_suppliers_keep_facts BEFORE UPDATE ON suppliers
        FOR EACH ROW EXECUTE FUNCTION ieum_keep_verified_facts();

      -- What an enterprise says and somebody has to check: facts, a certificate, or that the row is theirs.
      CREATE TABLE supplier_verifications (
        id uuid NOT NULL DEFAULT uuidv7(),
        supplier_id uuid NOT NULL,
        subject text NOT NULL,
        certification_id uuid,
        -- facts: {field: proposed value}; the value that stands is the supplier's
        proposed jsonb NOT NULL DEFAULT '{}',
        evidence_file_id uuid,
        note text,
        state text NOT NULL DEFAULT 'pending',
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL DEFAULT now(),
        decided_by uuid,
        decided_at timestamptz,
        reason text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_verifications PRIMARY KEY (id),
        CONSTRAINT fk_supplier_verifications_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_supplier_verifications_certification FOREIGN KEY (certification_id) REFERENCES supplier_certifications (id),
        CONSTRAINT fk_supplier_verifications_evidence FOREIGN KEY (evidence_file_id) REFERENCES files (id),
        CONSTRAINT fk_supplier_verifications_requester FOREIGN KEY (requested_by) REFERENCES users (id),
        CONSTRAINT chk_supplier_verifications_subject CHECK (subject IN ('facts', 'certification', 'claim')),
        CONSTRAINT chk_supplier_verifications_certification CHECK ((subject = 'certification') = (certification_id IS NOT NULL)),
        CONSTRAINT chk_supplier_verifications_state CHECK (state IN ('pending', 'verified', 'refused', 'withdrawn')),
        CONSTRAINT chk_supplier_verifications_decision CHECK ((state IN ('verified', 'refused')) = (decided_at IS NOT NULL)
          AND (state <> 'refused' OR reason IS NOT NULL))
      );
      -- One open claim an account, one open proposal of facts an enterprise: two could not both become true.
      CREATE UNIQUE INDEX uq_supplier_verifications_claim ON supplier_verifications (requested_by)
        WHERE subject = 'claim' AND state = 'pending';
      CREATE UNIQUE INDEX uq_supplier_verifications_facts ON supplier_verifications (supplier_id)
        WHERE subject = 'facts' AND state = 'pending';
      CREATE INDEX ix_supplier_verifications_queue ON supplier_verifications (state, id);
      CREATE INDEX ix_supplier_verifications_supplier ON supplier_verifications (supplier_id, id);
      ALTER TABLE supplier_verifications ENABLE ROW LEVEL SECURITY;
      ALTER TABLE supplier_verifications FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_supplier_verifications_own ON supplier_verifications
        USING ((SELECT ieum_keeps_register()) OR supplier_id = (SELECT ieum_own_supplier())
               OR requested_by::text = (SELECT current_setting('ieum.actor_id', true)))
        WITH CHECK ((SELECT ieum_keeps_register())
               OR (requested_by::text = (SELECT current_setting('ieum.actor_id', true)) AND state IN ('pending', 'withdrawn')
                   AND (subject = 'claim' OR supplier_id = (SELECT ieum_own_supplier()))));
      ${audited('supplier_verifications')}
      ${grant('supplier_verifications', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE supplier_verifications;
      DROP TRIGGER tr_suppliers_keep_facts ON suppliers;
      DROP FUNCTION ieum_keep_verified_facts();
      DROP POLICY rls_suppliers_update ON suppliers;
      DROP POLICY rls_suppliers_insert ON suppliers;
      CREATE POLICY rls_suppliers_insert ON suppliers FOR INSERT WITH CHECK ((SELECT ieum_has_actor()));
      CREATE POLICY rls_suppliers_update ON suppliers FOR UPDATE USING ((SELECT ieum_has_actor()));
      DROP POLICY rls_supplier_certifications_update ON supplier_certifications;
      DROP POLICY rls_supplier_certifications_insert ON supplier_certifications;
      DROP POLICY rls_supplier_certifications_read ON supplier_certifications;
      CREATE POLICY rls_supplier_certifications_read ON supplier_certifications FOR SELECT USING (true);
      CREATE POLICY rls_supplier_certifications_insert ON supplier_certifications FOR INSERT WITH CHECK ((SELECT ieum_has_actor()));
      CREATE POLICY rls_supplier_certifications_update ON supplier_certifications FOR UPDATE USING ((SELECT ieum_has_actor()));
      DROP INDEX ix_supplier_certifications_until;
      ALTER TABLE supplier_certifications
        DROP COLUMN issued_on, DROP COLUMN issue_round, DROP COLUMN evidence_file_id, DROP COLUMN entered_by,
        DROP COLUMN entered_at, DROP COLUMN replaces_id, DROP COLUMN replaced_at, DROP COLUMN refused_at,
        DROP COLUMN refusal_reason;
      DROP INDEX ix_suppliers_merged_into;
      ALTER TABLE suppliers
        DROP CONSTRAINT chk_suppliers_district_code,
        DROP COLUMN representative, DROP COLUMN address, DROP COLUMN homepage, DROP COLUMN phone, DROP COLUMN email,
        DROP COLUMN business_summary, DROP COLUMN social_purpose, DROP COLUMN service_field, DROP COLUMN introduction,
        DROP COLUMN vulnerable_employment_bp, DROP COLUMN vulnerable_employment_on, DROP COLUMN merged_into_id,
        DROP COLUMN merged_at, DROP COLUMN merge_reason, DROP COLUMN updated_at;
    `);
  }
}
