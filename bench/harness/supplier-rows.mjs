import { exists, freshDatabase, ownerOf } from './databases.mjs';
import { randomFrom, say } from './options.mjs';
import { madeWords, RARE_TWO, RARE_WORDS } from './supplier-words.mjs';

/** Counted up when the generator or the search's tables change in a way that kept data does not follow. */
const GENERATION = 1;
const WORDS = 20_000;
export const ITEMS = 5;
/** Suppliers that carry each of the planted words, at every size. */
export const PLANTED = 20;
const CHUNK = 10_000;
/** Larger registers are copies of one of this size. */
const BASE = 100_000;

export const DISTRICTS = [
  ...'11110 11140 11170 11200 11215 11230 11260 11290 11305 11320 11350 11380 11410'.split(' '),
  ...'11440 11470 11500 11530 11545 11560 11590 11620 11650 11680 11710 11740'.split(' '),
];

const SUPPLIER = (n) => `('019a0000-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
/** 0 ≤ x < 1 from a number and what it is for. */
const share = (n, purpose, seed) =>
  `((hashtextextended(${n} || '${purpose}', ${seed}) & 4294967295) / 4294967296.0)::float8`;
/** A word of the vocabulary, the k-th with a frequency of 1/k. */
const wordRank = (n, purpose, seed) => `floor(power(${WORDS}, ${share(n, purpose, seed)}))::integer`;

/** pg_trgm asks the C library what a letter is: under its locale "C", Korean has none and the trigram index is empty. */
const KNOWS_KOREAN_LETTERS = `TEMPLATE template0 LC_CTYPE 'C.utf8'`;

const nameOf = (suppliers) => `ieum_bench_suppliers_${suppliers}`;

/**
 * A register of so many suppliers with five published items each, and the search rows that the product's own function
 * makes of them. Made when it is not there yet, and kept.
 * @returns the name of the database
 */
export async function suppliersOf(suppliers, { seed = 1, afresh = false } = {}) {
  const database = nameOf(suppliers);
  const mark = `ieum bench suppliers, generation ${GENERATION}, ${suppliers} suppliers, seed ${seed}`;
  if (!afresh && (await exists(database)) && (await markOn(database)) === mark) return database;
  const from = performance.now();
  const isCopied = suppliers > BASE;
  if (isCopied) await copyDatabase(await suppliersOf(BASE, { seed }), database);
  else await freshDatabase(database, KNOWS_KOREAN_LETTERS);
  const owner = await ownerOf(database);
  await owner.query(
    `SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'`,
  );
  if (isCopied) {
    await withoutIndexes(owner, ['supplier_search'], () =>
      copyRegister(owner, BASE, Math.ceil(suppliers / BASE) - 1),
    );
    await owner.query('DROP TABLE bench_plain, bench_scanned');
  } else {
    await makeRegister(owner, suppliers, seed);
    await makeSearchRows(owner, suppliers, progressTeller(from));
  }
  await owner.query('VACUUM (ANALYZE) supplier_search');
  await makePlainText(owner);
  // The night's count of purchases would find none and take the records away.
  await owner.query(
    `INSERT INTO timetable_runs (name, day, started_at, finished_at)
     SELECT 'supplier-records', current_date + n, now(), now() FROM generate_series(-1, 3650) AS n ON CONFLICT DO NOTHING`,
  );
  await owner.query('ANALYZE');
  await owner.query(`COMMENT ON DATABASE ${database} IS '${mark}'`);
  await owner.query('CHECKPOINT');
  await owner.end();
  say(`  ${database} made in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return database;
}

async function copyDatabase(template, database) {
  const owner = await ownerOf('postgres');
  await owner.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
  await owner.query(`CREATE DATABASE ${database} TEMPLATE ${template} STRATEGY file_copy`);
  await owner.end();
}

function progressTeller(from) {
  let told = performance.now();
  return (made) => {
    if (performance.now() - told < 20_000) return;
    told = performance.now();
    say(`  ${made.toLocaleString('en')} search rows, ${((told - from) / 1000).toFixed(0)} s`);
  };
}

async function makeRegister(owner, suppliers, seed) {
  const words = madeWords(WORDS, randomFrom(seed));
  await owner.query('CREATE TABLE bench_words (rank integer PRIMARY KEY, word text NOT NULL)');
  await owner.query(
    'INSERT INTO bench_words SELECT n, word FROM unnest($1::text[]) WITH ORDINALITY AS w (word, n)',
    [words],
  );
  await owner.query('ANALYZE bench_words');
  const word = (n, purpose) => `(SELECT word FROM bench_words WHERE rank = ${wordRank(n, purpose, seed)})`;
  await owner.query(
    `INSERT INTO suppliers (id, name, normalised_name, business_number, district_code, is_synthetic, business_summary)
     SELECT ${SUPPLIER('n')}, CASE WHEN n % 2 = 0 THEN '(주)' ELSE '' END || stem, stem, '000' || lpad(n::text, 7, '0'),
            ($1::text[])[1 + floor(${DISTRICTS.length} * power(${share('n', 'district', seed)}, 1.2))], true,
            ${word('n', 'summary a')} || ' 및 ' || ${word('n', 'summary b')}
     FROM (SELECT n, w.word || ${word('n', 'name b')} || CASE WHEN n % 3 = 0 THEN '협동조합' ELSE '' END AS stem
           FROM generate_series(1, $2::integer) AS n
           JOIN bench_words AS w ON w.rank = 1 + floor(${WORDS} * ${share('n', 'name a', seed)})) AS s`,
    [DISTRICTS, suppliers],
  );
  await owner.query(
    `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at)
     SELECT ${SUPPLIER('n')}, ($1::text[])[1 + floor(8 * ${share('n', 'type', seed)})], day,
            CASE WHEN n % 4 = 0 THEN NULL ELSE day + 1095 END, now()
     FROM (SELECT n, date '2016-01-01' + floor(3970 * ${share('n', 'valid from', seed)})::integer AS day
           FROM generate_series(1, $2::integer) AS n WHERE ${share('n', 'certified', seed)} < 0.75) AS c
     UNION ALL
     SELECT ${SUPPLIER('n')}, 'women_owned', '2020-01-01', NULL, now() FROM generate_series(1, $2::integer) AS n WHERE n % 5 = 0`,
    [
      'certified_social_enterprise prospective_local prospective_ministry village_enterprise prospective_village self_reliance_enterprise cooperative social_cooperative'.split(
        ' ',
      ),
      suppliers,
    ],
  );
  await makeItems(owner, suppliers, seed);
  await owner.query('ANALYZE');
}

async function makeItems(owner, suppliers, seed) {
  const rare = [...RARE_WORDS, ...RARE_TWO];
  await owner.query(
    `CREATE TABLE bench_codes AS
       SELECT code, row_number() OVER (ORDER BY md5(code)) - 1 AS place FROM item_categories WHERE length(code) = 8`,
  );
  const codes = (await owner.query('ANALYZE bench_codes; SELECT count(*)::integer AS n FROM bench_codes'))[1]
    .rows[0].n;
  await withoutIndexes(owner, ['catalogue_items'], () =>
    owner.query(
      `INSERT INTO catalogue_items (supplier_id, name, kind, classification_code, unit, price_krw, state, confirmed_on, published_at, created_by)
       SELECT ${SUPPLIER(`1 + i / ${ITEMS}`)}, a.word || ' ' || b.word
                || coalesce(' ' || ($2::text[])[CASE WHEN i % (${ITEMS} * $3::integer) = 0 THEN 1 + (i / (${ITEMS} * $3::integer)) % $4::integer END], ''),
              (ARRAY['goods', 'services', 'goods', 'works', 'goods', 'outsourcing', 'services', 'goods'])[1 + floor(8 * kind)],
              code, '개', 1000 * (1 + floor(1000 * power(price, 3))), 'published', date '2026-11-20' - floor(700 * confirmed)::integer, now(),
              '00000000-0000-0000-0000-000000000000'
       FROM (SELECT i, ${wordRank('i', 'item a', seed)} AS a_rank, ${wordRank('i', 'item b', seed)} AS b_rank,
                    floor($5::integer * power(${share('i', 'code', seed)}, 1.5)) AS c_place, ${share('i', 'kind', seed)} AS kind,
                    ${share('i', 'price', seed)} AS price, ${share('i', 'confirmed', seed)} AS confirmed
             FROM generate_series(0, $1::integer * ${ITEMS} - 1) AS i) AS n
       JOIN bench_words AS a ON a.rank = a_rank JOIN bench_words AS b ON b.rank = b_rank JOIN bench_codes ON place = c_place`,
      [suppliers, rare, plantedEvery(suppliers), rare.length, codes],
    ),
  );
}

/** Every so many suppliers one carries a planted word. */
const plantedEvery = (suppliers) =>
  Math.max(1, Math.floor(suppliers / (PLANTED * (RARE_WORDS.length + RARE_TWO.length))));

/** Indexes are made anew when all rows are there. */
async function withoutIndexes(owner, tables, work) {
  const { rows } = await owner.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY ($1::text[]::regclass[]) AND NOT indisprimary
       AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)`,
    [tables],
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await owner.query(definition);
}

