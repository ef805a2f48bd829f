import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import { BookingSweeper } from '../src/fairs/bookings/booking-sweeper';
import { listOf, type ApiClient } from './support/api-client';
import {
  createFairWorld,
  DAY_BEFORE,
  FAIR_DAY,
  givenMeeting,
  type DeskAtFair,
  type ExhibitorAtFair,
  type FairWorld,
} from './support/fair-world';
import { heldFair } from './support/held-fair';

/** What somebody meets who does two things at once, says what nobody says, or comes when it is over. */
let world: FairWorld;
beforeAll(async () => {
  world = await createFairWorld({ desks: 2, exhibitors: 5, slots: 6, seats: 2, state: 'open' });
}, 120_000);
afterAll(() => world.end());
beforeEach(async () => {
  world.setToday(DAY_BEFORE);
  for (const table of ['fair_results', 'fair_waiting', 'fair_bookings', 'fair_check_ins'])
    await world.database.sql(`DELETE FROM ${table}`);
  await world.database.sql(`UPDATE fair_exhibitors SET state = 'confirmed', decision_reason = NULL`);
});

const room = (path: string) => `/fairs/${world.fairId}/${path}`;
const desk = (index: number): DeskAtFair => world.desks[index]!;
const exhibitor = (index: number): ExhibitorAtFair => world.exhibitors[index]!;
const wait = (index: number, slotId: string | null, deskAt = 0) =>
  exhibitor(index).person.post(
    room('waiting-list'),
    { deskId: desk(deskAt).id, exhibitorId: exhibitor(index).id, slotId },
    { expect: 201 },
  );

async function withdraw(by: ApiClient, what: 'desks' | 'exhibitors', id: string): Promise<void> {
  const { body } = await world.admin.get(room(what), { expect: 200 });
  const version = Number(listOf(body['items']).find((one) => String(one['id']) === id)?.['version']);
  await by.post(room(`${what}/${id}/withdraw`), { reason: '회사 일정' }, { version, expect: 200 });
}

describe('a page of bookings', () => {
  it.each([-8.64e15, -1e15, 8.64e15])('has no place at the instant %p, which nobody was told', async (at) => {
    const cursor = Buffer.from(JSON.stringify([at, world.fairId])).toString('base64url');
    const answer = await world.manager.get(room(`bookings?cursor=${cursor}`), { expect: 400 });
    expect(answer.body['code']).toBe('INVALID_CURSOR');
  });
});

describe('who leaves while the fair runs', () => {
  it('leaves what has begun as it was, and its result is still written down', async () => {
    const begun = await givenMeeting(world, [0, 0, 0]);
    const ahead = await givenMeeting(world, [1, 0, 4]);
    world.setTime('11:10');
    await withdraw(exhibitor(0).person, 'exhibitors', exhibitor(0).id);
    const states = await world.database.sql('SELECT id, state FROM fair_bookings ORDER BY during');
    expect(states).toEqual([
      { id: begun, state: 'confirmed' },
      { id: ahead, state: 'cancelled' },
    ]);
    const said = { interest: 'some', nextStep: 'later' };
    await desk(0).clerk.put(room(`bookings/${begun}/result`), said, { expect: 200 });
  });

  it('takes back what it only asked for, also in a slot that runs', async () => {
    await givenMeeting(world, [0, 0, 0]);
    await givenMeeting(world, [0, 1, 0], { seat: 2 });
    await wait(2, world.slotIds[0]!);
    world.setTime('10:12');
    await world.manager.post(room('check-ins'), { code: exhibitor(2).code }, { expect: 200 });
    const [first] = await world.database.sql<{ id: string }>('SELECT id FROM fair_bookings WHERE seat = 1');
    await desk(0).clerk.post(room(`bookings/${first!.id}/no-show`), {}, { expect: 200 });
    await withdraw(exhibitor(2).person, 'exhibitors', exhibitor(2).id);
    const states = await world.database.sql('SELECT exhibitor_id AS id, state FROM fair_bookings');
    expect(states).toHaveLength(3);
    expect(states).toContainEqual({ id: exhibitor(1).id, state: 'confirmed' });
    expect(states).toContainEqual({ id: exhibitor(2).id, state: 'cancelled' });
  });
});

