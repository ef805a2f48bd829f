/**
 * Import of a sheet of 100,000 rows through the running API: does its memory stay flat, and are others served meanwhile?
 * Prints the highest memory above idle and the 99th percentile of another request, idle and during each step.
 * Arguments: --rows 100000, --idle 300 (requests).
 */
import { writeXlsxStream } from 'hucre/xlsx';
import { setTimeout as pause } from 'node:timers/promises';
import { dropDatabase, freshDatabase, ownerOf, program } from './harness/databases.mjs';
import { makeWorld, MANAGER, OPEN_YEAR } from './harness/ledger-world.mjs';
import { heading, numbers, quantile, say, table } from './harness/options.mjs';
import { Person, placesOf } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const DATABASE = 'ieum_bench_import';
const GOAL = 'goal: memory at most 300 MB above idle, p99 of others at most 2 × idle';
const PATIENCE_MS = 10 * 60 * 1000;
const HEADINGS = ['계약번호', '계약일자', '부서명', '거래처명', '적요', '구분', '합계금액'];
const options = numbers({ rows: 100_000, idle: 300 });
await freshDatabase(DATABASE);
const owner = await ownerOf(DATABASE);
await heading('import', options, owner);
await makeWorld(owner);
const { institutionId } = await placesOf(owner);
const api = await startApi(DATABASE);
const manager = new Person(api.url, MANAGER);
const fileId = await manager.upload('bench.xlsx', await sheet());

const idle = await watch(async () => {
  for (let count = 0; count < options.idle; count += 1) await manager.call('GET', '/auth/me');
});
const before = await actualKrw();
let id;
const steps = {
  check: () => manager.call('POST', '/purchase-imports', { fileId, fiscalYear: OPEN_YEAR }),
  apply: () => manager.call('POST', `/purchase-imports/${id}/apply`, {}),
  undo: () => manager.call('POST', `/purchase-imports/${id}/undo`, {}),
};
const seen = { idle };
const actual = {};
for (const [name, begin] of Object.entries(steps)) {
  seen[name] = await watch(async () => {
    const started = await begin();
    id ??= started.id;
    await ended(started.job.id);
  });
  actual[name] = await actualKrw();
}
await api.stop();
table([
  ['', 'seconds', 'memory above idle MB', 'p99 of others ms', '× idle', 'counted KRW'],
  ...Object.entries(seen).map(([name, one]) => [
    name,
    one.seconds.toFixed(1),
    (one.memory - idle.memory).toFixed(0),
    one.p99.toFixed(1),
    (one.p99 / idle.p99).toFixed(1),
    actual[name] ?? before,
  ]),
]);
say(`  ${GOAL}; ${program('recompute-achievements', DATABASE)}`);
await owner.end();
await dropDatabase(DATABASE);
if (actual.apply === before || actual.undo !== before)
  throw new Error('the import did not count, or its undoing left something');

async function sheet() {
  const owned = await owner.query('SELECT name FROM departments WHERE institution_id = $1', [institutionId]);
  const departments = owned.rows.map((row) => row.name);
  const rows = function* () {
    yield HEADINGS;
    for (let index = 0; index < options.rows; index += 1) {
      yield [
        `B-${index}`,
        `${OPEN_YEAR}.${1 + (index % 10)}.${1 + (index % 28)}`,
        departments[index % departments.length],
        `기업${index % 400}`,
        `현수막 제작 ${index}`,
        '물품',
        (index + 1).toLocaleString('en-US'),
      ];
    }
  };
  const parts = [];
  for await (const part of writeXlsxStream(rows(), { name: '지출' })) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

/** Memory of the API and time of somebody else's request, until the work is done. */
async function watch(work) {
  let running = true;
  let memory = 0;
  const times = [];
  const probe = (async () => {
    while (running) {
      const from = performance.now();
      await manager.call('GET', '/institutions?limit=1');
      times.push(performance.now() - from);
      memory = Math.max(memory, api.residentMegabytes());
      await pause(10);
    }
  })();
  const from = performance.now();
  try {
    await work();
  } finally {
    running = false;
    await probe;
  }
  return { seconds: (performance.now() - from) / 1000, memory, p99: quantile(times, 0.99) };
}

async function actualKrw() {
  const report = await manager.call('GET', `/achievements?fiscalYear=${OPEN_YEAR}`);
  return report.total.actualKrw;
}

async function ended(jobId) {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const job = await manager.call('GET', `/jobs/${jobId}`);
    if (job.state === 'failed') throw new Error(JSON.stringify(job));
    if (job.state === 'succeeded') return;
    await pause(200);
  }
  throw new Error('the job did not end');
}
