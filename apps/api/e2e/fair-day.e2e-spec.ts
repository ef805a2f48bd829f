import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import {
  createFairWorld,
  FAIR_DAY,
  type DeskAtFair,
  type ExhibitorAtFair,
  type FairWorld,
} from './support/fair-world';

let world: FairWorld;
/** of the host, and of a guest */
let desk: DeskAtFair;
let guestDesk: DeskAtFair;

beforeAll(async () => {
  world = await createFairWorld({ desks: 2, exhibitors: 8, slots: 8, state: 'open' });
  [desk, guestDesk] = [at(world.desks, 0), at(world.desks, 1)];
}, 120_000);
afterAll(() => world.end());

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index];
  if (found === undefined) throw new Error(`no such one: ${index}`);
  return found;
};
const exhibitor = (index: number): ExhibitorAtFair => at(world.exhibitors, index);
const ofFair = (path: string) => `/fairs/${world.fairId}/${path}`;
const ofBooking = (id: string, path: string) => ofFair(`bookings/${id}/${path}`);
const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;

/** A confirmed meeting. @returns its id */
async function booked(at_: DeskAtFair, party: number, slot: number): Promise<string> {
  world.setToday('2026-06-01');
  const { body } = await world.manager.post(
    ofFair('bookings'),
    { deskId: at_.id, exhibitorId: exhibitor(party).id, slotId: at(world.slotIds, slot) },
    { expect: 201 },
  );
  return String(body['id']);
}
/** What the phone sends of which it never saw an answer: with the key that it had, and once more with another one. */
async function thrice(send: (key: string | true) => Promise<Answer>): Promise<Answer[]> {
  const key = crypto.randomUUID();
  return [await send(key), await send(key), await send(true)];
}

