import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readXlsx } from 'hucre/xlsx';
import { listOf, type ApiClient } from './support/api-client';
import { readCalendar } from './support/calendars';
import { meetings, scheduled, wishOfDesks } from './support/fair-schedules';
import { createFairWorld, type FairWorld } from './support/fair-world';

let world: FairWorld;
const grid = async (who: ApiClient, query = '') =>
  (await who.get(`/fairs/${world.fairId}/timetable${query}`, { expect: 200 })).body;
const download = (who: ApiClient, path: string) =>
  world.app.inject({
    method: 'GET',
    url: `/api/v1/fairs/${world.fairId}${path}`,
    headers: { authorization: `Bearer ${who.token}` },
  });
const desk = (index: number) => world.desks[index]!;
const exhibitor = (index: number) => world.exhibitors[index]!;

/** Two desks meet three enterprises in three slots; the host's desk is full, the guest's has two seats. */
beforeAll(async () => {
  world = await createFairWorld({ desks: 2, exhibitors: 3, slots: 3 });
  await world.manager.patch(
    `/fairs/${world.fairId}/desks/${desk(1).id}`,
    { seats: 2, absentSlotIds: [world.slotIds[2]] },
    { version: 1, expect: 200 },
  );
  await wishOfDesks(
    world,
    [0, 1].flatMap((at) => [0, 1, 2].map((one) => [at, one, 3] as const)),
  );
  await world.moveTo('scheduling');
  await scheduled(world);
  await world.moveTo('open');
});
afterAll(() => world.end());

describe('the timetable', () => {
  it('shows its organisers all desks, slots and meetings', async () => {
    for (const who of [world.manager, world.adviser, world.admin]) {
      const { slots, desks, bookings } = await grid(who);
      expect(listOf(slots).map((one) => one['id'])).toEqual(world.slotIds);
      expect(listOf(slots)[0]).toMatchObject({ day: '2026-06-16', startsAt: '2026-06-16T01:00:00.000Z' });
      // By name: 강북구 comes before 성북구.
      expect(desks).toEqual([
        expect.objectContaining({
          name: '강북구 구매 2과',
          seats: 2,
          absent: [{ slotId: world.slotIds[2] }],
        }),
        expect.objectContaining({ name: '성북구 구매 1과', seats: 1, absent: [] }),
      ]);
      expect(listOf(bookings)).toHaveLength((await meetings(world)).length);
    }
  });

  it('shows a party its own meetings, and of the others only how many there are', async () => {
    const all = await grid(world.manager);
    const own = await grid(exhibitor(0).person);
    expect(new Set(listOf(own['bookings']).map((one) => one['supplierId']))).toEqual(
      new Set([exhibitor(0).supplierId]),
    );
    expect(own['taken']).toEqual(all['taken']);
    expect(JSON.stringify(own)).not.toContain('참가 기업 02');
    for (const at of [0, 1]) {
      const mine = await grid(desk(at).clerk);
      expect(new Set(listOf(mine['bookings']).map((one) => one['deskId']))).toEqual(new Set([desk(at).id]));
      expect(mine['taken']).toEqual(all['taken']);
    }
    const total = listOf(all['taken']).reduce((sum, one) => sum + Number(one['taken']), 0);
    expect(total).toBe((await meetings(world)).length);
  });

  it('shows a guest’s manager and adviser the guest’s desk, and a stranger numbers alone', async () => {
    for (const who of [world.guestManager, world.otherAdviser]) {
      const { bookings } = await grid(who);
      expect(new Set(listOf(bookings).map((one) => one['deskId']))).toEqual(new Set([desk(1).id]));
    }
    const { bookings, taken } = await grid(world.stranger);
    expect(bookings).toEqual([]);
    expect(listOf(taken).length).toBeGreaterThan(0);
    await world.anonymous.get(`/fairs/${world.fairId}/timetable`, { expect: 401 });
  });

  it('narrows to a desk or an exhibitor, and never beyond what one may see', async () => {
    const ofDesk = await grid(world.manager, `?deskId=${desk(0).id}`);
    expect(listOf(ofDesk['desks'])).toHaveLength(1);
    for (const list of ['bookings', 'taken'])
      expect(new Set(listOf(ofDesk[list]).map((one) => one['deskId']))).toEqual(new Set([desk(0).id]));
    const ofOne = await grid(world.manager, `?exhibitorId=${exhibitor(1).id}`);
    expect(new Set(listOf(ofOne['bookings']).map((one) => one['exhibitorId']))).toEqual(
      new Set([exhibitor(1).id]),
    );
    const notMine = await grid(exhibitor(0).person, `?exhibitorId=${exhibitor(1).id}`);
    expect(notMine['bookings']).toEqual([]);
  });

  it('counts who waits for a full place, for it alone or for any of the desk’s', async () => {
    const full = (await meetings(world)).find((one) => one.desk === 0)!;
    const path = `/fairs/${world.fairId}/waiting-list`;
    const { id: exhibitorId } = await otherExhibitor();
    const entry = { deskId: desk(0).id, exhibitorId, slotId: world.slotIds[full.slot] };
    await world.manager.post(path, entry, { expect: 201, idempotencyKey: true });
    const { taken } = await grid(world.manager);
    const place = listOf(taken).find(
      (one) => String(one['deskId']) === desk(0).id && String(one['slotId']) === world.slotIds[full.slot],
    );
    expect(place).toMatchObject({ taken: 1, waiting: 1 });
  });

  it('does not count a proposal whose answer did not come', async () => {
    const before = await grid(world.manager);
    const { id: exhibitorId, person } = await otherExhibitor();
    const free = listOf(before['taken']).find(
      (one) => String(one['deskId']) === desk(1).id && one['taken'] !== undefined && Number(one['taken']) < 2,
    );
    const slotId = free?.['slotId'] ?? world.slotIds[0];
    await person.post(
      `/fairs/${world.fairId}/bookings`,
      { deskId: desk(1).id, exhibitorId, slotId },
      { expect: 201, idempotencyKey: true },
    );
    expect((await grid(world.manager))['taken']).not.toEqual(before['taken']);
    world.setToday('2026-06-10');
    const after = await grid(world.manager);
    expect(after['taken']).toEqual(before['taken']);
    expect(after['bookings']).toEqual(before['bookings']);
    expect(after['now']).toBe('2026-06-10T03:00:00.000Z');
    world.setToday('2026-06-01');
  });
});

