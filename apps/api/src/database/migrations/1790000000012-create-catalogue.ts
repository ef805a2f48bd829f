import type { MigrationInterface, QueryRunner } from 'typeorm';
import { startingCategories } from '../starting-categories/starting-categories';
import { audited, grant, readByAllWrittenByActors } from './migration-sql';

const OF_ENTERPRISE = `(SELECT ieum_keeps_register()) OR supplier_id = (SELECT ieum_own_supplier())`;

/** What enterprises offer. Drafts and archived items are the enterprise's own; published ones are everybody's. */
export class CreateCatalogue1790000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- 물품분류: 2, 4, 6 and 8 digits are the tree, 10 digits the detail product code (세부품명번호).
      CREATE TABLE item_categories (
        code text NOT NULL,
        name text NOT NULL,
        name_en text,
        parent_code text,
        -- false: a name of ours until the official list is loaded
        is_official boolean NOT NULL DEFAULT false,
        CONSTRAINT pk_item_categories PRIMARY KEY (code),
        CONSTRAINT fk_item_categories_parent FOREIGN KEY (parent_code) REFERENCES item_categories (code),
        CONSTRAINT chk_item_categories_code CHECK (code ~ '^([0-9]{2}){1,5}$'),
        CONSTRAINT chk_item_categories_parent CHECK (CASE WHEN length(code) = 2 THEN parent_code IS NULL
          ELSE parent_code = left(code, length(code) - 2) END),
        CONSTRAINT chk_item_categories_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      CREATE INDEX ix_item_categories_parent ON item_categories (parent_code);
    `);
    // Before row security and audit are on: what comes with the schema is nobody's act.
    await runner.query(
      `INSERT INTO item_categories (code, name, name_en, parent_code, is_official)
       SELECT c.code, c.name, c."nameEn", CASE WHEN length(c.code) > 2 THEN left(c.code, -2) END, c."isOfficial"
       FROM jsonb_to_recordset($1) AS c (code text, name text, "nameEn" text, "isOfficial" boolean)`,
      [JSON.stringify(startingCategories())],
    );
    await runner.query(`
      ${readByAllWrittenByActors('item_categories')}
      DROP POLICY rls_item_categories_insert ON item_categories;
      CREATE POLICY rls_item_categories_insert ON item_categories FOR INSERT WITH CHECK ((SELECT ieum_keeps_register()));
      DROP POLICY rls_item_categories_update ON item_categories;
      CREATE POLICY rls_item_categories_update ON item_categories FOR UPDATE USING ((SELECT ieum_keeps_register()));
      ${audited('item_categories')}
      ${grant('item_categories', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE catalogue_items (
        id uuid NOT NULL DEFAULT uuidv7(),
        supplier_id uuid NOT NULL,
        name text NOT NULL,
        kind text NOT NULL,
        classification_code text,
        detail_product_code text,
        description text,
        unit text,
        -- null = on request
        price_krw bigint,
        price_includes_vat boolean NOT NULL DEFAULT true,
        lead_time_days integer,
        minimum_order integer,
        -- district codes served; empty = everywhere
        regions text[] NOT NULL DEFAULT '{}',
        direct_production boolean NOT NULL DEFAULT false,
        state text NOT NULL DEFAULT 'draft',
        -- the day on which somebody last said that it is still so; stale after 12 months
        confirmed_on date,
        published_at timestamptz,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT pk_catalogue_items PRIMARY KEY (id),
        CONSTRAINT uq_catalogue_items_supplier UNIQUE (supplier_id, id),
        CONSTRAINT fk_catalogue_items_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id),
        CONSTRAINT fk_catalogue_items_classification FOREIGN KEY (classification_code) REFERENCES item_categories (code),
        CONSTRAINT fk_catalogue_items_detail FOREIGN KEY (detail_product_code) REFERENCES item_categories (code),
        CONSTRAINT chk_catalogue_items_kind CHECK (kind IN ('goods', 'services', 'works', 'outsourcing')),
        CONSTRAINT chk_catalogue_items_classification CHECK (classification_code ~ '^[0-9]{8}$'),
        CONSTRAINT chk_catalogue_items_detail CHECK (detail_product_code ~ '^[0-9]{10}$'
          AND left(detail_product_code, 8) = classification_code),
        CONSTRAINT chk_catalogue_items_price CHECK (price_krw > 0),
        CONSTRAINT chk_catalogue_items_lead_time CHECK (lead_time_days >= 0),
        CONSTRAINT chk_catalogue_items_minimum CHECK (minimum_order > 0),
        CONSTRAINT chk_catalogue_items_state CHECK (state IN ('draft', 'published', 'archived')),
        CONSTRAINT chk_catalogue_items_published CHECK (state <> 'published' OR (confirmed_on IS NOT NULL AND published_at IS NOT NULL)),
        CONSTRAINT chk_catalogue_items_name_nfc CHECK (name IS NFC NORMALIZED)
      );
      CREATE INDEX ix_catalogue_items_classification ON catalogue_items (classification_code);
      ALTER TABLE catalogue_items ENABLE ROW LEVEL SECURITY;
      ALTER TABLE catalogue_items FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_catalogue_items_read ON catalogue_items FOR SELECT USING (state = 'published' OR ${OF_ENTERPRISE});
      CREATE POLICY rls_catalogue_items_insert ON catalogue_items FOR INSERT WITH CHECK (${OF_ENTERPRISE});
      CREATE POLICY rls_catalogue_items_update ON catalogue_items FOR UPDATE USING (${OF_ENTERPRISE}) WITH CHECK (${OF_ENTERPRISE});
      ${audited('catalogue_items')}
      ${grant('catalogue_items', 'SELECT', 'INSERT', 'UPDATE')}

      CREATE TABLE catalogue_item_photos (
        id uuid NOT NULL DEFAULT uuidv7(),
        supplier_id uuid NOT NULL,
        catalogue_item_id uuid NOT NULL,
        file_id uuid NOT NULL,
        -- what the picture shows, for whoever does not see it
        alternative_text text NOT NULL,
        position smallint NOT NULL,
        -- as it is shown, so that a page can keep its place free
        width integer NOT NULL,
        height integer NOT NULL,
        -- what of the file is sent: [[from, length], …] without place, device and comments; and how it is to be turned
        sent_ranges jsonb NOT NULL,
        orientation smallint NOT NULL DEFAULT 1,
        CONSTRAINT pk_catalogue_item_photos PRIMARY KEY (id),
        CONSTRAINT fk_catalogue_item_photos_item 
          -- both columns: the photo's owner, whom row security asks, is the item's
          FOREIGN KEY (supplier_id, catalogue_item_id) REFERENCES catalogue_items (supplier_id, id) ON UPDATE CASCADE,
        CONSTRAINT fk_catalogue_item_photos_file FOREIGN KEY (file_id) REFERENCES files (id),
        CONSTRAINT uq_catalogue_item_photos_position UNIQUE (catalogue_item_id, position) DEFERRABLE INITIALLY DEFERRED,
        CONSTRAINT chk_catalogue_item_photos_text CHECK (alternative_text ~ '\\S'),
        CONSTRAINT chk_catalogue_item_photos_size CHECK (width > 0 AND height > 0),
        CONSTRAINT chk_catalogue_item_photos_orientation CHECK (orientation BETWEEN 1 AND 8)
      );
      ALTER TABLE catalogue_item_photos ENABLE ROW LEVEL SECURITY;
      ALTER TABLE catalogue_item_photos FORCE ROW LEVEL SECURITY;
      -- The subquery is under the row security of the items: a photo is seen where its item is.
      CREATE POLICY rls_catalogue_item_photos_read ON catalogue_item_photos FOR SELECT
        USING (EXISTS (SELECT FROM catalogue_items i WHERE i.id = catalogue_item_id));
      CREATE POLICY rls_catalogue_item_photos_insert ON catalogue_item_photos FOR INSERT WITH CHECK (${OF_ENTERPRISE});
      CREATE POLICY rls_catalogue_item_photos_update ON catalogue_item_photos FOR UPDATE USING (${OF_ENTERPRISE}) WITH CHECK (${OF_ENTERPRISE});
      CREATE POLICY rls_catalogue_item_photos_delete ON catalogue_item_photos FOR DELETE USING (${OF_ENTERPRISE});
      ${audited('catalogue_item_photos')}
      ${grant('catalogue_item_photos', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `DROP TABLE catalogue_item_photos; DROP TABLE catalogue_items; DROP TABLE item_categories;`,
    );
  }
}
