/**
 * Malformed requests at full count: the classes of the house spec (design: "lessons already paid for") with random parts,
 * on random operations, parameters and fields of the contract, over real connections. No answer may be 500 or above, none
 * may take over 2 s, what must be refused must not be accepted, and memory must not grow.
 * Arguments: --requests 100000, --connections 8, --seed.
 */
import { hash } from '@node-rs/argon2';
import { contractOf } from './harness/contract.mjs';
import { dropDatabase, freshDatabase, ownerOf, program } from './harness/databases.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { makeWorld, MANAGER, PASSWORD } from './harness/ledger-world.mjs';
import { freshSeed, heading, numbers, randomFrom, say } from './harness/options.mjs';
import { Person } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const DATABASE = 'ieum_bench_malformed';
const ANY_ID = '019aa5d0-7c1e-7000-8000-00000000dead';
const SLOW_MS = 2_000;
const SHOWN = 10;
/** Ending the caller's own session or changing its password would blind the rest of the walk. */
const SKIPPED = new Set(['logout', 'changeOwnPassword']);
/** Each with whether it must be refused wherever it stands; § marks a number that JavaScript cannot hold. */
const VALUES = [
  [true, (random) => `a\0${random.below(1e6)}`],
  [true, (random) => `a${String.fromCharCode(1 + random.below(8))}b`],
  [true, (random) => `${'가'.repeat(random.below(5))}${random.pick(['\ud800', '\udfff', 'x\udbff'])}`],
  [true, (random) => `§${random.pick(['', '-'])}${9007199254740993n + BigInt(random.below(1e9)) * 2n}`],
  [true, () => '§9223372036854775808'],
  [true, () => '§1e400'],
  [false, (random) => 'x'.repeat(random.below(70_000))],
  [false, () => '강북구 현수막'.normalize('NFD')],
  [false, (random) => 2 ** (31 + random.below(20))],
  [false, (random) => -random.below(2 ** 31)],
  [false, () => 1e300],
  [false, (random) => random.next() * 1e6],
  [
    false,
    (random) =>
      `${random.pick(['2026', '0000', '9999', '-001'])}-${random.pick(['02-30', '13-01', 'W01', '00-00'])}`,
  ],
  [false, () => 'not-a-uuid'],
  [false, () => `'; DROP TABLE purchases; --`],
  [false, (random) => ({ [`key${random.below(9)}`]: random.below(9) })],
  [false, (random) => Array.from({ length: random.below(2000) }, () => [])],
  [false, (random) => random.pick([null, true, false, '', '   ', 0, '%', '\\', '\t'])],
];
const TEXTS = [
  '%00',
  '%ff',
  '%ED%A0%80',
  '-1',
  '9223372036854775808',
  '1e9',
  '',
  '2026-02-30',
  'NaN',
  '__proto__',
  '%2e%2e%2f',
  '%EA%B0%80',
  '%E1%84%80%E1%85%A1',
  encodeURIComponent(`' OR 1=1 --`),
  'x'.repeat(3000),
];
const BODIES = [
  (random) => '['.repeat(21 + random.below(20_000)),
  (random) => `${'{"a":'.repeat(20_000 - random.below(9_000))}1`,
  () => '{"a":',
  () => '"text"',
  () => '[]',
  () => '{"__proto__":{"admin":true}}',
  () => '{"constructor":{"prototype":{"admin":true}}}',
  (random) => `{"a":${'9'.repeat(17 + random.below(400))}}`,
];