describe('a check-in', () => {
  const checkIn = (by: ApiClient, body: object, key?: string | true) =>
    by.post(ofFair('check-ins'), body, key === undefined ? {} : { idempotencyKey: key });

  it('is of a day of the fair', async () => {
    world.setToday('2026-06-15');
    const { code } = exhibitor(0);
    expect(codeOf(await checkIn(world.manager, { code }))).toBe('409 CHECK_IN_NOT_TODAY');
    expect(codeOf(await checkIn(world.manager, { code, day: FAIR_DAY }))).toBe('409 CHECK_IN_NOT_TODAY');
  });

  it('lost on its way and sent again is there once, with its first time', async () => {
    const mine = await booked(desk, 0, 0);
    const elsewhere = await booked(guestDesk, 0, 1);
    world.setTime('09:50');
    const { code, id, supplierId } = exhibitor(0);
    const typed = ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`;
    const first = await checkIn(desk.clerk, { code: typed }, true);
    expect(first.body).toMatchObject({
      exhibitorId: id,
      supplierId,
      supplierName: '참가 기업 01',
      day: FAIR_DAY,
      checkedInAt: '2026-06-16T00:50:00.000Z',
      bookings: [{ id: mine, isCheckedIn: true }],
    });
    world.setTime('10:20');
    const again = await thrice((key) => checkIn(world.manager, { code }, key));
    expect(again.map(({ headers }) => headers['idempotent-replayed'])).toEqual([
      undefined,
      'true',
      undefined,
    ]);
    for (const { status, body } of again) {
      expect(status).toBe(200);
      expect(body['checkedInAt']).toBe('2026-06-16T00:50:00.000Z');
      expect(listOf(body['bookings']).map((one) => one['id'])).toEqual([mine, elsewhere]);
    }
    const phones = [desk.clerk, guestDesk.clerk, world.manager, world.adviser, exhibitor(0).person];
    await Promise.all([...phones, ...phones].map((by) => checkIn(by, { code }, true)));
    const rows = await world.database.sql('SELECT day FROM fair_check_ins WHERE exhibitor_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  it('is said by the enterprise with its own code alone, and by nobody who has no part in the fair', async () => {
    world.setTime('10:00');
    const { code, person } = exhibitor(1);
    const own = await checkIn(person, { code });
    expect(own.body).toMatchObject({ supplierName: '참가 기업 02', bookings: [] });
    const strangers = [exhibitor(2).person, world.stranger, await clerkWithoutDesk()];
    for (const by of strangers) expect(codeOf(await checkIn(by, { code }))).toBe('404 CHECK_IN_CODE_UNKNOWN');
    expect(codeOf(await checkIn(world.manager, { code: 'WRONG1' }))).toBe('404 CHECK_IN_CODE_UNKNOWN');
  });

  it('put down without a connection comes in the next day by organiser and desks, not by the enterprise', async () => {
    world.setToday('2026-06-17');
    const { code, id, person } = exhibitor(3);
    expect(codeOf(await checkIn(desk.clerk, { code }))).toBe('409 CHECK_IN_NOT_TODAY');
    expect(codeOf(await checkIn(person, { code, day: FAIR_DAY }))).toBe('409 CHECK_IN_NOT_TODAY');
    const late = await checkIn(desk.clerk, { code, day: FAIR_DAY });
    expect(late.body).toMatchObject({ exhibitorId: id, day: FAIR_DAY });
  });

  it('is of a confirmed exhibitor', async () => {
    world.setTime('10:00');
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'withdrawn' WHERE id = $1`, [
      exhibitor(7).id,
    ]);
    const refused = await checkIn(world.manager, { code: exhibitor(7).code });
    expect(codeOf(refused)).toBe('409 FAIR_EXHIBITOR_STATE');
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'confirmed' WHERE id = $1`, [
      exhibitor(7).id,
    ]);
  });

  async function clerkWithoutDesk(): Promise<ApiClient> {
    const departmentId = await world.given.department(world.hostId, '상담석 없는 과');
    return world.loginAs(await world.given.user('clerk', { institutionId: world.hostId, departmentId }));
  }
});

describe('a meeting on the day', () => {
  const say = (by: ApiClient, id: string, what: 'attend' | 'no-show', key: string | true = true) =>
    by.post(ofBooking(id, what), {}, { idempotencyKey: key });

  it('takes place when its day has come, and is said by its desk or the organiser', async () => {
    const id = await booked(desk, 1, 1);
    expect(codeOf(await say(desk.clerk, id, 'attend'))).toBe('409 BOOKING_TOO_EARLY');
    world.setTime('10:31');
    await guestDesk.clerk.post(ofBooking(id, 'attend'), {}, { expect: 404 });
    await exhibitor(1).person.post(ofBooking(id, 'attend'), {}, { expect: 403 });
    const sent = await thrice((key) => say(desk.clerk, id, 'attend', key));
    for (const { status, body } of sent) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, state: 'attended', version: 2 });
    }
    expect(codeOf(await say(desk.clerk, id, 'no-show'))).toBe('409 BOOKING_STATE');
  });

  it('is given up ten minutes after its start, and the place goes to who waits and is there', async () => {
    const id = await booked(desk, 2, 2);
    for (const waiting of [3, 4]) {
      await exhibitor(waiting).person.post(
        ofFair('waiting-list'),
        { deskId: desk.id, exhibitorId: exhibitor(waiting).id, slotId: at(world.slotIds, 2) },
        { expect: 201 },
      );
    }
    world.setTime('11:09');
    expect(codeOf(await say(desk.clerk, id, 'no-show'))).toBe('409 BOOKING_TOO_EARLY');
    // The first of the queue is not here, the second one is.
    await world.database.sql('DELETE FROM fair_check_ins WHERE exhibitor_id = $1', [exhibitor(3).id]);
    await world.manager.post(ofFair('check-ins'), { code: exhibitor(4).code }, { expect: 200 });
    world.setTime('11:10');
    const sent = await thrice((key) => say(desk.clerk, id, 'no-show', key));
    for (const { status, body } of sent) {
      expect(status).toBe(200);
      expect(body).toMatchObject({ id, state: 'no_show', version: 2 });
    }
    const { body } = await desk.clerk.get(ofFair(`bookings?deskId=${desk.id}&state=proposed`), {
      expect: 200,
    });
    expect(listOf(body['items'])).toMatchObject([
      { exhibitorId: exhibitor(4).id, origin: 'stand_by', slotId: at(world.slotIds, 2) },
    ]);
    // Who comes late finds the place taken.
    expect(codeOf(await say(desk.clerk, id, 'attend'))).toBe('409 BOOKING_DESK_TAKEN');
  });

  it('takes place after all when who came late finds the place free', async () => {
    const id = await booked(desk, 5, 3);
    world.setTime('11:45');
    await desk.clerk.post(ofBooking(id, 'no-show'), {}, { expect: 200 });
    const { body } = await desk.clerk.post(ofBooking(id, 'attend'), {}, { expect: 200 });
    expect(body).toMatchObject({ id, state: 'attended' });
  });
});

describe('a walk-in', () => {
  const walkIn = (by: ApiClient, party: number, more: object = {}, key: string | true = true) =>
    by.post(
      ofFair('walk-ins'),
      { deskId: guestDesk.id, exhibitorId: exhibitor(party).id, ...more },
      { idempotencyKey: key },
    );

  it('is a meeting in the slot that runs now, once, however often it is sent', async () => {
    world.setTime('09:30');
    const early = await walkIn(guestDesk.clerk, 6);
    expect(early.body).toMatchObject({ code: 'BOOKING_INVALID', details: { field: 'slotId' } });
    world.setTime('12:05');
    const sent = await thrice((key) => walkIn(guestDesk.clerk, 6, {}, key));
    const [first] = sent;
    for (const { status, body } of sent) {
      expect(status).toBe(201);
      expect(body['id']).toBe(first?.body['id']);
    }
    expect(first?.body).toMatchObject({
      state: 'walk_in',
      origin: 'walk_in',
      askedBy: 'desk',
      slotId: at(world.slotIds, 4),
      version: 1,
    });
  });

  it('finds a taken place with the nearest free slots, also when two enterprises stand there at once', async () => {
    world.setTime('12:35');
    const both = await Promise.all([walkIn(guestDesk.clerk, 2), walkIn(world.manager, 7)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const refused = both.find(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({
      code: 'BOOKING_DESK_TAKEN',
      details: { deskName: '강북구 구매 2과' },
    });
    expect(listOf(refused?.body['details']?.['nearestSlotIds'])).toContain(at(world.slotIds, 6));
  });

  it('is of the desk or the organiser, on its day, with a confirmed exhibitor', async () => {
    const slot = { slotId: at(world.slotIds, 7) };
    expect((await walkIn(desk.clerk, 5, slot)).status).toBe(404);
    expect((await walkIn(exhibitor(5).person, 5, slot)).status).toBe(403);
    world.setToday('2026-06-15');
    expect(codeOf(await walkIn(guestDesk.clerk, 5, slot))).toBe('409 BOOKING_TOO_EARLY');
    world.setTime('13:30');
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'applied' WHERE id = $1`, [exhibitor(5).id]);
    expect(codeOf(await walkIn(guestDesk.clerk, 5, slot))).toBe('409 FAIR_EXHIBITOR_STATE');
    await world.database.sql(`UPDATE fair_exhibitors SET state = 'confirmed' WHERE id = $1`, [
      exhibitor(5).id,
    ]);
  });
});

