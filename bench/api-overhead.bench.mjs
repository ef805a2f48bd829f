/**
 * What the framework costs: reads through the API against a bare Fastify + pg handler that sends PostgreSQL the same
 * statements (recorded from the API's own request, with transaction and actor) and gives back their rows; and against one
 * that sends only the SELECTs, past row security. Same database, same run, same connections, in turns.
 * Arguments: --rows (ledger, default 100000), --connections 16, --rounds 5, --seconds 2.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownerOf } from './harness/databases.mjs';
import { load, onlyStatus, openConnections, requestText } from './harness/http-load.mjs';
import { ledgerOf } from './harness/ledgers.mjs';
import { OPEN_YEAR } from './harness/ledger-world.mjs';
import { heading, median, numbers, say, table } from './harness/options.mjs';
import { Person, placesOf } from './harness/people.mjs';
import { startApi, startBareServer } from './harness/processes.mjs';

const GOAL = 0.6;
const options = numbers({ rows: 100_000, connections: 16, rounds: 5, seconds: 2 });
const database = await ledgerOf(options.rows);
const owner = await ownerOf(database);
await heading('api-overhead', options, owner);
const { institutionId } = await placesOf(owner);
await owner.end();
const reads = {
  list: `/api/v1/purchases?institutionId=${institutionId}&fiscalYear=${OPEN_YEAR}&limit=50`,
  achievements: `/api/v1/achievements?institutionId=${institutionId}&fiscalYear=${OPEN_YEAR}`,
};
const recorded = await record();
const api = await startApi(database);
const token = await new Person(api.url).token();
const same = await startBareServer(database, {
  BARE_ROLE: 'ieum_app',
  BARE_REPLAYS: JSON.stringify(recorded),
});
const selects = await startBareServer(database, { BARE_REPLAYS: JSON.stringify(selectsOf(recorded)) });

const rows = [];
for (const [name, target] of Object.entries(reads)) {
  const sides = {
    api: [openConnections(api.port, options.connections), requestText('GET', target, { token })],
    same: [openConnections(same.port, options.connections), requestText('GET', `/replay/${name}`)],
    selects: [openConnections(selects.port, options.connections), requestText('GET', `/replay/${name}`)],
  };
  const turn = async ([connections, request]) => {
    const result = await load(connections, options.seconds * 1000, () => request);
    onlyStatus(result, 200);
    return result;
  };
  for (const side of Object.values(sides)) await turn(side);
  const rounds = [];
  for (let round = 0; round < options.rounds; round += 1) {
    rounds.push({
      api: await turn(sides.api),
      same: await turn(sides.same),
      selects: await turn(sides.selects),
    });
  }
  for (const [connections] of Object.values(sides)) connections.forEach((one) => one.end());
  const perSecond = (side) => median(rounds.map((round) => round[side].perSecond)).toFixed(0);
  const ratio = (side) =>
    median(rounds.map((round) => round.api.perSecond / round[side].perSecond)).toFixed(2);
  const statements = recorded[name].flat().length;
  rows.push([
    name,
    statements,
    perSecond('api'),
    perSecond('same'),
    ratio('same'),
    perSecond('selects'),
    ratio('selects'),
  ]);
}
table([
  ['', 'statements', 'api/s', 'bare, same statements/s', 'ratio', 'bare, SELECTs only/s', 'ratio'],
  ...rows,
]);
say(`  goal: ratio at least ${GOAL} with the same SQL`);
for (const server of [api, same, selects]) await server.stop();

/** One request each through an API that notes its statements; a first one fills what the API remembers for a moment. */
async function record() {
  const folder = mkdtempSync(path.join(tmpdir(), 'ieum-bench-'));
  const file = path.join(folder, 'statements.jsonl');
  process.env.RECORD_TO = file;
  const recorder = await startApi(database, {
    recorder: path.join(import.meta.dirname, 'harness/record-statements.mjs'),
  });
  const person = new Person(recorder.url);
  const replays = {};
  for (const [name, target] of Object.entries(reads)) {
    const call = () => person.call('GET', target.replace('/api/v1', ''));
    await call();
    writeFileSync(file, '');
    await call();
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    const groups = Object.groupBy(
      lines.map((line) => JSON.parse(line)),
      (statement) => statement.group,
    );
    replays[name] = Object.values(groups).filter((group) => !isBackground(group));
  }
  await recorder.stop();
  rmSync(folder, { recursive: true });
  return replays;
}

function isBackground(group) {
  return group.some(({ text }) => /graphile_worker|audit_seals|FROM sessions/.test(text));
}

function selectsOf(replays) {
  const isSelect = ({ text }) => /^\s*(SELECT|WITH)/i.test(text);
  return Object.fromEntries(
    Object.entries(replays).map(([name, groups]) => [
      name,
      groups.map((group) => group.filter(isSelect)).filter((group) => group.length > 0),
    ]),
  );
}
