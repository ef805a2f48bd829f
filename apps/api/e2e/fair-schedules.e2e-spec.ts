import { describe, expect, it } from '@jest/globals';
import { JobHandlers } from '../src/jobs/job-handlers';
import { systemActor } from '../src/common/actor';
import { listOf } from './support/api-client';
import { apply, changesOf, computed, meetings, scheduled, wishOfDesks } from './support/fair-schedules';
import { createFairWorld, FAIR_DAY, type FairWorld } from './support/fair-world';
import { heldFair } from './support/held-fair';
import { finishedJob } from './support/jobs';

describe('a schedule', () => {
  let world: FairWorld;
  const make = async (options: Parameters<typeof createFairWorld>[0] = {}) => {
    world = await createFairWorld({ desks: 2, exhibitors: 3, slots: 3, ...options });
    return world;
  };
  const ALL = [0, 1].flatMap((desk) => [0, 1, 2].map((exhibitor) => [desk, exhibitor, 3] as const));

  it('swaps two meetings that stand in each other’s places', async () => {
    await make({ slots: 2, exhibitors: 2 });
    try {
      await wishOfDesks(world, [
        [0, 0, 5],
        [0, 1, 5],
      ]);
      await world.moveTo('scheduling');
      await scheduled(world);
      const before = (await meetings(world)).map(({ exhibitor }) => exhibitor);
      expect(changesOf(await computed(world, 2))).toEqual([]);
      // Past the rule, which keeps hours with a meeting: somebody who is gone in the own slot alone has to be swapped.
      await world.database.sql(
        `UPDATE fair_exhibitors e SET absent_slot_ids = ARRAY[b.slot_id] FROM fair_bookings b
         WHERE b.exhibitor_id = e.id AND e.id = $1`,
        [world.exhibitors[0]!.id],
      );
      const preview = await computed(world, 1);
      expect(changesOf(preview).map((one) => one['change'])).toEqual(['moved', 'moved']);
      expect(await apply(world, preview)).toEqual({ added: 0, moved: 2, removed: 0 });
      expect((await meetings(world)).map(({ exhibitor }) => exhibitor)).toEqual(before.reverse());
    } finally {
      await world.end();
    }
  });

  it('leaves what is locked, or was arranged by hand, and solves the rest again', async () => {
    await make();
    try {
      await wishOfDesks(world, ALL);
      await world.moveTo('scheduling');
      const path = `/fairs/${world.fairId}/bookings`;
      const byHand = await world.manager.post(
        path,
        { deskId: world.desks[0]!.id, exhibitorId: world.exhibitors[0]!.id, slotId: world.slotIds[2] },
        { expect: 201, idempotencyKey: true },
      );
      await scheduled(world);
      const made = await meetings(world);
      const locked = made.find(({ desk, slot }) => desk === 0 && slot === 0)!;
      await world.manager.post(`${path}/${locked.id}/lock`, { isLocked: true }, { version: 1, expect: 200 });
      const stays = [locked, made.find(({ id }) => id === String(byHand.body['id']))];
      for (let seed = 2; seed < 6; seed += 1) {
        await scheduled(world, seed);
        expect(await meetings(world)).toEqual(expect.arrayContaining(stays));
        expect(await meetings(world)).toHaveLength(6);
      }
    } finally {
      await world.end();
    }
  });

  it('leaves a meeting where people moved it', async () => {
    await make({ desks: 1, exhibitors: 2 });
    try {
      await wishOfDesks(world, [
        [0, 0, 5],
        [0, 1, 5],
      ]);
      await world.moveTo('scheduling');
      await scheduled(world);
      const made = await meetings(world);
      const free = [0, 1, 2].find((slot) => made.every((one) => one.slot !== slot))!;
      const moved = await world.manager.post(
        `/fairs/${world.fairId}/bookings/${made[0]!.id}/move`,
        { slotId: world.slotIds[free] },
        { version: 1, expect: 200 },
      );
      expect(moved.body).toMatchObject({ origin: 'schedule', isLocked: true });
      for (let seed = 2; seed < 8; seed += 1) {
        await scheduled(world, seed);
        expect(await meetings(world)).toContainEqual({ ...made[0], slot: free });
      }
    } finally {
      await world.end();
    }
  });

  it('does not bring a pair together again of which one side called the meeting off', async () => {
    await make({ desks: 1, exhibitors: 2, slots: 2 });
    try {
      await wishOfDesks(world, [
        [0, 0, 5],
        [0, 1, 5],
      ]);
      await world.moveTo('scheduling');
      await scheduled(world);
      await world.moveTo('open');
      const off = (await meetings(world)).find(({ exhibitor }) => exhibitor === 1)!;
      const path = `/fairs/${world.fairId}/bookings/${off.id}/cancel`;
      await world.exhibitors[1]!.person.post(path, { reason: '납품 일정' }, { expect: 200 });
      const preview = await computed(world, 3);
      expect(preview).toMatchObject({ meetings: 1, unmet: [] });
      expect(changesOf(preview).map((one) => one['change'])).not.toContain('added');
    } finally {
      await world.end();
    }
  });

  it('names the enterprises whose floors cannot all be met', async () => {
    await make({ desks: 1, slots: 2 });
    try {
      await wishOfDesks(world, [
        [0, 0, 1],
        [0, 1, 1],
        [0, 2, 1],
      ]);
      for (const { id } of world.exhibitors)
        await world.manager.patch(
          `/fairs/${world.fairId}/exhibitors/${id}`,
          { floor: 1 },
          { version: 1, expect: 200 },
        );
      await world.moveTo('scheduling');
      const preview = await computed(world);
      expect(preview['floorConflicts']).toEqual([
        expect.objectContaining({
          needed: 3,
          possible: 2,
          isProven: true,
          exhibitors: ['참가 기업 01', '참가 기업 02', '참가 기업 03'].map((name) => ({ name })),
          desks: [{ name: '성북구 구매 1과' }],
        }),
      ]);
      expect(listOf(preview['unmet'])).toEqual([
        expect.objectContaining({ reason: 'desk_full', by: ['desk'] }),
      ]);
    } finally {
      await world.end();
    }
  });

  it('keeps a person who comes for two enterprises from being in two places', async () => {
    await make({ exhibitors: 2, slots: 2 });
    try {
      await wishOfDesks(world, [
        [0, 0, 5],
        [0, 1, 5],
        [1, 0, 5],
        [1, 1, 5],
      ]);
      const [first, second] = world.exhibitors;
      await world.manager.patch(
        `/fairs/${world.fairId}/exhibitors/${second!.id}`,
        { representativeName: '담당 1', representativeEmail: 'Person-1@supplier.example' },
        { version: 1, expect: 200 },
      );
      await world.moveTo('scheduling');
      const preview = await computed(world);
      const [person] = listOf(preview['people']);
      const shared = listOf(person?.['exhibitors']);
      expect(shared.map((one) => one['exhibitorId']).sort()).toEqual([first!.id, second!.id].sort());
      expect(shared.flatMap((one) => listOf(one['slotIds']))).toHaveLength(2);
      expect(listOf(preview['unmet']).map((one) => one['reason'])).toEqual([
        'shared_person',
        'shared_person',
      ]);
      expect(preview).toMatchObject({ proof: 'bounded', preference: 10, bound: 20 });
      await apply(world, preview);
      expect((await meetings(world)).map(({ slot }) => slot)).toEqual([0, 1]);
    } finally {
      await world.end();
    }
  });

  it('plans nobody who is at another fair then', async () => {
    await make({ desks: 1, exhibitors: 1, slots: 2 });
    try {
      await wishOfDesks(world, [[0, 0, 5]]);
      await world.moveTo('scheduling');
      const other = await heldFair(world, world.guestId, { days: [FAIR_DAY], slots: 1 });
      const [person] = await world.database.sql<{ person_id: string }>(
        'SELECT person_id FROM fair_exhibitors WHERE fair_id = $1',
        [world.fairId],
      );
      const elsewhere = await other.exhibitor(world.strangerId, { person_id: person?.person_id });
      await other.booking(await other.desk(world.guestId), elsewhere, 0, 'confirmed', {
        person_id: person?.person_id,
      });
      for (const seed of [1, 2, 3]) {
        await scheduled(world, seed);
        expect((await meetings(world)).map(({ slot }) => slot)).toEqual([1]);
      }
    } finally {
      await world.end();
    }
  });

  it('is refused when anything has changed since, whole and without a trace', async () => {
    await make();
    try {
      await wishOfDesks(world, ALL);
      await world.moveTo('scheduling');
      const preview = await computed(world);
      const { id } = world.desks[0]!;
      const desk = `/fairs/${world.fairId}/desks/${id}`;
      await world.manager.patch(desk, { seats: 2 }, { version: 1, expect: 200 });
      expect((await apply(world, preview, 409))['code']).toBe('FAIR_SCHEDULE_OUTDATED');
      expect(await meetings(world)).toEqual([]);
      const path = `/fairs/${world.fairId}/schedules`;
      const later = await world.manager.get(`${path}/${String(preview['id'])}`, { expect: 200 });
      expect(later.body['isOutdated']).toBe(true);
      await world.manager.patch(desk, { seats: 1 }, { version: 2, expect: 200 });
      await apply(world, preview);
    } finally {
      await world.end();
    }
  });

  it('is outdated once a slot of it has begun, and leaves what has begun alone', async () => {
    await make();
    try {
      await wishOfDesks(world, ALL);
      await world.moveTo('open');
      const preview = await computed(world);
      world.setTime('10:00');
      expect((await apply(world, preview, 409))['code']).toBe('FAIR_SCHEDULE_OUTDATED');
      world.setToday('2026-06-01');
      await apply(world, preview);
      world.setTime('10:40');
      const begun = (await meetings(world)).filter(({ slot }) => slot < 2);
      for (let seed = 2; seed < 6; seed += 1) await scheduled(world, seed);
      expect((await meetings(world)).filter(({ slot }) => slot < 2)).toEqual(begun);
    } finally {
      await world.end();
    }
  });

  it('is the organiser’s alone', async () => {
    await make();
    try {
      await world.moveTo('scheduling');
      const preview = await computed(world, 1, world.adviser);
      const path = `/fairs/${world.fairId}/schedules`;
      const one = `${path}/${String(preview['id'])}`;
      const key = { idempotencyKey: true } as const;
      for (const client of [world.guestManager, world.otherAdviser]) {
        for (const answer of [
          await client.get(path),
          await client.get(one),
          await client.post(path, {}, key),
          await client.post(`${one}/apply`, {}, key),
          await client.post(`${one}/discard`, {}),
        ])
          expect([403, 404]).toContain(answer.status);
      }
      await world.desks[0]!.clerk.get(path, { expect: 403 });
      await world.exhibitors[0]!.person.get(path, { expect: 403 });
      const list = await world.manager.get(path, { expect: 200 });
      expect(listOf(list.body['items'])).toHaveLength(1);
    } finally {
      await world.end();
    }
  });

  it('is computed in no other state, put aside for good, and failed when its job fails', async () => {
    await make();
    try {
      const path = `/fairs/${world.fairId}/schedules`;
      const early = await world.manager.post(path, {}, { expect: 409, idempotencyKey: true });
      expect(early.body['code']).toBe('FAIR_STATE');
      await world.moveTo('scheduling');
      const preview = await computed(world);
      const one = `${path}/${String(preview['id'])}`;
      const discarded = await world.manager.post(`${one}/discard`, {}, { expect: 200 });
      expect(discarded.body['state']).toBe('discarded');
      await world.manager.post(`${one}/discard`, {}, { expect: 409 });
      expect((await apply(world, preview, 409))['code']).toBe('FAIR_SCHEDULE_STATE');

      const [row] = await world.database.sql<{ id: string }>(
        `UPDATE fair_schedules SET state = 'solving' WHERE fair_id = $1 RETURNING id`,
        [world.fairId],
      );
      const actor = systemActor('test');
      const payload = { fairId: world.fairId, scheduleId: String(row?.id) };
      const job = { id: '', institutionId: null, actor, payload, signal: new AbortController().signal };
      await world.app
        .get(JobHandlers)
        .of('fair-schedule')
        ?.failed?.({ ...job, progress: async () => undefined }, { code: 'ACCOUNT_DISABLED' });
      expect((await world.manager.get(one, { expect: 200 })).body['state']).toBe('failed');
    } finally {
      await world.end();
    }
  });

  it('tells its job how far it is', async () => {
    await make();
    try {
      await world.moveTo('scheduling');
      const path = `/fairs/${world.fairId}/schedules`;
      const started = await world.manager.post(path, {}, { expect: 202, idempotencyKey: true });
      expect(started.body['schedule']).toMatchObject({ state: 'solving', seed: 1, meetings: null });
      const job = await finishedJob(world.manager, String(started.body['job']?.['id']));
      expect(job).toMatchObject({ kind: 'fair-schedule', state: 'succeeded', done: 5, total: 5 });
      expect(job['resultUrl']).toBe(`${path}/${String(started.body['schedule']?.['id'])}`);
    } finally {
      await world.end();
    }
  });
});
