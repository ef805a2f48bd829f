import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

const BY_ACTOR = `requested_by::text = (SELECT current_setting('ieum.actor_id', true))`;
const OWN_REQUEST = `(SELECT ieum_keeps_register()) OR ${BY_ACTOR}
  OR (subject <> 'claim' AND supplier_id = (SELECT ieum_own_supplier()))`;

/** What verification needs beside its queue, and how long certificates hold by default. */
export class OpenCertificatesToVerification1790000000015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE supplier_certifications
        -- taken back by the enterprise while it waited
        ADD COLUMN withdrawn_at timestamptz,
        -- The file is its owner's alone; who verifies reads its name here and its bytes through the entry.
        ADD COLUMN evidence_name text,
        ADD CONSTRAINT chk_supplier_certifications_withdrawal CHECK (withdrawn_at IS NULL
          OR (verified_at IS NULL AND refused_at IS NULL)),
        -- Only what was verified stood for a while and can be replaced.
        ADD CONSTRAINT chk_supplier_certifications_replaced CHECK (replaced_at IS NULL OR verified_at IS NOT NULL);
      -- One waiting change a certificate: two could not both take its place.
      CREATE UNIQUE INDEX uq_supplier_certifications_change ON supplier_certifications (replaces_id)
        WHERE replaces_id IS NOT NULL AND verified_at IS NULL AND refused_at IS NULL AND withdrawn_at IS NULL;
      -- A certificate waits in the queue once.
      CREATE UNIQUE INDEX uq_supplier_verifications_certification ON supplier_verifications (certification_id)
        WHERE certification_id IS NOT NULL AND state = 'pending';
      -- The values that stood when something else was proposed: whoever decides sees what changed meanwhile.
      ALTER TABLE supplier_verifications
        ADD COLUMN standing jsonb NOT NULL DEFAULT '{}',
        ADD COLUMN evidence_name text;
      -- A request is its enterprise's, whichever account made it; a claim is the claimant's alone, also towards the people
      -- of the enterprise that is claimed.
      DROP POLICY rls_supplier_verifications_own ON supplier_verifications;
      CREATE POLICY rls_supplier_verifications_read ON supplier_verifications FOR SELECT USING (${OWN_REQUEST});
      CREATE POLICY rls_supplier_verifications_insert ON supplier_verifications FOR INSERT
        WITH CHECK ((SELECT ieum_keeps_register()) OR (state = 'pending' AND (${BY_ACTOR})
          AND (subject = 'claim' OR supplier_id = (SELECT ieum_own_supplier()))));
      CREATE POLICY rls_supplier_verifications_update ON supplier_verifications FOR UPDATE USING (${OWN_REQUEST})
        WITH CHECK ((SELECT ieum_keeps_register()) OR (state IN ('pending', 'withdrawn') AND (${OWN_REQUEST})));

      CREATE TABLE certification_validity_rules (
        id uuid NOT NULL DEFAULT uuidv7(),
        type text NOT NULL,
        effective_from date NOT NULL,
        -- null = no limit
        valid_months integer,
        legal_basis text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_certification_validity_rules PRIMARY KEY (id),
        CONSTRAINT uq_certification_validity_rules_day UNIQUE (type, effective_from),
        CONSTRAINT chk_certification_validity_rules_months CHECK (valid_months BETWEEN 1 AND 600),
        CONSTRAINT chk_certification_validity_rules_basis CHECK (btrim(legal_basis) <> '')
      );
      -- Starting values of guidelines that change; an administrator checks and edits them.
      INSERT INTO certification_validity_rules (type, effective_from, valid_months, legal_basis) VALUES
        ('prospective_local', '2007-07-01', 36, '예비사회적기업 지정기간 3년 (지방자치단체 지정 지침). 지침 개정 여부 확인 필요'),
        ('prospective_ministry', '2007-07-01', 36, '예비사회적기업 지정기간 3년 (부처형 지정 지침). 지침 개정 여부 확인 필요'),
        ('prospective_village', '2010-01-01', 24, '예비마을기업 지정기간 2년 (마을기업 육성사업 시행지침). 지침 개정 여부 확인 필요'),
        ('certified_social_enterprise', '2007-07-01', NULL, '사회적기업 육성법 제7조 인증: 유효기간 없음. 법령 개정 여부 확인 필요'),
        ('village_enterprise', '2010-01-01', NULL, '마을기업 지정: 유효기간 없음 (마을기업 육성사업 시행지침). 지침 개정 여부 확인 필요');
      ALTER TABLE certification_validity_rules ENABLE ROW LEVEL SECURITY;
      ALTER TABLE certification_validity_rules FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_certification_validity_rules_read ON certification_validity_rules FOR SELECT USING (true);
      CREATE POLICY rls_certification_validity_rules_insert ON certification_validity_rules FOR INSERT
        WITH CHECK ((SELECT ieum_sees_all()));
      CREATE POLICY rls_certification_validity_rules_update ON certification_validity_rules FOR UPDATE
        USING ((SELECT ieum_sees_all()));
      ${audited('certification_validity_rules')}
      ${grant('certification_validity_rules', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE certification_validity_rules;
      DROP POLICY rls_supplier_verifications_update ON supplier_verifications;
      DROP POLICY rls_supplier_verifications_insert ON supplier_verifications;
      DROP POLICY rls_supplier_verifications_read ON supplier_verifications;
      CREATE POLICY rls_supplier_verifications_own ON supplier_verifications
        USING ((SELECT ieum_keeps_register()) OR supplier_id = (SELECT ieum_own_supplier()) OR ${BY_ACTOR})
        WITH CHECK ((SELECT ieum_keeps_register()) OR (${BY_ACTOR} AND state IN ('pending', 'withdrawn')
          AND (subject = 'claim' OR supplier_id = (SELECT ieum_own_supplier()))));
      ALTER TABLE supplier_verifications DROP COLUMN evidence_name, DROP COLUMN standing;
      DROP INDEX uq_supplier_verifications_certification;
      DROP INDEX uq_supplier_certifications_change;
      ALTER TABLE supplier_certifications
        DROP CONSTRAINT chk_supplier_certifications_replaced,
        DROP CONSTRAINT chk_supplier_certifications_withdrawal,
        DROP COLUMN evidence_name,
        DROP COLUMN withdrawn_at;
    `);
  }
}
