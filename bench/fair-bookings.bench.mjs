/**
 * A fair's few places under 64 clients who book, confirm, move, cancel, restore and let expire, over HTTP to two API
 * processes that sweep at the same time (apps/api/e2e/support/fair-storm.mjs, which the tests run in short). Counted: who had a place twice, who was refused a free one, and errors; all must
 * be 0. Controls: the same with each exclusion constraint dropped in turn must find overlaps, and with one that counts
 * cancelled bookings, refusals of free places. Before that, five hundred enterprises ask for one place at once.
 * Arguments: --attempts 100000 --clients 64 --desks 12 --exhibitors 30 --slots 8 --controls 2000 --seed.
 */
import { clearNotes, judge, overlapsNow, takeNotes } from '../apps/api/e2e/support/fair-storm-check.mjs';
import { storm } from '../apps/api/e2e/support/fair-storm.mjs';
import { dropDatabase, ownerOf } from './harness/databases.mjs';
import { ORGANISER, stormyFair } from './harness/fair-rows.mjs';
import { openConnections, requestText } from './harness/http-load.mjs';
import { freshSeed, heading, numbers, randomFrom, say, table } from './harness/options.mjs';
import { Person } from './harness/people.mjs';
import { startApi } from './harness/processes.mjs';

const PROCESSES = 2;
/** The notes of a round are looked at and thrown away: a million attempts need no more memory than ten thousand. */
const ROUND = 10_000;
const PARTIES = ['desk', 'exhibitor', 'person'];

const options = numbers({
  attempts: 100_000,
  clients: 64,
  desks: 12,
  exhibitors: 30,
  slots: 8,
  controls: 2_000,
  seed: freshSeed(),
});
const { database, parts, crowd } = await stormyFair(options);
const owner = await ownerOf(database);
await heading('fair-bookings', options, owner);
let asked = Promise.resolve();
/** One statement after the other, whoever of the clients asks. */
const sql = (text, values) => {
  const answer = asked.then(async () => (await owner.query(text, values)).rows);
  asked = answer.catch(() => undefined);
  return answer;
};
await takeNotes(sql);
const apis = await Promise.all(
  Array.from({ length: PROCESSES }, () => startApi(database, { env: { IEUM_TIMETABLE: '1' } })),
);
const people = new Map();
const free = apis.flatMap(({ port }) => openConnections(port, Math.ceil(options.clients / PROCESSES)));
const { below } = randomFrom(options.seed);

const rush = await rushFor(crowd);
const total = await inRounds(options.attempts);
const controls = await allControls();
free.forEach((connection) => connection.end());
for (const api of apis) await api.stop();
await owner.end();
await dropDatabase(database);
report();

function personOf(who) {
  const email = 'organiser' in who ? ORGANISER : `${who.desk ?? who.exhibitor}@bench.example`;
  const known = people.get(email) ?? new Person(apis[people.size % PROCESSES].url, email);
  people.set(email, known);
  return known;
}

/** Each client has a connection while it waits for an answer; there are as many as clients. */
async function send(who, path, body, version) {
  const token = await personOf(who).token();
  const connection = free.shift();
  const headers = version === undefined ? [] : [`if-match: "v${version}"`];
  const request = requestText('POST', `/api/v1${path}`, { token, body, headers });
  try {
    const answer = await connection.send(request);
    return { status: answer.status, body: answer.body === '' ? {} : JSON.parse(answer.body) };
  } finally {
    free.push(connection);
  }
}

/** The proposal's time ends in a moment; a deadlock with who books at that moment is tried again. */
async function expire(id, tries = 5) {
  try {
    await sql(
      `UPDATE fair_bookings SET held_until = clock_timestamp() + interval '300 ms' WHERE id = $1 AND state = 'proposed'`,
      [id],
    );
  } catch (failure) {
    if (failure.code !== '40P01' || tries === 0) throw failure;
    await expire(id, tries - 1);
  }
}

async function blow(attempts) {
  await clearNotes(sql);
  const hands = { send, sql, expire };
  const result = await storm({ parts, hands, below, attempts, clients: options.clients });
  const judged = await judge(sql, { parts, refusals: result.refusals });
  return { ...result, judged, now: await overlapsNow(sql) };
}

/** Five hundred at once, each for another enterprise. @returns how many answers of each status */
async function rushFor(exhibitorIds) {
  const connections = apis.flatMap(({ port }) => openConnections(port, exhibitorIds.length / PROCESSES));
  const token = await personOf({ organiser: true }).token();
  const [desk] = parts.desks.slice(1);
  const answers = await Promise.all(
    exhibitorIds.map((exhibitorId, index) => {
      const body = { deskId: desk.id, slotId: parts.slotIds[0], exhibitorId };
      return connections[index].send(
        requestText('POST', `/api/v1/fairs/${parts.fairId}/bookings`, { token, body }),
      );
    }),
  );
  connections.forEach((connection) => connection.end());
  await empty();
  return answers.reduce((counts, { status }) => ({ ...counts, [status]: (counts[status] ?? 0) + 1 }), {});
}

