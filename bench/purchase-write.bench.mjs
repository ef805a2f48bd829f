/**
 * Logging a purchase over HTTP (rules, idempotency key, audit, row security, counters) against a bare Fastify handler that
 * does one INSERT of the same fields into a plain table: same database, same run, same connections, in turns.
 * Arguments: --rows (ledger, default 100000), --connections 16, --rounds 5, --seconds 3 (of each side and round), --seed (a seed
 * that was used before enters the same purchases, which are refused as duplicates).
 */
import { randomUUID } from 'node:crypto';
import { ownerOf, program } from './harness/databases.mjs';
import { load, onlyStatus, openConnections, requestText } from './harness/http-load.mjs';
import { ledgerOf } from './harness/ledgers.mjs';
import { freshSeed, heading, median, numbers, randomFrom, say, table } from './harness/options.mjs';
import { Person, placesOf, purchaseOf } from './harness/people.mjs';
import { startApi, startBareServer } from './harness/processes.mjs';

const options = numbers({ rows: 100_000, connections: 16, rounds: 5, seconds: 3, seed: freshSeed() });
const database = await ledgerOf(options.rows);
const owner = await ownerOf(database);
await heading('purchase-write', options, owner);
await owner.query(`
  DROP TABLE IF EXISTS bare_purchases;
  CREATE TABLE bare_purchases (id uuid NOT NULL DEFAULT uuidv7() PRIMARY KEY, institution_id uuid, department_id uuid,
    fiscal_year smallint, supplier_id uuid, item text, kind text, method text, channel text, contract_number text,
    contract_date date, payment_date date, amount_krw bigint, supply_value_krw bigint, budget_object_code text, note text)`);
const places = await placesOf(owner);
const random = randomFrom(options.seed);
const run = randomUUID().slice(0, 8);

const api = await startApi(database);
const bare = await startBareServer(database);
const token = await new Person(api.url).token();
let sent = 0;
const sides = {
  api: {
    connections: openConnections(api.port, options.connections),
    request: () =>
      requestText('POST', '/api/v1/purchases', {
        token,
        key: randomUUID(),
        body: purchaseOf(places, random, `B-${run}-${++sent}`),
      }),
  },
  bare: {
    connections: openConnections(bare.port, options.connections),
    request: () => requestText('POST', '/insert', { body: purchaseOf(places, random, `B-${run}-${++sent}`) }),
  },
};
const rowsBefore = await countOf('purchases');
const turn = async ({ connections, request }) => {
  const result = await load(connections, options.seconds * 1000, request);
  onlyStatus(result, 201);
  return result;
};
const warm = await turn(sides.api);
await turn(sides.bare);
const rounds = [];
for (let round = 0; round < options.rounds; round += 1) {
  rounds.push({ api: await turn(sides.api), bare: await turn(sides.bare) });
}
const written = warm.count + rounds.reduce((sum, round) => sum + round.api.count, 0);
const found = (await countOf('purchases')) - rowsBefore;
for (const { connections } of Object.values(sides)) connections.forEach((one) => one.end());
await api.stop();
await bare.stop();

table([
  ['', 'per second', 'p50 ms', 'p99 ms', 'answers'],
  ...['api', 'bare'].map((side) => [
    side,
    median(rounds.map((round) => round[side].perSecond)).toFixed(0),
    median(rounds.map((round) => round[side].p50)).toFixed(1),
    median(rounds.map((round) => round[side].p99)).toFixed(1),
    rounds.reduce((sum, round) => sum + round[side].count, 0),
  ]),
]);
const ratios = rounds.map((round) => round.api.perSecond / round.bare.perSecond);
say(
  `  ratio ${median(ratios).toFixed(2)} (rounds ${ratios.map((ratio) => ratio.toFixed(2)).join(' ')}), goal 0.50`,
);
say(`  acknowledged ${written}, rows ${found}; ${program('recompute-achievements', database)}`);
await owner.query('DROP TABLE bare_purchases');
await owner.end();
if (found !== written) throw new Error('acknowledged and kept rows differ');

async function countOf(name) {
  return (await owner.query(`SELECT count(*) FROM ${name}`)).rows[0].count;
}
