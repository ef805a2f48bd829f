import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

const SEES_ALL = `(SELECT ieum_sees_all())`;
const OF_INSTITUTION = `institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const OF_ENTERPRISE = `supplier_id = (SELECT ieum_own_supplier())`;
/** Whoever runs the fair, and a transaction that has opened it (see fair-room.ts): it decided access before. */
const OF_FAIR = `${SEES_ALL} OR fair_id = (SELECT ieum_open_fair()) OR fair_id = ANY ((SELECT ieum_organised_fairs())::uuid[])`;
/** Everybody who may see the fair itself: row security of fairs holds inside as well. */
const OF_SEEN_FAIR = `EXISTS (SELECT FROM fairs f WHERE f.id = fair_id)`;
/** An adviser's districts, and what lies in them. */
const OF_AREA = `institution_id IN (SELECT i.id FROM institutions i WHERE i.district_id = ANY ((SELECT ieum_visible_areas())::uuid[]))`;
const MATCH_OF_AREA_OR_BUYER = `${SEES_ALL} OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])
  OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const HOLDING = `state IN ('proposed', 'confirmed', 'attended', 'walk_in')`;

const rowSecurity = (table: string, read: string, write: string, unlogged: readonly string[] = []) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY rls_${table}_read ON ${table} FOR SELECT USING (${read});
  CREATE POLICY rls_${table}_insert ON ${table} FOR INSERT WITH CHECK (${write});
  CREATE POLICY rls_${table}_update ON ${table} FOR UPDATE USING (${write}) WITH CHECK (${write});
  ${audited(table, unlogged)}`;

/** Fairs: days and slots, desks of buyers, exhibitors, what both sides wish, who may be where when. */
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

      CREATE TABLE fair_bookings (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        desk_id uuid NOT NULL,
        seat smallint NOT NULL,
        exhibitor_id uuid NOT NULL,
        person_id uuid,
        institution_id uuid NOT NULL,
        department_id uuid,
        supplier_id uuid NOT NULL,
        slot_id uuid NOT NULL,
        during tstzrange NOT NULL,
        state text NOT NULL,
        origin text NOT NULL,
        -- who asked for it; the other side answers a proposal
        asked_by text NOT NULL,
        -- a proposal keeps its place until this instant
        held_until timestamptz,
        is_locked boolean NOT NULL DEFAULT false,
        cancel_reason text,
        -- who cancelled it, and so may take that back; null: nobody did, it lapsed
        cancelled_by text,
        -- what a restored booking goes back to
        state_before text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_fair_bookings PRIMARY KEY (id),
        CONSTRAINT fk_fair_bookings_desk FOREIGN KEY (fair_id, desk_id) REFERENCES fair_desks (fair_id, id),
        CONSTRAINT fk_fair_bookings_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id),
        -- the copied time is the slot's own
        CONSTRAINT fk_fair_bookings_slot FOREIGN KEY (fair_id, slot_id, during) REFERENCES fair_slots (fair_id, id, during),
        CONSTRAINT chk_fair_bookings_state CHECK (state IN ('proposed', 'confirmed', 'cancelled', 'attended', 'no_show', 'walk_in')),
        CONSTRAINT chk_fair_bookings_origin CHECK (origin IN ('schedule', 'request', 'organiser', 'waiting_list', 'stand_by', 'walk_in')),
        CONSTRAINT chk_fair_bookings_asked_by CHECK (asked_by IN ('organiser', 'desk', 'exhibitor')),
        CONSTRAINT chk_fair_bookings_cancelled_by CHECK (cancelled_by IS NULL
          OR (state = 'cancelled' AND cancelled_by IN ('organiser', 'desk', 'exhibitor'))),
        CONSTRAINT chk_fair_bookings_held CHECK ((state = 'proposed') = (held_until IS NOT NULL)),
        CONSTRAINT chk_fair_bookings_cancel CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
        CONSTRAINT chk_fair_bookings_seat CHECK (seat BETWEEN 1 AND 20),
        -- Nobody is in two places: a seat of a desk, an enterprise, a person. The range comes first: PostgreSQL 18 may
        -- answer wrongly from an index of this kind otherwise. Every state that keeps the place away from others is meant,
        -- so that they hold for confirming, moving and restoring as well as for booking.
        CONSTRAINT ex_fair_bookings_desk EXCLUDE USING gist (during WITH &&, desk_id WITH =, seat WITH =) WHERE (${HOLDING}),
        CONSTRAINT ex_fair_bookings_exhibitor EXCLUDE USING gist (during WITH &&, exhibitor_id WITH =) WHERE (${HOLDING}),
        CONSTRAINT ex_fair_bookings_person EXCLUDE USING gist (during WITH &&, person_id WITH =)
          WHERE (${HOLDING} AND person_id IS NOT NULL)
      );
      -- A desk and an enterprise meet once.
      CREATE UNIQUE INDEX uq_fair_bookings_pair ON fair_bookings (desk_id, exhibitor_id) WHERE ${HOLDING};
      CREATE INDEX ix_fair_bookings_fair ON fair_bookings (fair_id, id);
      CREATE INDEX ix_fair_bookings_slot ON fair_bookings (desk_id, slot_id) WHERE ${HOLDING};
      CREATE INDEX ix_fair_bookings_exhibitor ON fair_bookings (exhibitor_id, slot_id);
      CREATE INDEX ix_fair_bookings_person ON fair_bookings (person_id) WHERE ${HOLDING} AND person_id IS NOT NULL;
      CREATE INDEX ix_fair_bookings_held ON fair_bookings (held_until) WHERE state = 'proposed';
      ${rowSecurity(
        'fair_bookings',
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_AREA} OR ${OF_ENTERPRISE}`,
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_ENTERPRISE}`,
      )}
      ${grant('fair_bookings', 'SELECT', 'INSERT', 'UPDATE')}

      -- When a person is taken, at whatever fair: the constraint looks at all of them, so who is told of a free time must, too.
      CREATE FUNCTION ieum_person_bookings(person uuid, within tstzrange)
        RETURNS TABLE (booking_id uuid, during tstzrange, held_until timestamptz)
        STABLE SET ieum.sees_all = 'on' LANGUAGE sql AS $$
        SELECT id, fair_bookings.during, fair_bookings.held_until FROM fair_bookings
        WHERE person_id = person AND fair_bookings.during && within AND ${HOLDING} $$;

      CREATE TABLE fair_waiting (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        desk_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        -- null: any slot of the desk
        slot_id uuid,
        -- first come, first served
        position bigint GENERATED ALWAYS AS IDENTITY,
        state text NOT NULL DEFAULT 'waiting',
        -- the proposal that keeps the offered place
        booking_id uuid,
        offered_until timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_fair_waiting PRIMARY KEY (id),
        CONSTRAINT fk_fair_waiting_desk FOREIGN KEY (fair_id, desk_id) REFERENCES fair_desks (fair_id, id),
        CONSTRAINT fk_fair_waiting_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id),
        CONSTRAINT fk_fair_waiting_slot FOREIGN KEY (slot_id) REFERENCES fair_slots (id),
        CONSTRAINT fk_fair_waiting_booking FOREIGN KEY (booking_id) REFERENCES fair_bookings (id),
        CONSTRAINT chk_fair_waiting_state CHECK (state IN ('waiting', 'offered', 'accepted', 'declined', 'expired', 'withdrawn')),
        CONSTRAINT chk_fair_waiting_offer CHECK ((state IN ('waiting', 'withdrawn')) OR booking_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX uq_fair_waiting_entry ON fair_waiting (desk_id, exhibitor_id, slot_id) NULLS NOT DISTINCT
        WHERE state IN ('waiting', 'offered');
      CREATE INDEX ix_fair_waiting_desk ON fair_waiting (desk_id, position) WHERE state = 'waiting';
      CREATE INDEX ix_fair_waiting_booking ON fair_waiting (booking_id) WHERE booking_id IS NOT NULL;
      ${rowSecurity(
        'fair_waiting',
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_ENTERPRISE}`,
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_ENTERPRISE}`,
      )}
      ${grant('fair_waiting', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE fair_check_ins (
        fair_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        day date NOT NULL,
        checked_in_at timestamptz NOT NULL,
        checked_in_by uuid NOT NULL,
        -- once a day, however often it is sent
        CONSTRAINT pk_fair_check_ins PRIMARY KEY (exhibitor_id, day),
        CONSTRAINT fk_fair_check_ins_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id)
      );
      ${rowSecurity('fair_check_ins', `${OF_FAIR} OR ${OF_ENTERPRISE}`, `${OF_FAIR} OR ${OF_ENTERPRISE}`)}
      ${grant('fair_check_ins', 'SELECT', 'INSERT')}

      CREATE TABLE fair_results (
        booking_id uuid NOT NULL,
        fair_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        interest text NOT NULL,
        next_step text NOT NULL,
        expected_value_krw bigint,
        note text,
        -- none: nothing to follow; open until a match carries it on or it is closed with the reason
        follow_up text NOT NULL,
        match_id uuid,
        close_reason text,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_fair_results PRIMARY KEY (booking_id),
        CONSTRAINT fk_fair_results_booking FOREIGN KEY (booking_id) REFERENCES fair_bookings (id),
        CONSTRAINT fk_fair_results_match FOREIGN KEY (match_id) REFERENCES matches (id),
        CONSTRAINT chk_fair_results_interest CHECK (interest IN ('strong', 'some', 'none')),
        CONSTRAINT chk_fair_results_next_step CHECK (next_step IN ('contract', 'offer', 'visit', 'later', 'nothing')),
        CONSTRAINT chk_fair_results_value CHECK (expected_value_krw > 0),
        CONSTRAINT chk_fair_results_follow_up CHECK (CASE follow_up WHEN 'none' THEN match_id IS NULL AND close_reason IS NULL
          WHEN 'open' THEN match_id IS NULL AND close_reason IS NULL WHEN 'matched' THEN match_id IS NOT NULL
          WHEN 'closed' THEN close_reason IS NOT NULL ELSE false END)
      );
      CREATE INDEX ix_fair_results_open ON fair_results (fair_id, follow_up);
      ${rowSecurity(
        'fair_results',
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_AREA} OR ${OF_ENTERPRISE}`,
        `${OF_FAIR} OR ${OF_INSTITUTION}`,
      )}
      ${grant('fair_results', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE fair_feedback (
        id uuid NOT NULL DEFAULT uuidv7(),
        fair_id uuid NOT NULL,
        desk_id uuid,
        exhibitor_id uuid,
        institution_id uuid,
        supplier_id uuid,
        score smallint NOT NULL,
        comment text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_fair_feedback PRIMARY KEY (id),
        CONSTRAINT fk_fair_feedback_desk FOREIGN KEY (fair_id, desk_id) REFERENCES fair_desks (fair_id, id),
        CONSTRAINT fk_fair_feedback_exhibitor FOREIGN KEY (fair_id, exhibitor_id) REFERENCES fair_exhibitors (fair_id, id),
        CONSTRAINT chk_fair_feedback_party CHECK (num_nonnulls(desk_id, exhibitor_id) = 1),
        CONSTRAINT chk_fair_feedback_score CHECK (score BETWEEN 1 AND 5)
      );
      CREATE UNIQUE INDEX uq_fair_feedback_desk ON fair_feedback (desk_id) WHERE desk_id IS NOT NULL;
      CREATE UNIQUE INDEX uq_fair_feedback_exhibitor ON fair_feedback (exhibitor_id) WHERE exhibitor_id IS NOT NULL;
      ${rowSecurity(
        'fair_feedback',
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_ENTERPRISE}`,
        `${OF_FAIR} OR ${OF_INSTITUTION} OR ${OF_ENTERPRISE}`,
      )}
      ${grant('fair_feedback', 'SELECT', 'INSERT', 'UPDATE')}

      -- What an official report states of the contracts from a year's fairs; the screen shows the difference.
      CREATE TABLE fair_official_figures (
        year smallint NOT NULL,
        figure text NOT NULL,
        value bigint NOT NULL,
        source text NOT NULL,
        CONSTRAINT pk_fair_official_figures PRIMARY KEY (year, figure),
        CONSTRAINT chk_fair_official_figures_figure CHECK (figure IN ('contracts', 'suppliers', 'amount_krw')),
        CONSTRAINT chk_fair_official_figures_value CHECK (value >= 0)
      );
      ${rowSecurity('fair_official_figures', '(SELECT ieum_is_staff())', SEES_ALL)}
      ${grant('fair_official_figures', 'SELECT', 'INSERT', 'UPDATE')}

      -- A match may begin at a fair, and a contract be signed because of one.
      ALTER TABLE matches ADD COLUMN fair_id uuid, ADD COLUMN fair_booking_id uuid,
        ADD CONSTRAINT fk_matches_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        ADD CONSTRAINT fk_matches_fair_booking FOREIGN KEY (fair_booking_id) REFERENCES fair_bookings (id),
        ADD CONSTRAINT chk_matches_fair CHECK ((fair_id IS NULL) = (fair_booking_id IS NULL));
      -- A meeting becomes one match, also when two people press at the same moment.
      CREATE UNIQUE INDEX uq_matches_fair_booking ON matches (fair_booking_id) WHERE fair_booking_id IS NOT NULL;
      -- In a fair's room one knows how far the matches that began there have come, whoever's they are.
      ALTER POLICY rls_matches_read ON matches USING (${MATCH_OF_AREA_OR_BUYER} OR fair_id = (SELECT ieum_open_fair()));
      ALTER TABLE contracts ADD COLUMN fair_id uuid,
        ADD CONSTRAINT fk_contracts_fair FOREIGN KEY (fair_id) REFERENCES fairs (id),
        ADD CONSTRAINT chk_contracts_fair CHECK (fair_id IS NULL OR source = 'fair');
      CREATE INDEX ix_contracts_fair ON contracts (fair_id) WHERE fair_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE contracts DROP COLUMN fair_id;
      ALTER POLICY rls_matches_read ON matches USING (${MATCH_OF_AREA_OR_BUYER});
      ALTER TABLE matches DROP COLUMN fair_booking_id, DROP COLUMN fair_id;
      DROP TABLE fair_official_figures; DROP TABLE fair_feedback; DROP TABLE fair_results; DROP TABLE fair_check_ins;
      DROP TABLE fair_waiting;
      DROP FUNCTION ieum_person_bookings(uuid, tstzrange);
      DROP TABLE fair_bookings; DROP TABLE fair_schedules; DROP TABLE fair_wishes;
      DROP TABLE fair_representatives; DROP TABLE fair_exhibitors; DROP TABLE fair_desks; DROP TABLE fair_slots;
      DROP FUNCTION ieum_organised_fairs();
      DROP TABLE fairs;
      DROP FUNCTION ieum_open_fair();
    `);
  }
}
