import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  OF_ENTERPRISE,
  OF_FAIR,
  OF_INSTITUTION,
  OF_SEEN_FAIR,
  rowSecurity,
  SEES_ALL,
} from './fair-row-security';
import { grant } from './migration-sql';

/** Fairs: days and slots, desks of buyers, exhibitors, what both sides wish, and schedules that are computed of it. */
export class CreateFairs1790000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The fair whose whole room this transaction works in; empty = none. Set by fair-room.ts after access was decided:
      -- who cancels a booking frees a place for somebody whose rows it does not see.
      CREATE FUNCTION ieum_open_fair() RETURNS uuid STABLE LANGUAGE sql AS $$
        SELECT nullif(current_setting('ieum.fair_id', true), '')::uuid $$;

      CREATE TABLE fairs (
        id uuid NOT NULL DEFAULT uuidv7(),
        host_institution_id uuid NOT NULL,
        -- the district in which the host lies: its advisers run the fair, too
        area_id uuid NOT NULL,
        name text NOT NULL,
        venue text,
        description text,
        state text NOT NULL DEFAULT 'planned',
        first_day date NOT NULL,
        last_day date NOT NULL,
        applications_close_on date,
        slot_minutes smallint NOT NULL DEFAULT 30,
        -- until the end of the so-manieth Korean day after asking, an asked place is kept for the answer
        hold_days smallint NOT NULL DEFAULT 1,
        -- an offer of the waiting list stands for so long
        offer_minutes smallint NOT NULL DEFAULT 120,
        -- after so long without the enterprise its meeting may be given away
        no_show_minutes smallint NOT NULL DEFAULT 10,
        visitors integer,
        -- of fairs that were held without bookings here: what their report counts
        recorded_enterprises integer,
        recorded_desks integer,
        recorded_consultations integer,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_fairs PRIMARY KEY (id),
        CONSTRAINT fk_fairs_host FOREIGN KEY (host_institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_fairs_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT chk_fairs_state CHECK (state IN ('planned', 'applications', 'scheduling', 'open', 'held', 'followed_up')),
        CONSTRAINT chk_fairs_days CHECK (first_day <= last_day),
        CONSTRAINT chk_fairs_recorded CHECK (visitors >= 0 AND recorded_enterprises >= 0 AND recorded_desks >= 0
          AND recorded_consultations >= 0),
        CONSTRAINT chk_fairs_minutes CHECK (slot_minutes BETWEEN 5 AND 240 AND hold_days BETWEEN 0 AND 30
          AND offer_minutes BETWEEN 5 AND 10080 AND no_show_minutes BETWEEN 0 AND 120),
        CONSTRAINT chk_fairs_text_nfc CHECK (name IS NFC NORMALIZED)
      );
      CREATE INDEX ix_fairs_first_day ON fairs (first_day DESC, id DESC);
      CREATE INDEX ix_fairs_host ON fairs (host_institution_id);
      -- A planned fair is its organiser's alone; the others are announced, to anybody.
      ${rowSecurity(
        'fairs',
        `${SEES_ALL} OR state <> 'planned' OR host_institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])
          OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`,
        `${SEES_ALL} OR id = (SELECT ieum_open_fair()) OR host_institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])
          OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`,
      )}
      ${grant('fairs', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE FUNCTION ieum_organised_fairs() RETURNS uuid[] STABLE LANGUAGE sql AS $$
        SELECT ARRAY(SELECT id FROM fairs WHERE host_institution_id = ANY (ieum_visible_institutions())
          OR area_id = ANY (ieum_visible_areas())) $$;

      CREATE TABLE fair_slots (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        -- [start, end): what touches does not overlap
        during tstzrange NOT NULL,
        CONSTRAINT pk_fair_slots PRIMARY KEY (id),
        CONSTRAINT fk_fair_slots_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        CONSTRAINT uq_fair_slots_during UNIQUE (fair_id, id, during),
        CONSTRAINT chk_fair_slots_during CHECK (NOT isempty(during) AND lower_inc(during) AND NOT upper_inc(during)),
        CONSTRAINT ex_fair_slots_overlap EXCLUDE USING gist (during WITH &&, fair_id WITH =)
      );
      ${rowSecurity('fair_slots', OF_SEEN_FAIR, OF_FAIR)}
      CREATE POLICY rls_fair_slots_delete ON fair_slots FOR DELETE USING (${OF_FAIR});
      -- Slots are laid anew as a whole while nothing is booked.
      ${grant('fair_slots', 'SELECT', 'INSERT', 'DELETE')}

      CREATE TABLE fair_desks (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        department_id uuid,
        institution_name text NOT NULL,
        department_name text,
        -- meetings that it can hold at the same time
        seats smallint NOT NULL DEFAULT 1,
        -- what it looks for, as the fair's page shows it
        looks_for text,
        absent_slot_ids uuid[] NOT NULL DEFAULT '{}',
        withdrawn_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_fair_desks PRIMARY KEY (id),
        CONSTRAINT uq_fair_desks_fair UNIQUE (fair_id, id),
        CONSTRAINT fk_fair_desks_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        CONSTRAINT fk_fair_desks_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_fair_desks_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT chk_fair_desks_department CHECK ((department_id IS NULL) = (department_name IS NULL)),
        CONSTRAINT chk_fair_desks_seats CHECK (seats BETWEEN 1 AND 20)
      );
      CREATE UNIQUE INDEX uq_fair_desks_department ON fair_desks (fair_id, institution_id, department_id) NULLS NOT DISTINCT
        WHERE withdrawn_reason IS NULL;
      CREATE INDEX ix_fair_desks_department ON fair_desks (institution_id, department_id);
      ${rowSecurity('fair_desks', OF_SEEN_FAIR, `${OF_FAIR} OR ${OF_INSTITUTION}`)}
      ${grant('fair_desks', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE fair_exhibitors (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        supplier_name text NOT NULL,
        state text NOT NULL DEFAULT 'applied',
        booth text,
        offers text,
        -- meetings that it should have at least and may have at most; null: as many as there are slots
        floor smallint NOT NULL DEFAULT 0,
        ceiling smallint,
        absent_slot_ids uuid[] NOT NULL DEFAULT '{}',
        -- who comes for it; one person may come for several enterprises, and still sits at one desk at a time
        person_id uuid,
        -- shown on paper or phone at the door
        check_in_code text NOT NULL,
        decision_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_fair_exhibitors PRIMARY KEY (id),
        CONSTRAINT uq_fair_exhibitors_fair UNIQUE (fair_id, id),
        CONSTRAINT uq_fair_exhibitors_supplier UNIQUE (fair_id, supplier_id),
        CONSTRAINT uq_fair_exhibitors_code UNIQUE (fair_id, check_in_code),
        CONSTRAINT fk_fair_exhibitors_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        CONSTRAINT fk_fair_exhibitors_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_fair_exhibitors_state CHECK (state IN ('applied', 'confirmed', 'declined', 'withdrawn')),
        CONSTRAINT chk_fair_exhibitors_limits CHECK (floor BETWEEN 0 AND 300 AND ceiling BETWEEN 1 AND 300 AND floor <= coalesce(ceiling, 300))
      );
      CREATE UNIQUE INDEX uq_fair_exhibitors_booth ON fair_exhibitors (fair_id, booth) WHERE booth IS NOT NULL AND state = 'confirmed';
      CREATE INDEX ix_fair_exhibitors_supplier ON fair_exhibitors (supplier_id);
      ${rowSecurity(
        'fair_exhibitors',
        `${OF_FAIR} OR ${OF_ENTERPRISE} OR (state = 'confirmed' AND ${OF_SEEN_FAIR})`,
        `${OF_FAIR} OR ${OF_ENTERPRISE}`,
      )}
      ${grant('fair_exhibitors', 'SELECT', 'INSERT', 'UPDATE')}

      -- The person behind an exhibitor: apart, because everybody sees who exhibits and few see who comes.
      CREATE TABLE fair_representatives (
        exhibitor_id uuid NOT NULL,
        fair_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        phone text,
        -- one person by one address, whatever enterprise she comes for
        person_id uuid NOT NULL GENERATED ALWAYS AS (md5(lower(email))::uuid) STORED,
        CONSTRAINT pk_fair_representatives PRIMARY KEY (exhibitor_id),
        CONSTRAINT fk_fair_representatives_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id)
      );
      ${rowSecurity('fair_representatives', `${OF_FAIR} OR ${OF_ENTERPRISE}`, `${OF_FAIR} OR ${OF_ENTERPRISE}`)}
      ${grant('fair_representatives', 'SELECT', 'INSERT', 'UPDATE')}

      -- Who wants to meet whom, and how much; each side sees its own alone.
      CREATE TABLE fair_wishes (
        fair_id uuid NOT NULL,
        desk_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        "by" text NOT NULL,
        institution_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        weight smallint NOT NULL,
        CONSTRAINT pk_fair_wishes PRIMARY KEY (fair_id, desk_id, exhibitor_id, "by"),
        CONSTRAINT fk_fair_wishes_desk FOREIGN KEY (fair_id, desk_id) REFERENCES fair_desks (fair_id, id),
        CONSTRAINT fk_fair_wishes_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id),
        CONSTRAINT chk_fair_wishes_by CHECK ("by" IN ('desk', 'exhibitor')),
        CONSTRAINT chk_fair_wishes_weight CHECK (weight BETWEEN 1 AND 5)
      );
      CREATE INDEX ix_fair_wishes_exhibitor ON fair_wishes (exhibitor_id);
      ${rowSecurity(
        'fair_wishes',
        `${OF_FAIR} OR ("by" = 'desk' AND ${OF_INSTITUTION}) OR ("by" = 'exhibitor' AND ${OF_ENTERPRISE})`,
        `${OF_FAIR} OR ("by" = 'desk' AND ${OF_INSTITUTION}) OR ("by" = 'exhibitor' AND ${OF_ENTERPRISE})`,
      )}
      CREATE POLICY rls_fair_wishes_delete ON fair_wishes FOR DELETE
        USING (${OF_FAIR} OR ("by" = 'desk' AND ${OF_INSTITUTION}) OR ("by" = 'exhibitor' AND ${OF_ENTERPRISE}));
      ${grant('fair_wishes', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      CREATE TABLE fair_schedules (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'solving',
        seed integer NOT NULL,
        job_id uuid,
        -- a fingerprint of what it was computed from: applied to something else it would be wrong
        basis text,
        -- what it is worth, and the whole of it: up to some megabytes
        meetings integer,
        preference bigint,
        bound bigint,
        proof text,
        result jsonb,
        solve_ms integer,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        applied_by uuid,
        applied_at timestamptz,
        CONSTRAINT pk_fair_schedules PRIMARY KEY (id),
        CONSTRAINT fk_fair_schedules_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        CONSTRAINT fk_fair_schedules_job FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL,
        CONSTRAINT chk_fair_schedules_state CHECK (state IN ('solving', 'ready', 'applied', 'discarded', 'failed')),
        CONSTRAINT chk_fair_schedules_proof CHECK (proof IN ('optimal_by_prices', 'optimal_by_search', 'bounded')),
        CONSTRAINT chk_fair_schedules_result CHECK (state NOT IN ('ready', 'applied') OR (basis IS NOT NULL
          AND num_nonnulls(meetings, preference, bound, proof, result, solve_ms) = 6))
      );
      CREATE INDEX ix_fair_schedules_fair ON fair_schedules (fair_id, id DESC);
      ${rowSecurity('fair_schedules', OF_FAIR, OF_FAIR, ['result'])}
      ${grant('fair_schedules', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE fair_schedules; DROP TABLE fair_wishes;
      DROP TABLE fair_representatives; DROP TABLE fair_exhibitors; DROP TABLE fair_desks; DROP TABLE fair_slots;
      DROP FUNCTION ieum_organised_fairs();
      DROP TABLE fairs;
      DROP FUNCTION ieum_open_fair();
    `);
  }
}
