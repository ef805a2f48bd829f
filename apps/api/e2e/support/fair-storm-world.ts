import { createHash } from 'node:crypto';
import { storm, type StormHands, type StormParts, type StormResult } from './fair-storm.mjs';
import { clearNotes, judge, overlapsNow, takeNotes } from './fair-storm-check.mjs';
import { Clock } from '../../src/common/clock';
import { AccessTokens } from '../../src/auth/access-token';
import { ApiClient } from './api-client';
import { createFairWorld, DAY_BEFORE, type FairWorld } from './fair-world';

/**
 * A fair with few places and many who want them. Enterprises 1 and 2, 3 and 4 … send the same person; the second
 * half has not said whom, so that the enterprise alone stands for it.
 */
export interface StormWorld {
  readonly world: FairWorld;
  readonly parts: StormParts;
  /** drives the application with so many attempts of 64 clients */
  blow(attempts: number, seed: number): Promise<StormOutcome>;
  /** the same with one constraint of the bookings dropped, or made anew with other words; afterwards all is as before */
  blowWithout(constraint: string, attempts: number, instead?: string): Promise<StormOutcome>;
}

export interface StormOutcome extends StormResult {
  readonly overlapsNow: Awaited<ReturnType<typeof overlapsNow>>;
  readonly judged: Awaited<ReturnType<typeof judge>>;
}

const CLIENTS = 64;
/** On a machine that is busy otherwise it is fewer attempts, not a test that takes for ever. */
const SECONDS = 15;

export async function createStormWorld(): Promise<StormWorld> {
  const world = await createFairWorld({ desks: 5, exhibitors: 12, slots: 4, state: 'open' });
  const { database } = world;
  const shiftMs = Date.now() - Date.parse(`${DAY_BEFORE}T12:00:00+09:00`);
  world.app.get(Clock).now = () => new Date(Date.now() - shiftMs);
  await database.sql(`UPDATE fair_desks SET seats = 2 WHERE id = $1`, [world.desks[0]?.id]);
  for (let index = 1; index < 6; index += 2)
    await database.sql(
      `UPDATE fair_exhibitors SET person_id = (SELECT person_id FROM fair_exhibitors WHERE id = $2) WHERE id = $1`,
      [world.exhibitors[index]?.id, world.exhibitors[index - 1]?.id],
    );
  await database.sql(`UPDATE fair_exhibitors SET person_id = NULL WHERE id = ANY ($1)`, [
    world.exhibitors.slice(6).map(({ id }) => id),
  ]);
  const persons = await database.sql<{ id: string; person_id: string | null }>(
    `SELECT id, person_id FROM fair_exhibitors`,
  );
  const parts: StormParts = {
    fairId: world.fairId,
    desks: world.desks.map(({ id }, index) => ({ id, seats: index === 0 ? 2 : 1 })),
    exhibitors: persons.map(({ id, person_id }) => ({ id, personId: person_id })),
    slotIds: world.slotIds,
  };
  let asked: Promise<unknown> = Promise.resolve();
  /** One statement after the other, whoever of the clients asks. */
  const sql: StormHands['sql'] = (text, values) => {
    const answer = asked.then(() => database.sql(text, values));
    asked = answer.catch(() => undefined);
    return answer;
  };
  await takeNotes(sql);
  const hands: StormHands = {
    sql,
    send: (who, path, body, version) =>
      personOf(world, who).post(path, body, version === undefined ? {} : { version }),
    async expire(bookingId) {
      await sql(
        `UPDATE fair_bookings SET held_until = clock_timestamp() - make_interval(secs => $2) + interval '300 ms'
         WHERE id = $1 AND state = 'proposed'`,
        [bookingId, shiftMs / 1000],
      );
    },
  };
  const blow = async (attempts: number, seed: number): Promise<StormOutcome> => {
    await clearNotes(sql);
    const result = await storm({
      parts,
      hands,
      below: seeded(seed),
      attempts,
      clients: CLIENTS,
      seconds: SECONDS,
    });
    const judged = await judge(sql, { parts, refusals: result.refusals, shiftMs });
    return { ...result, overlapsNow: await overlapsNow(sql), judged };
  };
  return {
    world,
    parts,
    blow,
    async blowWithout(constraint, attempts, instead) {
      const [was] = await database.sql<{ definition: string }>(
        `SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = $1`,
        [constraint],
      );
      const change = (definition: string | undefined) =>
        database.sql(
          `DELETE FROM fair_waiting; DELETE FROM fair_bookings;
           ALTER TABLE fair_bookings DROP CONSTRAINT IF EXISTS ${constraint}
           ${definition === undefined ? '' : `, ADD CONSTRAINT ${constraint} ${definition}`}`,
        );
      await change(instead);
      const outcome = await blow(attempts, attempts);
      await change(was?.definition);
      return outcome;
    },
  };
}

/** The same seed gives the same choices; who is faster is chance. */
function seeded(seed: number): (limit: number) => number {
  let drawn = 0;
  return (limit) => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() % limit;
  };
}

function personOf(world: FairWorld, who: Parameters<StormHands['send']>[0]): ApiClient {
  if ('organiser' in who) return world.manager;
  const found =
    'desk' in who
      ? world.desks.find(({ id }) => id === who.desk)?.clerk
      : world.exhibitors.find(({ id }) => id === who.exhibitor)?.person;
  return found ?? world.stranger;
}

/** Five hundred more enterprises of the fair, each with somebody who is logged in. */
export async function crowdAt({ app, database, fairId, manager }: FairWorld) {
  const made = await database.sql<{ id: string; user_id: string; session_id: string }>(
    `WITH suppliers_made AS (INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic)
       SELECT '기업 ' || n, '기업 ' || n, '0009' || lpad(n::text, 6, '0'), true FROM generate_series(1, 500) n RETURNING id, name),
     exhibitors_made AS (
       INSERT INTO fair_exhibitors (fair_id, supplier_id, supplier_name, state, check_in_code, created_by)
       SELECT $1, id, name, 'confirmed', left(md5(id::text), 12), $2 FROM suppliers_made RETURNING id, supplier_id),
     users_made AS (INSERT INTO users (email, name, role, enterprise_id, password_hash)
       SELECT id || '@test.example', '담당', 'enterprise', id, 'x' FROM suppliers_made RETURNING id, enterprise_id),
     sessions_made AS (INSERT INTO sessions (user_id, expires_at)
       SELECT id, now() + interval '1 hour' FROM users_made RETURNING id, user_id)
     SELECT x.id, u.id AS user_id, s.id AS session_id FROM exhibitors_made x
     JOIN users_made u ON u.enterprise_id = x.supplier_id JOIN sessions_made s ON s.user_id = u.id`,
    [fairId, manager.user.id],
  );
  return Promise.all(
    made.map(async ({ id, user_id, session_id }) => {
      const token = await app.get(AccessTokens).issue(user_id, session_id);
      return { id, person: new ApiClient(app, token, { id: user_id, institutionId: '', departmentId: '' }) };
    }),
  );
}