describe('a desk and the organiser who say the opposite of one meeting at once', () => {
  it('are answered one after the other, without a deadlock', async () => {
    const runners = jest.spyOn(world.app.get(DataSource), 'createQueryRunner');
    const say = async (isAtOnce: boolean) => {
      await world.database.sql(
        'DELETE FROM fair_waiting; DELETE FROM fair_bookings; DELETE FROM fair_check_ins',
      );
      world.setToday(DAY_BEFORE);
      const meeting = await givenMeeting(world, [0, 0, 0]);
      await givenMeeting(world, [0, 1, 0], { seat: 2 });
      await wait(2, world.slotIds[0]!);
      world.setTime('10:12');
      await world.manager.post(room('check-ins'), { code: exhibitor(2).code }, { expect: 200 });
      runners.mockClear();
      const noShow = () => desk(0).clerk.post(room(`bookings/${meeting}/no-show`), {});
      const attend = () => world.manager.post(room(`bookings/${meeting}/attend`), {});
      const answers = isAtOnce ? await Promise.all([noShow(), attend()]) : [await noShow(), await attend()];
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      return runners.mock.calls.length;
    };
    const attempts = await say(false);
    for (let round = 0; round < 5; round += 1) expect(await say(true)).toBe(attempts);
    runners.mockRestore();
  });
});

describe('who stands at the desk', () => {
  it('is not sent away because of a place at another fair that nobody confirmed in time', async () => {
    const other = await heldFair(world, world.guestId, { days: [FAIR_DAY], name: '이웃 박람회' });
    const [row] = await world.database.sql<{ person_id: string }>(
      'SELECT person_id FROM fair_exhibitors WHERE id = $1',
      [exhibitor(0).id],
    );
    const person = { person_id: row?.person_id };
    const there = await other.exhibitor(exhibitor(0).supplierId, person);
    const held = { ...person, held_until: '2026-06-03T00:00:00+09:00' };
    const otherDesk = await other.desk(world.guestId);
    await other.booking(otherDesk, there, 0, 'proposed', held);
    world.setTime('10:05');
    const here = { deskId: desk(0).id, exhibitorId: exhibitor(0).id };
    await desk(0).clerk.post(room('walk-ins'), here, { expect: 201 });

    await other.booking(otherDesk, there, 1, 'proposed', held);
    const late = await givenMeeting(world, [1, 0, 1], { state: 'no_show' });
    await desk(1).clerk.post(room(`bookings/${late}/attend`), {}, { expect: 200 });
  });
});

describe('the grid', () => {
  it('counts who waits for any slot of the desk also where a place has just become free', async () => {
    await givenMeeting(world, [0, 0, 0]);
    await givenMeeting(world, [0, 1, 0], { seat: 2 });
    await wait(2, world.slotIds[0]!);
    await world.database.sql(
      `INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, created_by)
       SELECT fair_id, desk_id, $1, institution_id, $2, created_by FROM fair_waiting`,
      [exhibitor(3).id, exhibitor(3).supplierId],
    );
    const counts = async () => {
      const { body } = await world.stranger.get(room(`timetable?deskId=${desk(0).id}`), { expect: 200 });
      return listOf(body['taken']).map(({ taken, waiting }) => [taken, waiting]);
    };
    expect(await counts()).toEqual([[2, 2]]);
    await world.database.sql(`UPDATE fair_bookings SET state = 'no_show'`);
    expect(await counts()).toEqual([[0, 2]]);
  });
});

