import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  audited,
  grant,
  ownedByInstitution,
  readByAllWrittenByActors,
  seenBySystemOnly,
} from './migration-sql';

export class CreateInstitutionsAndUsers1790000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE institutions (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        kind text NOT NULL,
        administrative_code text,
        parent_id uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_institutions PRIMARY KEY (id),
        CONSTRAINT fk_institutions_parent FOREIGN KEY (parent_id) REFERENCES institutions (id),
        CONSTRAINT uq_institutions_administrative_code UNIQUE (administrative_code),
        CONSTRAINT chk_institutions_kind CHECK (kind IN ('city_hq', 'district', 'invested_agency', 'education_office',
          'school', 'public_corporation', 'national', 'other')),
        CONSTRAINT chk_institutions_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      ${readByAllWrittenByActors('institutions')}
      ${audited('institutions')}
      ${grant('institutions', 'SELECT', 'INSERT', 'UPDATE')}

      -- Departments are renamed and split every year: a row ends, its successor begins, last year's figures stay with it.
      CREATE TABLE departments (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        department_group text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        successor_id uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_departments PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_departments_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_departments_successor FOREIGN KEY (institution_id, successor_id) REFERENCES departments (institution_id, id),
        CONSTRAINT chk_departments_group CHECK (department_group IN ('division', 'dong', 'health_center', 'affiliate', 'agency')),
        CONSTRAINT chk_departments_validity CHECK (valid_to IS NULL OR valid_to >= valid_from),
        CONSTRAINT chk_departments_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      -- Two living departments of one name cannot be told apart on a ranking.
      CREATE UNIQUE INDEX uq_departments_living_name ON departments (institution_id, name) WHERE valid_to IS NULL;
      ${ownedByInstitution('departments')}
      ${audited('departments')}
      ${grant('departments', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE users (
        id uuid NOT NULL DEFAULT uuidv7(),
        email text NOT NULL,
        name text NOT NULL,
        role text NOT NULL,
        institution_id uuid,
        department_id uuid,
        enterprise_id uuid,
        password_hash text NOT NULL,
        state text NOT NULL DEFAULT 'active',
        must_change_password boolean NOT NULL DEFAULT false,
        is_demo boolean NOT NULL DEFAULT false,
        last_login_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT fk_users_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_users_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT uq_users_email UNIQUE (email),
        CONSTRAINT chk_users_email_lower CHECK (email = lower(email)),
        CONSTRAINT chk_users_role CHECK (role IN ('clerk', 'support', 'enterprise', 'manager', 'admin')),
        CONSTRAINT chk_users_state CHECK (state IN ('active', 'disabled')),
        -- An account belongs to exactly one organisation (product.md): a department, an institution, an enterprise or the centre.
        CONSTRAINT chk_users_organisation CHECK (CASE role
          WHEN 'clerk' THEN institution_id IS NOT NULL AND department_id IS NOT NULL AND enterprise_id IS NULL
          WHEN 'manager' THEN institution_id IS NOT NULL AND enterprise_id IS NULL
          WHEN 'enterprise' THEN institution_id IS NULL AND department_id IS NULL
          ELSE institution_id IS NULL AND department_id IS NULL AND enterprise_id IS NULL END)
      );
      CREATE INDEX ix_users_institution ON users (institution_id, name);
      ALTER TABLE users ENABLE ROW LEVEL SECURITY;
      ALTER TABLE users FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_users ON users
        USING ((SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])
               OR id::text = (SELECT current_setting('ieum.actor_id', true)));
      ${audited('users', ['password_hash'])}
      ${grant('users', 'SELECT', 'INSERT', 'UPDATE')}

      -- Support staff see the institutions they are assigned to, and no others.
      CREATE TABLE user_assignments (
        user_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        CONSTRAINT pk_user_assignments PRIMARY KEY (user_id, institution_id),
        CONSTRAINT fk_user_assignments_user FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT fk_user_assignments_institution FOREIGN KEY (institution_id) REFERENCES institutions (id)
      );
      ${ownedByInstitution('user_assignments')}
      ${audited('user_assignments')}
      ${grant('user_assignments', 'SELECT', 'INSERT', 'DELETE')}

      -- One row per login. The refresh token is derived from (id, rotation), so nothing secret is stored here; an older
      -- rotation that comes back is theft and ends the session.
      CREATE TABLE sessions (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        rotation integer NOT NULL DEFAULT 0,
        rotated_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        end_reason text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_sessions PRIMARY KEY (id),
        CONSTRAINT fk_sessions_user FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT chk_sessions_end CHECK ((ended_at IS NULL) = (end_reason IS NULL))
      );
      CREATE INDEX ix_sessions_user ON sessions (user_id) WHERE ended_at IS NULL;
      ${seenBySystemOnly('sessions')}
      -- Whoever administers an account ends its sessions: the subquery is under the row security of users.
      CREATE POLICY rls_sessions_read_of_account ON sessions FOR SELECT
        USING (EXISTS (SELECT FROM users u WHERE u.id = user_id));
      CREATE POLICY rls_sessions_end_of_account ON sessions FOR UPDATE
        USING (EXISTS (SELECT FROM users u WHERE u.id = user_id)) WITH CHECK (ended_at IS NOT NULL);
      ${audited('sessions')}
      ${grant('sessions', 'SELECT', 'INSERT', 'UPDATE')}

      -- Five failures lock the pair (account, source): the owner can still log in from elsewhere.
      CREATE TABLE login_failures (
        account text NOT NULL,
        source text NOT NULL,
        failures integer NOT NULL,
        last_failed_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_login_failures PRIMARY KEY (account, source)
      );
      ${seenBySystemOnly('login_failures')}
      ${grant('login_failures', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE login_failures; DROP TABLE sessions; DROP TABLE user_assignments;
      DROP TABLE users; DROP TABLE departments; DROP TABLE institutions;
    `);
  }
}