/** A fourth enterprise, which the schedule did not know. */
let fourth: { id: string; person: ApiClient } | undefined;
async function otherExhibitor() {
  if (fourth !== undefined) return fourth;
  const answer = await world.manager.post(
    `/fairs/${world.fairId}/exhibitors`,
    {
      supplierId: world.strangerId,
      representativeName: '담당 4',
      representativeEmail: 'person-4@supplier.example',
    },
    { expect: 201, idempotencyKey: true },
  );
  fourth = { id: String(answer.body['id']), person: world.stranger };
  return fourth;
}

describe('the sheet of the timetable', () => {
  it('has a row for each meeting, by time, in Korean time, for the organiser alone', async () => {
    const answer = await download(world.manager, '/timetable/sheet');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-disposition']).toContain('attachment');
    const [headings, ...rows] = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? [];
    expect(headings?.slice(0, 6)).toEqual(['날짜', '시작', '끝', '상담석', '자리', '참가 기업']);
    expect(rows).toHaveLength(listOf((await grid(world.manager))['bookings']).length);
    expect(rows[0]?.slice(0, 5)).toEqual(['2026-06-16', '10:00', '10:30', '강북구 구매 2과', 1]);
    expect(rows.map((row) => String(row[1]))).toEqual(rows.map((row) => String(row[1])).sort());
    expect(rows[0]).toEqual(expect.arrayContaining(['확정', '상담 배정']));
    expect((await download(desk(0).clerk, '/timetable/sheet')).statusCode).toBe(403);
    expect((await download(world.guestManager, '/timetable/sheet')).statusCode).toBeGreaterThan(402);
  });
});

describe('a calendar', () => {
  it('holds a desk’s meetings, for the desk and the organiser', async () => {
    const path = `/desks/${desk(0).id}/calendar`;
    const own = (await meetings(world)).filter((one) => one.desk === 0);
    for (const who of [desk(0).clerk, world.manager]) {
      const answer = await download(who, path);
      expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8');
      const events = readCalendar(answer.body);
      expect(events.map((one) => one['UID'])).toEqual(own.map(({ id }) => `${id}@ieum`));
      expect(events[0]).toMatchObject({
        DTSTART: '20260616T010000Z',
        DTEND: '20260616T013000Z',
        STATUS: 'CONFIRMED',
        SEQUENCE: '1',
        LOCATION: '성북구 구매 1과',
      });
    }
    expect([403, 404]).toContain((await download(desk(1).clerk, path)).statusCode);
    expect((await download(exhibitor(0).person, path)).statusCode).toBe(403);
  });

  it('keeps a meeting’s identity when it moves, and says that it is cancelled', async () => {
    const path = `/exhibitors/${exhibitor(2).id}/calendar`;
    const [first] = (await meetings(world)).filter((one) => one.exhibitor === 2);
    const events = async () =>
      readCalendar((await download(exhibitor(2).person, path)).body).filter(
        (one) => one['UID'] === `${first!.id}@ieum`,
      );
    expect(await events()).toEqual([expect.objectContaining({ SEQUENCE: '1', STATUS: 'CONFIRMED' })]);
    await world.manager.post(
      `/fairs/${world.fairId}/bookings/${first!.id}/cancel`,
      { reason: '일정 변경' },
      { expect: 200 },
    );
    expect(await events()).toEqual([expect.objectContaining({ SEQUENCE: '2', STATUS: 'CANCELLED' })]);
    const again = await world.manager.post(
      `/fairs/${world.fairId}/bookings/${first!.id}/restore`,
      {},
      { expect: 200 },
    );
    expect(again.body['state']).toBe('confirmed');
    expect(await events()).toEqual([expect.objectContaining({ SEQUENCE: '3', STATUS: 'CONFIRMED' })]);
  });

  it('of an enterprise is its own and the organiser’s', async () => {
    const path = `/exhibitors/${exhibitor(0).id}/calendar`;
    expect((await download(world.adviser, path)).statusCode).toBe(200);
    for (const who of [exhibitor(1).person, desk(0).clerk, world.stranger])
      expect([403, 404]).toContain((await download(who, path)).statusCode);
    expect((await download(world.manager, `/exhibitors/${desk(0).id}/calendar`)).statusCode).toBe(404);
  });
});