describe('the sweeper', () => {
  it('serves who can come, however many others wait for a slot that runs and are not there', async () => {
    world.setTime('10:05');
    const waits = `INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, slot_id, created_by)`;
    await world.database.sql(
      `WITH departments_ AS (INSERT INTO departments (institution_id, name, department_group, valid_from)
         SELECT $2, '과 ' || n, 'division', '2010-01-01' FROM generate_series(1, 300) n RETURNING id, name),
       desks AS (INSERT INTO fair_desks (fair_id, institution_id, institution_name, department_id, department_name, created_by)
         SELECT $1, $2, '성북구', id, name, $3 FROM departments_ RETURNING id)
       ${waits} SELECT $1, id, $4, $2, $5, $6, $3 FROM desks`,
      [
        world.fairId,
        world.hostId,
        world.manager.user.id,
        exhibitor(3).id,
        exhibitor(3).supplierId,
        world.slotIds[0],
      ],
    );
    const free = [0, 1, 2, 4].flatMap((at, turn) =>
      [0, 1].map((deskAt) => ({ at, deskAt, slotId: world.slotIds[2 + ((turn + deskAt) % 4)]! })),
    );
    for (const { at, deskAt, slotId } of free) {
      const [{ id, institutionId }, who] = [desk(deskAt), exhibitor(at)];
      await world.database.sql(`${waits} VALUES ($1, $2, $3, $4, $5, $6, $7)`, [
        world.fairId,
        id,
        who.id,
        institutionId,
        who.supplierId,
        slotId,
        world.manager.user.id,
      ]);
    }
    await world.app.get(BookingSweeper).sweep();
    const [served] = await world.database.sql(
      `SELECT count(*) AS count FROM fair_bookings WHERE origin = 'waiting_list'`,
    );
    expect(served).toEqual({ count: free.length });
  });
});

describe('an enterprise of which the register has two rows that were merged', () => {
  it('is at a fair once, whichever of them it comes with', async () => {
    const made = await world.manager.post(
      '/fairs',
      { name: '겨울 박람회', firstDay: FAIR_DAY, lastDay: FAIR_DAY },
      { expect: 201 },
    );
    const path = `/fairs/${String(made.body['id'])}`;
    const hours = [{ day: FAIR_DAY, from: '15:00', to: '16:00' }];
    await world.manager.put(`${path}/slots`, { slotMinutes: 30, hours }, { version: 1, expect: 200 });
    await world.manager.post(`${path}/state`, { state: 'applications' }, { version: 2, expect: 200 });
    const merge = `UPDATE suppliers SET merged_into_id = $2, merged_at = $3, merge_reason = $4 WHERE id = $1`;
    const [gone, stands] = [exhibitor(0), exhibitor(1)];
    const who = { representativeName: '담당', representativeEmail: 'twin@supplier.example' };
    await stands.person.post(`${path}/exhibitors`, who, { expect: 201 });
    await world.database.sql(merge, [gone.supplierId, stands.supplierId, new Date(), '같은 기업']);
    const answer = await gone.person.post(`${path}/exhibitors`, who, { expect: 409 });
    expect(answer.body).toMatchObject({ code: 'FAIR_EXHIBITOR_EXISTS', details: { state: 'applied' } });
    await world.database.sql(merge, [gone.supplierId, null, null, null]);
  });
});

describe('the report', () => {
  it('counts an enterprise once whose two entries were merged', async () => {
    await givenMeeting(world, [0, 0, 0], { state: 'attended' });
    await givenMeeting(world, [0, 1, 1], { state: 'attended' });
    const enterprises = async () =>
      (await world.manager.get(room('report'), { expect: 200 })).body['enterprises']?.['value'];
    expect(await enterprises()).toBe(2);
    const merge = `UPDATE suppliers SET merged_into_id = $2, merged_at = $3, merge_reason = $4 WHERE id = $1`;
    const twin = exhibitor(1).supplierId;
    await world.database.sql(merge, [twin, exhibitor(0).supplierId, new Date(), '같은 기업']);
    expect(await enterprises()).toBe(1);
    await world.database.sql(merge, [twin, null, null, null]);
  });
});
