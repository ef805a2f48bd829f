import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByAreaReadByBuyer } from './migration-sql';

const OF_INSTITUTION = `(SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[])`;
const OF_AREA = `area_id = ANY ((SELECT ieum_visible_areas())::uuid[])`;
const OF_ENTERPRISE = `supplier_id = (SELECT ieum_own_supplier())`;
const OF_ORGANISATION = `${OF_INSTITUTION} OR ${OF_ENTERPRISE}`;
/** The own enterprise, and the rows of the register that were merged into it: what these were asked is its to answer. */
const STANDS_FOR = `supplier_id = ANY ((SELECT ieum_own_suppliers())::uuid[])`;

/**
 * Needs, matches and contracts: what a visit or a call found, who could deliver it, what came of it. A contract belongs
 * to the buying institution, like the purchase that it becomes; a purchase names its contract, and never two of them.
 */
export class CreateMatchesAndContracts1790000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE matches (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        team_id uuid,
        adviser_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        department_id uuid,
        department_name text,
        title text NOT NULL,
        classification_code text,
        estimated_value_krw bigint,
        support_kinds text[] NOT NULL DEFAULT '{}',
        stage text NOT NULL DEFAULT 'identified',
        lost_reason text,
        -- one winner, several beside each other, or a consortium; the value counts once in each case
        award text,
        identified_on date NOT NULL,
        note text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_matches PRIMARY KEY (id),
        CONSTRAINT fk_matches_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_matches_team FOREIGN KEY (team_id) REFERENCES support_teams (id),
        CONSTRAINT fk_matches_adviser FOREIGN KEY (adviser_id) REFERENCES users (id),
        CONSTRAINT fk_matches_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_matches_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT chk_matches_department CHECK ((department_id IS NULL) = (department_name IS NULL)),
        CONSTRAINT chk_matches_stage CHECK (stage IN ('identified', 'supported', 'proposed', 'selected', 'contracted', 'lost',
          'no_result') AND (stage = 'lost') = (lost_reason IS NOT NULL)),
        CONSTRAINT chk_matches_lost_reason CHECK (lost_reason IN ('general_business', 'cancelled', 'none_suitable')),
        CONSTRAINT chk_matches_award CHECK (award IN ('single', 'several', 'consortium')),
        CONSTRAINT chk_matches_value CHECK (estimated_value_krw > 0),
        CONSTRAINT chk_matches_text_nfc CHECK (title IS NFC NORMALIZED)
      );
      CREATE INDEX ix_matches_area ON matches (area_id, identified_on DESC, id DESC);
      CREATE INDEX ix_matches_adviser ON matches (adviser_id, identified_on DESC, id DESC);
      CREATE INDEX ix_matches_institution ON matches (institution_id, department_id);
      ${ownedByAreaReadByBuyer('matches')}
      ${audited('matches')}
      ${grant('matches', 'SELECT', 'INSERT', 'UPDATE')}

      -- Every change of the stage, for ever: who, when, and the note.
      CREATE TABLE match_stage_changes (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        match_id uuid NOT NULL,
        from_stage text,
        to_stage text NOT NULL,
        lost_reason text,
        note text,
        changed_by uuid NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT pk_match_stage_changes PRIMARY KEY (id),
        CONSTRAINT fk_match_stage_changes_match FOREIGN KEY (match_id) REFERENCES matches (id),
        CONSTRAINT fk_match_stage_changes_user FOREIGN KEY (changed_by) REFERENCES users (id)
      );
      CREATE INDEX ix_match_stage_changes_match ON match_stage_changes (match_id, id);
      ${ownedByAreaReadByBuyer('match_stage_changes')}
      ${audited('match_stage_changes')}
      ${grant('match_stage_changes', 'SELECT', 'INSERT')}

      CREATE TABLE match_candidates (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        match_id uuid NOT NULL,
        -- null: a member of a consortium that is not in the register
        supplier_id uuid,
        supplier_name text NOT NULL,
        outcome text NOT NULL DEFAULT 'candidate',
        is_lead boolean NOT NULL DEFAULT false,
        note text,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_match_candidates PRIMARY KEY (id),
        CONSTRAINT fk_match_candidates_match FOREIGN KEY (match_id) REFERENCES matches (id),
        CONSTRAINT fk_match_candidates_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_match_candidates_outcome CHECK (outcome IN ('candidate', 'selected', 'not_selected', 'withdrawn')),
        CONSTRAINT chk_match_candidates_lead CHECK (outcome = 'selected' OR NOT is_lead)
      );
      -- An enterprise is a candidate once.
      CREATE UNIQUE INDEX uq_match_candidates_supplier ON match_candidates (match_id, supplier_id) WHERE supplier_id IS NOT NULL;
      CREATE UNIQUE INDEX uq_match_candidates_lead ON match_candidates (match_id) WHERE is_lead;
      CREATE INDEX ix_match_candidates_supplier ON match_candidates (supplier_id) WHERE supplier_id IS NOT NULL;
      ${ownedByAreaReadByBuyer('match_candidates')}
      ${audited('match_candidates')}
      ${grant('match_candidates', 'SELECT', 'INSERT', 'UPDATE')}

      -- What a visit, a call or a request of a department found. Several needs may be met by one match.
      CREATE TABLE needs (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        institution_id uuid NOT NULL,
        department_id uuid,
        department_name text,
        title text NOT NULL,
        kind text,
        classification_code text,
        estimated_amount_krw bigint,
        wanted_by date,
        note text,
        origin text NOT NULL,
        visit_id uuid,
        consultation_id uuid,
        supplier_request_id uuid,
        state text NOT NULL DEFAULT 'open',
        close_reason text,
        match_id uuid,
        found_on date NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_needs PRIMARY KEY (id),
        CONSTRAINT fk_needs_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_needs_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_needs_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT fk_needs_visit FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT fk_needs_consultation FOREIGN KEY (consultation_id) REFERENCES consultations (id),
        CONSTRAINT fk_needs_match FOREIGN KEY (match_id) REFERENCES matches (id),
        CONSTRAINT chk_needs_department CHECK ((department_id IS NULL) = (department_name IS NULL)),
        CONSTRAINT chk_needs_origin CHECK (CASE origin
          WHEN 'visit' THEN visit_id IS NOT NULL AND num_nonnulls(consultation_id, supplier_request_id) = 0
          WHEN 'consultation' THEN consultation_id IS NOT NULL AND num_nonnulls(visit_id, supplier_request_id) = 0
          WHEN 'supplier_request' THEN supplier_request_id IS NOT NULL AND num_nonnulls(visit_id, consultation_id) = 0
          WHEN 'direct' THEN num_nonnulls(visit_id, consultation_id, supplier_request_id) = 0 ELSE false END),
        CONSTRAINT chk_needs_state CHECK (CASE state
          WHEN 'open' THEN match_id IS NULL AND close_reason IS NULL WHEN 'matched' THEN match_id IS NOT NULL AND close_reason IS NULL
          WHEN 'closed' THEN match_id IS NULL AND close_reason IS NOT NULL ELSE false END),
        CONSTRAINT chk_needs_amount CHECK (estimated_amount_krw > 0),
        CONSTRAINT chk_needs_text_nfc CHECK (title IS NFC NORMALIZED)
      );
      CREATE INDEX ix_needs_area ON needs (area_id, state, id DESC);
      CREATE INDEX ix_needs_institution ON needs (institution_id, state);
      CREATE INDEX ix_needs_visit ON needs (visit_id) WHERE visit_id IS NOT NULL;
      CREATE INDEX ix_needs_consultation ON needs (consultation_id) WHERE consultation_id IS NOT NULL;
      CREATE INDEX ix_needs_match ON needs (match_id) WHERE match_id IS NOT NULL;
      ${ownedByAreaReadByBuyer('needs')}
      ${audited('needs')}
      ${grant('needs', 'SELECT', 'INSERT', 'UPDATE')}

      -- Two rounds: can the enterprise sell to public bodies (asked online), then a visit to those who can.
      CREATE TABLE supplier_surveys (
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        supplier_id uuid NOT NULL,
        year smallint NOT NULL,
        sent_on date NOT NULL,
        sent_by uuid NOT NULL,
        answered_on date,
        can_sell boolean,
        offers text,
        capacity text,
        obstacles text,
        visit_id uuid,
        visit_outcome text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_surveys PRIMARY KEY (id),
        CONSTRAINT uq_supplier_surveys_year UNIQUE (supplier_id, year),
        CONSTRAINT fk_supplier_surveys_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_supplier_surveys_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_supplier_surveys_visit FOREIGN KEY (visit_id) REFERENCES visits (id),
        CONSTRAINT fk_supplier_surveys_sent_by FOREIGN KEY (sent_by) REFERENCES users (id),
        CONSTRAINT chk_supplier_surveys_answer CHECK ((answered_on IS NULL) = (can_sell IS NULL)),
        -- The second round is for those who said that they can.
        CONSTRAINT chk_supplier_surveys_visit CHECK (visit_id IS NULL OR can_sell)
      );
      CREATE INDEX ix_supplier_surveys_area ON supplier_surveys (area_id, year, id);
      ALTER TABLE supplier_surveys ENABLE ROW LEVEL SECURITY;
      ALTER TABLE supplier_surveys FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_supplier_surveys_organisation ON supplier_surveys
        USING ((SELECT ieum_sees_all()) OR ${OF_AREA} OR ${OF_ENTERPRISE})
        WITH CHECK ((SELECT ieum_sees_all()) OR ${OF_AREA} OR ${OF_ENTERPRISE});
      ${audited('supplier_surveys')}
      ${grant('supplier_surveys', 'SELECT', 'INSERT', 'UPDATE')}

      -- An adviser asks for a match what a department asks for itself; both come to the enterprise as one kind of request.
      ALTER TABLE supplier_requests
        ALTER COLUMN department_id DROP NOT NULL,
        ALTER COLUMN department_name DROP NOT NULL,
        ADD COLUMN area_id uuid,
        ADD COLUMN match_id uuid,
        -- the last day to answer; null: whenever
        ADD COLUMN answer_by date,
        ADD CONSTRAINT fk_supplier_requests_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        ADD CONSTRAINT fk_supplier_requests_match FOREIGN KEY (match_id) REFERENCES matches (id),
        ADD CONSTRAINT chk_supplier_requests_asker CHECK ((area_id IS NULL) = (match_id IS NULL)
          AND (department_id IS NULL) = (department_name IS NULL) AND (match_id IS NOT NULL OR department_id IS NOT NULL));
      CREATE INDEX ix_supplier_requests_match ON supplier_requests (match_id) WHERE match_id IS NOT NULL;
      CREATE INDEX ix_supplier_requests_area ON supplier_requests (area_id, id DESC) WHERE area_id IS NOT NULL;
      CREATE FUNCTION ieum_own_suppliers() RETURNS uuid[] STABLE LANGUAGE sql AS $$
        SELECT array_agg(id) FROM suppliers WHERE ieum_own_supplier() IN (id, merged_into_id) $$;
      DROP POLICY rls_supplier_requests_read ON supplier_requests;
      DROP POLICY rls_supplier_requests_ask ON supplier_requests;
      DROP POLICY rls_supplier_requests_end ON supplier_requests;
      CREATE POLICY rls_supplier_requests_read ON supplier_requests FOR SELECT
        USING (${OF_INSTITUTION} OR ${STANDS_FOR} OR ${OF_AREA});
      CREATE POLICY rls_supplier_requests_ask ON supplier_requests FOR INSERT
        WITH CHECK ((${OF_INSTITUTION} OR ${OF_AREA}) AND state = 'sent');
      -- Whoever asked takes back or gives more time, an enterprise answers; neither does the other's part.
      CREATE POLICY rls_supplier_requests_end ON supplier_requests FOR UPDATE
        USING (${OF_INSTITUTION} OR ${STANDS_FOR} OR ${OF_AREA})
        WITH CHECK (((${OF_INSTITUTION} OR ${OF_AREA}) AND state IN ('sent', 'withdrawn'))
                    OR (${STANDS_FOR} AND state IN ('answered', 'declined')));
      GRANT UPDATE (answer_by) ON supplier_requests TO ieum_app;
      ALTER TABLE needs ADD CONSTRAINT fk_needs_supplier_request FOREIGN KEY (institution_id, supplier_request_id)
        REFERENCES supplier_requests (institution_id, id);

      CREATE TABLE contracts (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        area_id uuid NOT NULL,
        team_id uuid,
        adviser_id uuid NOT NULL,
        department_id uuid,
        department_name text,
        match_id uuid,
        source text NOT NULL,
        item text NOT NULL,
        classification_code text,
        kind text NOT NULL,
        method text,
        contract_number text,
        signed_on date NOT NULL,
        value_krw bigint NOT NULL,
        supply_value_krw bigint,
        state text NOT NULL DEFAULT 'signed',
        cancel_reason text,
        -- an older report names a value and no enterprise
        suppliers_unknown boolean NOT NULL DEFAULT false,
        note text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_contracts PRIMARY KEY (institution_id, id),
        CONSTRAINT uq_contracts_id UNIQUE (id),
        CONSTRAINT fk_contracts_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT fk_contracts_area FOREIGN KEY (area_id) REFERENCES institutions (id),
        CONSTRAINT fk_contracts_team FOREIGN KEY (team_id) REFERENCES support_teams (id),
        CONSTRAINT fk_contracts_adviser FOREIGN KEY (adviser_id) REFERENCES users (id),
        CONSTRAINT fk_contracts_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT fk_contracts_match FOREIGN KEY (match_id) REFERENCES matches (id),
        CONSTRAINT chk_contracts_department CHECK ((department_id IS NULL) = (department_name IS NULL)),
        CONSTRAINT chk_contracts_source CHECK (CASE source WHEN 'match' THEN match_id IS NOT NULL
          WHEN 'fair' THEN true WHEN 'direct' THEN match_id IS NULL ELSE false END),
        CONSTRAINT chk_contracts_kind CHECK (kind IN ('goods', 'services', 'works', 'outsourcing')),
        CONSTRAINT chk_contracts_value CHECK (value_krw > 0 AND supply_value_krw > 0 AND supply_value_krw <= value_krw),
        CONSTRAINT chk_contracts_state CHECK (CASE state WHEN 'signed' THEN cancel_reason IS NULL
          WHEN 'cancelled' THEN cancel_reason IS NOT NULL ELSE false END),
        CONSTRAINT chk_contracts_text_nfc CHECK (item IS NFC NORMALIZED)
      );
      CREATE INDEX ix_contracts_area ON contracts (area_id, signed_on DESC, id DESC);
      CREATE INDEX ix_contracts_department ON contracts (institution_id, department_id, signed_on DESC, id DESC);
      CREATE INDEX ix_contracts_match ON contracts (match_id) WHERE match_id IS NOT NULL;
      ${ownedByAreaReadByBuyer('contracts')}
      ${audited('contracts')}
      ${grant('contracts', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE contract_parties (
        institution_id uuid NOT NULL,
        area_id uuid NOT NULL,
        contract_id uuid NOT NULL,
        position smallint NOT NULL,
        supplier_id uuid,
        supplier_name text NOT NULL,
        -- of the contract's value; null: not agreed, or not told
        share_krw bigint,
        is_lead boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_contract_parties PRIMARY KEY (institution_id, contract_id, position),
        CONSTRAINT fk_contract_parties_contract FOREIGN KEY (institution_id, contract_id) REFERENCES contracts (institution_id, id),
        CONSTRAINT fk_contract_parties_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_contract_parties_share CHECK (share_krw > 0)
      );
      CREATE UNIQUE INDEX uq_contract_parties_lead ON contract_parties (institution_id, contract_id) WHERE is_lead;
      CREATE UNIQUE INDEX uq_contract_parties_supplier ON contract_parties (institution_id, contract_id, supplier_id)
        WHERE supplier_id IS NOT NULL;
      CREATE INDEX ix_contract_parties_supplier ON contract_parties (supplier_id) WHERE supplier_id IS NOT NULL;
      ${ownedByAreaReadByBuyer('contract_parties')}
      ${audited('contract_parties')}
      ${grant('contract_parties', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      ALTER TABLE purchases
        ADD COLUMN contract_id uuid,
        ADD CONSTRAINT fk_purchases_contract FOREIGN KEY (institution_id, contract_id) REFERENCES contracts (institution_id, id);
      -- One contract becomes one purchase, also when two clerks press at the same moment; a voided purchase frees it.
      CREATE UNIQUE INDEX uq_purchases_contract ON purchases (institution_id, contract_id)
        WHERE contract_id IS NOT NULL AND adjusts_id IS NULL AND state <> 'voided';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX uq_purchases_contract;
      ALTER TABLE purchases DROP COLUMN contract_id;
      DROP TABLE contract_parties; DROP TABLE contracts;
      ALTER TABLE needs DROP CONSTRAINT fk_needs_supplier_request;
      DROP POLICY rls_supplier_requests_end ON supplier_requests;
      DROP POLICY rls_supplier_requests_ask ON supplier_requests;
      DROP POLICY rls_supplier_requests_read ON supplier_requests;
      CREATE POLICY rls_supplier_requests_read ON supplier_requests FOR SELECT USING (${OF_ORGANISATION});
      CREATE POLICY rls_supplier_requests_ask ON supplier_requests FOR INSERT
        WITH CHECK ((${OF_INSTITUTION}) AND state = 'sent');
      CREATE POLICY rls_supplier_requests_end ON supplier_requests FOR UPDATE USING (${OF_ORGANISATION})
        WITH CHECK (((${OF_INSTITUTION}) AND state = 'withdrawn')
                    OR (${OF_ENTERPRISE} AND state IN ('answered', 'declined')));
      DROP FUNCTION ieum_own_suppliers();
      ALTER TABLE supplier_requests DROP COLUMN area_id, DROP COLUMN match_id, DROP COLUMN answer_by,
        ALTER COLUMN department_id SET NOT NULL, ALTER COLUMN department_name SET NOT NULL;
      DROP TABLE supplier_surveys; DROP TABLE needs;
      DROP TABLE match_candidates; DROP TABLE match_stage_changes; DROP TABLE matches;
    `);
  }
}
