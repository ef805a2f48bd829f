import type { MigrationInterface, QueryRunner } from 'typeorm';
import { audited, grant } from './migration-sql';

/** A publication is frozen: the application may insert one and read it, never change it. */
export class CreatePublications1790000000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE publications (
        id uuid NOT NULL DEFAULT uuidv7(),
        institution_id uuid,
        scope text NOT NULL,
        fiscal_year smallint NOT NULL,
        quarter smallint,
        scheme_code text NOT NULL,
        as_of date NOT NULL,
        publication_version integer NOT NULL,
        policy jsonb NOT NULL,
        snapshot jsonb NOT NULL,
        difference jsonb NOT NULL DEFAULT '[]',
        notice_text text NOT NULL,
        reason text,
        published_by uuid NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_publications PRIMARY KEY (id),
        CONSTRAINT fk_publications_institution FOREIGN KEY (institution_id) REFERENCES institutions (id),
        -- A ranking of departments belongs to its institution; the ranking of districts belongs to the city.
        CONSTRAINT chk_publications_scope CHECK ((scope = 'departments' AND institution_id IS NOT NULL)
          OR (scope = 'districts' AND institution_id IS NULL)),
        CONSTRAINT chk_publications_quarter CHECK (quarter BETWEEN 1 AND 4),
        CONSTRAINT uq_publications_version UNIQUE NULLS NOT DISTINCT
          (institution_id, scope, fiscal_year, quarter, scheme_code, publication_version)
      );
      ALTER TABLE publications ENABLE ROW LEVEL SECURITY;
      ALTER TABLE publications FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_publications_read ON publications FOR SELECT USING (true);
      CREATE POLICY rls_publications_append ON publications FOR INSERT WITH CHECK (
        (SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[]));
      ${audited('publications')}
      ${grant('publications', 'SELECT', 'INSERT')}

      -- The very rows a published figure was computed from, so that version 1 can still be opened after a correction.
      CREATE TABLE publication_purchases (
        institution_id uuid NOT NULL,
        publication_id uuid NOT NULL,
        purchase_id uuid NOT NULL,
        department_id uuid NOT NULL,
        recognized_amount_krw bigint NOT NULL,
        CONSTRAINT pk_publication_purchases PRIMARY KEY (institution_id, publication_id, purchase_id),
        CONSTRAINT fk_publication_purchases_publication FOREIGN KEY (publication_id) REFERENCES publications (id),
        CONSTRAINT fk_publication_purchases_purchase FOREIGN KEY (institution_id, purchase_id)
          REFERENCES purchases (institution_id, id)
      );
      ALTER TABLE publication_purchases ENABLE ROW LEVEL SECURITY;
      ALTER TABLE publication_purchases FORCE ROW LEVEL SECURITY;
      CREATE POLICY rls_publication_purchases ON publication_purchases
        USING ((SELECT ieum_sees_all()) OR institution_id = ANY ((SELECT ieum_visible_institutions())::uuid[]));
      ${grant('publication_purchases', 'SELECT', 'INSERT')}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE publication_purchases; DROP TABLE publications;`);
  }
}
