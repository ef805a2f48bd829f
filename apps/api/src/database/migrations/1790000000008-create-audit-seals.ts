import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grant, ownedByInstitution } from './migration-sql';

/**
 * Audit rows are written plain, so that a purchase does not wait for a chain; seals chain them afterwards, in batches.
 * Each seal lists its rows and their hashes, so that an edited or missing row can be named. The rows of no institution
 * (suppliers, sessions, the centre's accounts) form the chain of the nil UUID.
 */
export class CreateAuditSeals1790000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE audit_seals (
        institution_id uuid NOT NULL,
        sequence integer NOT NULL,
        first_event_id bigint NOT NULL,
        last_event_id bigint NOT NULL,
        event_count integer NOT NULL,
        event_ids bigint[] NOT NULL,
        event_hashes bytea NOT NULL,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        sealed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_audit_seals PRIMARY KEY (institution_id, sequence),
        CONSTRAINT chk_audit_seals_sequence CHECK (sequence > 0),
        CONSTRAINT chk_audit_seals_events CHECK (event_count > 0 AND cardinality(event_ids) = event_count
          AND length(event_hashes) = 32 * event_count AND first_event_id <= last_event_id)
      );
      -- Up to where everything is sealed: the greatest last_event_id.
      CREATE INDEX ix_audit_seals_last_event ON audit_seals (last_event_id);
      ${ownedByInstitution('audit_seals')}
      ${grant('audit_seals', 'SELECT', 'INSERT')}
      CREATE INDEX ix_audit_events_occurred_at ON audit_events USING brin (occurred_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX ix_audit_events_occurred_at; DROP TABLE audit_seals;');
  }
}
