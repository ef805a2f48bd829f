import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Clock } from '../src/common/clock';
import { BookingSweeper } from '../src/fairs/bookings/booking-sweeper';
import type { ApiClient, Answer, Body } from './support/api-client';
import { listOf } from './support/api-client';
import { createFairWorld, DAY_BEFORE, FAIR_DAY, type FairWorld } from './support/fair-world';
import { createWorld, type World } from './support/world';

let world: FairWorld;
/** A second process on the same database. */
let other: World;
const apps = () => [world, other].map(({ app }) => app);

beforeAll(async () => {
  world = await createFairWorld({ desks: 2, exhibitors: 5, slots: 4, state: 'open' });
  other = await createWorld({ beside: world });
});
afterAll(async () => {
  await other.end();
  await world.end();
});
beforeEach(() => setNow(`${DAY_BEFORE}T12:00:00`));
afterEach(() =>
  world.database.sql('DELETE FROM fair_waiting; DELETE FROM fair_bookings; DELETE FROM fair_check_ins'),
);

function setNow(korean: string): void {
  for (const app of apps()) app.get(Clock).now = () => new Date(`${korean}+09:00`);
}

/** Both processes sweep at the same moment. @returns how many proposals they took away together */
async function sweepTwice(): Promise<number> {
  const counts = await Promise.all(apps().map((app) => app.get(BookingSweeper).sweep()));
  return counts.reduce((sum, count) => sum + count, 0);
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`no such one: ${index}`);
  return found;
}
const place = (exhibitor: number, slot: number | null, desk = 0) => ({
  deskId: at(world.desks, desk).id,
  exhibitorId: at(world.exhibitors, exhibitor).id,
  slotId: slot === null ? null : at(world.slotIds, slot),
});
const person = (index: number): ApiClient => at(world.exhibitors, index).person;
const book = (who: ApiClient, exhibitor: number, slot: number, status = 201, desk = 0): Promise<Answer> =>
  who.post(`/fairs/${world.fairId}/bookings`, place(exhibitor, slot, desk), { expect: status });
const join = (exhibitor: number, slot: number | null, status = 201): Promise<Answer> =>
  person(exhibitor).post(`/fairs/${world.fairId}/waiting-list`, place(exhibitor, slot), { expect: status });
const end = (who: ApiClient, booking: Answer, action: 'cancel' | 'decline') =>
  who.post(
    `/fairs/${world.fairId}/bookings/${String(booking.body['id'])}/${action}`,
    { reason: '다른 일정' },
    { expect: 200 },
  );
async function waiting(): Promise<Body[]> {
  return listOf(
    (await world.manager.get(`/fairs/${world.fairId}/waiting-list`, { expect: 200 })).body['items'],
  );
}
const states = async () => (await waiting()).map((one) => one['state']);

describe('a place that was asked for', () => {
  it('is kept to the last millisecond of the Korean day after, and free at midnight', async () => {
    const asked = await book(person(0), 0, 0);
    expect(asked.body['heldUntil']).toBe('2026-06-02T15:00:00.000Z');
    setNow('2026-06-02T23:59:59.999');
    expect(await sweepTwice()).toBe(0);
    await book(person(1), 1, 0, 409);
    setNow('2026-06-03T00:00:00.000');
    const taken = await book(person(1), 1, 0);
    expect(taken.body).toMatchObject({ state: 'proposed', seat: 1 });
    const lapsed = await world.manager.get(`/fairs/${world.fairId}/bookings/${String(asked.body['id'])}`, {
      expect: 200,
    });
    expect(lapsed.body).toMatchObject({ state: 'cancelled', cancelReason: 'expired', cancelledBy: null });
  });

  it('is never kept beyond the start of its slot', async () => {
    setNow(`${FAIR_DAY}T09:00:00`);
    const asked = await book(at(world.desks, 0).clerk, 0, 2);
    expect(asked.body['heldUntil']).toBe(asked.body['startsAt']);
  });

  it('cannot be accepted any more at midnight, also before anybody has cleared it away', async () => {
    const asked = await book(person(0), 0, 0);
    const path = `/fairs/${world.fairId}/bookings/${String(asked.body['id'])}/accept`;
    setNow('2026-06-03T00:00:00.000');
    const late = await at(world.desks, 0).clerk.post(path, undefined, { expect: 409 });
    expect(late.body['code']).toBe('BOOKING_HOLD_LAPSED');
  });

  it('of a person who comes for two enterprises is free for the other one at that instant, too', async () => {
    const [first, second] = [at(world.exhibitors, 0).id, at(world.exhibitors, 1).id];
    const before = await world.database.sql(`SELECT person_id FROM fair_exhibitors WHERE id = $1`, [second]);
    await world.database.sql(
      `UPDATE fair_exhibitors SET person_id = (SELECT person_id FROM fair_exhibitors WHERE id = $2) WHERE id = $1`,
      [second, first],
    );
    await book(person(0), 0, 0);
    const refused = await book(person(1), 1, 0, 409, 1);
    expect(refused.body).toMatchObject({
      code: 'BOOKING_PERSON_TAKEN',
      details: { nearestSlotIds: world.slotIds.slice(1) },
    });
    setNow('2026-06-03T00:00:00.000');
    await book(person(1), 1, 0, 201, 1);
    await world.database.sql(`UPDATE fair_exhibitors SET person_id = $2 WHERE id = $1`, [
      second,
      before[0]?.['person_id'],
    ]);
  });
});

