import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from './migration-sql';

/** Files, jobs and notices as they were: of one institution. */
const OF_INSTITUTION = `(SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
/** … and of an enterprise, for itself. */
const OF_ORGANISATION = `${OF_INSTITUTION} OR supplier_id = (SELECT ieum_own_supplier())`;

/**
 * An account belongs to an institution, to the support centre or to an enterprise, and each of them uploads files, runs
 * jobs and gets notices. Whose a row is: institution_id, or supplier_id, or neither (the centre's own).
 *
 * Two more settings travel with the actor: ieum.enterprise_id (the own enterprise) and ieum.register
 * ('keeper' = may write the register, 'staff' = works for a buyer or the centre, '' = anybody else).
 */
export class OpenPlatformRoomsToAllOrganisations1790000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ieum_own_supplier() RETURNS uuid STABLE LANGUAGE sql AS $$
        SELECT nullif(current_setting('ieum.enterprise_id', true), '')::uuid $$;
      CREATE FUNCTION ieum_keeps_register() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT ieum_sees_all() OR coalesce(current_setting('ieum.register', true) = 'keeper', false) $$;
      CREATE FUNCTION ieum_is_staff() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT ieum_keeps_register() OR coalesce(current_setting('ieum.register', true) = 'staff', false) $$;

      ALTER TABLE purchase_files DROP CONSTRAINT fk_purchase_files_file;
      ALTER TABLE purchase_imports DROP CONSTRAINT fk_purchase_imports_file;
      ALTER TABLE files DROP CONSTRAINT pk_files;
      DROP INDEX ix_files_id;
      ALTER TABLE files
        ALTER COLUMN institution_id DROP NOT NULL,
        ADD COLUMN supplier_id uuid,
        ADD CONSTRAINT pk_files PRIMARY KEY (id),
        ADD CONSTRAINT uq_files_institution UNIQUE (institution_id, id),
        ADD CONSTRAINT fk_files_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        ADD CONSTRAINT chk_files_one_owner CHECK (num_nonnulls(institution_id, supplier_id) <= 1);
      ALTER TABLE purchase_files ADD CONSTRAINT fk_purchase_files_file
        FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id);
      ALTER TABLE purchase_imports ADD CONSTRAINT fk_purchase_imports_file
        FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id);
      DROP POLICY rls_files_institution ON files;
      -- The centre's own files belong to neither: the one who uploaded it sees it, and administrators.
      CREATE POLICY rls_files_owner ON files
        USING (${OF_ORGANISATION} OR uploaded_by::text = (SELECT current_setting('ieum.actor_id', true)))
        WITH CHECK (${OF_ORGANISATION} OR (institution_id IS NULL AND supplier_id IS NULL AND (SELECT ieum_keeps_register())));

      ALTER TABLE jobs DROP CONSTRAINT pk_jobs;
      ALTER TABLE jobs
        ALTER COLUMN institution_id DROP NOT NULL,
        ADD CONSTRAINT pk_jobs PRIMARY KEY (id);
      CREATE INDEX ix_jobs_institution ON jobs (institution_id, id);
      DROP POLICY rls_jobs_institution ON jobs;
      CREATE POLICY rls_jobs_owner ON jobs
        USING (${OF_INSTITUTION} OR owner_id::text = (SELECT current_setting('ieum.actor_id', true)));

      ALTER TABLE notice_reads DROP CONSTRAINT fk_notice_reads_notice;
      ALTER TABLE notice_reads DROP CONSTRAINT pk_notice_reads;
      ALTER TABLE notices DROP CONSTRAINT pk_notices;
      DROP INDEX ix_notices_audience;
      ALTER TABLE notices DROP CONSTRAINT chk_notices_audience;
      ALTER TABLE notices
        ALTER COLUMN institution_id DROP NOT NULL,
        ADD COLUMN supplier_id uuid,
        ADD CONSTRAINT pk_notices PRIMARY KEY (id),
        ADD CONSTRAINT fk_notices_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        ADD CONSTRAINT chk_notices_audience CHECK (audience IN ('clerk', 'manager', 'support', 'admin', 'enterprise')),
        ADD CONSTRAINT chk_notices_addressee CHECK (CASE audience
          WHEN 'enterprise' THEN supplier_id IS NOT NULL AND institution_id IS NULL
          WHEN 'clerk' THEN institution_id IS NOT NULL AND supplier_id IS NULL
          WHEN 'manager' THEN institution_id IS NOT NULL AND supplier_id IS NULL
          ELSE institution_id IS NULL AND supplier_id IS NULL END);
      CREATE INDEX ix_notices_audience ON notices (institution_id, audience, department_id, id DESC);
      CREATE INDEX ix_notices_supplier ON notices (supplier_id, id DESC) WHERE supplier_id IS NOT NULL;
      DROP POLICY rls_notices_institution ON notices;
      CREATE POLICY rls_notices_read ON notices FOR SELECT
        USING (${OF_ORGANISATION} OR (audience = 'support' AND (SELECT ieum_keeps_register())));
      -- A notice is for somebody else, often of another organisation: whoever acts may write one.
      CREATE POLICY rls_notices_write ON notices FOR INSERT WITH CHECK ((SELECT ieum_has_actor()));

      DROP POLICY rls_notice_reads_institution ON notice_reads;
      ALTER TABLE notice_reads DROP COLUMN institution_id;
      ALTER TABLE notice_reads
        ADD CONSTRAINT pk_notice_reads PRIMARY KEY (notice_id, user_id),
        ADD CONSTRAINT fk_notice_reads_notice FOREIGN KEY (notice_id) REFERENCES notices (id);
      CREATE POLICY rls_notice_reads_own ON notice_reads
        USING ((SELECT ieum_sees_all()) OR user_id::text = (SELECT current_setting('ieum.actor_id', true)));
      ${grant('notices', 'SELECT', 'INSERT')}

      -- Register keepers invite enterprises; an invited account takes its enterprise once, and never another.
      ALTER TABLE users ADD CONSTRAINT fk_users_enterprise FOREIGN KEY (enterprise_id) REFERENCES suppliers (id);
      CREATE INDEX ix_users_enterprise ON users (enterprise_id) WHERE enterprise_id IS NOT NULL;
      GRANT UPDATE (enterprise_id) ON users TO ieum_app;
      DROP POLICY rls_users ON users;
      CREATE POLICY rls_users ON users
        USING (${OF_INSTITUTION.replaceAll('institution_id', 'users.institution_id')}
               OR id::text = (SELECT current_setting('ieum.actor_id', true))
               OR (role = 'enterprise' AND (SELECT ieum_keeps_register())))
        WITH CHECK (${OF_INSTITUTION.replaceAll('institution_id', 'users.institution_id')}
               OR id::text = (SELECT current_setting('ieum.actor_id', true))
               OR (role = 'enterprise' AND (SELECT ieum_keeps_register())));
      CREATE FUNCTION ieum_fix_enterprise() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF OLD.enterprise_id IS DISTINCT FROM NEW.enterprise_id
           AND (OLD.enterprise_id IS NOT NULL OR NOT ieum_keeps_register()) THEN
          RAISE EXCEPTION 'an account never moves to another enterprise' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_users_fix_enterprise BEFORE UPDATE OF enterprise_id ON users
        FOR EACH ROW EXECUTE FUNCTION ieum_fix_enterprise();
    `);
  }

  /** Rows of enterprises and of the centre have no place in the tables as they were: going down asks for none. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER tr_users_fix_enterprise ON users;
      DROP FUNCTION ieum_fix_enterprise();
      DROP POLICY rls_users ON users;
      CREATE POLICY rls_users ON users
        USING ((SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])
               OR id::text = (SELECT current_setting('ieum.actor_id', true)));
      REVOKE UPDATE (enterprise_id) ON users FROM ieum_app;
      DROP INDEX ix_users_enterprise;
      ALTER TABLE users DROP CONSTRAINT fk_users_enterprise;

      DROP POLICY rls_notice_reads_own ON notice_reads;
      ALTER TABLE notice_reads DROP CONSTRAINT fk_notice_reads_notice, DROP CONSTRAINT pk_notice_reads;
      ALTER TABLE notice_reads ADD COLUMN institution_id uuid;
      ALTER TABLE notice_reads NO FORCE ROW LEVEL SECURITY;
      UPDATE notice_reads r SET institution_id = (SELECT n.institution_id FROM notices n WHERE n.id = r.notice_id);
      ALTER TABLE notice_reads FORCE ROW LEVEL SECURITY;

      DROP POLICY rls_notices_write ON notices;
      DROP POLICY rls_notices_read ON notices;
      DROP INDEX ix_notices_supplier; DROP INDEX ix_notices_audience;
      ALTER TABLE notices DROP CONSTRAINT chk_notices_addressee, DROP CONSTRAINT chk_notices_audience,
        DROP CONSTRAINT fk_notices_supplier, DROP CONSTRAINT pk_notices, DROP COLUMN supplier_id,
        ALTER COLUMN institution_id SET NOT NULL,
        ADD CONSTRAINT pk_notices PRIMARY KEY (institution_id, id),
        ADD CONSTRAINT chk_notices_audience CHECK (audience IN ('clerk', 'manager'));
      CREATE INDEX ix_notices_audience ON notices (institution_id, audience, department_id, id DESC);
      CREATE POLICY rls_notices_institution ON notices USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});
      ALTER TABLE notice_reads ALTER COLUMN institution_id SET NOT NULL,
        ADD CONSTRAINT pk_notice_reads PRIMARY KEY (institution_id, notice_id, user_id),
        ADD CONSTRAINT fk_notice_reads_notice FOREIGN KEY (institution_id, notice_id) REFERENCES notices (institution_id, id);
      CREATE POLICY rls_notice_reads_institution ON notice_reads USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});

      DROP POLICY rls_jobs_owner ON jobs;
      DROP INDEX ix_jobs_institution;
      ALTER TABLE jobs DROP CONSTRAINT pk_jobs, ALTER COLUMN institution_id SET NOT NULL,
        ADD CONSTRAINT pk_jobs PRIMARY KEY (institution_id, id);
      CREATE POLICY rls_jobs_institution ON jobs USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});

      DROP POLICY rls_files_owner ON files;
      ALTER TABLE purchase_files DROP CONSTRAINT fk_purchase_files_file;
      ALTER TABLE purchase_imports DROP CONSTRAINT fk_purchase_imports_file;
      ALTER TABLE files DROP CONSTRAINT chk_files_one_owner, DROP CONSTRAINT fk_files_supplier,
        DROP CONSTRAINT uq_files_institution, DROP CONSTRAINT pk_files, DROP COLUMN supplier_id,
        ALTER COLUMN institution_id SET NOT NULL,
        ADD CONSTRAINT pk_files PRIMARY KEY (institution_id, id);
      CREATE INDEX ix_files_id ON files (id);
      ALTER TABLE purchase_files ADD CONSTRAINT fk_purchase_files_file
        FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id);
      ALTER TABLE purchase_imports ADD CONSTRAINT fk_purchase_imports_file
        FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id);
      CREATE POLICY rls_files_institution ON files USING (${OF_INSTITUTION}) WITH CHECK (${OF_INSTITUTION});

      DROP FUNCTION ieum_is_staff();
      DROP FUNCTION ieum_keeps_register();
      DROP FUNCTION ieum_own_supplier();
    `);
  }
}