describe('a result', () => {
  let id: string;
  const RESULT = {
    interest: 'strong',
    nextStep: 'offer',
    expectedValueKrw: 700_000,
    note: '견적을 받기로 함',
  };
  const put = (by: ApiClient, body: object, key: string | true = true) =>
    by.put(ofBooking(id, 'result'), body, { idempotencyKey: key });

  it('is put down once the day has come, and the meeting has taken place', async () => {
    id = await booked(desk, 6, 6);
    expect(codeOf(await put(desk.clerk, RESULT))).toBe('409 BOOKING_TOO_EARLY');
    world.setTime('13:20');
    await desk.clerk.get(ofBooking(id, 'result'), { expect: 404 });
    const sent = await thrice((key) => put(desk.clerk, RESULT, key));
    for (const { status, body } of sent) {
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...RESULT,
        bookingId: id,
        recordedById: desk.clerk.user.id,
        recordedAt: '2026-06-16T04:20:00.000Z',
        version: 1,
      });
    }
    const { body } = await desk.clerk.get(ofFair(`bookings/${id}`), { expect: 200 });
    expect(body).toMatchObject({ state: 'attended', hasResult: true, version: 2 });
  });

  it('is what was said last; the audit log keeps what was said before', async () => {
    world.setTime('14:00');
    const { body } = await put(world.manager, { interest: 'some', nextStep: 'later' });
    expect(body).toMatchObject({
      interest: 'some',
      nextStep: 'later',
      expectedValueKrw: null,
      note: null,
      recordedById: world.manager.user.id,
      version: 2,
    });
    const log = await world.database.sql(
      `SELECT FROM audit_events WHERE table_name = 'fair_results' AND before::text LIKE '%견적을 받기로 함%'`,
    );
    expect(log).toHaveLength(1);
  });

  it('tells the enterprise interest and next step of its own meeting, and not what the desk noted', async () => {
    await put(desk.clerk, RESULT);
    const { body } = await exhibitor(6).person.get(ofBooking(id, 'result'), { expect: 200 });
    expect(body).toMatchObject({ interest: 'strong', nextStep: 'offer', expectedValueKrw: null, note: null });
    for (const by of [exhibitor(5).person, world.stranger, guestDesk.clerk])
      await by.get(ofBooking(id, 'result'), { expect: 404 });
    await guestDesk.clerk.put(ofBooking(id, 'result'), RESULT, { expect: 404 });
    await exhibitor(6).person.put(ofBooking(id, 'result'), RESULT, { expect: 403 });
  });

  it('expects no value where nothing follows, and is of a meeting that took place', async () => {
    const refused = await put(desk.clerk, { interest: 'none', nextStep: 'nothing', expectedValueKrw: 1 });
    expect(refused.body).toMatchObject({
      code: 'FAIR_RESULT_INVALID',
      details: { field: 'expectedValueKrw' },
    });
    await desk.clerk.put(ofBooking(id, 'result'), { interest: 'maybe', nextStep: 'offer' }, { expect: 400 });
    const gone = await booked(guestDesk, 1, 7);
    world.setTime('13:45');
    await guestDesk.clerk.post(ofBooking(gone, 'no-show'), {}, { expect: 200 });
    const late = await guestDesk.clerk.put(ofBooking(gone, 'result'), RESULT);
    expect(codeOf(late)).toBe('409 BOOKING_STATE');
  });
});

describe('the end of the fair', () => {
  it('waits until it is known of every meeting what came of it', async () => {
    await world.moveTo('held');
    const { version } = await world.fair();
    const followUp = () =>
      world.manager.post(ofFair('state'), { state: 'followed_up' }, { version: Number(version) });
    expect((await followUp()).body).toMatchObject({
      code: 'FAIR_STATE',
      details: { waitsFor: 'follow_ups' },
    });
    const { body } = await world.manager.get(`/fair-follow-ups?fairId=${world.fairId}&state=open`, {
      expect: 200,
    });
    for (const { bookingId } of listOf(body['items']))
      await world.manager.post(
        ofBooking(String(bookingId), 'close-follow-up'),
        { reason: '진행하지 않음' },
        { expect: 200 },
      );
    expect((await followUp()).status).toBe(200);
  });
});