describe('the waiting list', () => {
  it('is served in order and once, though two processes serve it at the same moment', async () => {
    await book(person(0), 0, 0);
    for (const exhibitor of [1, 2, 3]) await join(exhibitor, 0);
    expect((await waiting()).map((one) => one['place'])).toEqual([1, 2, 3]);
    setNow('2026-06-03T00:00:00.000');
    expect(await sweepTwice()).toBe(1);
    expect(await states()).toEqual(['offered', 'waiting', 'waiting']);
    expect((await waiting())[0]).toMatchObject({ offeredUntil: '2026-06-02T17:00:00.000Z' });

    setNow('2026-06-03T01:59:59.999');
    expect(await sweepTwice()).toBe(0);
    setNow('2026-06-03T02:00:00.000');
    expect(await sweepTwice()).toBe(1);
    expect(await states()).toEqual(['expired', 'offered', 'waiting']);
    const holding = await world.database.sql(
      `SELECT id FROM fair_bookings WHERE state IN ('proposed', 'confirmed')`,
    );
    expect(holding).toHaveLength(1);
  });

  it('comes before who asks at the instant at which a place becomes free', async () => {
    await book(person(0), 0, 0);
    await join(1, 0);
    setNow('2026-06-03T00:00:00.000');
    const refused = await book(person(2), 2, 0, 409);
    expect(refused.body).toMatchObject({
      code: 'BOOKING_DESK_TAKEN',
      details: { waiting: 1, canWait: true },
    });
    expect(await states()).toEqual(['offered']);
  });

  it('passes over who has another meeting then, and keeps the place in the queue', async () => {
    const held = await book(world.manager, 0, 0);
    await join(1, 0);
    await join(2, 0);
    const elsewhere = await book(world.manager, 1, 0, 201, 1);
    await end(person(0), held, 'cancel');
    expect(await states()).toEqual(['waiting', 'offered']);
    const offer = (await waiting())[1];
    await end(world.manager, elsewhere, 'cancel');
    await person(2).post(`/fairs/${world.fairId}/waiting-list/${String(offer?.['id'])}/decline`, undefined, {
      expect: 200,
    });
    expect(await states()).toEqual(['offered', 'declined']);
  });

  it('is looked through again when somebody who was passed over can come after all', async () => {
    const held = await book(world.manager, 0, 0);
    await join(1, 0);
    const elsewhere = await book(world.manager, 1, 0, 201, 1);
    await end(person(0), held, 'cancel');
    await end(world.manager, elsewhere, 'cancel');
    expect(await states()).toEqual(['waiting']);
    await sweepTwice();
    expect(await states()).toEqual(['offered']);
  });

  it('gives any slot to who waits for any, when somebody moves away', async () => {
    const moved = await book(world.manager, 0, 0);
    for (const [index, slot] of [1, 2].entries()) await book(world.manager, index + 2, slot);
    const last = await book(world.manager, 4, 3);
    await join(1, null);
    await end(world.manager, last, 'cancel');
    expect(await states()).toEqual(['offered']);
    const [offer] = await waiting();
    const path = `/fairs/${world.fairId}/waiting-list/${String(offer?.['id'])}`;
    await person(1).post(`${path}/withdraw`, undefined, { expect: 409 });
    const accepted = await person(1).post(`${path}/accept`, undefined, { expect: 200 });
    expect(accepted.body).toMatchObject({ state: 'confirmed', slotId: at(world.slotIds, 3) });
    await person(1).post(`${path}/accept`, undefined, { expect: 409 });
    expect(moved.body['slotId']).toBe(at(world.slotIds, 0));
  });

  it('offers a place close to the start only to who has checked in', async () => {
    const held = await book(world.manager, 0, 0);
    await join(1, 0);
    await join(2, 0);
    await world.database.sql(
      `INSERT INTO fair_check_ins (fair_id, exhibitor_id, supplier_id, day, checked_in_at, checked_in_by)
       SELECT fair_id, id, supplier_id, $2, now(), created_by FROM fair_exhibitors WHERE id = $1`,
      [at(world.exhibitors, 2).id, FAIR_DAY],
    );
    setNow(`${FAIR_DAY}T09:50:00`);
    await end(world.manager, held, 'cancel');
    expect(await states()).toEqual(['waiting', 'offered']);
    const [stand] = await world.database.sql(
      `SELECT origin, held_until = lower(during) AS to_the_start FROM fair_bookings WHERE state = 'proposed'`,
    );
    expect(stand).toEqual({ origin: 'stand_by', to_the_start: true });
  });

  it('is left by the enterprise or for it, and nobody else sees who waits', async () => {
    await book(world.manager, 0, 0);
    const entry = await join(1, 0);
    const path = `/fairs/${world.fairId}/waiting-list`;
    await person(2).post(`${path}/${String(entry.body['id'])}/withdraw`, undefined, { expect: 404 });
    expect(listOf((await person(2).get(path, { expect: 200 })).body['items'])).toEqual([]);
    expect(listOf((await at(world.desks, 1).clerk.get(path, { expect: 200 })).body['items'])).toEqual([]);
    expect(listOf((await at(world.desks, 0).clerk.get(path, { expect: 200 })).body['items'])).toHaveLength(1);
    await person(1).post(`${path}/${String(entry.body['id'])}/withdraw`, undefined, { expect: 200 });
    expect(await states()).toEqual(['withdrawn']);
  });
});
