import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createFairWorld, givenMeeting, type FairWorld } from './support/fair-world';

let world: FairWorld;
let room: string;
beforeAll(async () => {
  world = await createFairWorld({
    desks: 2,
    exhibitors: 3,
    slots: 4,
    fair: { applicationsCloseOn: '2026-06-10' },
  });
  room = `/fairs/${world.fairId}`;
});
afterAll(() => world.end());

const codeOf = (answer: { body: Body }) => answer.body['code'];
const deskPath = (index: number) => `${room}/desks/${world.desks[index]?.id}`;
const clerk = (index: number) => world.desks[index]!.clerk;
const person = (index: number) => world.exhibitors[index]!.person;

async function desk(index: number): Promise<Body> {
  const { body } = await world.manager.get(`${room}/desks`, { expect: 200 });
  return listOf(body['items']).find((one) => String(one['id']) === world.desks[index]?.id) ?? {};
}
const versionOf = async (thing: Promise<Body>) => Number((await thing)['version']);

async function stateOf(bookingId: string) {
  const [row] = await world.database.sql<{ state: string; reason: string | null }>(
    'SELECT state, cancel_reason AS reason FROM fair_bookings WHERE id = $1',
    [bookingId],
  );
  return row;
}

const forget = async (...bookingIds: string[]) => {
  await world.database.sql('DELETE FROM fair_bookings WHERE id = ANY ($1::uuid[])', [bookingIds]);
};

