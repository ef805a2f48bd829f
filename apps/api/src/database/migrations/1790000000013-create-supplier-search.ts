import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APP_ROLE, grant, readByAllWrittenByActors } from './migration-sql';
import { DROP_SEARCH_FUNCTIONS, SEARCH_FUNCTIONS, TOKENS_OF_NAMED } from './supplier-search-functions';

/** A trigger per event: one with transition tables takes no more than one. */
function followed(table: string, name: string): string {
  const trigger = (event: string, tables: string) => `
    CREATE TRIGGER tr_${table}_search_${event.toLowerCase()} AFTER ${event} ON ${table}
      REFERENCING ${tables} FOR EACH STATEMENT EXECUTE FUNCTION ${name}();`;
  return [
    trigger('INSERT', 'NEW TABLE AS new_rows'),
    trigger('UPDATE', 'OLD TABLE AS old_rows NEW TABLE AS new_rows'),
    trigger('DELETE', 'OLD TABLE AS old_rows'),
  ].join('');
}

/**
 * A function that refreshes the suppliers whose rows came, went or changed in one of the columns.
 * @param also further suppliers that a change touches, as SELECTs over old_rows and new_rows
 */
function follower(
  name: string,
  key: string,
  isPublic: string,
  columns: readonly string[],
  also = '',
): string {
  const list = [...new Set(['id', key, ...columns])].map((column) => `r.${column}`).join(', ');
  const facts = (rows: string) => `SELECT ${list} FROM ${rows} r WHERE ${isPublic}`;
  const changed = `
    SELECT ${key} FROM ((${facts('new_rows')}) EXCEPT (${facts('old_rows')})) AS come
    UNION SELECT ${key} FROM ((${facts('old_rows')}) EXCEPT (${facts('new_rows')})) AS gone ${also}`;
  return `
    CREATE FUNCTION ${name}() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'INSERT' THEN
        PERFORM ieum_refresh_supplier_search(array(SELECT DISTINCT r.${key} FROM new_rows r WHERE ${isPublic}));
      ELSIF TG_OP = 'DELETE' THEN
        PERFORM ieum_refresh_supplier_search(array(SELECT DISTINCT r.${key} FROM old_rows r WHERE ${isPublic}));
      ELSE
        PERFORM ieum_refresh_supplier_search(array(${changed}));
      END IF;
      RETURN NULL;
    END $$;`;
}

/**
 * The public search: one row a supplier, made anew in the transaction that writes the register, the certificates or the
 * catalogue, by triggers, so that no writer can forget it. It holds nothing but what is public.
 */
