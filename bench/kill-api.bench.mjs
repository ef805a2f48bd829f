/**
 * SIGKILL of the API under clients that retry with the same key until they are answered: no acknowledged purchase may be
 * lost, none may be there twice, and the counters must agree. Killing the API says nothing about fsync.
 * Arguments: --rounds 20, --clients 16, --seed.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { dropDatabase, freshDatabase, ownerOf, program } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { makeWorld } from './harness/ledger-world.mjs';
import { freshSeed, heading, numbers, quantile, randomFrom, say } from './harness/options.mjs';
import { Person, placesOf, purchaseOf } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const DATABASE = 'ieum_bench_kill';
const LONGEST_LIFE_MS = 600;
const options = numbers({ rounds: 20, clients: 16, seed: freshSeed() });
await freshDatabase(DATABASE);
const owner = await ownerOf(DATABASE);
await heading('kill-api', options, owner);
await makeWorld(owner);
const places = await placesOf(owner);
const random = randomFrom(options.seed);

let api = await startApi(DATABASE);
const { port, url } = api;
let token = await new Person(url).token();
const acknowledged = new Map();
const statuses = {};
let retries = 0;
let replays = 0;
let running = true;
let firstAfterKill = null;
const recoveries = [];
const clients = Array.from({ length: options.clients }, (_, index) => client(index));
for (let round = 0; round < options.rounds; round += 1) {
  await pause(50 + random.below(LONGEST_LIFE_MS));
  await api.kill();
  api = await startApi(DATABASE, { port });
  const up = performance.now();
  token = await new Person(url).token();
  recoveries.push(await new Promise((resolve) => (firstAfterKill = () => resolve(performance.now() - up))));
}
running = false;
await Promise.all(clients);
await api.stop();

const { rows } = await owner.query('SELECT id, note FROM purchases');
const kept = new Map(rows.map((row) => [row.note, row.id]));
const lost = [...acknowledged].filter(([note, id]) => kept.get(note) !== id);
const twice = rows.length - kept.size;
say(
  `  ${options.rounds} kills, ${acknowledged.size} purchases acknowledged, ${rows.length} rows, ${retries} retries, ${replays} replayed`,
);
say(
  `  answers ${JSON.stringify(statuses)}, first success ${quantile(recoveries, 1).toFixed(0)} ms after listening at most`,
);
say(`  lost ${lost.length}, twice ${twice}; ${program('recompute-achievements', DATABASE)}`);
await owner.end();
await dropDatabase(DATABASE);
if (lost.length > 0 || twice > 0 || rows.length !== acknowledged.size)
  throw new Error('a purchase was lost or doubled');

/** Enters one purchase after the other, each until it is acknowledged. */
async function client(index) {
  for (let count = 0; running; count += 1) {
    const note = `${index}-${count}`;
    // Nothing but the key may keep a repeated request from a second row.
    const body = {
      ...purchaseOf(places, random, note),
      contractNumber: null,
      note,
      confirmProbableDuplicate: true,
    };
    await enter(body, randomUUID(), note);
  }
}

async function enter(body, key, note) {
  for (;;) {
    const request = requestText('POST', '/api/v1/purchases', { token, key, body });
    const [connection] = openConnections(port, 1);
    try {
      const answer = await connection.send(request);
      statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
      if (answer.status === 201) {
        acknowledged.set(note, JSON.parse(answer.body).id);
        if (answer.replayed) replays += 1;
        firstAfterKill?.();
        return;
      }
      if (answer.status !== 503)
        throw Object.assign(new Error(`${answer.status} ${answer.body}`), { fatal: true });
    } catch (failure) {
      if (failure.fatal) throw failure;
    } finally {
      connection.end();
    }
    retries += 1;
    await pause(20);
  }
}
