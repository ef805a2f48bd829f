import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STARTING_AWARD_RULES } from '../starting-award-rules';
import { audited, grant } from './migration-sql';

const OWN = `user_id::text = (SELECT current_setting('ieum.actor_id', true))`;

/** Thresholds of the contract law as dated rows, and the shortlists of each person. */
export class CreateDirectAwardRulesAndShortlists1790000000016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For "=" beside a range in an exclusion constraint; comes with PostgreSQL (contrib).
      CREATE EXTENSION IF NOT EXISTS btree_gist;

      -- Contract kinds as places of a multirange: "the same kind" is then an overlap, which an exclusion constraint knows.
      CREATE FUNCTION ieum_contract_kind_set(kinds text[]) RETURNS int4multirange IMMUTABLE STRICT LANGUAGE sql AS $$
        SELECT range_agg(int4range(place, place + 1)) FROM (
          SELECT array_position(ARRAY['goods', 'services', 'outsourcing', 'works_general', 'works_special', 'works_other'], kind) AS place
          FROM unnest(kinds) AS kind) AS places $$;

      CREATE TABLE direct_award_rules (
        id uuid NOT NULL DEFAULT uuidv7(),
        rule text NOT NULL,
        enterprise_class text NOT NULL,
        -- which certificates make an enterprise one of the class; the general class asks for none
        certification_types text[] NOT NULL DEFAULT '{}',
        min_vulnerable_employment_bp integer,
        contract_kinds text[] NOT NULL,
        -- of the estimated price without VAT, itself included
        limit_krw bigint NOT NULL,
        -- both days inclusive; null = from ever, until it is ended
        valid_from date,
        valid_to date,
        legal_basis text NOT NULL,
        verification text NOT NULL,
        verification_note text,
        source text,
        -- why it was last corrected or ended
        change_reason text,
        changed_by uuid,
        changed_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        validity daterange NOT NULL GENERATED ALWAYS AS (daterange(valid_from, valid_to, '[]')) STORED,
        contract_kind_set int4multirange NOT NULL GENERATED ALWAYS AS (ieum_contract_kind_set(contract_kinds)) STORED,
        CONSTRAINT pk_direct_award_rules PRIMARY KEY (id),
        CONSTRAINT fk_direct_award_rules_changer FOREIGN KEY (changed_by) REFERENCES users (id),
        CONSTRAINT chk_direct_award_rules_rule
          CHECK (rule IN ('single_quote', 'small_value_negotiated', 'small_value_negotiated_two_quotes')),
        CONSTRAINT chk_direct_award_rules_class
          CHECK (enterprise_class IN ('general', 'women_or_disabled', 'social_enterprise', 'small_or_preferential')),
        CONSTRAINT chk_direct_award_rules_certifications CHECK ((enterprise_class = 'general') = (certification_types = '{}')),
        CONSTRAINT chk_direct_award_rules_ratio
          CHECK (min_vulnerable_employment_bp BETWEEN 1 AND 10000 AND (min_vulnerable_employment_bp IS NULL OR enterprise_class <> 'general')),
        CONSTRAINT chk_direct_award_rules_kinds CHECK (contract_kinds <> '{}'
          AND contract_kinds <@ ARRAY['goods', 'services', 'outsourcing', 'works_general', 'works_special', 'works_other']),
        CONSTRAINT chk_direct_award_rules_limit CHECK (limit_krw > 0),
        CONSTRAINT chk_direct_award_rules_validity CHECK (valid_to >= valid_from),
        CONSTRAINT chk_direct_award_rules_basis CHECK (legal_basis ~ '\\S'),
        CONSTRAINT chk_direct_award_rules_verification CHECK (verification IN ('verified', 'partly_verified', 'unverified')),
        -- Two limits for the same case on the same day: nobody could say which one holds. The ranges stand first:
        -- index-only scans of GiST have been wrong where they did not.
        CONSTRAINT ex_direct_award_rules_overlap EXCLUDE USING gist
          (validity WITH &&, contract_kind_set WITH &&, rule WITH =, enterprise_class WITH =)
      );
    `);
    // Before row security and audit are on: what comes with the schema is nobody's act.
    await runner.query(
      `INSERT INTO direct_award_rules (rule, enterprise_class, certification_types, min_vulnerable_employment_bp,
         contract_kinds, limit_krw, valid_from, valid_to, legal_basis, verification, verification_note, source)
       SELECT r.rule, r."enterpriseClass", r."certificationTypes", r."minVulnerableEmploymentBp", r."contractKinds",
              r."limitKrw", r."validFrom", r."validTo", r."legalBasis", r.verification, r."verificationNote", r.source
       FROM jsonb_to_recordset($1) AS r (rule text, "enterpriseClass" text, "certificationTypes" text[],
         "minVulnerableEmploymentBp" int, "contractKinds" text[], "limitKrw" bigint, "validFrom" date, "validTo" date,
         "legalBasis" text, verification text, "verificationNote" text, source text)`,
      [JSON.stringify(STARTING_AWARD_RULES)],
    );
    await runner.query(`
      ALTER TABLE direct_award_rules ENABLE ROW LEVEL SECURITY;
      ALTER TABLE direct_award_rules FORCE ROW LEVEL SECURITY;
      -- Everybody may be told the rule; the centre's administrators alone write it.
      CREATE POLICY rls_direct_award_rules_read ON direct_award_rules FOR SELECT USING (true);
      CREATE POLICY rls_direct_award_rules_insert ON direct_award_rules FOR INSERT WITH CHECK ((SELECT ieum_sees_all()));
      CREATE POLICY rls_direct_award_rules_update ON direct_award_rules FOR UPDATE
        USING ((SELECT ieum_sees_all())) WITH CHECK ((SELECT ieum_sees_all()));
      ${audited('direct_award_rules')}
      ${grant('direct_award_rules', 'SELECT', 'INSERT', 'UPDATE')}

      -- Somebody's own working paper: nobody else reads it, no administrator either, and the audit log does not keep it.
      -- It is not shared with the department: printing and the sheet do that, and what is bought is in the ledger.
      CREATE TABLE shortlists (
        id uuid NOT NULL DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        title text NOT NULL,
        -- what is needed
        purpose text,
        archived_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_shortlists PRIMARY KEY (id),
        CONSTRAINT fk_shortlists_user FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT chk_shortlists_title CHECK (title ~ '\\S' AND title IS NFC NORMALIZED)
      );
      CREATE INDEX ix_shortlists_user ON shortlists (user_id, id DESC);
      ALTER TABLE shortlists ENABLE ROW LEVEL SECURITY;
      ALTER TABLE shortlists FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_shortlists_own ON shortlists USING (${OWN}) WITH CHECK (${OWN});
      ${grant('shortlists', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE shortlist_entries (
        id uuid NOT NULL DEFAULT uuidv7(),
        shortlist_id uuid NOT NULL,
        -- as it was put on the list; a merged enterprise leads to the one that remains at reading
        supplier_id uuid NOT NULL,
        catalogue_item_id uuid,
        -- the item's name on that day: an item may be withdrawn
        item_name text,
        note text,
        -- the order that the person gave; equal ones by age
        position integer NOT NULL,
        added_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_shortlist_entries PRIMARY KEY (id),
        -- A second press adds nothing.
        CONSTRAINT uq_shortlist_entries_choice UNIQUE NULLS NOT DISTINCT (shortlist_id, supplier_id, catalogue_item_id),
        CONSTRAINT fk_shortlist_entries_shortlist FOREIGN KEY (shortlist_id) REFERENCES shortlists (id),
        CONSTRAINT fk_shortlist_entries_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_shortlist_entries_item FOREIGN KEY (catalogue_item_id) REFERENCES catalogue_items (id),
        CONSTRAINT chk_shortlist_entries_item CHECK ((catalogue_item_id IS NULL) = (item_name IS NULL))
      );
      ALTER TABLE shortlist_entries ENABLE ROW LEVEL SECURITY;
      ALTER TABLE shortlist_entries FORCE ROW LEVEL SECURITY;
      -- The subquery is under the row security of the lists: an entry is seen where its list is.
      CREATE POLICY rls_shortlist_entries_own ON shortlist_entries
        USING (EXISTS (SELECT FROM shortlists l WHERE l.id = shortlist_id))
        WITH CHECK (EXISTS (SELECT FROM shortlists l WHERE l.id = shortlist_id));
      ${grant('shortlist_entries', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE shortlist_entries;
      DROP TABLE shortlists;
      DROP TABLE direct_award_rules;
      DROP FUNCTION ieum_contract_kind_set(text[]);
      DROP EXTENSION btree_gist;
    `);
  }
}
