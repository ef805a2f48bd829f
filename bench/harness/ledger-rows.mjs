import { MAIN_INSTITUTION, OPEN_YEAR, SUPPLIERS, YEARS } from './ledger-world.mjs';
import { ownerOf } from './databases.mjs';

const CHUNK = 250_000;
/** Of 100 rows this many are adjustments of others. */
const ADJUSTMENTS_PERCENT = 1;
const COUNT_TRIGGER = 'tr_purchases_count_insert';

/**
 * Fills the ledger in bulk: the rows are made inside PostgreSQL from their number and the seed, foreign keys and audit
 * are passed by, indexes are made afterwards. Only the trigger that keeps the counters stays on, so that what the benches
 * read is the product's own work; recomputing checks it.
 */
export async function fillLedger(database, { rows, seed, connections }, progress) {
  const owner = await ownerOf(database);
  const indexes = await takeIndexesAway(owner);
  await owner.query(`ALTER TABLE purchases ENABLE ALWAYS TRIGGER ${COUNT_TRIGGER}`);
  await makePlaces(owner);
  const adjustments = Math.floor((rows * ADJUSTMENTS_PERCENT) / 100);
  const chunks = [];
  for (let from = 0; from < rows - adjustments; from += CHUNK) {
    chunks.push([from, Math.min(rows - adjustments, from + CHUNK) - 1]);
  }
  let made = 0;
  const workers = Array.from({ length: connections }, async () => {
    const worker = await ownerOf(database);
    await worker.query('SET session_replication_role = replica; SET synchronous_commit = off');
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      await worker.query(insertOf(seed), chunk);
      progress((made += chunk[1] - chunk[0] + 1));
    }
    await worker.end();
  });
  await Promise.all(workers);
  await owner.query('SET session_replication_role = replica');
  await owner.query(ADJUST, [adjustments]);
  await owner.query('SET session_replication_role = origin');
  await owner.query(`ALTER TABLE purchases ENABLE TRIGGER ${COUNT_TRIGGER}; DROP TABLE bench_places`);
  await owner.query(`SET maintenance_work_mem = '1GB'`);
  for (const { definition } of indexes) {
    await owner.query(definition);
    progress(rows);
  }
  await owner.query('VACUUM (ANALYZE) purchases');
  await owner.query('ANALYZE');
  await owner.query('CHECKPOINT');
  await owner.end();
}

