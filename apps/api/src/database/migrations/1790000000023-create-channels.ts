import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

/** Kept by the centre alone: its advisers and administrators. */
function keptByCentre(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY rls_${table}_centre ON ${table}
      USING ((SELECT ieum_of_centre())) WITH CHECK ((SELECT ieum_of_centre()));`;
}

/**
 * Sales outside public purchasing: links between enterprises and companies, shops and channels, market days. They count
 * in programme indicators and never in public purchase achievement: nothing here is a row of the ledger or leads to one.
 */
export class CreateChannels1790000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION ieum_of_centre() RETURNS boolean STABLE LANGUAGE sql AS $$
        SELECT ieum_sees_all() OR EXISTS (SELECT FROM users u
          WHERE u.id::text = current_setting('ieum.actor_id', true) AND u.role = 'support') $$;

      CREATE TABLE b2b_links (
        id uuid NOT NULL DEFAULT uuidv7(),
        linked_on date NOT NULL,
        -- the row of the register when it is known, and the name as it was written
        supplier_id uuid,
        supplier_name text NOT NULL,
        -- the company that buys; companies are not in a register of ours
        buyer_name text NOT NULL,
        item text NOT NULL,
        amount_krw bigint NOT NULL,
        -- written down by mistake: it stays and counts nowhere
        voided_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_b2b_links PRIMARY KEY (id),
        CONSTRAINT fk_b2b_links_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_b2b_links_creator FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT chk_b2b_links_amount CHECK (amount_krw > 0),
        CONSTRAINT chk_b2b_links_text_nfc CHECK (concat(supplier_name, buyer_name, item) IS NFC NORMALIZED)
      );
      CREATE INDEX ix_b2b_links_day ON b2b_links (linked_on DESC, id DESC);
      ${keptByCentre('b2b_links')}
      ${audited('b2b_links')}
      ${grant('b2b_links', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE shops (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        kind text NOT NULL,
        -- a street or an address of the web
        place text,
        ended_on date,
        created_by uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_shops PRIMARY KEY (id),
        CONSTRAINT uq_shops_name UNIQUE (name),
        CONSTRAINT fk_shops_creator FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT chk_shops_kind CHECK (kind IN ('coop_store', 'online', 'offline')),
        CONSTRAINT chk_shops_text_nfc CHECK (name IS NFC NORMALIZED)
      );
      ${keptByCentre('shops')}
      ${audited('shops')}
      ${grant('shops', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE shop_sales (
        id uuid NOT NULL DEFAULT uuidv7(),
        shop_id uuid NOT NULL,
        -- the first day of the month; a figure that is known for the year alone stands in its last month
        period date NOT NULL,
        enterprises integer,
        products integer,
        sales_krw bigint NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_shop_sales PRIMARY KEY (id),
        CONSTRAINT uq_shop_sales_period UNIQUE (shop_id, period),
        CONSTRAINT fk_shop_sales_shop FOREIGN KEY (shop_id) REFERENCES shops (id),
        CONSTRAINT chk_shop_sales_period CHECK (extract(day FROM period) = 1),
        CONSTRAINT chk_shop_sales_figures CHECK (enterprises >= 0 AND products >= 0 AND sales_krw >= 0)
      );
      CREATE INDEX ix_shop_sales_period ON shop_sales (period);
      ${keptByCentre('shop_sales')}
      ${audited('shop_sales')}
      ${grant('shop_sales', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE market_days (
        id uuid NOT NULL DEFAULT uuidv7(),
        name text NOT NULL,
        held_on date NOT NULL,
        -- of a fair over several days, the last one
        last_on date,
        opens_at text,
        closes_at text,
        place text NOT NULL,
        -- as a report states it
        official_sales_krw bigint,
        -- what counts: the participants' sales when they are known, or the stated figure (marketDaySales)
        sales_krw bigint,
        voided_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_market_days PRIMARY KEY (id),
        CONSTRAINT fk_market_days_creator FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT chk_market_days_days CHECK (last_on >= held_on),
        CONSTRAINT chk_market_days_hours CHECK ((opens_at IS NULL) = (closes_at IS NULL) AND opens_at < closes_at),
        CONSTRAINT chk_market_days_sales CHECK (official_sales_krw >= 0 AND sales_krw >= 0),
        CONSTRAINT chk_market_days_text_nfc CHECK (concat(name, place) IS NFC NORMALIZED)
      );
      CREATE INDEX ix_market_days_day ON market_days (held_on DESC, id DESC);
      ${keptByCentre('market_days')}
      ${audited('market_days')}
      ${grant('market_days', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE market_day_participants (
        market_day_id uuid NOT NULL,
        position integer NOT NULL,
        supplier_id uuid,
        supplier_name text NOT NULL,
        sales_krw bigint,
        CONSTRAINT pk_market_day_participants PRIMARY KEY (market_day_id, position),
        CONSTRAINT fk_market_day_participants_day FOREIGN KEY (market_day_id) REFERENCES market_days (id),
        CONSTRAINT fk_market_day_participants_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT chk_market_day_participants_sales CHECK (sales_krw >= 0),
        CONSTRAINT chk_market_day_participants_text_nfc CHECK (supplier_name IS NFC NORMALIZED)
      );
      ${keptByCentre('market_day_participants')}
      ${audited('market_day_participants')}
      ${grant('market_day_participants', 'SELECT', 'INSERT', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE market_day_participants; DROP TABLE market_days; DROP TABLE shop_sales; DROP TABLE shops;
      DROP TABLE b2b_links; DROP FUNCTION ieum_of_centre();
    `);
  }
}