const options = numbers({ requests: 100_000, connections: 8, seed: freshSeed() });
await freshDatabase(DATABASE);
const owner = await ownerOf(DATABASE);
await heading('malformed', options, owner);
await makeWorld(owner);
await makePeople();
const api = await startApi(DATABASE);
const operations = (await contractOf(api.url)).filter((one) => !SKIPPED.has(one.id));
const people = {
  clerk: new Person(api.url, 'clerk@bench.example'),
  manager: new Person(api.url, MANAGER),
  admin: new Person(api.url, 'admin@bench.example'),
};
const random = randomFrom(options.seed);
const statuses = {};
const bad = [];
let left = options.requests;
const quarter = Math.ceil(options.requests / 4);
let slowest = 0;
await Promise.all(Object.values(people).map((person) => person.token()));
const memory = [api.residentMegabytes()];
await Promise.all(Array.from({ length: options.connections }, walk));
await api.stop();
say(`  ${operations.length} operations, answers ${JSON.stringify(statuses)}`);
say(
  `  slowest ${slowest.toFixed(0)} ms, memory at each quarter ${memory.map((value) => value.toFixed(0)).join(' → ')} MB`,
);
say(`  ${bad.length} bad; ${program('recompute-achievements', DATABASE)}`);
for (const line of bad.slice(0, SHOWN)) say(`  ${line}`);
await owner.end();
await dropDatabase(DATABASE);
if (bad.length > 0) throw new Error('malformed requests were not all refused');

async function walk() {
  let [connection] = openConnections(api.port, 1);
  while (left > 0) {
    left -= 1;
    if (left % quarter === 0) memory.push(api.residentMegabytes());
    const { request, what, refused } = await nextRequest();
    const from = performance.now();
    try {
      const { status, body, closes } = await connection.send(request);
      if (closes) [connection] = openConnections(api.port, 1);
      statuses[status] = (statuses[status] ?? 0) + 1;
      if (status >= 500 || (refused && status < 300)) bad.push(`${what} → ${status} ${body.slice(0, 200)}`);
    } catch {
      // Refused below HTTP: the server hung up.
      statuses.closed = (statuses.closed ?? 0) + 1;
      [connection] = openConnections(api.port, 1);
    }
    const taken = performance.now() - from;
    slowest = Math.max(slowest, taken);
    if (taken > SLOW_MS) bad.push(`${what} took ${taken.toFixed(0)} ms`);
  }
  connection.end();
}

async function nextRequest() {
  const operation = random.pick(operations);
  const role = ['clerk', 'manager', 'admin'].find((one) => operation.roles.includes(one)) ?? 'admin';
  const token = await people[role].token();
  const headers = [`if-match: "v${random.below(3)}"`];
  const sound = operation.path.replace(/\{\w+\}/g, ANY_ID);
  const send = (path, refused, payload = '') => ({
    request: requestText(operation.method, path, { token, headers, payload }),
    what: `${operation.id} ${path.slice(0, 100)} ${payload.slice(0, 60)} … ${payload.slice(-120)}`,
    refused,
  });
  const turn = operation.body === null ? random.below(2) : random.below(6);
  if (turn === 0 && operation.path.includes('{')) {
    const text = random.pick(TEXTS);
    return send(operation.path.replace(/\{\w+\}/g, text), text !== '');
  }
  if (turn <= 1)
    return send(`${sound}?${random.pick([...operation.queries, 'unknown'])}=${random.pick(TEXTS)}`, false);
  if (turn === 2) return send(sound, true, random.pick(BODIES)(random));
  const field = random.pick([...Object.keys(operation.body), '__proto__', 'constructor', 'unknownField']);
  const known = Object.hasOwn(operation.body, field);
  const [mustRefuse, make] = random.pick(VALUES);
  return send(sound, mustRefuse || !known, jsonWith(operation.body, field, make(random)));
}

/** JSON text by hand, because objects cannot hold `__proto__` or numbers beyond doubles. */
function jsonWith(example, field, value) {
  const others = Object.entries(example).filter(([name]) => name !== field);
  const parts = [...others, [field, value]].map(
    ([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`,
  );
  return `{${parts.join(',')}}`.replace(/"§([^"]+)"/g, '$1');
}

async function makePeople() {
  const passwordHash = await hash(PASSWORD);
  await owner.query(
    `INSERT INTO users (email, name, role, institution_id, department_id, password_hash)
     SELECT 'clerk@bench.example', '담당자', 'clerk', institution_id, id, $1 FROM departments LIMIT 1`,
    [passwordHash],
  );
  await owner.query(
    `INSERT INTO users (email, name, role, password_hash) VALUES ('admin@bench.example', '센터', 'admin', $1)`,
    [passwordHash],
  );
}
