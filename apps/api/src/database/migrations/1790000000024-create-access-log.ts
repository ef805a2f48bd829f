import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant } from './migration-sql';

/**
 * Who saw whose personal data: one row a person and request, written before the answer is given. The application adds
 * rows and reads them for the administrator; it changes none, and removes none that is younger than two years, whatever
 * its own clock says.
 */
export class CreateAccessLog1790000000024 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE access_log (
        id bigint GENERATED ALWAYS AS IDENTITY,
        seen_at timestamptz NOT NULL,
        actor_id uuid NOT NULL,
        request_id text NOT NULL,
        from_address text NOT NULL,
        operation text NOT NULL,
        subject_kind text NOT NULL,
        -- null: the person behind an enterprise that is not in the register yet (a row of an official list)
        subject_id uuid,
        -- what was seen, never the value itself
        fields text[] NOT NULL,
        CONSTRAINT pk_access_log PRIMARY KEY (id),
        CONSTRAINT fk_access_log_actor FOREIGN KEY (actor_id) REFERENCES users (id),
        CONSTRAINT chk_access_log_subject CHECK (subject_kind = 'supplier' OR (subject_kind = 'user' AND subject_id IS NOT NULL)),
        CONSTRAINT chk_access_log_fields CHECK (fields <> '{}')
      );
      CREATE INDEX ix_access_log_subject ON access_log (subject_id, id DESC);
      CREATE INDEX ix_access_log_actor ON access_log (actor_id, id DESC);
      CREATE INDEX ix_access_log_seen_at ON access_log (seen_at);
      ALTER TABLE access_log ENABLE ROW LEVEL SECURITY;
      ALTER TABLE access_log FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_access_log_read ON access_log FOR SELECT USING ((SELECT ieum_sees_all()));
      -- Everybody writes the own looks and nobody else's.
      CREATE POLICY rls_access_log_insert ON access_log FOR INSERT
        WITH CHECK (actor_id::text = (SELECT current_setting('ieum.actor_id', true)));
      CREATE POLICY rls_access_log_removal ON access_log FOR DELETE
        USING ((SELECT ieum_sees_all()) AND seen_at < now() - interval '2 years');
      ${grant('access_log', 'SELECT', 'INSERT', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE access_log;');
  }
}
