import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Body } from './support/api-client';
import { fillFair } from './support/fair-crowd';
import { apply, changesOf, computed, meetings } from './support/fair-schedules';
import { createFairWorld, type FairWorld } from './support/fair-world';

describe('the schedule of a fair of 54 desks, 208 enterprises and 16 slots', () => {
  let world: FairWorld;
  let first: Body;

  beforeAll(async () => {
    world = await createFairWorld({ desks: 0, exhibitors: 0, slots: 16 });
    await fillFair(world, { desks: 54, exhibitors: 208, wishesOfTen: 4, seed: 1 });
    await world.moveTo('scheduling');
    first = await computed(world, 2019);
  }, 60_000);
  afterAll(() => world.end());

  it('is worth what nothing can exceed, and says how that is known', () => {
    expect(first).toMatchObject({ state: 'ready', proof: 'optimal_by_prices', isOutdated: false, kept: 0 });
    expect(first['preference']).toBe(first['bound']);
    expect(Number(first['meetings'])).toBeGreaterThan(640);
    expect(changesOf(first)).toHaveLength(Number(first['meetings']));
    expect(listOf(first['gains'])).toHaveLength(54 + 208);
    expect(listOf(first['floorConflicts'])).toEqual([]);
  });

  it('is the same for the same seed, and another one that is worth as much for another', async () => {
    expect(changesOf(await computed(world, 2019))).toEqual(changesOf(first));
    const other = await computed(world, 2020);
    expect(changesOf(other)).not.toEqual(changesOf(first));
    expect(other['preference']).toBe(first['preference']);
  });

  it('is booked at once, and once: with a seat each, and with one notice to each party', async () => {
    const done = await apply(world, first);
    expect(done).toEqual({ added: first['meetings'], moved: 0, removed: 0 });
    expect(await meetings(world)).toHaveLength(Number(first['meetings']));
    expect((await apply(world, first, 409))['code']).toBe('FAIR_SCHEDULE_STATE');
    const notices = await world.database.sql<{ audience: string; count: number }>(
      `SELECT audience, count(*)::int AS count FROM notices WHERE kind = 'fair_schedule_published' GROUP BY 1 ORDER BY 1`,
    );
    const withMeetings = listOf(first['gains']).filter(
      (one) => String(one['side']) === 'exhibitor' && Number(one['meetingsThen']) > 0,
    );
    expect(withMeetings.length).toBeGreaterThan(200);
    expect(notices).toEqual([
      { audience: 'clerk', count: 54 },
      { audience: 'enterprise', count: withMeetings.length },
    ]);
  });

  it('changes nothing when it is computed again, whatever the seed', async () => {
    for (const seed of [2019, 7]) {
      const again = await computed(world, seed);
      expect(again).toMatchObject({ kept: first['meetings'], preference: first['preference'] });
      expect(changesOf(again)).toEqual([]);
    }
  });

  it('moves hundreds at once when half of the enterprises come on another day, again and again', async () => {
    for (const half of [0, 1]) {
      // Past the rule, which keeps the hours in which somebody has a meeting.
      await world.database.sql(
        `UPDATE fair_exhibitors e SET absent_slot_ids = $2::uuid[]
         FROM (SELECT id, row_number() OVER (ORDER BY id) % 2 AS half FROM fair_exhibitors WHERE fair_id = $1) h
         WHERE h.id = e.id AND h.half = $3`,
        [world.fairId, half === 0 ? world.slotIds.slice(0, 8) : world.slotIds.slice(8), half],
      );
      const other = await computed(world, 7);
      const done = await apply(world, other);
      expect(Number(done['moved'])).toBeGreaterThan(100);
      expect(Number(done['removed'])).toBeGreaterThan(0);
      expect(await meetings(world)).toHaveLength(Number(other['meetings']));
    }
  });
});