async function takeIndexesAway(owner) {
  const { rows } = await owner.query(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
     FROM pg_index WHERE indrelid = 'purchases'::regclass AND NOT indisprimary`,
  );
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  return rows;
}

/**
 * A thousand places in the books: half of them in the main institution, the first departments with more than the last.
 * A row's place, supplier, day and amount come from hashes of its number.
 */
async function makePlaces(owner) {
  await owner.query(
    `CREATE TABLE bench_places AS
     WITH d AS (SELECT d.institution_id, d.id, i.name = '${MAIN_INSTITUTION}' AS main,
                       row_number() OVER (PARTITION BY i.name = '${MAIN_INSTITUTION}' ORDER BY d.institution_id, d.id) AS nth,
                       count(*) OVER (PARTITION BY i.name = '${MAIN_INSTITUTION}') AS n
                FROM departments d JOIN institutions i ON i.id = d.institution_id)
     SELECT slot, d.institution_id, d.id AS department_id
     FROM generate_series(0, 999) AS slot
     JOIN d ON d.main = (slot < 500)
       AND d.nth = 1 + floor(d.n * CASE WHEN slot < 500 THEN power(slot / 500.0, 1.3) ELSE (slot - 500) / 500.0 END)`,
  );
  await owner.query('ANALYZE bench_places; ANALYZE suppliers; ANALYZE supplier_certifications');
}

const ITEMS = `ARRAY['현수막/배너 제작', '복사용지', '청소 용역', '행사 도시락', '인쇄물 제작', '사무용품', '방역 소독 용역', '화환',
  '홍보물 제작', '정수기 임대', '커피/다과', '교육 운영 용역', '집기 구입', '소규모 수선', '세탁', '토너', '영상 제작', '조경 관리',
  '돌봄 서비스', '배송']`;

const insertOf = (seed) => `
  INSERT INTO purchases (institution_id, department_id, fiscal_year, supplier_id, supplier_name, supplier_business_number,
    item, kind, method, channel, contract_number, contract_number_key, supplier_key, duplicate_key, contract_date,
    amount_krw, budget_object_code, source, state, return_reason, certificate_snapshot, count_status, count_reasons,
    recognition_date, recognized_amount_krw, counted_schemes, created_by)
  SELECT p.institution_id, p.department_id, year, s.id, s.name, s.business_number, item, kind, 'direct_single_quote', channel,
    r.number, r.number, s.business_number, concat_ws('|', s.business_number, day, krw, replace(item, ' ', '')), day,
    krw, '201-01', 'manual', state, CASE state WHEN 'returned' THEN '증빙이 없습니다' END,
    jsonb_build_array(jsonb_build_object('type', c.type, 'validFrom', c.valid_from, 'validUntil', c.valid_until,
      'revokedOn', null, 'verified', true)),
    CASE WHEN NOT live THEN 'not_counted' WHEN certified THEN 'counted' ELSE 'needs_check' END,
    CASE WHEN NOT live THEN ARRAY[state] WHEN certified THEN '{}' ELSE '{certificate_missing}' END,
    day, krw,
    CASE WHEN NOT live THEN '{}'
      ELSE array_remove(ARRAY[CASE WHEN certified AND c.type = 'certified_social_enterprise' THEN 'certified_only' END,
        CASE WHEN channel = 'hamkke_nuri_mall' THEN 'hamkke_nuri_mall' END, CASE WHEN certified THEN 'social_economy' END], NULL) END,
    '00000000-0000-0000-0000-000000000000'
  FROM (
    SELECT n, (a % 1000)::int AS slot, floor(${SUPPLIERS} * power((b % 100003) / 100003.0::float8, 2))::int AS supplier,
      year, make_date(year, 1, 1) + (c % CASE year WHEN ${OPEN_YEAR} THEN 320 ELSE 365 END)::int AS day,
      (power(10, 4.5 + 3 * ((a / 1000) % 10007) / 10007.0::float8)::bigint / 10) * 10 AS krw,
      (${ITEMS})[1 + (b / 100003) % 20] AS item,
      (ARRAY['goods', 'goods', 'services', 'services', 'works'])[1 + (c / 400) % 5] AS kind,
      (ARRAY['contract', 'contract', 'contract', 'contract', 'contract', 'contract', 'card', 'card', 'petty_expense',
        'hamkke_nuri_mall'])[1 + (c / 2000) % 10] AS channel,
      CASE WHEN (c / 20000) % 10 < 7 THEN 'C-' || year || '-' || n END AS number,
      CASE WHEN (a / 10007000) % 100 < 85 THEN 'accepted' WHEN (a / 10007000) % 100 < 95 THEN 'submitted'
        WHEN (a / 10007000) % 100 < 97 THEN 'draft' WHEN (a / 10007000) % 100 < 99 THEN 'returned' ELSE 'voided' END AS state
    FROM (SELECT n, hashint8extended(n, ${seed}) & 9223372036854775807 AS a,
                 hashint8extended(n, ${seed + 1}) & 9223372036854775807 AS b,
                 hashint8extended(n, ${seed + 2}) & 9223372036854775807 AS c,
                 ('{${YEARS}}'::int[])[1 + n % ${YEARS.length}] AS year
          FROM generate_series($1::bigint, $2::bigint) AS n) AS hashes
  ) AS r
  JOIN bench_places p USING (slot)
  JOIN suppliers s ON s.business_number = '000' || lpad(r.supplier::text, 7, '0')
  LEFT JOIN supplier_certifications c ON c.supplier_id = s.id
  CROSS JOIN LATERAL (SELECT state IN ('submitted', 'accepted') AS live,
    c.type IS NOT NULL AND (c.valid_until IS NULL OR c.valid_until >= day) AS certified) AS decided`;

/** Signed rows of a few that are accepted: half of their amount back, in the same month. */
const ADJUST = `
  INSERT INTO purchases (institution_id, department_id, fiscal_year, supplier_id, supplier_name, supplier_business_number,
    item, kind, method, channel, contract_number, contract_number_key, supplier_key, duplicate_key, contract_date,
    amount_krw, source, state, adjusts_id, adjustment_reason, certificate_snapshot, count_status, count_reasons,
    recognition_date, recognized_amount_krw, counted_schemes, created_by)
  SELECT institution_id, department_id, fiscal_year, supplier_id, supplier_name, supplier_business_number,
    item, kind, method, channel, contract_number, contract_number_key, supplier_key, duplicate_key, contract_date,
    -(amount_krw / 2), source, 'submitted', id, '금액 정정', certificate_snapshot, count_status, count_reasons,
    recognition_date, -(amount_krw / 2), counted_schemes, created_by
  FROM purchases WHERE state = 'accepted' LIMIT $1`;
