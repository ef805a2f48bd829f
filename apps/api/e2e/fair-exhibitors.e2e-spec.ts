import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createFairWorld, DAY_BEFORE, givenMeeting, type FairWorld } from './support/fair-world';

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

type Fields = Readonly<Record<string, unknown>>;

const codeOf = (answer: { body: Body }) => answer.body['code'];
const exhibitorPath = (index: number) => `${room}/exhibitors/${world.exhibitors[index]?.id}`;
const clerk = (index: number) => world.desks[index]!.clerk;
const person = (index: number) => world.exhibitors[index]!.person;

const exhibitor = async (index: number) =>
  (await world.manager.get(exhibitorPath(index), { expect: 200 })).body;
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

describe('an enterprise', () => {
  const application = {
    representativeName: '한담당',
    representativeEmail: 'han@stranger.example',
    offers: '현수막',
  };

  it('applies itself, once, and for nobody else', async () => {
    const other = { ...application, supplierId: world.exhibitors[0]?.supplierId };
    await world.stranger.post(`${room}/exhibitors`, other, { expect: 404 });
    await clerk(0).post(
      `${room}/exhibitors`,
      { ...application, supplierId: world.strangerId },
      { expect: 403 },
    );
    await world.guestManager.post(
      `${room}/exhibitors`,
      { ...application, supplierId: world.strangerId },
      { expect: 404 },
    );
    world.setToday('2026-06-11');
    expect(codeOf(await world.stranger.post(`${room}/exhibitors`, application, { expect: 409 }))).toBe(
      'FAIR_STATE',
    );
    world.setToday('2026-06-10');
    const made = await world.stranger.post(`${room}/exhibitors`, application, { expect: 201 });
    expect(made.body).toMatchObject({
      state: 'applied',
      supplierName: '지나가는 기업',
      offers: '현수막',
      floor: 0,
      ceiling: null,
      representatives: [{ name: '한담당', email: 'han@stranger.example', phone: null }],
    });
    expect(String(made.body['checkInCode'])).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    expect(codeOf(await world.stranger.post(`${room}/exhibitors`, application, { expect: 409 }))).toBe(
      'FAIR_EXHIBITOR_EXISTS',
    );
    world.setToday(DAY_BEFORE);
  });

  it('is seen as an applicant by the organiser and itself alone', async () => {
    const names = async (by: ApiClient, query = '') =>
      listOf((await by.get(`${room}/exhibitors${query}`, { expect: 200 })).body['items']).map(
        (one) => one['supplierName'],
      );
    for (const by of [world.manager, world.adviser, world.admin, world.stranger])
      expect(await names(by, '?state=applied')).toEqual(['지나가는 기업']);
    for (const by of [clerk(0), clerk(1), world.guestManager, world.otherAdviser, person(0)]) {
      expect(await names(by, '?state=applied')).toEqual([]);
      expect(await names(by)).toHaveLength(3);
    }
  });

  it('is declined with a reason that others never read, and may be taken after all', async () => {
    const list = await world.stranger.get(`${room}/exhibitors?state=applied`, { expect: 200 });
    const path = `${room}/exhibitors/${String(listOf(list.body['items'])[0]?.['id'])}`;
    const decide = (by: ApiClient, body: Fields, version: number, expected: number) =>
      by.post(`${path}/decision`, body, { version, expect: expected });
    await decide(world.stranger, { decision: 'confirmed' }, 1, 403);
    await decide(world.guestManager, { decision: 'confirmed' }, 1, 404);
    expect(codeOf(await decide(world.manager, { decision: 'declined' }, 1, 422))).toBe('REASON_REQUIRED');
    const declined = await decide(
      world.adviser,
      { decision: 'declined', reason: '자리가 없습니다.' },
      1,
      200,
    );
    expect(declined.body).toMatchObject({ state: 'declined', decisionReason: '자리가 없습니다.' });
    expect((await world.stranger.get(path, { expect: 200 })).body['decisionReason']).toBe('자리가 없습니다.');
    const told = await world.stranger.get('/notices', { expect: 200 });
    expect(listOf(told.body['items'])[0]).toMatchObject({
      kind: 'fair_application_decided',
      params: { fairName: '공공구매 박람회', decision: 'declined', reason: '자리가 없습니다.' },
    });
    const taken = await decide(world.manager, { decision: 'confirmed', booth: ' A-1 ' }, 2, 200);
    expect(taken.body).toMatchObject({ state: 'confirmed', booth: 'A-1', decisionReason: null });
    expect(codeOf(await decide(world.manager, { decision: 'declined', reason: '취소' }, 3, 409))).toBe(
      'FAIR_EXHIBITOR_STATE',
    );
  });

  it('shows others who exhibits, and no more', async () => {
    const hidden = { checkInCode: null, floor: 0, ceiling: null, decisionReason: null, isCheckedIn: false };
    const version = await versionOf(exhibitor(0));
    const change = { floor: 2, ceiling: 3, booth: 'B-1', absentSlotIds: [world.slotIds[3]] };
    await world.manager.patch(exhibitorPath(0), change, { version, expect: 200 });
    const seen = async (by: ApiClient) => {
      const { body } = await by.get(`${room}/exhibitors`, { expect: 200 });
      return listOf(body['items']).find((one) => String(one['id']) === world.exhibitors[0]?.id);
    };
    expect(await seen(person(1))).toMatchObject({ ...hidden, booth: 'B-1', absentSlotIds: [] });
    expect(await seen(clerk(0))).toMatchObject({ ...hidden, absentSlotIds: change.absentSlotIds });
    expect(await seen(person(0))).toMatchObject({
      ceiling: 3,
      floor: 0,
      checkInCode: world.exhibitors[0]?.code,
    });
    expect(await seen(world.manager)).toMatchObject({
      ceiling: 3,
      floor: 2,
      checkInCode: world.exhibitors[0]?.code,
    });
    for (const by of [
      person(1),
      clerk(0),
      clerk(1),
      world.guestManager,
      world.otherAdviser,
      world.stranger,
    ]) {
      const answer = await by.get(exhibitorPath(0));
      expect([403, 404]).toContain(answer.status);
    }
    await world.manager.patch(
      exhibitorPath(0),
      { floor: 0, ceiling: null, absentSlotIds: [] },
      { version: version + 1, expect: 200 },
    );
  });

  it('changes who comes and what it offers; booth and number of meetings are given', async () => {
    const version = await versionOf(exhibitor(1));
    const mine = { offers: '배너', representativePhone: '02-000-0000' };
    const changed = await person(1).patch(exhibitorPath(1), mine, { version, expect: 200 });
    expect(changed.body).toMatchObject({ offers: '배너' });
    expect(listOf(changed.body['representatives'])).toMatchObject([{ name: '담당 2', phone: '02-000-0000' }]);
    for (const [field, value] of Object.entries({ booth: 'A-9', floor: 1, ceiling: null })) {
      const answer = await person(1).patch(
        exhibitorPath(1),
        { [field]: value },
        { version: version + 1, expect: 403 },
      );
      expect(answer.body).toMatchObject({ code: 'FORBIDDEN', details: { field } });
    }
    await person(0).patch(exhibitorPath(1), mine, { version: version + 1, expect: 404 });
    const limits = await world.manager.patch(
      exhibitorPath(1),
      { floor: 5, ceiling: 4 },
      { version: version + 1, expect: 422 },
    );
    expect(limits.body).toMatchObject({ code: 'FAIR_EXHIBITOR_INVALID', details: { field: 'ceiling' } });
    const taken = await world.manager.patch(
      exhibitorPath(1),
      { booth: 'B-1' },
      { version: version + 1, expect: 409 },
    );
    expect(codeOf(taken)).toBe('FAIR_BOOTH_TAKEN');
  });

  it('is away from no meeting that is agreed', async () => {
    const held = await givenMeeting(world, [1, 1, 2]);
    const version = await versionOf(exhibitor(1));
    const away = { absentSlotIds: [world.slotIds[2]] };
    expect(codeOf(await person(1).patch(exhibitorPath(1), away, { version, expect: 409 }))).toBe(
      'FAIR_HAS_BOOKINGS',
    );
    await forget(held);
  });

  it('sends somebody else, who is not in two places either', async () => {
    const [first, second] = [await givenMeeting(world, [0, 0, 0]), await givenMeeting(world, [1, 1, 0])];
    const version = await versionOf(exhibitor(1));
    const email = (text: string) => ({ representativeEmail: text });
    // written otherwise it is the same person
    const taken = await person(1).patch(exhibitorPath(1), email('Person-1@Supplier.Example'), {
      version,
      expect: 409,
    });
    expect(codeOf(taken)).toBe('BOOKING_PERSON_TAKEN');
    await person(1).patch(exhibitorPath(1), email('another@supplier.example'), { version, expect: 200 });
    const people = await world.database.sql<{ same: boolean }>(
      `SELECT b.person_id = md5('another@supplier.example')::uuid AND e.person_id = b.person_id AS same
       FROM fair_bookings b JOIN fair_exhibitors e ON e.id = b.exhibitor_id WHERE b.id = $1`,
      [second],
    );
    expect(people).toEqual([{ same: true }]);
    await forget(first, second);
  });

  it('that withdraws cancels what lies ahead, frees its offers and may come back', async () => {
    const [ahead, asked] = [
      await givenMeeting(world, [0, 2, 0]),
      await givenMeeting(world, [1, 2, 1], { state: 'proposed' }),
    ];
    const version = await versionOf(exhibitor(2));
    await person(0).post(`${exhibitorPath(2)}/withdraw`, { reason: '일정' }, { version, expect: 404 });
    const gone = await person(2).post(
      `${exhibitorPath(2)}/withdraw`,
      { reason: '회사 일정' },
      { version, expect: 200 },
    );
    expect(gone.body).toMatchObject({ state: 'withdrawn', decisionReason: '회사 일정' });
    expect(await stateOf(ahead)).toEqual({ state: 'cancelled', reason: '회사 일정' });
    expect(await stateOf(asked)).toEqual({ state: 'cancelled', reason: '회사 일정' });
    const again = { representativeName: '담당 3', representativeEmail: 'person-3@supplier.example' };
    const back = await person(2).post(`${room}/exhibitors`, again, { expect: 201 });
    expect(back.body).toMatchObject({ id: world.exhibitors[2]?.id, state: 'applied', decisionReason: null });
    await world.manager.post(
      `${exhibitorPath(2)}/decision`,
      { decision: 'confirmed' },
      { version: Number(back.body['version']), expect: 200 },
    );
    await forget(ahead, asked);
  });
});
