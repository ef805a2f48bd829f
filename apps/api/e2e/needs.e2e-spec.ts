import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Answer } from './support/api-client';
import { givenSchool, givenSupportWork, type SupportWorld } from './support/support-work';
import { createWorld, type World } from './support/world';

let world: World;
let work: SupportWorld;
let school: string;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-05-10');
  work = await givenSupportWork(world);
  school = await givenSchool(world, work.gangdong, '원당초등학교');
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
async function need(more: object = {}): Promise<string> {
  const body = { title: ' 청소  용품 ', institutionId: school, ...more };
  return String((await work.adviser.post('/needs', body, { expect: 201, idempotencyKey: true })).body['id']);
}

describe('a need that nobody went out for', () => {
  it('is entered today, for an institution of the own area', async () => {
    const id = await need({ kind: 'goods', wantedBy: '2017-06-01' });
    expect((await work.adviser.get(`/needs/${id}`, { expect: 200 })).body).toMatchObject({
      title: '청소 용품',
      origin: 'direct',
      originId: null,
      foundOn: '2017-05-10',
      institutionName: '원당초등학교',
      areaId: work.gangdong,
      adviserId: work.adviser.user.id,
      state: 'open',
    });
    const refused = await work.stranger.post('/needs', { title: '가', institutionId: school });
    expect(codeOf(refused)).toBe('404 NOT_FOUND');
    await work.stranger.get(`/needs/${id}`, { expect: 404 });
    expect(codeOf(await work.stranger.post(`/needs/${id}/close`, { reason: '가' }))).toBe('404 NOT_FOUND');
  });

  it('is changed while it is open, by everybody of the area', async () => {
    const id = await need();
    const { colleague } = work;
    await colleague.patch(`/needs/${id}`, { note: ' 하반기 ' }, { version: 1, expect: 200 });
    await colleague.patch(`/needs/${id}`, { note: '상반기' }, { version: 1, expect: 412 });
    expect(codeOf(await colleague.patch(`/needs/${id}`, { wantedBy: '2017-05-09' }, { version: 2 }))).toBe(
      '422 NEED_INVALID',
    );
    const closed = await colleague.post(`/needs/${id}/close`, { reason: '예산 없음' }, { expect: 200 });
    expect(closed.body).toMatchObject({ state: 'closed', closeReason: '예산 없음', note: '하반기' });
    expect(codeOf(await colleague.post(`/needs/${id}/close`, { reason: '가' }))).toBe('409 NEED_STATE');
    expect(codeOf(await colleague.patch(`/needs/${id}`, { note: '가' }, { version: 3 }))).toBe(
      '409 NEED_STATE',
    );
  });

  it('is found by state, origin and text', async () => {
    await need({ title: '특별한 책상' });
    const titles = async (query: string) =>
      listOf((await work.adviser.get(`/needs?${query}`, { expect: 200 })).body['items']).map(
        (one) => one['title'],
      );
    expect(await titles('q=특별한')).toEqual(['특별한 책상']);
    expect(await titles('q=특별한&state=closed')).toEqual([]);
    expect(await titles('origin=visit')).toEqual([]);
    expect(await titles('state=closed')).toHaveLength(1);
  });
});
