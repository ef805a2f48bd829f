import type { MigrationInterface, QueryRunner } from 'typeorm';
import { OF_ENTERPRISE, OF_FAIR, OF_INSTITUTION, rowSecurity, SEES_ALL } from './fair-row-security';
import { grant } from './migration-sql';

/** An adviser's districts, and what lies in them. */
const OF_AREA = `institution_id IN (SELECT i.id FROM institutions i WHERE i.district_id = ANY ((SELECT ieum_visible_areas())::uuid[]))`;
const MATCH_OF_AREA_OR_BUYER = `${SEES_ALL} OR area_id = ANY ((SELECT ieum_visible_areas())::uuid[])
  OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const HOLDING = `state IN ('proposed', 'confirmed', 'attended', 'walk_in')`;

/** Who meets whom when at a fair, who waits, who came, what came of it, and the matches and contracts that follow. */
export class BookFairMeetings1790000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
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
      DROP TABLE fair_bookings;
    `);
  }
}
