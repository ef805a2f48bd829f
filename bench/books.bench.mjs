/**
 * Random fiscal years through the running API: entering, editing, handing in, returning, voiding, adjusting, importing,
 * changing targets, closing, reopening, publishing, in any order. After each year the departments, the institution, the
 * months, the ranking, the list, a recomputation from the rows, and what the answers said all along must be one figure.
 * Arguments: --years (default 200; the long campaign is 10000), --seed. A failure prints the seed and the year's steps.
 */
import { hash } from '@node-rs/argon2';
import fc from 'fast-check';
import { dropDatabase, freshDatabase, ownerOf, program } from './harness/databases.mjs';
import { PASSWORD } from './harness/ledger-world.mjs';
import { freshSeed, heading, numbers, say } from './harness/options.mjs';
import { Person } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';
import { steps, Year } from './harness/year-steps.mjs';

const DATABASE = 'ieum_bench_books';
const FISCAL_YEAR = 2025;
const SCHEMES = ['social_economy', 'hamkke_nuri_mall'];
const options = numbers({ years: 200, seed: freshSeed() });
await freshDatabase(DATABASE);
const owner = await ownerOf(DATABASE);
await heading('books', options, owner);
const passwordHash = await hash(PASSWORD);
const supplierIds = await makeSuppliers();
const api = await startApi(DATABASE);
const statuses = new Map();
let years = 0;
let told = performance.now();

const result = await fc.check(
  fc.asyncProperty(steps(), async (walk) => {
    const year = await openYear();
    for (const step of walk) await year.take(step);
    const wrong = await imbalances(year);
    if (wrong.length > 0) throw new Error(wrong.join('\n'));
    for (const [key, count] of year.statuses) statuses.set(key, (statuses.get(key) ?? 0) + count);
    years += 1;
    if (performance.now() - told > 30_000) {
      told = performance.now();
      say(`  ${years} years`);
    }
  }),
  { numRuns: options.years, seed: options.seed, endOnFailure: true },
);
const taken = [...statuses].sort(([a], [b]) => a.localeCompare(b));
say(`  ${years} years, ${taken.reduce((sum, [, count]) => sum + count, 0)} steps`);
say(`  ${taken.map(([key, count]) => `${key}: ${count}`).join(', ')}`);
if (result.failed) throw new Error(fc.defaultReportMessage(result));
say(`  balanced; ${program('recompute-achievements', DATABASE)}`);
const seen = await control();
await api.stop();
await owner.end();
await dropDatabase(DATABASE);
say(`  control, one change that the counters missed: ${seen.length} figures differ`);
if (seen.length === 0) throw new Error('the control was not seen');

/** The same check with the counters' trigger off for one edit: it must find something. */
async function control() {
  const year = await openYear();
  await year.take({
    kind: 'enter',
    department: 0,
    supplier: 0,
    month: 5,
    amountKrw: 160_000,
    mall: false,
    draft: false,
  });
  await owner.query('ALTER TABLE purchases DISABLE TRIGGER tr_purchases_count_update');
  await year.take({ kind: 'edit', nth: 0, amountKrw: 999 });
  return imbalances(year);
}

async function makeSuppliers() {
  const { rows } = await owner.query(
    `INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic)
     SELECT '기업' || n, '기업' || n, '000000000' || n, true FROM generate_series(0, 2) AS n RETURNING id`,
  );
  const ids = rows.map((row) => row.id);
  await owner.query(
    `INSERT INTO supplier_certifications (supplier_id, type, valid_from, valid_until, verified_at) VALUES
       ($1, 'certified_social_enterprise', '2010-01-01', NULL, now()),
       ($2, 'prospective_local', '2022-06-08', '${FISCAL_YEAR}-06-07', now())`,
    ids.slice(0, 2),
  );
  return ids;
}

