import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviserOf } from './support/advisers';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

/** Six of the sessions of 2017, as the report lists them. */
const SAMPLE = [
  ['2017-02-23', '도봉구청', '공공기관 교육', 45],
  ['2017-03-21', '강북구청', '공공기관 교육', 40],
  ['2017-04-11', '교육청', '공공기관 교육', 150],
  ['2017-05-31', '강서양천교육지원청', '공공기관 교육', 77],
  ['2017-07-11', '동작구협동경제네트워크', '공공시장 진입 교육', 16],
  ['2017-09-21', '강북구청', '사회적경제 공공구매 교육', 30],
] as const;

let world: World;
let dobong: string;
let gangbuk: string;
let adviser: ApiClient;
let colleague: ApiClient;
let stranger: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-10-10');
  const { given } = world;
  dobong = await given.institution('도봉구');
  gangbuk = await given.institution('강북구');
  adviser = await adviserOf(world, dobong, gangbuk);
  colleague = await adviserOf(world, dobong);
  stranger = await adviserOf(world, await given.institution('노원구'));
  admin = await world.loginAs(await given.user('admin'));
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const session = (more: object = {}) => ({
  heldOn: '2017-11-01',
  audience: '도봉구청',
  content: '공공기관 교육',
  institutionId: dobong,
  ...more,
});
async function plan(more: object = {}, by = adviser): Promise<string> {
  const made = await by.post('/education-sessions', session(more), { expect: 201, idempotencyKey: true });
  return `/education-sessions/${String(made.body['id'])}`;
}
const summary = async (by: ApiClient, year = 2017) =>
  (await by.get(`/education-sessions/summary?year=${year}`, { expect: 200 })).body;

describe('the sessions of 2017', () => {
  it('are counted with their attendees', async () => {
    for (const [heldOn, audience, content, attendees] of SAMPLE) {
      await plan({ heldOn, audience, content, attendees, institutionId: null, areaId: gangbuk });
    }
    await plan({ heldOn: '2016-12-20', attendees: 9 });
    expect(await summary(adviser)).toEqual({ year: 2017, sessions: 6, attendees: 358 });
    expect(await summary(admin)).toEqual({ year: 2017, sessions: 6, attendees: 358 });
    expect(await summary(stranger)).toEqual({ year: 2017, sessions: 0, attendees: 0 });
    const list = await adviser.get('/education-sessions?year=2017&limit=4', { expect: 200 });
    const next = await adviser.get(
      `/education-sessions?year=2017&limit=4&cursor=${String(list.body['nextCursor'])}`,
      { expect: 200 },
    );
    const shown = [...listOf(list.body['items']), ...listOf(next.body['items'])];
    expect(shown.map((one) => one['heldOn'])).toEqual(SAMPLE.map(([day]) => day).reverse());
    const found = await adviser.get(`/education-sessions?q=${encodeURIComponent('협동경제')}`, {
      expect: 200,
    });
    expect(listOf(found.body['items'])).toHaveLength(1);
  });
});

describe('a session', () => {
  it('counts when it was held, not while it is planned', async () => {
    const before = await summary(adviser);
    const path = await plan({ heldOn: '2017-10-10' });
    expect(await summary(adviser)).toEqual(before);
    const held = await adviser.post(`${path}/held`, { attendees: 25 }, { version: 1, expect: 200 });
    expect(held.body).toMatchObject({ state: 'held', attendees: 25, version: 2 });
    expect(await summary(adviser)).toMatchObject({
      sessions: Number(before['sessions']) + 1,
      attendees: Number(before['attendees']) + 25,
    });
    await adviser.patch(path, { attendees: 27 }, { version: 2, expect: 200 });
    expect(await summary(adviser)).toMatchObject({ attendees: Number(before['attendees']) + 27 });
    const undone = { reason: '다른 날로 옮겨졌습니다.' };
    expect((await adviser.post(`${path}/cancel`, undone, { version: 3 })).body).toMatchObject({
      state: 'cancelled',
      cancelReason: undone.reason,
    });
    expect(await summary(adviser)).toEqual(before);
    expect(codeOf(await adviser.patch(path, { content: '교육' }, { version: 4 }))).toBe(
      '409 EDUCATION_SESSION_STATE',
    );
  });

  it('is not held before its day, nor twice, and has no attendees while it is planned', async () => {
    const path = await plan();
    const held = await adviser.post(`${path}/held`, { attendees: 5 }, { version: 1 });
    expect(codeOf(held)).toBe('422 EDUCATION_SESSION_INVALID');
    expect(codeOf(await adviser.patch(path, { attendees: 5 }, { version: 1 }))).toBe(
      '409 EDUCATION_SESSION_STATE',
    );
    await adviser.post(`${path}/held`, { attendees: 5, heldOn: '2017-10-09' }, { version: 1, expect: 200 });
    const again = await adviser.post(`${path}/held`, { attendees: 5 }, { version: 2 });
    expect(codeOf(again)).toBe('409 EDUCATION_SESSION_STATE');
    const future = await adviser.post('/education-sessions', session({ attendees: 3 }));
    expect(codeOf(future)).toBe('422 EDUCATION_SESSION_INVALID');
  });

  it('lies in the area of its institution, or in the one that is said', async () => {
    const [school] = await world.database.sql<{ id: string }>(
      `INSERT INTO institutions (name, kind, district_id) VALUES ('도봉초등학교', 'school', $1) RETURNING id`,
      [dobong],
    );
    const made = await adviser.post('/education-sessions', session({ institutionId: school?.id }), {
      expect: 201,
    });
    expect(made.body).toMatchObject({ areaId: dobong, institutionName: '도봉초등학교' });
    const nowhere = await adviser.post('/education-sessions', session({ institutionId: null }));
    expect(nowhere.body['errors'] ?? nowhere.body['details']).toBeDefined();
    expect(codeOf(nowhere)).toBe('422 EDUCATION_SESSION_INVALID');
    const only = await colleague.post('/education-sessions', session({ institutionId: null }), {
      expect: 201,
    });
    expect(only.body['areaId']).toBe(dobong);
    const notAnArea = session({ institutionId: null, areaId: school?.id });
    await adviser.post('/education-sessions', notAnArea, { expect: 404 });
  });

  it('is read by the advisers of its area and changed by its own', async () => {
    const path = await plan();
    await colleague.get(path, { expect: 200 });
    await stranger.get(path, { expect: 404 });
    await colleague.patch(path, { content: '남의 것' }, { version: 1, expect: 403 });
    await stranger.patch(path, { content: '남의 것' }, { version: 1, expect: 404 });
    await colleague.post('/education-sessions', session({ institutionId: gangbuk }), { expect: 404 });
    await admin.patch(path, { content: '센터가 고침' }, { version: 1, expect: 200 });
    expect(codeOf(await adviser.patch(path, { content: '늦음' }, { version: 1 }))).toBe('412 VERSION_STALE');
  });
});
