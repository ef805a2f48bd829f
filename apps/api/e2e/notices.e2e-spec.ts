import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let manager: ApiClient;
let jobs: ApiClient;
let finance: ApiClient;
let colleague: ApiClient;
let stranger: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  const { given, loginAs } = world;
  const institutionId = await given.institution('강북구');
  const jobsId = await given.department(institutionId, '일자리지원과');
  const financeId = await given.department(institutionId, '재무과');
  const otherId = await given.institution('성북구');
  const otherDepartment = await given.department(otherId, '일자리지원과');
  manager = await loginAs(await given.user('manager', { institutionId }));
  jobs = await loginAs(await given.user('clerk', { institutionId, departmentId: jobsId }));
  colleague = await loginAs(await given.user('clerk', { institutionId, departmentId: jobsId }));
  finance = await loginAs(await given.user('clerk', { institutionId, departmentId: financeId }));
  stranger = await loginAs(
    await given.user('clerk', { institutionId: otherId, departmentId: otherDepartment }),
  );
  for (const fiscalYear of [2014, 2015, 2016]) {
    const institutionTargets = [{ schemeCode: 'social_economy', targetKrw: 1_200_000_000 }];
    const body = { fiscalYear, surveyDueOn: `${fiscalYear}-03-31`, institutionTargets };
    await manager.post('/purchase-target-cycles', body, { expect: 201 });
  }
});
afterAll(() => world.end());

async function read(client: ApiClient, query = ''): Promise<{ items: Body[]; body: Body }> {
  const { body } = await client.get(`/notices${query}`, { expect: 200 });
  const items: unknown = body['items'];
  return { items: Array.isArray(items) ? (items as Body[]) : [], body };
}

it('reach their department, newest first, with figures instead of sentences', async () => {
  const { items, body } = await read(jobs);
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({
    kind: 'survey_opened',
    params: { fiscalYear: 2016, dueOn: '2016-03-31' },
    link: expect.stringMatching(/^\/demand-surveys\//),
    isRead: false,
  });
  expect(body['unreadCount']).toBe(3);
  expect((await read(manager)).items).toEqual([]);
  expect((await read(stranger)).items).toEqual([]);
});

it('are read by each person, once is enough', async () => {
  const id = String((await read(jobs)).items[0]?.['id']);
  await jobs.post(`/notices/${id}/read`, undefined, { expect: 204 });
  await jobs.post(`/notices/${id}/read`, undefined, { expect: 204 });
  const mine = await read(jobs);
  expect(mine.items[0]?.['isRead']).toBe(true);
  expect(mine.body['unreadCount']).toBe(2);
  expect((await read(jobs, '?unreadOnly=true')).items).toHaveLength(2);
  expect((await read(colleague)).body['unreadCount']).toBe(3);
});

it('of somebody else are not found', async () => {
  const id = String((await read(jobs)).items[0]?.['id']);
  for (const other of [finance, manager, stranger])
    await other.post(`/notices/${id}/read`, undefined, { expect: 404 });
});

it('come in pages that do not repeat', async () => {
  const seen: string[] = [];
  let query = '?limit=2';
  for (;;) {
    const { items, body } = await read(jobs, query);
    seen.push(...items.map((item) => String(item['id'])));
    expect(body['unreadCount']).toBe(2);
    if (body['nextCursor'] === null) break;
    query = `?limit=2&cursor=${String(body['nextCursor'])}`;
  }
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
  const wrong = await jobs.get('/notices?cursor=WzFd', { expect: 400 });
  expect(wrong.body['code']).toBe('INVALID_CURSOR');
});
