import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, Answer } from './support/api-client';
import { listOf } from './support/api-client';
import { createFairWorld, FAIR_DAY, type FairWorld } from './support/fair-world';

let world: FairWorld;

beforeAll(async () => {
  world = await createFairWorld({ desks: 3, exhibitors: 6, slots: 6, state: 'open' });
});
afterAll(() => world.end());

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`no such one: ${index}`);
  return found;
};

function book(
  who: ApiClient,
  desk: number,
  exhibitor: number,
  slot: number,
  expected: number,
): Promise<Answer> {
  return who.post(
    `/fairs/${world.fairId}/bookings`,
    {
      deskId: at(world.desks, desk).id,
      exhibitorId: at(world.exhibitors, exhibitor).id,
      slotId: at(world.slotIds, slot),
    },
    { expect: expected },
  );
}

const act = (
  who: ApiClient,
  booking: Answer,
  action: string,
  body: unknown,
  status: number,
  version?: number,
) =>
  who.post(`/fairs/${world.fairId}/bookings/${String(booking.body['id'])}/${action}`, body, {
    expect: status,
    ...(version === undefined ? {} : { version }),
  });

describe('a booking', () => {
  it('is confirmed when the organiser makes it', async () => {
    const made = await book(world.manager, 0, 0, 0, 201);
    expect(made.body).toMatchObject({
      deskName: '성북구 구매 1과',
      supplierName: '참가 기업 01',
      seat: 1,
      startsAt: '2026-06-16T01:00:00.000Z',
      endsAt: '2026-06-16T01:30:00.000Z',
      state: 'confirmed',
      origin: 'organiser',
      askedBy: 'organiser',
      heldUntil: null,
      version: 1,
    });
  });

  it('is asked for by a side and answered by the other one alone', async () => {
    const { person } = at(world.exhibitors, 1);
    const { clerk } = at(world.desks, 0);
    const asked = await book(person, 0, 1, 1, 201);
    expect(asked.body).toMatchObject({
      state: 'proposed',
      origin: 'request',
      askedBy: 'exhibitor',
      heldUntil: '2026-06-02T15:00:00.000Z',
    });
    await act(person, asked, 'accept', undefined, 403);
    await act(at(world.desks, 1).clerk, asked, 'accept', undefined, 404);
    const accepted = await act(clerk, asked, 'accept', undefined, 200);
    expect(accepted.body).toMatchObject({ state: 'confirmed', heldUntil: null, version: 2 });
    expect((await act(clerk, asked, 'accept', undefined, 409)).body).toMatchObject({ code: 'BOOKING_STATE' });
  });

  it('cannot have a place that somebody has: the refusal names the reason and what is near', async () => {
    const refused = await book(at(world.exhibitors, 2).person, 0, 2, 0, 409);
    expect(refused.body).toMatchObject({
      code: 'BOOKING_DESK_TAKEN',
      details: {
        deskName: '성북구 구매 1과',
        supplierName: '참가 기업 03',
        startsAt: '2026-06-16T01:00:00.000Z',
        nearestSlotIds: [at(world.slotIds, 2), at(world.slotIds, 3), at(world.slotIds, 4)],
        canWait: true,
        waiting: 0,
      },
    });
    const elsewhere = await book(at(world.desks, 1).clerk, 1, 0, 0, 409);
    expect(elsewhere.body).toMatchObject({
      code: 'BOOKING_EXHIBITOR_TAKEN',
      details: {
        canWait: false,
        nearestSlotIds: [at(world.slotIds, 1), at(world.slotIds, 2), at(world.slotIds, 3)],
      },
    });
    const again = await book(world.manager, 0, 0, 3, 409);
    expect(again.body).toMatchObject({ code: 'BOOKING_PAIR_MEETS', details: { nearestSlotIds: [] } });
  });

  it('is moved, cancelled and restored, each by who may', async () => {
    const { person } = at(world.exhibitors, 2);
    const { clerk } = at(world.desks, 1);
    const asked = await book(clerk, 1, 2, 2, 201);
    const confirmed = await act(person, asked, 'accept', undefined, 200);
    const stale = { slotId: at(world.slotIds, 3) };
    await act(person, asked, 'move', stale, 412, 1);
    const moved = await act(person, confirmed, 'move', stale, 200, 2);
    expect(moved.body).toMatchObject({ slotId: at(world.slotIds, 3), version: 3 });
    const desk = { slotId: at(world.slotIds, 3), deskId: at(world.desks, 2).id };
    await act(person, moved, 'move', desk, 403, 3);
    await act(person, moved, 'cancel', { reason: ' ' }, 400);
    const cancelled = await act(person, moved, 'cancel', { reason: '납품 일정' }, 200);
    expect(cancelled.body).toMatchObject({
      state: 'cancelled',
      cancelReason: '납품 일정',
      cancelledBy: 'exhibitor',
    });
    await act(clerk, cancelled, 'restore', undefined, 403);
    const restored = await act(person, cancelled, 'restore', undefined, 200);
    expect(restored.body).toMatchObject({ state: 'confirmed', cancelReason: null, cancelledBy: null });
    const locked = await act(world.manager, restored, 'lock', { isLocked: true }, 200, 5);
    expect(locked.body).toMatchObject({ isLocked: true, version: 6 });
    await act(person, locked, 'lock', { isLocked: false }, 403, 6);
  });

  it('is shown to its parties and the organiser alone', async () => {
    const path = `/fairs/${world.fairId}/bookings`;
    const all = listOf((await world.manager.get(path, { expect: 200 })).body['items']);
    expect(all.map((one) => one['startsAt'])).toEqual(all.map((one) => one['startsAt']).sort());
    expect(all).toHaveLength(3);
    const own = listOf((await at(world.exhibitors, 1).person.get(path, { expect: 200 })).body['items']);
    expect(own.map((one) => one['exhibitorId'])).toEqual([at(world.exhibitors, 1).id]);
    const desk = listOf((await at(world.desks, 1).clerk.get(path, { expect: 200 })).body['items']);
    expect(desk.map((one) => one['deskId'])).toEqual([at(world.desks, 1).id]);
    expect(listOf((await world.stranger.get(path, { expect: 200 })).body['items'])).toEqual([]);
    const id = String(all[0]?.['id']);
    await at(world.exhibitors, 5).person.get(`${path}/${id}`, { expect: 404 });
    await at(world.exhibitors, 0).person.get(`${path}/${id}`, { expect: 200 });
    const first = await world.manager.get(`${path}?limit=2`, { expect: 200 });
    const next = await world.manager.get(`${path}?limit=2&cursor=${String(first.body['nextCursor'])}`, {
      expect: 200,
    });
    expect(listOf(next.body['items']).map((one) => one['id'])).toEqual([all[2]?.['id']]);
    await world.manager.get(`${path}?cursor=${Buffer.from('[9e15,"0"]').toString('base64url')}`, {
      expect: 400,
    });
  });

  it('is told to those who did not act, and to nobody else', async () => {
    const told = async (who: ApiClient) =>
      listOf((await who.get('/notices', { expect: 200 })).body['items']).map(({ kind, params }) =>
        [kind, params?.['change'], params?.['supplierName']].join(' '),
      );
    expect(await told(at(world.desks, 1).clerk)).toEqual([
      'fair_booking_changed restored 참가 기업 03',
      'fair_booking_changed cancelled 참가 기업 03',
      'fair_booking_changed moved 참가 기업 03',
      'fair_booking_changed accepted 참가 기업 03',
    ]);
    expect(await told(at(world.exhibitors, 2).person)).toEqual(['fair_booking_asked  참가 기업 03']);
    expect(await told(at(world.exhibitors, 0).person)).toEqual(['fair_booking_changed booked 참가 기업 01']);
    expect(await told(at(world.exhibitors, 5).person)).toEqual([]);
  });

  it('is not made in a slot that has begun', async () => {
    world.setTime('12:30');
    expect((await book(world.manager, 2, 4, 5, 422)).body).toMatchObject({ code: 'BOOKING_INVALID' });
    world.setToday('2026-06-01');
    expect(FAIR_DAY).toBe('2026-06-16');
  });
});

