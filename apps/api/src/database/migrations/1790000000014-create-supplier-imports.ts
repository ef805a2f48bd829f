import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

const OF_REGISTER_KEEPERS = '(SELECT ieum_keeps_register())';

function keptByRegister(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_keepers ON ${table} USING (${OF_REGISTER_KEEPERS}) WITH CHECK (${OF_REGISTER_KEEPERS});`;
}

/** The official list of enterprises: its manifests, what each row meant, doubtful rows, and merged duplicates. */
export class CreateSupplierImports1790000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A row that a list entered and that was taken back with it. Nobody meets it any more: not in a search, not by its
      -- number, not by its id. Row security says so in one place, whatever a query forgets; only the undoing sees it.
      ALTER TABLE suppliers ADD COLUMN withdrawn_at timestamptz;
      CREATE POLICY rls_suppliers_withdrawn ON suppliers AS RESTRICTIVE FOR SELECT
        USING (withdrawn_at IS NULL OR (SELECT current_setting('ieum.sees_withdrawn', true)) = 'on');
      -- The number of a withdrawn row is free again; that of a merged one still leads to the survivor.
      ALTER TABLE suppliers DROP CONSTRAINT uq_suppliers_business_number;
      CREATE UNIQUE INDEX uq_suppliers_business_number ON suppliers (business_number) WHERE withdrawn_at IS NULL;
      CREATE FUNCTION ieum_forget_withdrawn() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
      BEGIN
        DELETE FROM supplier_search USING new_rows AS n WHERE supplier_id = n.id AND n.withdrawn_at IS NOT NULL;
        RETURN NULL;
      END $$;
      -- After tr_suppliers_search_update, by its name: the search forgets what is withdrawn.
      CREATE TRIGGER tr_suppliers_withdrawn AFTER UPDATE ON suppliers
        REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_forget_withdrawn();

      CREATE TABLE supplier_imports (
        id uuid NOT NULL DEFAULT uuidv7(),
        file_id uuid NOT NULL,
        -- the manifest stays what it was, whatever becomes of the file
        file_name text NOT NULL,
        sha256 text NOT NULL,
        source_name text NOT NULL,
        as_of date NOT NULL,
        state text NOT NULL DEFAULT 'checking',
        rows_found integer NOT NULL DEFAULT 0,
        counts jsonb NOT NULL DEFAULT '{}',
        outcomes jsonb NOT NULL DEFAULT '{}',
        undo_outcomes jsonb NOT NULL DEFAULT '{}',
        failure jsonb,
        job_id uuid,
        superseded_by_id uuid,
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        checked_at timestamptz,
        applied_by uuid,
        applied_by_name text,
        applied_at timestamptz,
        undone_by uuid,
        undone_by_name text,
        undone_at timestamptz,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_imports PRIMARY KEY (id),
        CONSTRAINT fk_supplier_imports_file FOREIGN KEY (file_id) REFERENCES files (id),
        CONSTRAINT fk_supplier_imports_superseded FOREIGN KEY (superseded_by_id) REFERENCES supplier_imports (id),
        CONSTRAINT chk_supplier_imports_state CHECK (state IN ('checking', 'checked', 'applying', 'applied', 'undoing', 'undone', 'failed')),
        CONSTRAINT chk_supplier_imports_applied CHECK ((applied_at IS NULL) = (applied_by IS NULL)
          AND (state NOT IN ('applied', 'undoing', 'undone') OR applied_at IS NOT NULL)),
        CONSTRAINT chk_supplier_imports_undone CHECK ((state = 'undone') = (undone_at IS NOT NULL))
      );
      -- One list at a time writes the register: what a row means was decided before, and another list would change it.
      CREATE UNIQUE INDEX uq_supplier_imports_working ON supplier_imports ((true)) WHERE state IN ('applying', 'undoing');
      CREATE INDEX ix_supplier_imports_file_hash ON supplier_imports (sha256) WHERE state = 'applied';
      ${keptByRegister('supplier_imports')}
      ${audited('supplier_imports')}
      ${grant('supplier_imports', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE supplier_import_rows (
        import_id uuid NOT NULL,
        -- as in the sheet, 1 = first row
        row_number integer NOT NULL,
        verdict text NOT NULL,
        included boolean NOT NULL,
        entry jsonb,
        problems jsonb NOT NULL DEFAULT '[]',
        notes jsonb NOT NULL DEFAULT '[]',
        supplier_id uuid,
        matched_by text,
        likeness_bp integer,
        review_reason text,
        candidates jsonb NOT NULL DEFAULT '[]',
        differences jsonb NOT NULL DEFAULT '[]',
        duplicate_of integer,
        outcome text,
        -- what stood before, so that it can stand again
        undo jsonb,
        undo_outcome text,
        kept jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT pk_supplier_import_rows PRIMARY KEY (import_id, row_number),
        CONSTRAINT fk_supplier_import_rows_import FOREIGN KEY (import_id) REFERENCES supplier_imports (id),
        CONSTRAINT fk_supplier_import_rows_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_supplier_import_rows_verdict CHECK (verdict IN ('new', 'changed', 'unchanged', 'review', 'duplicate', 'invalid')),
        CONSTRAINT chk_supplier_import_rows_outcome CHECK (outcome IN ('created', 'changed', 'confirmed', 'to_review', 'overtaken', 'left_out')),
        CONSTRAINT chk_supplier_import_rows_undo CHECK (undo_outcome IN ('withdrawn', 'restored', 'kept'))
      );
      CREATE INDEX ix_supplier_import_rows_supplier ON supplier_import_rows (supplier_id) WHERE supplier_id IS NOT NULL;
      ${keptByRegister('supplier_import_rows')}
      ${grant('supplier_import_rows', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      -- What the last applied list said of an enterprise: whatever else the register says is somebody's own work.
      CREATE TABLE supplier_list_entries (
        supplier_id uuid NOT NULL,
        import_id uuid NOT NULL,
        as_of date NOT NULL,
        entry jsonb NOT NULL,
        CONSTRAINT pk_supplier_list_entries PRIMARY KEY (supplier_id),
        CONSTRAINT fk_supplier_list_entries_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_supplier_list_entries_import FOREIGN KEY (import_id) REFERENCES supplier_imports (id)
      );
      ${keptByRegister('supplier_list_entries')}
      ${grant('supplier_list_entries', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}

      -- The manifest is the evidence of a certificate that a list entered.
      ALTER TABLE supplier_certifications ADD COLUMN source_import_id uuid,
        ADD CONSTRAINT fk_supplier_certifications_import FOREIGN KEY (source_import_id) REFERENCES supplier_imports (id);

      CREATE TABLE supplier_reviews (
        id uuid NOT NULL DEFAULT uuidv7(),
        import_id uuid NOT NULL,
        row_number integer NOT NULL,
        -- tells the same doubtful row of the next list
        identity text NOT NULL,
        entry jsonb NOT NULL,
        reason text NOT NULL,
        candidates jsonb NOT NULL,
        state text NOT NULL DEFAULT 'pending',
        -- whom the row turned out to mean
        supplier_id uuid,
        note text,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_supplier_reviews PRIMARY KEY (id),
        CONSTRAINT fk_supplier_reviews_row FOREIGN KEY (import_id, row_number) REFERENCES supplier_import_rows (import_id, row_number),
        CONSTRAINT fk_supplier_reviews_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_supplier_reviews_state CHECK (state IN ('pending', 'same', 'different', 'dismissed', 'withdrawn')),
        CONSTRAINT chk_supplier_reviews_decision CHECK ((state IN ('same', 'different', 'dismissed')) = (decided_at IS NOT NULL)
          AND (state IN ('same', 'different')) = (supplier_id IS NOT NULL))
      );
      -- A doubtful row waits once, however often the list comes.
      CREATE UNIQUE INDEX uq_supplier_reviews_identity ON supplier_reviews (identity) WHERE state = 'pending';
      CREATE INDEX ix_supplier_reviews_queue ON supplier_reviews (state, id);
      ${keptByRegister('supplier_reviews')}
      ${audited('supplier_reviews')}
      ${grant('supplier_reviews', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE supplier_merges (
        id uuid NOT NULL DEFAULT uuidv7(),
        supplier_id uuid NOT NULL,
        into_id uuid NOT NULL,
        -- rows that had been merged into this one and followed it: they go back with it
        followed_by uuid[] NOT NULL DEFAULT '{}',
        reason text NOT NULL,
        merged_by uuid NOT NULL,
        merged_by_name text NOT NULL,
        merged_at timestamptz NOT NULL DEFAULT now(),
        unmerged_by uuid,
        unmerged_by_name text,
        unmerged_at timestamptz,
        unmerge_reason text,
        CONSTRAINT pk_supplier_merges PRIMARY KEY (id),
        CONSTRAINT fk_supplier_merges_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_supplier_merges_into FOREIGN KEY (into_id) REFERENCES suppliers (id),
        CONSTRAINT chk_supplier_merges_two CHECK (supplier_id <> into_id),
        CONSTRAINT chk_supplier_merges_end CHECK ((unmerged_at IS NULL) = (unmerged_by IS NULL)
          AND (unmerged_at IS NULL) = (unmerge_reason IS NULL))
      );
      CREATE UNIQUE INDEX uq_supplier_merges_standing ON supplier_merges (supplier_id) WHERE unmerged_at IS NULL;
      CREATE INDEX ix_supplier_merges_into ON supplier_merges (into_id);
      ${keptByRegister('supplier_merges')}
      ${audited('supplier_merges')}
      ${grant('supplier_merges', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  /** Withdrawn rows have no place in the register as it was: going down asks for none. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE supplier_merges;
      DROP TABLE supplier_reviews;
      ALTER TABLE supplier_certifications DROP CONSTRAINT fk_supplier_certifications_import, DROP COLUMN source_import_id;
      DROP TABLE supplier_list_entries;
      DROP TABLE supplier_import_rows;
      DROP TABLE supplier_imports;
      DROP TRIGGER tr_suppliers_withdrawn ON suppliers;
      DROP FUNCTION ieum_forget_withdrawn();
      DROP POLICY rls_suppliers_withdrawn ON suppliers;
      DROP INDEX uq_suppliers_business_number;
      ALTER TABLE suppliers ADD CONSTRAINT uq_suppliers_business_number UNIQUE (business_number);
      ALTER TABLE suppliers DROP COLUMN withdrawn_at;
    `);
  }
}
