import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Answer } from './support/api-client';
import { createStormWorld, type StormWorld } from './support/fair-storm-world';

const ATTEMPTS = 2_000;
const CONTROL_ATTEMPTS = 600;
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
  it('never have one twice, and are never refused a free one', async () => {
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
  });

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

  it('asked for by five hundred at once is one’s; the others get 409, and nobody an error', async () => {
    const { world } = stormy;
    const crowd = await world.database.sql<{ id: string }>(
      `WITH made AS (INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic)
         SELECT '기업 ' || n, '기업 ' || n, '0009' || lpad(n::text, 6, '0'), true FROM generate_series(1, 500) n RETURNING id, name)
       INSERT INTO fair_exhibitors (fair_id, supplier_id, supplier_name, state, check_in_code, created_by)
       SELECT $1, id, name, 'confirmed', left(md5(id::text), 12), $2 FROM made RETURNING id`,
      [world.fairId, world.manager.user.id],
    );
    const answers = await Promise.all(crowd.map(({ id }) => world.manager.post(path(), place(id, 1))));
    expect(statusesOf(answers)).toEqual({ 201: 1, 409: 499 });
    const codes = new Set(answers.filter(({ status }) => status === 409).map(({ body }) => body['code']));
    expect([...codes]).toEqual(['BOOKING_DESK_TAKEN']);
  });
});
