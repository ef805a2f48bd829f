import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

/** The centre's board and budgets: its advisers read them, its administrators keep them. No row is of an institution. */
function keptByCentre(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_read ON ${table} FOR SELECT USING ((SELECT ieum_keeps_register()));
    CREATE POLICY rls_${table}_insert ON ${table} FOR INSERT WITH CHECK ((SELECT ieum_sees_all()));
    CREATE POLICY rls_${table}_update ON ${table} FOR UPDATE USING ((SELECT ieum_sees_all()))
      WITH CHECK ((SELECT ieum_sees_all()));`;
}

/**
 * What the programmes are to reach in a year and what they may spend. A row says where its actual is counted from; the
 * count itself is never kept here, so that the board and the lists cannot disagree. What somebody stated elsewhere is
 * `official`: beside the count, with its difference, and never in its place.
 */
export class CreateKpis1790000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kpis (
        id uuid NOT NULL DEFAULT uuidv7(),
        year smallint NOT NULL,
        programme text NOT NULL,
        item_group text NOT NULL,
        item text NOT NULL,
        -- the same from year to year, also when the item is worded anew
        item_key text NOT NULL,
        unit text NOT NULL,
        basis text NOT NULL,
        target bigint,
        source text NOT NULL,
        entered_actual bigint,
        official bigint,
        official_note text,
        note text,
        changed_goal boolean NOT NULL DEFAULT false,
        former_target bigint,
        pair_key text,
        quality_state text,
        -- null: as the board rounds
        rounding text,
        decimals smallint,
        sort_order integer NOT NULL DEFAULT 0,
        archived boolean NOT NULL DEFAULT false,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_kpis PRIMARY KEY (id),
        CONSTRAINT chk_kpis_year CHECK (year BETWEEN 2000 AND 2100),
        -- The sources are a closed list of the rules (KPI_SOURCES), which grows without a migration.
        CONSTRAINT chk_kpis_source CHECK (source ~ '^[a-z][a-z0-9_]{1,39}$'),
        CONSTRAINT chk_kpis_entered CHECK (entered_actual IS NULL OR source = 'entered'),
        -- A state is neither divided nor compared.
        CONSTRAINT chk_kpis_basis CHECK (CASE basis
          WHEN 'count' THEN quality_state IS NULL WHEN 'amount' THEN quality_state IS NULL
          WHEN 'quality' THEN quality_state IS NOT NULL AND source = 'entered'
            AND num_nonnulls(target, entered_actual, official, former_target) = 0 ELSE false END),
        CONSTRAINT chk_kpis_quality_state CHECK (quality_state IN ('planned', 'in_progress', 'done')),
        CONSTRAINT chk_kpis_figures CHECK (target > 0 AND entered_actual >= 0 AND official >= 0 AND former_target >= 0),
        CONSTRAINT chk_kpis_changed_goal CHECK (changed_goal OR former_target IS NULL),
        CONSTRAINT chk_kpis_rounding CHECK (rounding IN ('half_up', 'truncate') AND decimals BETWEEN 0 AND 4),
        CONSTRAINT chk_kpis_text_nfc CHECK (programme IS NFC NORMALIZED AND item_group IS NFC NORMALIZED
          AND item IS NFC NORMALIZED)
      );
      -- An item stands once on the board of a year.
      CREATE UNIQUE INDEX uq_kpis_item ON kpis (year, item_key) WHERE NOT archived;
      CREATE INDEX ix_kpis_year ON kpis (year, sort_order, id);
      ${keptByCentre('kpis')}
      ${audited('kpis')}
      ${grant('kpis', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE budgets (
        id uuid NOT NULL DEFAULT uuidv7(),
        year smallint NOT NULL,
        programme text NOT NULL,
        item text NOT NULL,
        budget_krw bigint NOT NULL,
        -- moved in from elsewhere (+) or away (-)
        moved_krw bigint NOT NULL DEFAULT 0,
        spent_krw bigint NOT NULL DEFAULT 0,
        note text,
        sort_order integer NOT NULL DEFAULT 0,
        archived boolean NOT NULL DEFAULT false,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_budgets PRIMARY KEY (id),
        CONSTRAINT chk_budgets_year CHECK (year BETWEEN 2000 AND 2100),
        CONSTRAINT chk_budgets_amounts CHECK (budget_krw >= 0 AND spent_krw >= 0 AND budget_krw + moved_krw >= 0),
        CONSTRAINT chk_budgets_text_nfc CHECK (programme IS NFC NORMALIZED AND item IS NFC NORMALIZED)
      );
      CREATE UNIQUE INDEX uq_budgets_item ON budgets (year, programme, item) WHERE NOT archived;
      CREATE INDEX ix_budgets_year ON budgets (year, sort_order, id);
      ${keptByCentre('budgets')}
      ${audited('budgets')}
      ${grant('budgets', 'SELECT', 'INSERT', 'UPDATE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE budgets; DROP TABLE kpis;');
  }
}