/**
 * A larger register is copies of this one with ids and records of their own, but without the suppliers of the planted
 * words: those stay as many as they were.
 */
async function copyRegister(owner, base, copies) {
  const original = `(('x' || right(id::text, 12))::bit(48)::bigint)`;
  const copyOf = (id) => SUPPLIER(`(('x' || right(${id}::text, 12))::bit(48)::bigint) + c * ${base}`);
  const copied = `generate_series(1, ${copies}) AS c`;
  await owner.query(
    `CREATE TEMP TABLE bench_copied AS SELECT id FROM suppliers WHERE (${original} - 1) % ${plantedEvery(base)} <> 0`,
  );
  await owner.query('ANALYZE bench_copied');
  const from = (table, key) => `FROM ${table} AS o JOIN bench_copied AS k ON k.id = o.${key}, ${copied}`;
  const tables = ['suppliers', 'supplier_certifications', 'catalogue_items'];
  await withoutIndexes(owner, tables, async () => {
    await owner.query(
      `INSERT INTO suppliers (id, name, normalised_name, business_number, district_code, is_synthetic, business_summary)
       SELECT ${copyOf('o.id')}, name, normalised_name, lpad((business_number::bigint + c * ${base})::text, 10, '0'), district_code,
              is_synthetic, business_summary ${from('suppliers', 'id')}`,
    );
    await owner.query(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at)
       SELECT ${copyOf('o.supplier_id')}, type, valid_from, valid_until, verified_at ${from('supplier_certifications', 'supplier_id')}`,
    );
    await owner.query(
      `INSERT INTO catalogue_items (supplier_id, name, kind, classification_code, unit, price_krw, state, confirmed_on, published_at, created_by)
       SELECT ${copyOf('o.supplier_id')}, name, kind, classification_code, unit, price_krw, state, confirmed_on, published_at, created_by
       ${from('catalogue_items', 'supplier_id')}`,
    );
  });
  const { rows } = await owner.query(
    `SELECT string_agg(attname, ', ' ORDER BY attnum) AS columns FROM pg_attribute
     WHERE attrelid = 'supplier_search'::regclass AND attnum > 0 AND NOT attisdropped AND attname NOT IN ('supplier_id', 'purchase_count')`,
  );
  await owner.query(
    `INSERT INTO supplier_search (supplier_id, purchase_count, ${rows[0].columns})
     SELECT ${copyOf('o.supplier_id')}, ${recordOf(`o.supplier_id || '/' || c`)}, ${rows[0].columns} ${from('supplier_search', 'supplier_id')}`,
  );
}

const recordOf = (what) => `floor(200 * power(${share(what, 'record', 1)}, 8))`;

/** The product's function, as the triggers call it; the big indexes afterwards. */
async function makeSearchRows(owner, suppliers, progress) {
  await withoutIndexes(owner, ['supplier_search', 'supplier_search_words'], async () => {
    for (let from = 1; from <= suppliers; from += CHUNK) {
      await owner.query(
        `SELECT ieum_refresh_supplier_search(array(SELECT ${SUPPLIER('n')} FROM generate_series($1::integer, $2::integer) AS n))`,
        [from, Math.min(suppliers, from + CHUNK - 1)],
      );
      progress(from);
    }
    await owner.query(`UPDATE supplier_search SET purchase_count = ${recordOf('supplier_id')}`);
    await owner.query('VACUUM (FULL) supplier_search');
  });
  await owner.query('VACUUM (ANALYZE) supplier_search_words');
}

/** What ILIKE and the trigram index look at: one text a supplier, with the same filters beside it. */
async function makePlainText(owner) {
  await owner.query(
    `CREATE TABLE bench_plain AS
       SELECT supplier_id, concat_ws(E'\\n', name_key, item_text, other_text) AS written, district_code, purchase_count, name_key,
              certificate_types, certificate_from, certificate_until FROM supplier_search`,
  );
  await owner.query('CREATE EXTENSION IF NOT EXISTS pg_trgm');
  await owner.query('CREATE INDEX bench_plain_trigram ON bench_plain USING gin (written gin_trgm_ops)');
  // The same rows without the index: nobody can use it by mistake.
  await owner.query('CREATE TABLE bench_scanned AS SELECT * FROM bench_plain');
  await owner.query('VACUUM (ANALYZE) bench_plain');
  await owner.query('VACUUM (ANALYZE) bench_scanned');
}

async function markOn(database) {
  const owner = await ownerOf(database);
  const { rows } = await owner.query(
    `SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = current_database()`,
  );
  await owner.end();
  return rows[0]?.mark;
}
