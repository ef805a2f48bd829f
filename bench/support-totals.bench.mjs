/**
 * The totals of a year of support work, small and large: the same requests in turns to two API processes, one on each.
 * They read counters, so their time must not follow the number of visits and matches; `count(*)` over the rows is the
 * control. Arguments: --visits 200 --matches 50 --largeVisits 20000 --largeMatches 5000 --rounds 200.
 */
import { dropDatabase, ownerOf } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { heading, median, numbers, quantile, say, table } from './harness/options.mjs';
import { Person } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';
import { ADMIN, supportWorkOf, WORK_YEAR } from './harness/support-rows.mjs';

const options = numbers({ visits: 200, matches: 50, largeVisits: 20_000, largeMatches: 5_000, rounds: 200 });
const maintenance = await ownerOf('postgres');
await heading('support-totals', options, maintenance);
await maintenance.end();
const sides = {
  small: await sideOf({ visits: options.visits, matches: options.matches }),
  large: await sideOf({ visits: options.largeVisits, matches: options.largeMatches }),
};

const READS = {
  'visits of the year': `/visits/summary?year=${WORK_YEAR}`,
  'consultations of the year': `/consultations/summary?year=${WORK_YEAR}`,
  'matches of the year': `/matches/summary?year=${WORK_YEAR}`,
  'conversion by team': `/chains/conversion?year=${WORK_YEAR}&groupBy=team`,
  'conversion by adviser': `/chains/conversion?year=${WORK_YEAR}&groupBy=adviser`,
};
for (const side of Object.values(sides)) await check(side);
const rows = [];
for (const [name, path] of Object.entries(READS)) {
  const times = { small: [], large: [] };
  const warmUp = Math.ceil(options.rounds / 10);
  for (let round = 0; round < options.rounds + warmUp; round += 1) {
    for (const [size, side] of Object.entries(sides)) {
      const taken = await read(side, path);
      if (round >= warmUp) times[size].push(taken);
    }
  }
  rows.push(rowOf(name, times));
}
rows.push(rowOf('control: count(*) over the rows', await counts()));
table([['', 'small p50 ms', 'large p50 ms', 'ratio', 'ratio of p95'], ...rows]);
for (const side of Object.values(sides)) {
  side.connection.end();
  await side.api.stop();
  await side.owner.end();
  await dropDatabase(side.database);
}

async function sideOf(size) {
  const database = await supportWorkOf(size);
  const api = await startApi(database);
  const owner = await ownerOf(database);
  return {
    ...size,
    database,
    api,
    owner,
    person: new Person(api.url, ADMIN),
    connection: openConnections(api.port, 1)[0],
  };
}

/** A fast answer must be the right one. */
async function check({ person, visits, matches }) {
  const visited = await person.call('GET', READS['visits of the year']);
  const matched = await person.call('GET', READS['matches of the year']);
  const found = { visits: visited.visits, matches: matched.count };
  if (found.visits !== visits || found.matches !== matches)
    throw new Error(`${JSON.stringify(found)} instead of ${visits} visits and ${matches} matches`);
  say(`  ${visits} visits and ${matches} matches are counted right`);
}

async function read(side, path) {
  const request = requestText('GET', `/api/v1${path}`, { token: await side.person.token() });
  const from = performance.now();
  const answer = await side.connection.send(request);
  const taken = performance.now() - from;
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body}`);
  return taken;
}

async function counts() {
  const times = { small: [], large: [] };
  for (let round = 0; round < options.rounds / 4; round += 1) {
    for (const [size, side] of Object.entries(sides)) {
      const from = performance.now();
      await side.owner.query(
        `SELECT visitee_kind, count(*), count(DISTINCT visitee_key) FROM visits
         WHERE visited_on BETWEEN '${WORK_YEAR}-01-01' AND '${WORK_YEAR}-12-31' AND state = 'done' GROUP BY 1`,
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