describe('the waiting list', () => {
  const join = (who: ApiClient, desk: number, exhibitor: number, slot: number | null, status: number) =>
    who.post(
      `/fairs/${world.fairId}/waiting-list`,
      {
        deskId: at(world.desks, desk).id,
        exhibitorId: at(world.exhibitors, exhibitor).id,
        slotId: slot === null ? null : at(world.slotIds, slot),
      },
      { expect: status },
    );
  const entry = async (id: unknown) => {
    const list = await world.manager.get(`/fairs/${world.fairId}/waiting-list`, { expect: 200 });
    return listOf(list.body['items']).find((one) => one['id'] === id);
  };

  it('gives a freed place to the first who can come, then to the next', async () => {
    const held = await book(world.manager, 2, 3, 0, 201);
    const first = await join(at(world.exhibitors, 4).person, 2, 4, 0, 201);
    const second = await join(at(world.exhibitors, 5).person, 2, 5, 0, 201);
    expect([first.body['place'], second.body['place']]).toEqual([1, 2]);
    await join(at(world.exhibitors, 4).person, 2, 4, 0, 409);
    expect((await join(at(world.exhibitors, 5).person, 2, 5, 1, 409)).body).toMatchObject({
      code: 'WAITING_NOT_NEEDED',
    });
    await join(at(world.desks, 2).clerk, 2, 2, 0, 403);

    await act(at(world.exhibitors, 3).person, held, 'cancel', { reason: '불참' }, 200);
    const offered = await entry(first.body['id']);
    expect(offered).toMatchObject({
      state: 'offered',
      place: null,
      offeredUntil: '2026-06-01T05:00:00.000Z',
    });
    expect(await entry(second.body['id'])).toMatchObject({ state: 'waiting', place: 1 });
    expect((await book(at(world.desks, 2).clerk, 2, 2, 0, 409)).body).toMatchObject({
      code: 'BOOKING_DESK_TAKEN',
    });

    const path = `/fairs/${world.fairId}/waiting-list`;
    await at(world.exhibitors, 5).person.post(`${path}/${String(first.body['id'])}/accept`, undefined, {
      expect: 404,
    });
    await at(world.exhibitors, 4).person.post(`${path}/${String(first.body['id'])}/decline`, undefined, {
      expect: 200,
    });
    expect(await entry(second.body['id'])).toMatchObject({ state: 'offered' });
    const taken = await at(world.exhibitors, 5).person.post(
      `${path}/${String(second.body['id'])}/accept`,
      undefined,
      {
        expect: 200,
      },
    );
    expect(taken.body).toMatchObject({ state: 'confirmed', origin: 'waiting_list' });
    const [notice] = listOf(
      (await at(world.exhibitors, 5).person.get('/notices', { expect: 200 })).body['items'],
    );
    expect(notice).toMatchObject({
      kind: 'fair_place_offered',
      link: `/my-fairs/${world.fairId}`,
      params: {
        deskName: '성북구 구매 3과',
        startsAt: '2026-06-16T01:00:00.000Z',
        heldUntil: '2026-06-01T05:00:00.000Z',
      },
    });
    expect(await entry(second.body['id'])).toMatchObject({ state: 'accepted' });
  });
});
