import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import type { Answer } from './support/api-client';
import { createStormWorld, crowdAt, type StormWorld } from './support/fair-storm-world';

const ATTEMPTS = 2_000;
const CONTROL_ATTEMPTS = 600;
/** A machine that is busy otherwise is slow, not wrong. */
const PATIENCE_MS = 90_000;
const NONE = { desk: 0, exhibitor: 0, person: 0 };

let stormy: StormWorld;
beforeAll(async () => {
  stormy = await createStormWorld();
});
afterAll(() => stormy.world.end());

function statusesOf(answers: readonly Answer[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('many who want the same few places', () => {
  it(
    'never have one twice, and are never refused a free one',
    async () => {
      const outcome = await stormy.blow(ATTEMPTS, 20_260_616);
      expect(outcome.failures).toEqual([]);
      expect(outcome.overlapsNow).toEqual(NONE);
      expect(outcome.judged).toEqual({ overlaps: NONE, unfounded: [] });
      expect(Object.keys(outcome.attempts).sort()).toEqual([
        'cancel',
        'confirm',
        'create',
        'expire',
        'move',
        'restore',
      ]);
      expect(outcome.refusals.length).toBeGreaterThan(100);
    },
    PATIENCE_MS,
  );

  it.each(['desk', 'exhibitor', 'person'] as const)(
    'have one twice as soon as the constraint for the %s is gone',
    async (party) => {
      const outcome = await stormy.blowWithout(`ex_fair_bookings_${party}`, CONTROL_ATTEMPTS);
      // Of those that there were, some are cancelled again by the end.
      expect(outcome.judged.overlaps[party]).toBeGreaterThan(0);
    },
  );

  it('would be seen to be refused a free place: a constraint that counts cancelled bookings is found out', async () => {
    const outcome = await stormy.blowWithout(
      'ex_fair_bookings_desk',
      CONTROL_ATTEMPTS,
      'EXCLUDE USING gist (during WITH &&, desk_id WITH =, seat WITH =)',
    );
    expect(outcome.judged.unfounded.length).toBeGreaterThan(0);
    expect(outcome.judged.overlaps).toEqual(NONE);
  });
});

describe('one desk and slot', () => {
  const place = (exhibitorId: string, slot: number) => ({
    deskId: stormy.parts.desks[1]?.id,
    slotId: stormy.parts.slotIds[slot],
    exhibitorId,
  });
  const path = () => `/fairs/${stormy.world.fairId}/bookings`;

  it('asked for by two enterprises at once is one’s, and the other is told why and what is near', async () => {
    const two = stormy.world.exhibitors.slice(8, 10);
    const answers = await Promise.all(two.map(({ id, person }) => person.post(path(), place(id, 0))));
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 1 });
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'BOOKING_DESK_TAKEN',
      details: {
        deskName: '강북구 구매 2과',
        startsAt: '2026-06-16T01:00:00.000Z',
        nearestSlotIds: stormy.parts.slotIds.slice(1),
        canWait: true,
        waiting: 0,
      },
    });
  });

  it(
    'asked for by five hundred at once is one’s; the others get 409, and nobody an error',
    async () => {
      const { world } = stormy;
      const crowd = await crowdAt(world);
      const answers = await Promise.all(crowd.map(({ id, person }) => person.post(path(), place(id, 1))));
      expect(statusesOf(answers)).toEqual({ 201: 1, 409: 499 });
      const codes = new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body['code']));
      expect([...codes]).toEqual(['BOOKING_DESK_TAKEN']);
    },
    PATIENCE_MS,
  );

  it('keeps a crowd waiting for itself, and leaves connections to everybody else', async () => {
    const { world } = stormy;
    const waiters = async () =>
      (
        await world.database.sql(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ieum-api'
           AND wait_event_type = 'Lock'`,
        )
      ).length;
    const blocker = new Client({ connectionString: world.database.url });
    await blocker.connect();
    await blocker.query('BEGIN; LOCK TABLE fair_desks IN ACCESS EXCLUSIVE MODE');
    const crowd = Promise.all(
      world.exhibitors.flatMap(({ id, person }) =>
        [0, 1, 2, 3, 4].map(() => person.post(path(), place(id, 0))),
      ),
    );
    while ((await waiters()) < 5);
    const other = await world.manager.get('/institutions');
    expect([other.status, await waiters()]).toEqual([200, 5]);
    await blocker.query('ROLLBACK');
    await blocker.end();
    expect(statusesOf(await crowd)).toEqual({ 409: 60 });
  });

  it('is never more than an enterprise may have, asked for by two desks at once', async () => {
    const { world } = stormy;
    const [exhibitor] = world.exhibitors.slice(11);
    await world.database.sql(`UPDATE fair_exhibitors SET ceiling = 1 WHERE id = $1`, [exhibitor?.id]);
    const answers = await Promise.all(
      world.desks
        .slice(2, 5)
        .map(({ id, clerk }, index) =>
          clerk.post(path(), { ...place(exhibitor?.id ?? '', index), deskId: id }),
        ),
    );
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 2 });
    const refused = answers.filter(({ status }) => status === 409).map(({ body }) => body['code']);
    expect(refused).toEqual(['BOOKING_CEILING', 'BOOKING_CEILING']);
  });

  it('is booked once, however often the same request arrives', async () => {
    const { world } = stormy;
    const [{ id, person }] = world.exhibitors.slice(10) as [(typeof world.exhibitors)[number]];
    const body = place(id, 2);
    const twins = await Promise.all(
      Array.from({ length: 8 }, () =>
        person.post(path(), body, { expect: 201, idempotencyKey: 'booked-once-and-for-all' }),
      ),
    );
    expect(new Set(twins.map((one) => one.body['id'])).size).toBe(1);
  });

  it('is not given back to who cancelled once somebody else has it', async () => {
    const { world } = stormy;
    const [first, second] = world.exhibitors.slice(6, 8);
    const made = await world.manager.post(path(), place(first?.id ?? '', 3), { expect: 201 });
    const booking = `${path()}/${String(made.body['id'])}`;
    await world.manager.post(`${booking}/cancel`, { reason: '다른 일정' }, { expect: 200 });
    const [restored, taken] = await Promise.all([
      world.manager.post(`${booking}/restore`),
      world.manager.post(path(), place(second?.id ?? '', 3)),
    ]);
    expect([restored.status, taken.status].sort()).not.toEqual([200, 201]);
    const refused = restored.status === 409 ? restored : taken;
    expect(refused.body).toMatchObject({ code: 'BOOKING_DESK_TAKEN' });
  });
});
