/**
 * Achievement and ranking at two sizes of the ledger: the same requests in turns to two API processes, one on each.
 * They read counters, so their time must not follow the number of purchases; the naive SUM over purchases is the control.
 * Arguments: --small 100000, --large 10000000, --rounds 300, --sums 3 (rounds of the control).
 */
import { ownerOf } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { ledgerOf } from './harness/ledgers.mjs';
import { OPEN_YEAR } from './harness/ledger-world.mjs';
import { heading, median, numbers, quantile, say, table } from './harness/options.mjs';
import { Person, placesOf } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const GOAL = 1.2;
const options = numbers({ small: 100_000, large: 10_000_000, rounds: 300, sums: 3 });
const maintenance = await ownerOf('postgres');
await heading('achievement-read', options, maintenance);
await maintenance.end();
const sides = {
  small: await sideOf(options.small),
  large: await sideOf(options.large),
};

const year = `fiscalYear=${OPEN_YEAR}`;
const reads = {
  'achievements by department': ({ institutionId }) => `/achievements?institutionId=${institutionId}&${year}`,
  'achievements by month': ({ institutionId }) =>
    `/achievements?institutionId=${institutionId}&${year}&groupBy=month`,
  'ranking of departments': ({ institutionId }) => `/rankings?institutionId=${institutionId}&${year}`,
  'ranking of districts': () => `/rankings?scope=districts&${year}`,
  'achievements as of mid-month (adds up one month)': ({ institutionId }) =>
    `/achievements?institutionId=${institutionId}&${year}&asOf=${OPEN_YEAR}-06-15`,
};
const rows = [];
for (const [name, pathOf] of Object.entries(reads)) {
  const times = { small: [], large: [] };
  const warmUp = Math.ceil(options.rounds / 10);
  for (let round = 0; round < options.rounds + warmUp; round += 1) {
    for (const [size, side] of Object.entries(sides)) {
      const taken = await read(side, pathOf(side));
      if (round >= warmUp) times[size].push(taken);
    }
  }
  rows.push(rowOf(name, times));
}
rows.push(rowOf('control: SUM over purchases', await sums()));
table([['', 'small p50 ms', 'large p50 ms', 'ratio', 'ratio of p95'], ...rows]);
say(`  goal: ratio at most ${GOAL}`);
for (const side of Object.values(sides)) {
  side.connection.end();
  await side.api.stop();
  await side.owner.end();
}

async function sideOf(size) {
  const database = await ledgerOf(size);
  const owner = await ownerOf(database);
  const api = await startApi(database);
  const person = new Person(api.url);
  const { institutionId } = await placesOf(owner);
  return { api, owner, institutionId, person, connection: openConnections(api.port, 1)[0] };
}

async function read(side, path) {
  const request = requestText('GET', `/api/v1${path}`, { token: await side.person.token() });
  const from = performance.now();
  const answer = await side.connection.send(request);
  const taken = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return taken;
}

async function sums() {
  const times = { small: [], large: [] };
  for (let round = 0; round < options.sums; round += 1) {
    for (const [size, side] of Object.entries(sides)) {
      const from = performance.now();
      await side.owner.query(
        `SELECT department_id, scheme, sum(recognized_amount_krw) FROM purchases, unnest(counted_schemes) AS scheme
         WHERE institution_id = $1 AND fiscal_year = $2 GROUP BY 1, 2`,
        [side.institutionId, OPEN_YEAR],
      );
      times[size].push(performance.now() - from);
    }
  }
  return times;
}

function rowOf(name, { small, large }) {
  return [
    name,
    median(small).toFixed(1),
    median(large).toFixed(1),
    (median(large) / median(small)).toFixed(2),
    (quantile(large, 0.95) / quantile(small, 0.95)).toFixed(2),
  ];
}
