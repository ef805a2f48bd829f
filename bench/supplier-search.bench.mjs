/**
 * The public search at growing sizes of the register, over HTTP, against ILIKE and against a trigram index on a plain
 * table of the same texts, in turns in one run. The others are asked less (a count and the first page, no facets, no
 * certificates to show) and are spared HTTP; so the ratios are in their favour.
 * Arguments: --small 4000, --medium 100000, --large 1000000 (0 leaves a size out), --rounds 200, --scans 20, --seed 1.
 */
import { ownerOf } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { heading, median, numbers, quantile, randomFrom, say, table } from './harness/options.mjs';
import { startApi } from './harness/processes.mjs';
import { DISTRICTS, suppliersOf } from './harness/supplier-rows.mjs';
import { RARE_TWO, RARE_WORDS, REAL_WORDS } from './harness/supplier-words.mjs';

const GOALS = { growth: 3, againstIlike: 20 };
const COUNTED = 2_000;
const DAY = '2026-11-20';
const options = numbers({ small: 4_000, medium: 100_000, large: 1_000_000, rounds: 200, scans: 20, seed: 1 });
const sizes = [options.small, options.medium, options.large].filter((size) => size > 0);
const maintenance = await ownerOf('postgres');
await heading('supplier-search', options, maintenance);
await maintenance.end();

const initials = (word) =>
  [...word]
    .map(
      (letter) =>
        'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'[Math.floor((letter.codePointAt(0) - 0xac00) / 588)],
    )
    .join('');
const COMMON = REAL_WORDS.slice(0, 4);
const MIDDLING = REAL_WORDS.slice(40, 60);

/** Each kind of question: what is typed and chosen, whether few answer it at any size, and whether plain text can be asked. */
const KINDS = {
  'rare word, valid today, district, facets': (random) => ({
    q: random.pick(RARE_WORDS),
    certifiedOn: DAY,
    district: DISTRICTS.slice(0, 8),
    facets: true,
  }),
  'rare word, facets': (random) => ({ q: random.pick(RARE_WORDS), facets: true }),
  'rare two letters, valid today, facets': (random) => ({
    q: random.pick(RARE_TWO),
    certifiedOn: DAY,
    facets: true,
  }),
  'rare two letters': (random) => ({ q: random.pick(RARE_TWO) }),
  'rare initials (4), valid today, facets': (random) => ({
    q: initials(random.pick(RARE_WORDS.filter((word) => [...word].length === 4))),
    certifiedOn: DAY,
    facets: true,
    plain: false,
  }),
  'two rare words': (random) => ({ q: `${random.pick(RARE_WORDS)} ${random.pick(RARE_TWO)}` }),
  'middling word, valid today, one district, facets': (random) => ({
    q: random.pick(MIDDLING),
    certifiedOn: DAY,
    district: [random.pick(DISTRICTS)],
    facets: true,
  }),
  'common two letters, valid today, one district, facets': (random) => ({
    q: random.pick(COMMON),
    certifiedOn: DAY,
    district: [random.pick(DISTRICTS)],
    facets: true,
  }),
  'common two letters, valid today, facets': (random) => ({
    q: random.pick(COMMON),
    certifiedOn: DAY,
    facets: true,
  }),
  'common two letters': (random) => ({ q: random.pick(COMMON) }),
  'common initials (2)': (random) => ({ q: initials(random.pick(COMMON)), plain: false }),
  'no word, valid today, facets': () => ({ certifiedOn: DAY, facets: true }),
  'slip of the finger': () => ({ q: '옷칠공예', facets: true, plain: false, rounds: 0.25 }),
};
const SELECTIVE = Object.keys(KINDS).filter((name) => name.includes('rare'));

const sides = [];
for (const size of sizes) sides.push(await sideOf(size));
await proveAnswers();
const results = new Map();
for (const [name, make] of Object.entries(KINDS)) {
  for (const side of sides)
    results.set(`${name}|${side.size}`, { name, size: side.size, search: [], ilike: [], trigram: [] });
  const random = randomFrom(options.seed);
  const rounds = Math.ceil(options.rounds * (make(random).rounds ?? 1));
  const warmUp = Math.ceil(rounds / 10);
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const question = make(random);
    for (const side of sides) {
      const result = results.get(`${name}|${side.size}`);
      const taken = await timed(() => search(side, question));
      if (round >= warmUp) result.search.push(taken);
      if (question.plain === false || question.q === undefined || round >= options.scans) continue;
      result.ilike.push(await timed(() => plain(side, question, 'ilike')));
      result.trigram.push(await timed(() => plain(side, question, 'trigram')));
    }
  }
}
report();
for (const side of sides) {
  side.connection.end();
  await side.api.stop();
  await side.owner.end();
}