export class CreateSupplierSearch1790000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${SEARCH_FUNCTIONS}
      CREATE TABLE supplier_search (
        supplier_id uuid NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        -- keys of the published items, and of what else is said, each on its own line
        item_text text NOT NULL,
        other_text text NOT NULL,
        -- initial consonants of the name and of the items
        name_initials text NOT NULL,
        item_initials text NOT NULL,
        business_number text,
        district_code text,
        kinds text[] NOT NULL,
        -- 2, 8 and 10 digits
        categories text[] NOT NULL,
        prices bigint[] NOT NULL,
        item_count integer NOT NULL,
        confirmed_on date,
        closed_on date,
        -- verified certificates: type, first and last valid day (a revocation cuts it)
        certificate_types text[] NOT NULL,
        certificate_from date[] NOT NULL,
        certificate_until date[] NOT NULL,
        purchase_count integer NOT NULL DEFAULT 0,
        buyer_count integer NOT NULL DEFAULT 0,
        record_as_of date,
        tokens text[] COLLATE "C" NOT NULL,
        CONSTRAINT pk_supplier_search PRIMARY KEY (supplier_id),
        CONSTRAINT fk_supplier_search_supplier FOREIGN KEY (supplier_id) REFERENCES suppliers (id) ON DELETE CASCADE
      )
      -- The tokens are read by the index alone: out of line they leave the rows that are read narrow. Room in each page
      -- lets the nightly date of the record be written without touching the indexes.
      WITH (toast_tuple_target = 256, fillfactor = 90);
      ALTER TABLE supplier_search
        ALTER COLUMN name_key SET STORAGE MAIN, ALTER COLUMN item_text SET STORAGE MAIN,
        ALTER COLUMN other_text SET STORAGE MAIN, ALTER COLUMN name_initials SET STORAGE MAIN,
        ALTER COLUMN item_initials SET STORAGE MAIN, ALTER COLUMN kinds SET STORAGE MAIN,
        ALTER COLUMN categories SET STORAGE MAIN, ALTER COLUMN prices SET STORAGE MAIN,
        ALTER COLUMN certificate_types SET STORAGE MAIN, ALTER COLUMN certificate_from SET STORAGE MAIN,
        ALTER COLUMN certificate_until SET STORAGE MAIN;
      -- No pending list: a search would have to read it whole, and now and then somebody's write would empty it.
      CREATE INDEX ix_supplier_search_tokens ON supplier_search USING gin (tokens) WITH (fastupdate = off);
      -- Expressions that rise, so that a page begins in the index where the last one ended.
      CREATE INDEX ix_supplier_search_record ON supplier_search ((-purchase_count), name_key, supplier_id);
      CREATE INDEX ix_supplier_search_freshness ON supplier_search
        ((coalesce(date '1900-01-01' - confirmed_on, 1)), name_key, supplier_id);
      CREATE INDEX ix_supplier_search_name ON supplier_search (name_key, supplier_id);
      ${readByAllWrittenByActors('supplier_search')}
      CREATE POLICY rls_supplier_search_delete ON supplier_search FOR DELETE USING ((SELECT ieum_has_actor()));
      ${grant('supplier_search', 'SELECT')}
      GRANT UPDATE (purchase_count, buyer_count, record_as_of) ON supplier_search TO ${APP_ROLE};
      -- The public-sector record is the system's count, nobody's own word.
      CREATE FUNCTION ieum_keep_record() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NOT ieum_sees_all() THEN
          RAISE EXCEPTION 'the system alone writes the record' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER tr_supplier_search_keep_record BEFORE UPDATE OF purchase_count, buyer_count, record_as_of ON supplier_search
        FOR EACH ROW EXECUTE FUNCTION ieum_keep_record();

      -- Words that were ever public, for what was typed with a slip. A word that finds nothing any more is never offered.
      CREATE TABLE supplier_search_words (
        word text COLLATE "C" NOT NULL,
        strokes text COLLATE "C" NOT NULL,
        CONSTRAINT pk_supplier_search_words PRIMARY KEY (word)
      );
      CREATE INDEX ix_supplier_search_words_strokes ON supplier_search_words
        USING gin (ieum_stroke_parts(strokes) COLLATE "C") WITH (fastupdate = off);
      ${readByAllWrittenByActors('supplier_search_words')}
      ${grant('supplier_search_words', 'SELECT')}

      CREATE FUNCTION ieum_refresh_supplier_search(ids uuid[]) RETURNS void VOLATILE LANGUAGE plpgsql
      SET search_path = public, pg_temp AS $$
      BEGIN
        IF cardinality(ids) = 0 THEN RETURN; END IF;
        -- What was merged is found under the row that stands: that one is made anew as well.
        ids := array(SELECT unnest(ids) UNION
                     SELECT merged_into_id FROM suppliers WHERE id = ANY (ids) AND merged_into_id IS NOT NULL);
        -- Whoever comes second waits here, and the next statement then reads what the first one committed.
        PERFORM FROM supplier_search WHERE supplier_id = ANY (ids) ORDER BY supplier_id FOR UPDATE;
        DELETE FROM supplier_search USING suppliers AS s
          WHERE s.id = supplier_id AND s.id = ANY (ids) AND s.merged_into_id IS NOT NULL;
        WITH facts AS (
          SELECT s.id, ieum_search_key(s.normalised_name) AS name_key,
                 -- the own number, and those of what was merged into it, each on its own line
                 nullif(concat_ws(E'\\n', s.business_number, array_to_string(family.numbers, E'\\n')), '') AS business_number, s.district_code, s.closed_on,
                 ieum_search_words(s.name) AS name_words, i.*, c.*,
                 array_remove(ARRAY[ieum_search_key(left(s.business_summary, 1000)), ieum_search_key(left(s.service_field, 200))], NULL)
                   || family.names AS other_keys,
                 ieum_search_words(concat_ws(' ', left(s.business_summary, 1000), left(s.service_field, 200))) AS other_words
          FROM suppliers AS s
          CROSS JOIN LATERAL (
            SELECT s.id || array_agg(m.id) AS members, array_remove(array_agg(m.business_number), NULL) AS numbers,
                   coalesce(array_agg(ieum_search_key(m.normalised_name)) FILTER (WHERE m.id IS NOT NULL), '{}') AS names
            FROM suppliers AS m WHERE m.merged_into_id = s.id) AS family
          CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(ieum_search_key(name) ORDER BY id), '{}') AS item_keys,
                   coalesce(ieum_search_words(string_agg(name, ' ')), '{}') AS item_words,
                   coalesce(array_agg(DISTINCT kind), '{}') AS kinds,
                   coalesce(array_agg(price_krw ORDER BY price_krw) FILTER (WHERE price_krw IS NOT NULL), '{}') AS prices,
                   coalesce(array_agg(DISTINCT coalesce(detail_product_code, classification_code))
                     FILTER (WHERE classification_code IS NOT NULL), '{}') AS codes,
                   count(*)::integer AS item_count, max(confirmed_on) AS confirmed_on
            FROM catalogue_items WHERE supplier_id = ANY (family.members) AND state = 'published') AS i
          CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(type ORDER BY id), '{}') AS certificate_types,
                   coalesce(array_agg(valid_from ORDER BY id), '{}') AS certificate_from,
                   coalesce(array_agg(last_day ORDER BY id), '{}') AS certificate_until
            FROM (SELECT id, type, valid_from, least(valid_until, revoked_on - 1, date '2199-12-31') AS last_day
                  FROM supplier_certifications
                  WHERE supplier_id = ANY (family.members) AND verified_at IS NOT NULL AND replaced_at IS NULL) AS held
            WHERE last_day >= valid_from) AS c
          WHERE s.id = ANY (ids) AND s.merged_into_id IS NULL
        ), named AS MATERIALIZED (
          SELECT f.*, n.*, ieum_initials(f.name_key) AS name_initials,
                 array(SELECT ieum_initials(key) FROM unnest(f.item_keys) AS key) AS item_initials
          FROM facts AS f CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(DISTINCT ieum_search_key(k.name)), '{}') AS category_keys,
                   coalesce(ieum_search_words(string_agg(DISTINCT k.name, ' ')), '{}') AS category_words
            FROM item_categories AS k
            WHERE k.code IN (SELECT left(code, size) FROM unnest(f.codes) AS code, unnest(ARRAY[8, 10]) AS size)) AS n
        ), said AS (
          INSERT INTO supplier_search_words (word, strokes)
          SELECT word, ieum_key_strokes(word) FROM (
            SELECT DISTINCT word FROM named, unnest(name_key || name_words || item_words || category_words || other_words) AS word
            WHERE char_length(word) BETWEEN 2 AND 30) AS distinct_words
          ORDER BY word
          ON CONFLICT DO NOTHING
        ), tokens AS (${TOKENS_OF_NAMED}
        )
        INSERT INTO supplier_search AS t (
          supplier_id, name_key, item_text, other_text, name_initials, item_initials, business_number, district_code, kinds, categories, prices, item_count,
          confirmed_on, closed_on, certificate_types, certificate_from, certificate_until, tokens)
        SELECT id, name_key, array_to_string(item_keys, E'\\n'), array_to_string(category_keys || other_keys, E'\\n'),
               name_initials, array_to_string(item_initials, E'\\n'),
               business_number, district_code, kinds,
               array(SELECT DISTINCT left(code, size) FROM unnest(codes) AS code, unnest(ARRAY[2, 8, length(code)]) AS size ORDER BY 1),
               prices, item_count, confirmed_on, closed_on, certificate_types, certificate_from, certificate_until,
               coalesce(tokens, '{}')
        FROM named LEFT JOIN tokens USING (id) ORDER BY id
        ON CONFLICT (supplier_id) DO UPDATE SET
          name_key = excluded.name_key, name_initials = excluded.name_initials, item_initials = excluded.item_initials, item_text = excluded.item_text, other_text = excluded.other_text,
          business_number = excluded.business_number, district_code = excluded.district_code, kinds = excluded.kinds,
          categories = excluded.categories, prices = excluded.prices, item_count = excluded.item_count,
          confirmed_on = excluded.confirmed_on, closed_on = excluded.closed_on,
          certificate_types = excluded.certificate_types, certificate_from = excluded.certificate_from,
          certificate_until = excluded.certificate_until, tokens = excluded.tokens;
      END $$;
      ${follower(
        'ieum_follow_suppliers',
        'id',
        'true',
        [
          'name',
          'normalised_name',
          'business_number',
          'district_code',
          'closed_on',
          'business_summary',
          'service_field',
          'merged_into_id',
        ],
        'UNION SELECT o.merged_into_id FROM old_rows o JOIN new_rows n USING (id) WHERE o.merged_into_id <> coalesce(n.merged_into_id, n.id)',
      )}
      ${follower(
        'ieum_follow_certificates',
        'supplier_id',
        'r.verified_at IS NOT NULL AND r.replaced_at IS NULL',
        ['type', 'valid_from', 'valid_until', 'revoked_on'],
      )}
      ${follower('ieum_follow_items', 'supplier_id', `r.state = 'published'`, [
        'name',
        'kind',
        'classification_code',
        'detail_product_code',
        'price_krw',
        'confirmed_on',
      ])}
      -- A renamed category is found by its new name at once.
      CREATE FUNCTION ieum_follow_categories() RETURNS trigger SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM ieum_refresh_supplier_search(array(
          SELECT t.supplier_id FROM supplier_search AS t
          WHERE t.tokens && array(SELECT 'c' || n.code FROM new_rows AS n JOIN old_rows AS o USING (code) WHERE n.name <> o.name)));
        RETURN NULL;
      END $$;
      ${followed('suppliers', 'ieum_follow_suppliers')}
      ${followed('supplier_certifications', 'ieum_follow_certificates')}
      ${followed('catalogue_items', 'ieum_follow_items')}
      CREATE TRIGGER tr_item_categories_search_update AFTER UPDATE ON item_categories
        REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION ieum_follow_categories();

      -- What was there before the search. The system writes: this is nobody's decision.
      SELECT set_config('ieum.actor_id', '00000000-0000-0000-0000-000000000000', true);
      SELECT ieum_refresh_supplier_search(array(SELECT id FROM suppliers));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const triggers = ['suppliers', 'supplier_certifications', 'catalogue_items'].flatMap((table) =>
      ['insert', 'update', 'delete'].map((event) => `DROP TRIGGER tr_${table}_search_${event} ON ${table};`),
    );
    await runner.query(`
      DROP TRIGGER tr_item_categories_search_update ON item_categories;
      ${triggers.join('\n')}
      DROP FUNCTION ieum_follow_categories();
      DROP FUNCTION ieum_follow_items();
      DROP FUNCTION ieum_follow_certificates();
      DROP FUNCTION ieum_follow_suppliers();
      DROP FUNCTION ieum_refresh_supplier_search(uuid[]);
      DROP TABLE supplier_search_words;
      DROP TABLE supplier_search;
      DROP FUNCTION ieum_keep_record();
      ${DROP_SEARCH_FUNCTIONS}
    `);
  }
}
