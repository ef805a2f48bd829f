import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByInstitution, seenBySystemOnly } from './migration-sql';

/** Purchases whose counting would change, the timetable of the work that the clock starts, and what it sends. */
export class CreatePurchaseRecounts1790000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What one finding says never changes: when the facts move it ends as outdated and another one takes its place, so
      -- that its id is what a person saw.
      CREATE TABLE purchase_recounts (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        purchase_id uuid NOT NULL,
        -- the supplier whose certificates decide: a merged row's successor
        supplier_id uuid NOT NULL,
        certification_id uuid NOT NULL,
        -- RecognitionDecision of the rules: as it counts, and as it would
        stored jsonb NOT NULL,
        recomputed jsonb NOT NULL,
        -- [{scheme, krw}]
        differences jsonb NOT NULL,
        state text NOT NULL DEFAULT 'open',
        found_at timestamptz NOT NULL DEFAULT now(),
        ended_at timestamptz,
        decided_by uuid,
        reason text,
        CONSTRAINT pk_purchase_recounts PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_recounts_purchase FOREIGN KEY (institution_id, purchase_id)
          REFERENCES purchases (institution_id, id),
        CONSTRAINT fk_purchase_recounts_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_purchase_recounts_certification FOREIGN KEY (certification_id) REFERENCES supplier_certifications (id),
        CONSTRAINT fk_purchase_recounts_decider FOREIGN KEY (decided_by) REFERENCES users (id),
        CONSTRAINT chk_purchase_recounts_state CHECK (state IN ('open', 'recounted', 'kept', 'outdated')),
        CONSTRAINT chk_purchase_recounts_end CHECK ((state = 'open') = (ended_at IS NULL)),
        CONSTRAINT chk_purchase_recounts_decision CHECK (
          (state IN ('recounted', 'kept')) = (decided_by IS NOT NULL AND reason IS NOT NULL))
      );
      -- One open finding a purchase: two could not both be decided.
      CREATE UNIQUE INDEX uq_purchase_recounts_open ON purchase_recounts (institution_id, purchase_id) WHERE state = 'open';
      CREATE INDEX ix_purchase_recounts_id ON purchase_recounts (id);
      CREATE INDEX ix_purchase_recounts_list ON purchase_recounts (institution_id, state, id DESC);
      CREATE INDEX ix_purchase_recounts_purchase ON purchase_recounts (institution_id, purchase_id, id DESC);
      CREATE INDEX ix_purchase_recounts_supplier ON purchase_recounts (supplier_id, institution_id);
      ${ownedByInstitution('purchase_recounts')}
      ${audited('purchase_recounts')}
      ${grant('purchase_recounts', 'SELECT', 'INSERT', 'UPDATE')}

      -- The signed rows that a recount of a closed quarter adds; they stand and fall together.
      ALTER TABLE purchases
        ADD COLUMN recount_id uuid,
        ADD CONSTRAINT fk_purchases_recount FOREIGN KEY (institution_id, recount_id)
          REFERENCES purchase_recounts (institution_id, id),
        ADD CONSTRAINT chk_purchases_recount CHECK (recount_id IS NULL OR adjusts_id IS NOT NULL);
      CREATE INDEX ix_purchases_recount ON purchases (institution_id, recount_id) WHERE recount_id IS NOT NULL;
      -- Everything bought from one enterprise, over all institutions, also what was entered before it was registered.
      CREATE INDEX ix_purchases_supplier ON purchases (supplier_id, institution_id) WHERE supplier_id IS NOT NULL;
      CREATE INDEX ix_purchases_unregistered ON purchases (supplier_business_number)
        WHERE supplier_id IS NULL AND supplier_business_number IS NOT NULL;

      -- The days on which a piece of the timetable was done.
      CREATE TABLE timetable_runs (
        name text NOT NULL,
        day date NOT NULL,
        attempts integer NOT NULL DEFAULT 1,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT pk_timetable_runs PRIMARY KEY (name, day)
      );
      ${seenBySystemOnly('timetable_runs')}
      ${audited('timetable_runs')}
      ${grant('timetable_runs', 'SELECT', 'INSERT', 'UPDATE')}

      -- Exactly one reminder a certificate, last day and threshold. A corrected last day begins anew.
      CREATE TABLE certification_reminders (
        certification_id uuid NOT NULL,
        valid_until date NOT NULL,
        days_before smallint NOT NULL,
        reminded_on date NOT NULL,
        CONSTRAINT pk_certification_reminders PRIMARY KEY (certification_id, valid_until, days_before),
        CONSTRAINT fk_certification_reminders_certification FOREIGN KEY (certification_id)
          REFERENCES supplier_certifications (id),
        CONSTRAINT chk_certification_reminders_days CHECK (days_before IN (90, 30, 7))
      );
      ${seenBySystemOnly('certification_reminders')}
      ${audited('certification_reminders')}
      ${grant('certification_reminders', 'SELECT', 'INSERT')}

      -- Who was written to about which notice, so that a repeated attempt leaves out whom it had reached.
      CREATE TABLE mail_deliveries (
        notice_id uuid NOT NULL,
        user_id uuid NOT NULL,
        outcome text NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_mail_deliveries PRIMARY KEY (notice_id, user_id),
        CONSTRAINT fk_mail_deliveries_notice FOREIGN KEY (notice_id) REFERENCES notices (id),
        CONSTRAINT fk_mail_deliveries_user FOREIGN KEY (user_id) REFERENCES users (id),
        CONSTRAINT chk_mail_deliveries_outcome CHECK (outcome IN ('sent', 'refused'))
      );
      ${seenBySystemOnly('mail_deliveries')}
      ${audited('mail_deliveries')}
      ${grant('mail_deliveries', 'SELECT', 'INSERT')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE mail_deliveries; DROP TABLE certification_reminders; DROP TABLE timetable_runs;
      DROP INDEX ix_purchases_unregistered; DROP INDEX ix_purchases_supplier; DROP INDEX ix_purchases_recount;
      ALTER TABLE purchases DROP CONSTRAINT chk_purchases_recount, DROP CONSTRAINT fk_purchases_recount,
        DROP COLUMN recount_id;
      DROP TABLE purchase_recounts;
    `);
  }
}