async function openYear() {
  const one = async (text, values) => (await owner.query(text, values)).rows[0].id;
  const institutionId = await one(
    `INSERT INTO institutions (name, kind) VALUES ('강북구', 'district') RETURNING id`,
  );
  const { rows: departments } = await owner.query(
    `INSERT INTO departments (institution_id, name, department_group, valid_from)
     SELECT $1, '부서' || n, CASE n WHEN 2 THEN 'dong' ELSE 'division' END, '2010-01-01' FROM generate_series(0, 2) AS n RETURNING id`,
    [institutionId],
  );
  await owner.query(
    `INSERT INTO counting_policies (institution_id, fiscal_year, recognition_date_basis, amount_basis,
       eligible_certification_types, mall_target_position, denominator, rounding, decimals, split_threshold_krw)
     VALUES ($1, ${FISCAL_YEAR}, 'contract', 'vat_included', '{certified_social_enterprise,prospective_local}', 'inside',
       'none', 'half_up', 1, 20000000)`,
    [institutionId],
  );
  await owner.query(
    `INSERT INTO schemes (institution_id, fiscal_year, code, name, basis, channels) VALUES
       ($1, ${FISCAL_YEAR}, 'social_economy', '사회적경제기업 제품', 'certification', '{}'),
       ($1, ${FISCAL_YEAR}, 'hamkke_nuri_mall', '함께누리몰', 'channel', '{hamkke_nuri_mall}')`,
    [institutionId],
  );
  const { rows: periods } = await owner.query(
    `INSERT INTO purchase_periods (institution_id, fiscal_year, quarter)
     SELECT $1, ${FISCAL_YEAR}, n FROM generate_series(1, 4) AS n RETURNING id`,
    [institutionId],
  );
  const cycleId = await one(
    `INSERT INTO purchase_target_cycles (institution_id, fiscal_year, state) VALUES ($1, ${FISCAL_YEAR}, 'reporting') RETURNING id`,
    [institutionId],
  );
  await owner.query(
    `INSERT INTO institution_targets (institution_id, cycle_id, scheme_code, target_krw) VALUES ($1, $2, 'social_economy', 1200000000)`,
    [institutionId, cycleId],
  );
  await owner.query(
    `INSERT INTO purchase_targets (institution_id, cycle_id, department_id, scheme_code, target_krw, state)
     SELECT $1, $2, id, 'social_economy', 400000000, 'notified' FROM departments WHERE institution_id = $1`,
    [institutionId, cycleId],
  );
  const ids = (rows) => rows.map((row) => row.id);
  await owner.query(
    `INSERT INTO users (email, name, role, institution_id, department_id, password_hash)
     SELECT coalesce(d, $1) || '@bench.example', '담당자', CASE WHEN d IS NULL THEN 'manager' ELSE 'clerk' END, $1::uuid, d::uuid, $2
     FROM unnest($3::text[]) AS d`,
    [institutionId, passwordHash, [null, ...ids(departments)]],
  );
  const person = (id) => new Person(api.url, `${id}@bench.example`);
  return new Year(person(institutionId), {
    fiscalYear: FISCAL_YEAR,
    institutionId,
    cycleId,
    supplierIds,
    departmentIds: ids(departments),
    clerks: ids(departments).map(person),
    periodIds: ids(periods),
  });
}

/** @returns one line per figure that is not what it must be */
async function imbalances(year) {
  const { manager, institutionId } = year;
  const wrong = [];
  const compare = (what, found, expected) => {
    if (found !== expected) wrong.push(`${what}: ${found}, expected ${expected}`);
  };
  for (const scheme of SCHEMES) {
    const where = `institutionId=${institutionId}&fiscalYear=${FISCAL_YEAR}&scheme=${scheme}`;
    const byDepartment = await manager.call('GET', `/achievements?${where}&groupBy=department`);
    const byMonth = await manager.call('GET', `/achievements?${where}&groupBy=month`);
    const ranking = await manager.call('GET', `/rankings?${where}&scope=departments`);
    const list = await manager.call('GET', `/purchases/summary?${where}`);
    const expected = year.sumOf(scheme);
    const sum = (items) => items.reduce((krw, item) => krw + item.actualKrw, 0);
    compare(`${scheme} institution`, byDepartment.total.actualKrw, expected);
    compare(`${scheme} departments`, sum(byDepartment.items), expected);
    compare(`${scheme} months`, sum(byMonth.items), expected);
    compare(`${scheme} ranking`, sum(ranking.items), expected);
    compare(`${scheme} list`, list.countedKrw, expected);
    for (const { id, actualKrw } of byDepartment.items)
      compare(`${scheme} of ${id}`, actualKrw, year.sumOf(scheme, id));
    compare(`${scheme} certified`, byDepartment.total.certifiedOnly.actualKrw, year.sumOf('certified_only'));
  }
  const { rows } = await owner.query(
    `SELECT scheme, sum(krw) AS krw FROM (
       SELECT scheme_code AS scheme, actual_krw AS krw FROM achievement_totals WHERE institution_id = $1
       UNION ALL SELECT unnest(counted_schemes), -recognized_amount_krw FROM purchases WHERE institution_id = $1) AS both_sides
     GROUP BY scheme HAVING sum(krw) <> 0`,
    [institutionId],
  );
  for (const { scheme, krw } of rows) wrong.push(`${scheme}: counters and rows differ by ${krw}`);
  return wrong;
}
