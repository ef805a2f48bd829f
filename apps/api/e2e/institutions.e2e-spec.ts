import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let institutionId: string;
let foreignId: string;
let clerk: ApiClient;
let manager: ApiClient;
let foreignManager: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-07-01');
  institutionId = await world.given.institution('강북구', '11305');
  foreignId = await world.given.institution('노원구', '11350');
  const departmentId = await world.given.department(institutionId, '서무과');
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  foreignManager = await world.loginAs(await world.given.user('manager', { institutionId: foreignId }));
  admin = await world.loginAs(await world.given.user('admin'));
});
afterAll(() => world.end());

const departmentsOf = async (query = '', client = manager) => {
  const answer = await client.get(`/institutions/${institutionId}/departments${query}`, { expect: 200 });
  const items: unknown = answer.body['items'];
  return Array.isArray(items) ? items.map((item: { name: string }) => item.name) : [];
};

async function givenDepartment(name: string): Promise<string> {
  const made = await manager.post(
    `/institutions/${institutionId}/departments`,
    { name, group: 'division', validFrom: '2015-01-01' },
    { expect: 201, idempotencyKey: true },
  );
  return `/institutions/${institutionId}/departments/${String(made.body['id'])}`;
}

describe('institutions', () => {
  it('are looked up by everybody with an account, by name and page by page', async () => {
    const first = await clerk.get('/institutions?limit=1', { expect: 200 });
    expect(first.body['items']).toMatchObject([
      { name: '강북구', administrativeCode: '11305', kind: 'district' },
    ]);
    const second = await clerk.get(`/institutions?limit=1&cursor=${String(first.body['nextCursor'])}`);
    expect(second.body).toMatchObject({ items: [{ name: '노원구' }], nextCursor: null });
    expect((await clerk.get('/institutions?kind=school')).body['items']).toEqual([]);
    await clerk.get(`/institutions/${foreignId}`, { expect: 200 });
    await world.anonymous.get('/institutions', { expect: 401 });
  });

  it('refuse a cursor that is not ours, a limit that is none, and an id that is none', async () => {
    expect((await clerk.get('/institutions?cursor=x')).body['code']).toBe('INVALID_CURSOR');
    for (const limit of ['0', '-1', '201', '9223372036854775808', '1e3']) {
      await clerk.get(`/institutions?limit=${limit}`, { expect: 400 });
    }
    await clerk.get('/institutions/not-an-id', { expect: 400 });
    await clerk.get('/institutions/019aa5d0-7c1e-7000-8000-000000000001', { expect: 404 });
  });
});

describe('departments', () => {
  it('are added once under one key, and not under a living name twice', async () => {
    const path = `/institutions/${institutionId}/departments`;
    const body = { name: '사회적경제과', group: 'division', validFrom: '2016-01-01' };
    const first = await manager.post(path, body, { expect: 201, idempotencyKey: 'department-1' });
    const second = await manager.post(path, body, { expect: 201, idempotencyKey: 'department-1' });
    expect(second.body).toEqual(first.body);
    expect((await departmentsOf()).filter((name) => name === '사회적경제과')).toHaveLength(1);
    const twice = await manager.post(path, body, { idempotencyKey: true });
    expect([twice.status, twice.body['code']]).toEqual([409, 'DEPARTMENT_NAME_TAKEN']);
  });

  it('keep a name in NFC, so that a name typed on a Mac is the same name', async () => {
    const path = await givenDepartment('수유과'.normalize('NFD'));
    const same = await manager.post(`/institutions/${institutionId}/departments`, {
      name: '수유과',
      group: 'division',
      validFrom: '2016-01-01',
    });
    expect(same.body['code']).toBe('DEPARTMENT_NAME_TAKEN');
    const renamed = await manager.patch(
      path,
      { name: '수유동과'.normalize('NFD') },
      { version: 1, expect: 200 },
    );
    expect(renamed.body).toMatchObject({ name: '수유동과', version: 2 });
  });

  it('are renamed with the version that was read', async () => {
    const path = await givenDepartment('틀린과');
    expect((await manager.patch(path, { name: '바른과' })).status).toBe(428);
    const renamed = await manager.patch(path, { name: '바른과' }, { version: 1, expect: 200 });
    expect(renamed.headers['etag']).toBe('"v2"');
    const stale = await manager.patch(path, { name: '다른과' }, { version: 1 });
    expect([stale.status, stale.body['code']]).toEqual([412, 'VERSION_STALE']);
    await manager.patch(path, { name: '   ' }, { version: 2, expect: 400 });
  });

  it('end the day before their successor begins, which may carry the same name', async () => {
    const path = await givenDepartment('일자리경제과');
    const heir = await manager.post(
      `${path}/succeed`,
      { name: '일자리경제과', from: '2016-07-01' },
      { version: 1, expect: 201 },
    );
    expect(heir.body).toMatchObject({ name: '일자리경제과', validFrom: '2016-07-01', validTo: null });
    const all = await manager.get(`/institutions/${institutionId}/departments?includeEnded=true`);
    expect(JSON.stringify(all.body['items'])).toContain(
      `"validTo":"2016-06-30","successorId":"${String(heir.body['id'])}"`,
    );
    for (const day of ['2016-06-30', '2016-07-01']) {
      const names = await departmentsOf(`?validOn=${day}`);
      expect(names.filter((name) => name === '일자리경제과')).toHaveLength(1);
    }
    const twice = await manager.post(`${path}/succeed`, { name: 'x', from: '2016-08-01' }, { version: 2 });
    expect([twice.status, twice.body['code']]).toEqual([422, 'DEPARTMENT_NOT_VALID']);
    const impossible = await manager.post(
      `${path}/succeed`,
      { name: 'x', from: '2026-02-30' },
      { version: 2 },
    );
    expect(impossible.status).toBe(400);
  });

  it('are managed by the own manager and administrators, and not told to other institutions', async () => {
    const path = await givenDepartment('우리과');
    await clerk.patch(path, { name: 'x' }, { version: 1, expect: 403 });
    await foreignManager.patch(path, { name: 'x' }, { version: 1, expect: 404 });
    await foreignManager.post(
      `${path}/succeed`,
      { name: 'x', from: '2016-07-01' },
      { version: 1, expect: 404 },
    );
    await foreignManager.post(
      `/institutions/${institutionId}/departments`,
      { name: '침입과', group: 'division', validFrom: '2016-01-01' },
      { expect: 404 },
    );
    await admin.patch(path, { name: '새 우리과' }, { version: 1, expect: 200 });
    expect(await departmentsOf('', foreignManager)).toEqual([]);
    expect(await departmentsOf('', clerk)).toContain('새 우리과');
  });
});
