import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByInstitution } from './migration-sql';

/** Files, jobs and notices: rooms that every feature uses and that know no feature. */
export class CreatePlatformRooms1790000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE files (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        department_id uuid,
        name text NOT NULL,
        media_type text NOT NULL,
        size_bytes integer NOT NULL,
        sha256 text NOT NULL,
        uploaded_by uuid NOT NULL,
        uploaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_files PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_files_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_files_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT chk_files_size CHECK (size_bytes > 0),
        CONSTRAINT chk_files_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      -- A file is asked for by its id alone; whose it is, the row says.
      CREATE INDEX ix_files_id ON files (id);
      ${ownedByInstitution('files')}
      ${audited('files')}
      ${grant('files', 'SELECT', 'INSERT')}

      CREATE TABLE jobs (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        kind text NOT NULL,
        payload jsonb NOT NULL DEFAULT '{}',
        state text NOT NULL DEFAULT 'queued',
        done integer NOT NULL DEFAULT 0,
        total integer,
        -- a step's name while it runs, a refusal's code when it failed; details are that refusal's figures
        message text,
        details jsonb NOT NULL DEFAULT '{}',
        result_url text,
        owner_id uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        finished_at timestamptz,
        CONSTRAINT pk_jobs PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_jobs_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT chk_jobs_state CHECK (state IN ('queued', 'running', 'succeeded', 'failed')),
        CONSTRAINT chk_jobs_done CHECK (done >= 0 AND (total IS NULL OR done <= total))
      );
      ${ownedByInstitution('jobs')}
      ${grant('jobs', 'SELECT', 'INSERT', 'UPDATE')}

      -- department_id null: everybody of the institution whose role may see the kind.
      CREATE TABLE notices (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        department_id uuid,
        audience text NOT NULL,
        kind text NOT NULL,
        params jsonb NOT NULL DEFAULT '{}',
        link text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_notices PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_notices_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_notices_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT chk_notices_audience CHECK (audience IN ('clerk', 'manager'))
      );
      CREATE INDEX ix_notices_audience ON notices (institution_id, audience, department_id, id DESC);
      ${ownedByInstitution('notices')}
      ${audited('notices')}
      ${grant('notices', 'SELECT', 'INSERT')}

      CREATE TABLE notice_reads (
        institution_id uuid NOT NULL,
        notice_id uuid NOT NULL,
        user_id uuid NOT NULL,
        read_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_notice_reads PRIMARY KEY (institution_id, notice_id, user_id),
        CONSTRAINT fk_notice_reads_notice FOREIGN KEY (institution_id, notice_id) REFERENCES notices (institution_id, id),
        CONSTRAINT fk_notice_reads_user FOREIGN KEY (user_id) REFERENCES users (id)
      );
      ${ownedByInstitution('notice_reads')}
      ${grant('notice_reads', 'SELECT', 'INSERT')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE notice_reads; DROP TABLE notices; DROP TABLE jobs; DROP TABLE files;`);
  }
}
