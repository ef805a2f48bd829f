import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByArea, ownedByAreaReadByBuyer } from './migration-sql';

const OF_INSTITUTION = `(SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const OF_ORGANISATION = `${OF_INSTITUTION} OR supplier_id = (SELECT ieum_own_supplier())`;
const BY_ACTOR = `(SELECT current_setting('ieum.actor_id', true))`;
const USERS_BEFORE = `(SELECT ieum_sees_all()) OR users.institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])
  OR id::text = ${BY_ACTOR} OR (role = 'enterprise' AND (SELECT ieum_keeps_register()))`;

/**
 * What the centre's advisers do: visits, helpline consultations, education sessions, the supplier survey, and the needs
 * that come of them. Every row lies in an area (담당 지역): the district in which the institution lies, or the
 * institution itself when it buys for the whole city. Advisers are assigned to areas (user_assignments), and the
 * setting ieum.areas carries them through the transaction. See ADR 0022.
 */
export class CreateSupportWork1790000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ieum_visible_areas() RETURNS uuid[] STABLE LANGUAGE sql AS $$
        SELECT string_to_array(nullif(current_setting('ieum.areas', true), ''), ',')::uuid[] $$;

      -- The district in which a school or an agency lies; null: a district itself, or one of the whole city.
      ALTER TABLE institutions
        ADD COLUMN district_id uuid,
        ADD COLUMN registered_by uuid,
        ADD COLUMN registered_on date,
        ADD CONSTRAINT fk_institutions_district FOREIGN KEY (district_id) REFERENCES institutions (id),
        ADD CONSTRAINT fk_institutions_registered_by FOREIGN KEY (registered_by) REFERENCES users (id),
        ADD CONSTRAINT chk_institutions_district CHECK (district_id <> id);
      CREATE INDEX ix_institutions_district ON institutions (district_id, name, id);
      CREATE INDEX ix_institutions_registered ON institutions (registered_on) WHERE registered_on IS NOT NULL;
      -- Who entered an enterprise into the register, for the teams' figures; rows from before have none.
      ALTER TABLE suppliers
        ADD COLUMN registered_by uuid,
        ADD COLUMN registered_on date,
        ADD CONSTRAINT fk_suppliers_registered_by FOREIGN KEY (registered_by) REFERENCES users (id);
      CREATE INDEX ix_suppliers_registered ON suppliers (registered_on) WHERE registered_on IS NOT NULL;

      -- The staff of the centre are known by name to those whom they advise, and to each other.
      DROP POLICY rls_users ON users;
      CREATE POLICY rls_users_read ON users FOR SELECT
        USING (${USERS_BEFORE} OR (role IN ('support', 'admin') AND (SELECT ieum_is_staff())));
      CREATE POLICY rls_users_insert ON users FOR INSERT WITH CHECK (${USERS_BEFORE});
      CREATE POLICY rls_users_update ON users FOR UPDATE USING (${USERS_BEFORE}) WITH CHECK (${USERS_BEFORE});

      -- A notice for one person: what happens in an area is not for the advisers of another one.
      ALTER TABLE notices
        ADD COLUMN user_id uuid,
        ADD CONSTRAINT fk_notices_user FOREIGN KEY (user_id) REFERENCES users (id),
        ADD CONSTRAINT chk_notices_person CHECK (user_id IS NULL OR audience IN ('support', 'admin'));
      CREATE INDEX ix_notices_user ON notices (user_id, id DESC) WHERE user_id IS NOT NULL;
      DROP POLICY rls_notices_read ON notices;
      CREATE POLICY rls_notices_read ON notices FOR SELECT
        USING (${OF_ORGANISATION} OR (audience = 'support' AND (SELECT ieum_keeps_register())
               AND (user_id IS NULL OR user_id::text = ${BY_ACTOR})));

      CREATE TABLE support_teams (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        name text NOT NULL,
        ended_on date,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_support_teams PRIMARY KEY (id),
        CONSTRAINT uq_support_teams_area UNIQUE (area_id, id),
        CONSTRAINT uq_support_teams_name UNIQUE (name),
        CONSTRAINT fk_support_teams_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT chk_support_teams_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      ${ownedByArea('support_teams')}
      ${audited('support_teams')}
      ${grant('support_teams', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE support_team_members (
        area_id uuid NOT NULL,
        team_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT pk_support_team_members PRIMARY KEY (team_id, user_id),
        -- What an adviser does counts for one team.
        CONSTRAINT uq_support_team_members_user UNIQUE (user_id),
        CONSTRAINT fk_support_team_members_team FOREIGN KEY (area_id, team_id) REFERENCES support_teams (area_id, id),
        CONSTRAINT fk_support_team_members_user FOREIGN KEY (user_id) REFERENCES users (id)
      );
      ALTER TABLE support_team_members ENABLE ROW LEVEL SECURITY;
      ALTER TABLE support_team_members FORCE ROW LEVEL SECURITY;
      -- An adviser finds the own team also from another area.
      CREATE POLICY rls_support_team_members_read ON support_team_members FOR SELECT
        USING ((SELECT ieum_sees_all()) OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[]) OR user_id::text = ${BY_ACTOR});
      CREATE POLICY rls_support_team_members_write ON support_team_members
        USING ((SELECT ieum_sees_all())) WITH CHECK ((SELECT ieum_sees_all()));
      ${audited('support_team_members')}
      ${grant('support_team_members', 'SELECT', 'INSERT', 'DELETE')}

      CREATE TABLE support_team_targets (
        area_id uuid NOT NULL,
        team_id uuid NOT NULL,
        year smallint NOT NULL,
        metric text NOT NULL,
        target integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_support_team_targets PRIMARY KEY (team_id, year, metric),
        CONSTRAINT fk_support_team_targets_team FOREIGN KEY (area_id, team_id) REFERENCES support_teams (area_id, id),
        CONSTRAINT chk_support_team_targets_metric CHECK (metric IN ('consultations', 'visits', 'enterprise_register',
          'institution_register')),
        CONSTRAINT chk_support_team_targets_target CHECK (target > 0)
      );
      ${ownedByArea('support_team_targets')}
      ${audited('support_team_targets')}
      ${grant('support_team_targets', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      CREATE TABLE visits (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        -- the team of the adviser at that time
        team_id uuid,
        adviser_id uuid NOT NULL,
        -- planned: the day it is meant for; done: the day it took place
        visited_on date NOT NULL,
        state text NOT NULL DEFAULT 'planned',
        -- whom: an institution (and its department), a registered enterprise, or an organisation by its name
        visitee_kind text NOT NULL,
        institution_id uuid,
        department_id uuid,
        department_name text,
        supplier_id uuid,
        organisation_name text,
        -- what "so many institutions" counts; made by the rules (visiteeKey)
        visitee_key text NOT NULL,
        purpose text NOT NULL,
        -- a role, never the name of a third person
        met_role text,
        result text,
        next_step text,
        next_step_on date,
        cancel_reason text,
        note text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_visits PRIMARY KEY (id),
        CONSTRAINT fk_visits_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_visits_team FOREIGN KEY (team_id) REFERENCES support_teams (id),
        CONSTRAINT fk_visits_adviser FOREIGN KEY (adviser_id) REFERENCES users (id),
        CONSTRAINT fk_visits_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_visits_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT fk_visits_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_visits_visitee CHECK (num_nonnulls(institution_id, supplier_id, organisation_name) = 1
          AND (department_id IS NULL) = (department_name IS NULL)),
        CONSTRAINT chk_visits_visitee_kind CHECK (CASE visitee_kind
          WHEN 'public_agency' THEN institution_id IS NOT NULL WHEN 'education' THEN institution_id IS NOT NULL
          WHEN 'enterprise_or_network' THEN institution_id IS NULL ELSE false END),
        CONSTRAINT chk_visits_state CHECK (CASE state
          WHEN 'planned' THEN result IS NULL AND cancel_reason IS NULL
          WHEN 'done' THEN cancel_reason IS NULL WHEN 'followed_up' THEN cancel_reason IS NULL
          WHEN 'cancelled' THEN cancel_reason IS NOT NULL ELSE false END),
        CONSTRAINT chk_visits_text_nfc CHECK (organisation_name IS NFC NORMALIZED)
      );
      CREATE INDEX ix_visits_day ON visits (area_id, visited_on DESC, id DESC);
      CREATE INDEX ix_visits_adviser ON visits (adviser_id, visited_on DESC, id DESC);
      CREATE INDEX ix_visits_visitee ON visits (visitee_key, visited_on DESC);
      CREATE INDEX ix_visits_institution ON visits (institution_id, visited_on DESC) WHERE institution_id IS NOT NULL;
      CREATE INDEX ix_visits_next_step ON visits (adviser_id, next_step_on) WHERE state = 'done' AND next_step_on IS NOT NULL;
      ${ownedByAreaReadByBuyer('visits')}
      ${audited('visits')}
      ${grant('visits', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE consultations (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        team_id uuid,
        adviser_id uuid NOT NULL,
        consulted_on date NOT NULL,
        channel text NOT NULL,
        caller_kind text NOT NULL,
        institution_id uuid,
        department_id uuid,
        department_name text,
        supplier_id uuid,
        topic text NOT NULL,
        answer text,
        voided_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_consultations PRIMARY KEY (id),
        CONSTRAINT fk_consultations_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_consultations_team FOREIGN KEY (team_id) REFERENCES support_teams (id),
        CONSTRAINT fk_consultations_adviser FOREIGN KEY (adviser_id) REFERENCES users (id),
        CONSTRAINT fk_consultations_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_consultations_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT fk_consultations_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_consultations_channel CHECK (channel IN ('phone', 'email', 'online', 'in_person')),
        CONSTRAINT chk_consultations_caller CHECK (CASE caller_kind
          WHEN 'public_body' THEN supplier_id IS NULL WHEN 'enterprise' THEN institution_id IS NULL
          WHEN 'other' THEN num_nonnulls(institution_id, supplier_id) = 0 ELSE false END
          AND (department_id IS NULL) = (department_name IS NULL))
      );
      CREATE INDEX ix_consultations_day ON consultations (area_id, consulted_on DESC, id DESC);
      CREATE INDEX ix_consultations_adviser ON consultations (adviser_id, consulted_on DESC, id DESC);
      CREATE INDEX ix_consultations_institution ON consultations (institution_id) WHERE institution_id IS NOT NULL;
      ${ownedByAreaReadByBuyer('consultations')}
      ${audited('consultations')}
      ${grant('consultations', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE education_sessions (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        team_id uuid,
        adviser_id uuid NOT NULL,
        held_on date NOT NULL,
        state text NOT NULL DEFAULT 'planned',
        -- as it is called, such as 도봉구청; the institution beside it when it is one that we know
        audience text NOT NULL,
        institution_id uuid,
        content text NOT NULL,
        attendees integer,
        cancel_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_education_sessions PRIMARY KEY (id),
        CONSTRAINT fk_education_sessions_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_education_sessions_team FOREIGN KEY (team_id) REFERENCES support_teams (id),
        CONSTRAINT fk_education_sessions_adviser FOREIGN KEY (adviser_id) REFERENCES users (id),
        CONSTRAINT fk_education_sessions_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT chk_education_sessions_state CHECK (CASE state
          WHEN 'planned' THEN attendees IS NULL AND cancel_reason IS NULL
          WHEN 'held' THEN attendees >= 0 AND cancel_reason IS NULL
          WHEN 'cancelled' THEN cancel_reason IS NOT NULL ELSE false END),
        CONSTRAINT chk_education_sessions_text_nfc CHECK (audience IS NFC NORMALIZED)
      );
      CREATE INDEX ix_education_sessions_day ON education_sessions (area_id, held_on DESC, id DESC);
      ${ownedByAreaReadByBuyer('education_sessions')}
      ${audited('education_sessions')}
      ${grant('education_sessions', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE education_sessions; DROP TABLE consultations; DROP TABLE visits;
      DROP TABLE support_team_targets; DROP TABLE support_team_members; DROP TABLE support_teams;
      DROP POLICY rls_notices_read ON notices;
      CREATE POLICY rls_notices_read ON notices FOR SELECT
        USING (${OF_ORGANISATION} OR (audience = 'support' AND (SELECT ieum_keeps_register())));
      ALTER TABLE notices DROP COLUMN user_id;
      DROP POLICY rls_users_update ON users; DROP POLICY rls_users_insert ON users; DROP POLICY rls_users_read ON users;
      CREATE POLICY rls_users ON users USING (${USERS_BEFORE}) WITH CHECK (${USERS_BEFORE});
      ALTER TABLE suppliers DROP COLUMN registered_by, DROP COLUMN registered_on;
      ALTER TABLE institutions DROP COLUMN district_id, DROP COLUMN registered_by,
        DROP COLUMN registered_on;
      DROP FUNCTION ieum_visible_areas();
    `);
  }
}