async function sideOf(size) {
  const database = await suppliersOf(size, { seed: options.seed });
  const owner = await ownerOf(database);
  await owner.query('SET max_parallel_workers_per_gather = 0');
  const api = await startApi(database);
  const { rows } = await owner.query(
    `SELECT pg_size_pretty(pg_relation_size('supplier_search')) AS rows, pg_size_pretty(pg_relation_size('ix_supplier_search_tokens')) AS tokens,
            pg_size_pretty(pg_relation_size('bench_plain_trigram')) AS trigrams`,
  );
  say(
    `  ${size.toLocaleString('en')} suppliers: rows ${rows[0].rows}, index of tokens ${rows[0].tokens}, trigram index ${rows[0].trigrams}`,
  );
  return { size, owner, api, connection: openConnections(api.port, 1)[0] };
}

async function search(side, { q, certifiedOn, district = [], facets = false }) {
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(certifiedOn && { certifiedOn }),
    facets: String(facets),
    limit: '50',
  });
  for (const code of district) query.append('district', code);
  const answer = await side.connection.send(requestText('GET', `/api/v1/suppliers?${query}`));
  if (answer.status !== 200) throw new Error(`${query}: ${answer.status} ${answer.body}`);
  return JSON.parse(answer.body);
}

/** The same question of plain text: how many, and the first fifty by record and name. */
async function plain(side, { q, certifiedOn, district = [] }, how) {
  const words = q.split(' ');
  const conditions = words.map((_, at) => `written ILIKE $${at + 1}`);
  const values = words.map((word) => `%${word}%`);
  if (district.length > 0) conditions.push(`district_code = ANY ($${values.push(district)})`);
  if (certifiedOn)
    conditions.push(`EXISTS (SELECT FROM unnest(certificate_types, certificate_from, certificate_until) AS c (type, f, u)
      WHERE type <> 'women_owned' AND $${values.push(certifiedOn)}::date BETWEEN f AND u)`);
  const { rows } = await side.owner.query(
    `SELECT supplier_id, count(*) OVER ()::integer AS total FROM ${how === 'ilike' ? 'bench_scanned' : 'bench_plain'}
     WHERE ${conditions.join(' AND ')} ORDER BY purchase_count DESC, name_key, supplier_id LIMIT 50`,
    values,
  );
  return rows[0]?.total ?? 0;
}

async function timed(work) {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** What was measured must be right: every total is that of a plain scan. */
async function proveAnswers() {
  let compared = 0;
  for (const side of sides) {
    for (const make of Object.values(KINDS)) {
      const question = make(randomFrom(options.seed));
      if (question.plain === false || question.q === undefined) continue;
      const [{ total }, scanned] = [await search(side, question), await plain(side, question, 'ilike')];
      if (total !== Math.min(scanned, COUNTED))
        throw new Error(`${JSON.stringify(question)}: ${total}, scanned ${scanned}`);
      compared += 1;
    }
  }
  say(`  ${compared} totals compared with a plain scan: equal`);
}

function report() {
  const first = sizes[0];
  const rows = [...results.values()].map(({ name, size, search: mine, ilike, trigram }) => {
    const base = results.get(`${name}|${first}`).search;
    const against = (others) => (others.length === 0 ? '–' : (median(others) / median(mine)).toFixed(1));
    return [
      name,
      size.toLocaleString('en'),
      median(mine).toFixed(1),
      quantile(mine, 0.95).toFixed(1),
      (quantile(mine, 0.95) / quantile(base, 0.95)).toFixed(2),
      against(ilike),
      against(trigram),
    ];
  });
  table([
    ['', 'suppliers', 'p50 ms', 'p95 ms', 'p95 / p95 of the first', 'ILIKE / search', 'trigram / search'],
    ...rows,
  ]);
  const last = sizes.at(-1);
  const grown = SELECTIVE.map((name) => {
    const of = (size) => quantile(results.get(`${name}|${size}`).search, 0.95);
    return of(last) / of(first);
  });
  say(
    `  selective questions, p95 at ${last.toLocaleString('en')} / p95 at ${first.toLocaleString('en')}: ${Math.max(...grown).toFixed(2)} at most (goal ${GOALS.growth}); ILIKE / search goal ${GOALS.againstIlike}`,
  );
}