async function inRounds(attempts) {
  const all = {
    attempts: {},
    statuses: {},
    codes: {},
    failures: [],
    refusals: 0,
    unfounded: 0,
    waited: 0,
    overlaps: { desk: 0, exhibitor: 0, person: 0 },
    seconds: 0,
  };
  for (let left = attempts; left > 0; left -= ROUND) {
    const from = performance.now();
    const round = await blow(Math.min(ROUND, left));
    all.seconds += (performance.now() - from) / 1000;
    for (const counts of ['attempts', 'statuses', 'codes'])
      for (const [name, count] of Object.entries(round[counts]))
        all[counts][name] = (all[counts][name] ?? 0) + count;
    for (const party of PARTIES)
      all.overlaps[party] += Math.max(round.now[party], round.judged.overlaps[party]);
    all.failures.push(...round.failures);
    all.refusals += round.refusals.length;
    all.unfounded += round.judged.unfounded.length;
    all.waited += round.waited;
    say(`  ${attempts - Math.max(0, left - ROUND)} attempts, ${Math.round(all.seconds)} s`);
  }
  all.deadlocks = (
    await sql(`SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()`)
  )[0].deadlocks;
  all.offers = (
    await sql(`SELECT count(*)::int AS count FROM fair_waiting WHERE booking_id IS NOT NULL`)
  )[0].count;
  return all;
}

async function allControls() {
  const found = {};
  for (const party of PARTIES) found[party] = await without(`ex_fair_bookings_${party}`);
  found.cancelled = await without(
    'ex_fair_bookings_desk',
    'EXCLUDE USING gist (during WITH &&, desk_id WITH =, seat WITH =)',
  );
  return found;
}

async function without(constraint, instead) {
  const [{ definition }] = await sql(
    `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1`,
    [constraint],
  );
  await empty();
  await sql(`ALTER TABLE fair_bookings DROP CONSTRAINT ${constraint}`);
  if (instead !== undefined) await sql(`ALTER TABLE fair_bookings ADD CONSTRAINT ${constraint} ${instead}`);
  const outcome = await blow(options.controls);
  await empty();
  await sql(`ALTER TABLE fair_bookings DROP CONSTRAINT IF EXISTS ${constraint}`);
  await sql(`ALTER TABLE fair_bookings ADD CONSTRAINT ${constraint} ${definition}`);
  return outcome;
}

function empty() {
  return sql('DELETE FROM fair_waiting; DELETE FROM fair_bookings');
}

function report() {
  const { overlaps } = total;
  say(`  rush of ${crowd.length}: ${JSON.stringify(rush)}`);
  say(`  attempts ${JSON.stringify(total.attempts)}, ${total.waited} waited, ${total.offers} got an offer`);
  say(`  answers ${JSON.stringify(total.statuses)}`);
  say(`  refusals ${JSON.stringify(total.codes)}`);
  say(
    `  ${Math.round(options.attempts / total.seconds)} attempts/s, ${total.deadlocks} deadlocks, tried again`,
  );
  table([
    ['', 'desk twice', 'exhibitor twice', 'person twice', 'refused though free'],
    ['as it is', ...PARTIES.map((party) => overlaps[party]), `${total.unfounded} of ${total.refusals}`],
    ...Object.entries(controls).map(([name, outcome]) => [
      name === 'cancelled' ? 'cancelled ones count' : `without the constraint of the ${name}`,
      ...PARTIES.map((party) => outcome.judged.overlaps[party]),
      `${outcome.judged.unfounded.length} of ${outcome.refusals.length}`,
    ]),
  ]);
  if (rush[201] !== 1 || rush[409] !== crowd.length - 1)
    throw new Error('the rush was not one and 409 for the others');
  if (total.failures.length > 0) throw new Error(`errors: ${JSON.stringify(total.failures.slice(0, 3))}`);
  if (PARTIES.some((party) => overlaps[party] > 0)) throw new Error('somebody had a place twice');
  if (total.unfounded > 0) throw new Error('somebody was refused a free place');
  const blind = PARTIES.filter((party) => controls[party].judged.overlaps[party] === 0);
  if (blind.length > 0) throw new Error(`the control did not find overlaps: ${blind}`);
  if (controls.cancelled.judged.unfounded.length === 0)
    throw new Error('the control did not find refusals of free places');
}
