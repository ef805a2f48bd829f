/**
 * Twins of one request: every key is sent many times at once, over connections of their own. One row a key, and every
 * twin gets the same answer. The control sends the same without keys and must find more rows than purchases.
 * Arguments: --keys 1000, --twins 50, --seed.
 */
import { randomUUID } from 'node:crypto';
import { dropDatabase, freshDatabase, ownerOf } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { makeWorld } from './harness/ledger-world.mjs';
import { freshSeed, heading, numbers, randomFrom, say } from './harness/options.mjs';
import { Person, placesOf, purchaseOf } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const DATABASE = 'ieum_bench_retry';
const PATIENCE_MS = 30_000;
const options = numbers({ keys: 1000, twins: 50, seed: freshSeed() });
await freshDatabase(DATABASE);
const owner = await ownerOf(DATABASE);
await heading('retry-storm', options, owner);
await makeWorld(owner);
const places = await placesOf(owner);
const api = await startApi(DATABASE);
const person = new Person(api.url);
const connections = openConnections(api.port, options.twins);
const random = randomFrom(options.seed);
const statuses = {};

const storm = await stormOf(options.keys, true);
const control = await stormOf(Math.min(20, options.keys), false);
connections.forEach((connection) => connection.end());
await api.stop();
await owner.end();
await dropDatabase(DATABASE);
say(`  ${options.keys * options.twins} requests, answers ${JSON.stringify(statuses.withKey)}`);
say(`  ${storm.keys} keys, ${storm.rows} rows, ${storm.different} keys whose twins got different answers`);
say(`  control without keys: ${control.keys} purchases, ${control.rows} rows`);
if (storm.rows !== storm.keys || storm.different > 0)
  throw new Error('a key has not exactly one row and one answer');
if (control.rows <= control.keys) throw new Error('the control did not double: the storm shows nothing');

async function stormOf(keys, withKey) {
  const label = withKey ? 'K' : 'C';
  const counted = (statuses[withKey ? 'withKey' : 'without'] = {});
  let different = 0;
  for (let index = 0; index < keys; index += 1) {
    const token = await person.token();
    // Without a contract number and confirmed as meant: nothing but the key stands between twins.
    const body = {
      ...purchaseOf(places, random, `${label}-${index}`),
      contractNumber: null,
      note: `${label}-${index}`,
      confirmProbableDuplicate: true,
    };
    const key = withKey ? randomUUID() : undefined;
    const request = requestText('POST', '/api/v1/purchases', { token, key, body });
    const ids = await Promise.all(connections.map((connection) => insist(connection, request, counted)));
    if (new Set(ids).size !== 1) different += 1;
  }
  const { rows } = await owner.query(`SELECT count(*) FROM purchases WHERE note LIKE $1`, [`${label}-%`]);
  return { keys, rows: rows[0].count, different };
}

/** Sends again while the answer is "busy", as a client does. @returns the id of the purchase */
async function insist(connection, request, counted) {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { status, body } = await connection.send(request);
    counted[status] = (counted[status] ?? 0) + 1;
    if (status === 201) return JSON.parse(body).id;
    if (status !== 503 || performance.now() > until) throw new Error(`${status} ${body}`);
  }
}
