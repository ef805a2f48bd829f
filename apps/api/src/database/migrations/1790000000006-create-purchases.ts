import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant, ownedByInstitution } from './migration-sql';

/**
 * The ledger. No DELETE for the application: a wrong row is voided, a closed row is adjusted by a signed row.
 * achievement_totals follows every change inside the same statement's transaction, by trigger: no writer can forget it.
 */
export class CreatePurchases1790000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE purchase_imports (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        file_id uuid NOT NULL,
        department_id uuid,
        fiscal_year smallint NOT NULL,
        state text NOT NULL DEFAULT 'checking',
        -- {field: column}; empty and header_row null while nobody has said or found them
        mapping jsonb NOT NULL DEFAULT '{}',
        header_row integer,
        default_kind text NOT NULL,
        default_channel text NOT NULL,
        job_id uuid,
        -- what the sheet looks like: {headings, sample}
        sheet jsonb NOT NULL DEFAULT '{"headings": [], "sample": []}',
        rows_found integer NOT NULL DEFAULT 0,
        summary jsonb NOT NULL DEFAULT '[]',
        -- {code, details} of the refusal that ended the last check, application or undoing
        failure jsonb,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        applied_at timestamptz,
        undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_purchase_imports PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_imports_file FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id),
        CONSTRAINT fk_purchase_imports_department FOREIGN KEY (institution_id, department_id)
          REFERENCES departments (institution_id, id),
        CONSTRAINT chk_purchase_imports_state CHECK (state IN
          ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed'))
      );
      ${ownedByInstitution('purchase_imports')}
      ${audited('purchase_imports')}
      ${grant('purchase_imports', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchase_import_rows (
        institution_id uuid NOT NULL,
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        verdict text NOT NULL,
        -- [{field, code}]: why it is not written; notes are worth a look and do not hinder
        problems jsonb NOT NULL DEFAULT '[]',
        notes jsonb NOT NULL DEFAULT '[]',
        duplicate_of integer,
        included boolean NOT NULL DEFAULT false,
        amount_krw bigint,
        cells jsonb NOT NULL,
        -- ImportValues of the rules, and the columns that the counting rules decided when it was applied
        entry jsonb,
        decided jsonb,
        CONSTRAINT pk_purchase_import_rows PRIMARY KEY (institution_id, import_id, row_number),
        CONSTRAINT fk_purchase_import_rows_import FOREIGN KEY (institution_id, import_id)
          REFERENCES purchase_imports (institution_id, id)
      );
      CREATE INDEX ix_purchase_import_rows_verdict ON purchase_import_rows (institution_id, import_id, verdict, row_number);
      ${ownedByInstitution('purchase_import_rows')}
      ${grant('purchase_import_rows', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      CREATE TABLE import_column_mappings (
        institution_id uuid NOT NULL,
        heading_hash text NOT NULL,
        mapping jsonb NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_import_column_mappings PRIMARY KEY (institution_id, heading_hash),
        CONSTRAINT fk_import_column_mappings_institution FOREIGN KEY (institution_id) REFERENCES institutions (id)
      );
      ${ownedByInstitution('import_column_mappings')}
      ${grant('import_column_mappings', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchases (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        department_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        supplier_id uuid,
        supplier_name text NOT NULL,
        supplier_business_number text,
        item text NOT NULL,
        classification_code text,
        kind text NOT NULL,
        method text,
        method_details text,
        channel text NOT NULL,
        contract_number text,
        -- Keys for comparing, made by the rules (contractNumberKey, supplierKey, duplicateKey)
        contract_number_key text,
        supplier_key text NOT NULL,
        duplicate_key text NOT NULL,
        contract_date date,
        payment_date date,
        amount_krw bigint NOT NULL,
        supply_value_krw bigint,
        budget_object_code text,
        note text,
        source text NOT NULL,
        state text NOT NULL,
        return_reason text,
        adjusts_id uuid,
        adjustment_reason text,
        import_id uuid,
        confirmed_warnings text[] NOT NULL DEFAULT '{}',
        -- [{code, details}]: PurchaseWarning of the rules
        warnings jsonb NOT NULL DEFAULT '[]',
        certificate_snapshot jsonb NOT NULL DEFAULT '[]',
        count_status text NOT NULL,
        count_reasons text[] NOT NULL DEFAULT '{}',
        recognition_date date,
        recognized_amount_krw bigint,
        counted_schemes text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_purchases PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchases_department FOREIGN KEY (institution_id, department_id) REFERENCES departments (institution_id, id),
        CONSTRAINT fk_purchases_policy FOREIGN KEY (institution_id, fiscal_year)
          REFERENCES counting_policies (institution_id, fiscal_year),
        CONSTRAINT fk_purchases_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_purchases_adjusts FOREIGN KEY (institution_id, adjusts_id) REFERENCES purchases (institution_id, id),
        CONSTRAINT fk_purchases_import FOREIGN KEY (institution_id, import_id) REFERENCES purchase_imports (institution_id, id),
        CONSTRAINT chk_purchases_state CHECK (state IN ('draft', 'submitted', 'accepted', 'returned', 'voided')),
        CONSTRAINT chk_purchases_return CHECK (state <> 'returned' OR return_reason IS NOT NULL),
        -- Only an adjustment may be negative, and an adjustment says what it adjusts and why.
        CONSTRAINT chk_purchases_sign CHECK (CASE WHEN adjusts_id IS NULL THEN amount_krw > 0
          ELSE amount_krw <> 0 AND adjustment_reason IS NOT NULL END),
        CONSTRAINT chk_purchases_count_status CHECK (count_status IN ('counted', 'needs_check', 'not_counted')),
        -- What counts has a day and an amount and a state that counts. (A mall purchase without a certificate counts for
        -- the mall and still needs a check.)
        CONSTRAINT chk_purchases_counted CHECK (CASE WHEN cardinality(counted_schemes) > 0
          THEN recognition_date IS NOT NULL AND recognized_amount_krw IS NOT NULL AND state IN ('submitted', 'accepted')
          ELSE count_status <> 'counted' END),
        CONSTRAINT chk_purchases_source CHECK (source IN ('manual', 'import', 'match_contract', 'fair_contract')),
        CONSTRAINT chk_purchases_text_nfc CHECK (item IS NFC NORMALIZED AND supplier_name IS NFC NORMALIZED)
      );
      -- Never twice: one contract number per department and year (domain.md §4); adjustments repeat it, voided rows free it.
      CREATE UNIQUE INDEX uq_purchases_contract_number ON purchases (institution_id, department_id, fiscal_year, contract_number_key)
        WHERE contract_number_key IS NOT NULL AND adjusts_id IS NULL AND state <> 'voided';
      -- A link names the row alone; which institution it is in is what row security then asks.
      CREATE INDEX ix_purchases_id ON purchases (id);
      CREATE INDEX ix_purchases_year ON purchases (institution_id, fiscal_year, id DESC);
      CREATE INDEX ix_purchases_department ON purchases (institution_id, department_id, fiscal_year, id DESC);
      -- The state on a day inside a month adds up the rows of that one month.
      CREATE INDEX ix_purchases_recognition ON purchases (institution_id, fiscal_year, recognition_date);
      -- One supplier's purchases around a day, for the warning of a split.
      CREATE INDEX ix_purchases_supplier_date ON purchases (institution_id, department_id, supplier_key, contract_date);
      CREATE INDEX ix_purchases_duplicate_key ON purchases (institution_id, department_id, fiscal_year, duplicate_key);
      CREATE INDEX ix_purchases_adjusts ON purchases (institution_id, adjusts_id) WHERE adjusts_id IS NOT NULL;
      CREATE INDEX ix_purchases_import ON purchases (institution_id, import_id) WHERE import_id IS NOT NULL;
      ${ownedByInstitution('purchases')}
      ${audited('purchases')}
      ${grant('purchases', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE purchase_files (
        institution_id uuid NOT NULL,
        purchase_id uuid NOT NULL,
        file_id uuid NOT NULL,
        CONSTRAINT pk_purchase_files PRIMARY KEY (institution_id, purchase_id, file_id),
        CONSTRAINT fk_purchase_files_purchase FOREIGN KEY (institution_id, purchase_id) REFERENCES purchases (institution_id, id),
        CONSTRAINT fk_purchase_files_file FOREIGN KEY (institution_id, file_id) REFERENCES files (institution_id, id)
      );
      ${ownedByInstitution('purchase_files')}
      ${audited('purchase_files')}
      ${grant('purchase_files', 'SELECT', 'INSERT', 'DELETE')}

      CREATE TABLE purchase_periods (
        institution_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT uuidv7(),
        fiscal_year smallint NOT NULL,
        quarter smallint NOT NULL,
        state text NOT NULL DEFAULT 'open',
        close_reason text,
        reopen_reason text,
        closed_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_purchase_periods PRIMARY KEY (institution_id, id),
        CONSTRAINT fk_purchase_periods_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        CONSTRAINT uq_purchase_periods_quarter UNIQUE (institution_id, fiscal_year, quarter),
        CONSTRAINT chk_purchase_periods_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT chk_purchase_periods_state CHECK (state IN ('open', 'closed'))
      );
      ${ownedByInstitution('purchase_periods')}
      ${audited('purchase_periods')}
      ${grant('purchase_periods', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE period_submissions (
        institution_id uuid NOT NULL,
        period_id uuid NOT NULL,
        department_id uuid NOT NULL,
        kind text NOT NULL,
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_period_submissions PRIMARY KEY (institution_id, period_id, department_id),
        CONSTRAINT fk_period_submissions_period FOREIGN KEY (institution_id, period_id)
          REFERENCES purchase_periods (institution_id, id),
        CONSTRAINT fk_period_submissions_department FOREIGN KEY (institution_id, department_id)
          REFERENCES departments (institution_id, id),
        CONSTRAINT chk_period_submissions_kind CHECK (kind IN ('report', 'nil'))
      );
      ${ownedByInstitution('period_submissions')}
      ${audited('period_submissions')}
      ${grant('period_submissions', 'SELECT', 'INSERT', 'DELETE')}

      CREATE TABLE achievement_totals (
        institution_id uuid NOT NULL,
        fiscal_year smallint NOT NULL,
        scheme_code text NOT NULL,
        department_id uuid NOT NULL,
        month smallint NOT NULL,
        actual_krw bigint NOT NULL,
        purchase_count integer NOT NULL,
        CONSTRAINT pk_achievement_totals PRIMARY KEY (institution_id, fiscal_year, scheme_code, department_id, month)
      );
      ${ownedByInstitution('achievement_totals')}
      ${grant('achievement_totals', 'SELECT')}

      CREATE FUNCTION ieum_count_purchases() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp
      LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' THEN
          INSERT INTO achievement_totals AS t
          SELECT institution_id, fiscal_year, scheme, department_id, extract(month FROM recognition_date),
                 sum(recognized_amount_krw), count(*)
          FROM new_rows, unnest(counted_schemes) AS scheme
          GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5
          ON CONFLICT ON CONSTRAINT pk_achievement_totals DO UPDATE
          SET actual_krw = t.actual_krw + excluded.actual_krw, purchase_count = t.purchase_count + excluded.purchase_count;
        ELSE
          INSERT INTO achievement_totals AS t
          SELECT institution_id, fiscal_year, scheme, department_id, month, sum(krw), sum(n)
          FROM (
            SELECT institution_id, fiscal_year, scheme, department_id, extract(month FROM recognition_date) AS month,
                   recognized_amount_krw AS krw, 1 AS n FROM new_rows, unnest(counted_schemes) AS scheme
            UNION ALL
            SELECT institution_id, fiscal_year, scheme, department_id, extract(month FROM recognition_date),
                   -recognized_amount_krw, -1 FROM old_rows, unnest(counted_schemes) AS scheme
          ) AS change
          GROUP BY 1, 2, 3, 4, 5 HAVING sum(krw) <> 0 OR sum(n) <> 0 ORDER BY 1, 2, 3, 4, 5
          ON CONFLICT ON CONSTRAINT pk_achievement_totals DO UPDATE
          SET actual_krw = t.actual_krw + excluded.actual_krw, purchase_count = t.purchase_count + excluded.purchase_count;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_purchases_count_insert AFTER INSERT ON purchases
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_purchases();
      CREATE TRIGGER tr_purchases_count_update AFTER UPDATE ON purchases
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_count_purchases();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE period_submissions; DROP TABLE purchase_periods; DROP TABLE purchase_files; DROP TABLE purchases;
      DROP FUNCTION ieum_count_purchases(); DROP TABLE achievement_totals;
      DROP TABLE import_column_mappings; DROP TABLE purchase_import_rows; DROP TABLE purchase_imports;
    `);
  }
}
