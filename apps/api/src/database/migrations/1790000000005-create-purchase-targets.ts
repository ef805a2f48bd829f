import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByInstitution } from './migration-sql';

export class CreatePurchaseTargets1790000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE counting_policies (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        fiscal_year smallint NOT NULL,
        recognition_date_basis text NOT NULL,
        amount_basis text NOT NULL,
        eligible_certification_types text[] NOT NULL,
        mall_target_position text NOT NULL,
        denominator text NOT NULL,
        denominator_krw bigint,
        excluded_krw bigint,
        exclusion_reason text,
        rounding text NOT NULL,
        decimals smallint NOT NULL,
        cap_percent integer,
        split_threshold_krw bigint,
        frozen_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_counting_policies PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_counting_policies_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT uq_counting_policies_year UNIQUE (institution_id, fiscal_year),
        CONSTRAINT chk_counting_policies_recognition CHECK (recognition_date_basis IN ('contract', 'payment')),
        CONSTRAINT chk_counting_policies_amount CHECK (amount_basis IN ('vat_included', 'supply_value')),
        CONSTRAINT chk_counting_policies_mall CHECK (mall_target_position IN ('inside', 'beside')),
        CONSTRAINT chk_counting_policies_denominator CHECK (denominator IN ('none', 'total_purchases', 'available_budget')),
        CONSTRAINT chk_counting_policies_rounding CHECK (rounding IN ('half_up', 'truncate') AND decimals BETWEEN 0 AND 4),
        CONSTRAINT chk_counting_policies_exclusion CHECK (excluded_krw IS NULL OR exclusion_reason IS NOT NULL)
      );
      ${ownedByInstitution('counting_policies')}
      ${audited('counting_policies')}
      ${grant('counting_policies', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE schemes (
        institution_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        basis text NOT NULL,
        certification_types text[] NOT NULL DEFAULT '{}',
        channels text[] NOT NULL DEFAULT '{}',
        CONSTRAINT pk_schemes PRIMARY KEY (institution_id, fiscal_year, code),
        CONSTRAINT fk_schemes_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        -- certified_only is the subtotal for the national return; no scheme may take its name.
        CONSTRAINT chk_schemes_code CHECK (code ~ '^[a-z][a-z0-9_]{1,39}$' AND code <> 'certified_only'),
        CONSTRAINT chk_schemes_basis CHECK (basis IN ('certification', 'channel'))
      );
      ${ownedByInstitution('schemes')}
      ${audited('schemes')}
      ${grant('schemes', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchase_target_cycles (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        fiscal_year smallint NOT NULL,
        state text NOT NULL DEFAULT 'survey_open',
        survey_due_on date,
        confirm_reason text,
        notified_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_purchase_target_cycles PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_target_cycles_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT uq_purchase_target_cycles_year UNIQUE (institution_id, fiscal_year),
        CONSTRAINT chk_purchase_target_cycles_state CHECK (state IN
          ('survey_open', 'survey_closed', 'targets_set', 'notified', 'reporting', 'closed'))
      );
      ${ownedByInstitution('purchase_target_cycles')}
      ${audited('purchase_target_cycles')}
      ${grant('purchase_target_cycles', 'SELECT', 'INSERT', 'UPDATE')}

      -- The institution's own target per scheme: an amount, or a rate of the policy's denominator (basis points).
      CREATE TABLE institution_targets (
        institution_id uuid NOT NULL,
        cycle_id uuid NOT NULL,
        scheme_code text NOT NULL,
        basis text NOT NULL DEFAULT 'amount',
        rate_basis_points integer,
        target_krw bigint,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_institution_targets PRIMARY KEY (institution_id, cycle_id, scheme_code),
        CONSTRAINT fk_institution_targets_cycle FOREIGN KEY (institution_id, cycle_id)
          REFERENCES purchase_target_cycles (institution_id, id),
        CONSTRAINT chk_institution_targets_basis CHECK (basis = 'amount' OR (basis = 'rate' AND rate_basis_points IS NOT NULL)),
        CONSTRAINT chk_institution_targets_amount CHECK (target_krw >= 0)
      );
      ${ownedByInstitution('institution_targets')}
      ${audited('institution_targets')}
      ${grant('institution_targets', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE institution_target_revisions (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        cycle_id uuid NOT NULL,
        scheme_code text NOT NULL,
        old_target_krw bigint,
        new_target_krw bigint,
        reason text NOT NULL,
        revised_by uuid NOT NULL,
        revised_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_institution_target_revisions PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_institution_target_revisions_target FOREIGN KEY (institution_id, cycle_id, scheme_code)
          REFERENCES institution_targets (institution_id, cycle_id, scheme_code)
      );
      CREATE INDEX ix_institution_target_revisions_cycle ON institution_target_revisions (institution_id, cycle_id, id);
      ${ownedByInstitution('institution_target_revisions')}
      ${audited('institution_target_revisions')}
      ${grant('institution_target_revisions', 'SELECT', 'INSERT')}

      CREATE TABLE demand_surveys (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        cycle_id uuid NOT NULL,
        department_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'draft',
        planned_purchases jsonb NOT NULL DEFAULT '[]',
        wished_target_krw bigint,
        wished_mall_target_krw bigint,
        return_reason text,
        submitted_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_demand_surveys PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_demand_surveys_cycle FOREIGN KEY (institution_id, cycle_id)
          REFERENCES purchase_target_cycles (institution_id, id),
        CONSTRAINT fk_demand_surveys_department FOREIGN KEY (institution_id, department_id)
          REFERENCES departments (institution_id, id),
        CONSTRAINT uq_demand_surveys_department UNIQUE (institution_id, cycle_id, department_id),
        CONSTRAINT chk_demand_surveys_state CHECK (state IN ('draft', 'submitted', 'returned', 'accepted')),
        CONSTRAINT chk_demand_surveys_return CHECK (state <> 'returned' OR return_reason IS NOT NULL),
        CONSTRAINT chk_demand_surveys_amounts CHECK (wished_target_krw >= 0 AND wished_mall_target_krw >= 0)
      );
      ${ownedByInstitution('demand_surveys')}
      ${audited('demand_surveys')}
      ${grant('demand_surveys', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchase_targets (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        cycle_id uuid NOT NULL,
        department_id uuid NOT NULL,
        scheme_code text NOT NULL,
        target_krw bigint,
        state text NOT NULL DEFAULT 'proposed',
        acknowledged_at timestamptz,
        acknowledged_by uuid,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_purchase_targets PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_targets_cycle FOREIGN KEY (institution_id, cycle_id)
          REFERENCES purchase_target_cycles (institution_id, id),
        CONSTRAINT fk_purchase_targets_department FOREIGN KEY (institution_id, department_id)
          REFERENCES departments (institution_id, id),
        CONSTRAINT uq_purchase_targets_department_scheme UNIQUE (institution_id, cycle_id, department_id, scheme_code),
        CONSTRAINT chk_purchase_targets_state CHECK (state IN ('proposed', 'confirmed', 'notified', 'acknowledged')),
        CONSTRAINT chk_purchase_targets_amount CHECK (target_krw >= 0)
      );
      ${ownedByInstitution('purchase_targets')}
      ${audited('purchase_targets')}
      ${grant('purchase_targets', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchase_target_revisions (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        target_id uuid NOT NULL,
        old_target_krw bigint,
        new_target_krw bigint,
        reason text NOT NULL,
        revised_by uuid NOT NULL,
        revised_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_purchase_target_revisions PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_target_revisions_target FOREIGN KEY (institution_id, target_id)
          REFERENCES purchase_targets (institution_id, id)
      );
      CREATE INDEX ix_purchase_target_revisions_target ON purchase_target_revisions (institution_id, target_id, id);
      ${ownedByInstitution('purchase_target_revisions')}
      ${audited('purchase_target_revisions')}
      ${grant('purchase_target_revisions', 'SELECT', 'INSERT')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE purchase_target_revisions; DROP TABLE purchase_targets; DROP TABLE demand_surveys;
      DROP TABLE institution_target_revisions; DROP TABLE institution_targets; DROP TABLE purchase_target_cycles; DROP TABLE schemes; DROP TABLE counting_policies;
    `);
  }
}