describe('desks', () => {
  it('are set up by the organiser for anybody, by others for their own place', async () => {
    const ownPlace = await world.given.department(world.guestId, '복지과');
    const hostPlace = await world.given.department(world.hostId, '복지과');
    const guest = { institutionId: world.guestId, departmentId: ownPlace };
    await world.guestManager.post(
      `${room}/desks`,
      { institutionId: world.hostId, departmentId: hostPlace },
      { expect: 404 },
    );
    await world.otherAdviser.post(
      `${room}/desks`,
      { institutionId: world.hostId, departmentId: hostPlace },
      { expect: 404 },
    );
    await clerk(1).post(`${room}/desks`, guest, { expect: 404 });
    await person(0).post(`${room}/desks`, guest, { expect: 403 });
    const made = await world.guestManager.post(
      `${room}/desks`,
      { ...guest, seats: 2, looksFor: ' 청소용역 ' },
      { expect: 201 },
    );
    expect(made.body).toMatchObject({
      departmentName: '복지과',
      institutionName: '강북구',
      seats: 2,
      looksFor: '청소용역',
    });
    // a department has one desk, however often it is asked for
    expect(codeOf(await world.guestManager.post(`${room}/desks`, guest, { expect: 409 }))).toBe(
      'FAIR_DESK_EXISTS',
    );
    // the manager of the host knows the guest, not its departments
    await world.manager.post(`${room}/desks`, { institutionId: world.guestId }, { expect: 201 });
  });

  it('are of a department that is there', async () => {
    const wrong = { institutionId: world.hostId, departmentId: world.desks[1]?.departmentId };
    await world.manager.post(`${room}/desks`, wrong, { expect: 404 });
    const ended = await world.given.department(world.hostId, '없어진 과');
    await world.database.sql(`UPDATE departments SET valid_to = '2026-01-01' WHERE id = $1`, [ended]);
    const gone = await world.manager.post(
      `${room}/desks`,
      { institutionId: world.hostId, departmentId: ended },
      { expect: 422 },
    );
    expect(codeOf(gone)).toBe('DEPARTMENT_NOT_VALID');
  });

  it('change for who runs them, and the second of two is told', async () => {
    const version = await versionOf(desk(0));
    const absent = [world.slotIds[3]];
    const changed = await clerk(0).patch(
      deskPath(0),
      { absentSlotIds: absent, looksFor: '인쇄물' },
      { version, expect: 200 },
    );
    expect(changed.body).toMatchObject({
      absentSlotIds: absent,
      looksFor: '인쇄물',
      seats: 1,
      version: version + 1,
    });
    expect(codeOf(await clerk(0).patch(deskPath(0), { seats: 2 }, { version, expect: 412 }))).toBe(
      'VERSION_STALE',
    );
    await clerk(1).patch(deskPath(0), { seats: 2 }, { version: version + 1, expect: 404 });
    await world.guestManager.patch(deskPath(0), { seats: 2 }, { version: version + 1, expect: 404 });
    await person(0).patch(deskPath(0), { seats: 2 }, { version: version + 1, expect: 403 });
    const elsewhere = [world.fairId];
    const wrong = await clerk(0).patch(
      deskPath(0),
      { absentSlotIds: elsewhere },
      { version: version + 1, expect: 422 },
    );
    expect(wrong.body).toMatchObject({ code: 'FAIR_DESK_INVALID', details: { field: 'absentSlotIds' } });
    await clerk(0).patch(deskPath(0), { absentSlotIds: [] }, { version: version + 1, expect: 200 });
  });

  it('lose no seat and no slot in which somebody is to be met', async () => {
    const version = await versionOf(desk(0));
    await clerk(0).patch(deskPath(0), { seats: 2 }, { version, expect: 200 });
    const held = await givenMeeting(world, [0, 0, 1], { seat: 2 });
    for (const change of [{ seats: 1 }, { absentSlotIds: [world.slotIds[1]] }]) {
      const answer = await clerk(0).patch(deskPath(0), change, { version: version + 1, expect: 409 });
      expect(answer.body).toMatchObject({ code: 'FAIR_HAS_BOOKINGS', details: { bookings: 1 } });
    }
    await clerk(0).patch(
      deskPath(0),
      { absentSlotIds: [world.slotIds[2]] },
      { version: version + 1, expect: 200 },
    );
    await world.database.sql(
      `UPDATE fair_bookings SET state = 'cancelled', cancel_reason = '취소' WHERE id = $1`,
      [held],
    );
    const less = { seats: 1, absentSlotIds: [] };
    await clerk(0).patch(deskPath(0), less, { version: version + 2, expect: 200 });
    await forget(held);
  });

  it('are taken back with a reason, their meetings with them, and may come again', async () => {
    const departmentId = await world.given.department(world.hostId, '총무과');
    const place = { institutionId: world.hostId, departmentId };
    const made = await world.manager.post(`${room}/desks`, place, { expect: 201 });
    const path = `${room}/desks/${String(made.body['id'])}`;
    await world.manager.post(`${path}/withdraw`, { reason: ' ' }, { version: 1, expect: 400 });
    await world.guestManager.post(`${path}/withdraw`, { reason: '취소' }, { version: 1, expect: 404 });
    const gone = await world.manager.post(
      `${path}/withdraw`,
      { reason: '부서 일정' },
      { version: 1, expect: 200 },
    );
    expect(gone.body).toMatchObject({ withdrawnReason: '부서 일정', version: 2 });
    await world.manager.patch(path, { seats: 2 }, { version: 2, expect: 422 });
    const names = async (by: ApiClient) =>
      listOf((await by.get(`${room}/desks`, { expect: 200 })).body['items']).map(
        (one) => one['departmentName'],
      );
    expect(await names(world.manager)).toContain('총무과');
    expect(await names(world.stranger)).not.toContain('총무과');
    await world.manager.post(`${room}/desks`, place, { expect: 201 });
    expect(await names(world.stranger)).toContain('총무과');
  });

  it('that are taken back cancel what lies ahead, and keep what was', async () => {
    const ahead = await givenMeeting(world, [1, 0, 0]);
    const was = await givenMeeting(world, [1, 1, 1], { state: 'attended' });
    await world.database.sql(
      `INSERT INTO fair_waiting (fair_id, desk_id, exhibitor_id, institution_id, supplier_id, created_by)
       SELECT d.fair_id, d.id, e.id, d.institution_id, e.supplier_id, d.created_by FROM fair_desks d, fair_exhibitors e
       WHERE d.id = $1 AND e.id = $2`,
      [world.desks[1]?.id, world.exhibitors[2]?.id],
    );
    const version = await versionOf(desk(1));
    await clerk(1).post(`${deskPath(1)}/withdraw`, { reason: '부서 일정' }, { version, expect: 200 });
    expect(await stateOf(ahead)).toEqual({ state: 'cancelled', reason: '부서 일정' });
    expect(await stateOf(was)).toEqual({ state: 'attended', reason: null });
    const waiting = await world.database.sql('SELECT state FROM fair_waiting');
    expect(waiting).toEqual([{ state: 'withdrawn' }]);
  });
});
