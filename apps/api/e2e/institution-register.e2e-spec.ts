import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Answer } from './support/api-client';
import { givenSupportWork, type SupportWorld } from './support/support-work';
import { createWorld, type World } from './support/world';

let world: World;
let work: SupportWorld;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-05-10');
  work = await givenSupportWork(world);
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const school = (more: object = {}) => ({
  name: '원당초등학교',
  kind: 'school',
  districtId: work.gangdong,
  ...more,
});
async function enter(more: object = {}): Promise<string> {
  const made = await work.adviser.post('/institutions', school(more), { expect: 201, idempotencyKey: true });
  return String(made.body['id']);
}

describe('the register of institutions', () => {
  it('is kept by the advisers of the area, and remembers who entered what when', async () => {
    const id = await enter({ name: ' 명일  초등학교 ' });
    const [row] = await world.database.sql(
      'SELECT name, registered_by, registered_on::text FROM institutions WHERE id = $1',
      [id],
    );
    expect(row).toEqual({
      name: '명일 초등학교',
      registered_by: work.adviser.user.id,
      registered_on: '2017-05-10',
    });
    expect(codeOf(await work.stranger.post('/institutions', school()))).toBe('404 NOT_FOUND');
    expect(codeOf(await work.adviser.post('/institutions', school({ districtId: null })))).toBe(
      '404 NOT_FOUND',
    );
    await work.admin.post(
      '/institutions',
      school({ name: '서울교육청', kind: 'education_office', districtId: null }),
      {
        expect: 201,
      },
    );
  });

  it('asks about a namesake of the area once, whatever the spaces', async () => {
    await enter();
    const twin = await work.adviser.post('/institutions', school({ name: '원당 초등학교' }));
    expect(twin.body).toMatchObject({
      code: 'INSTITUTION_NAME_EXISTS',
      details: { name: '원당초등학교', count: 1 },
    });
    expect(twin.status).toBe(409);
    await work.admin.post('/institutions', school({ districtId: work.nowon }), { expect: 201 });
    await enter({ confirmSameName: true });
  });

  it('refuses a place that cannot be', async () => {
    const id = await enter({ name: '고덕초등학교' });
    const post = async (more: object) =>
      codeOf(await work.admin.post('/institutions', school({ name: '가', ...more })));
    expect(await post({ kind: 'district' })).toBe('422 INSTITUTION_INVALID');
    expect(await post({ districtId: id })).toBe('422 INSTITUTION_INVALID');
    expect(await post({ districtId: '019aa5d0-7c1e-7000-8000-000000000001' })).toBe('404 NOT_FOUND');
  });

  it('is corrected with the version that was read; a district itself by the administrator alone', async () => {
    const id = await enter({ name: '천호초등학교' });
    const changed = await work.adviser.patch(
      `/institutions/${id}`,
      { name: '천호초' },
      { version: 1, expect: 200 },
    );
    expect(changed.body).toMatchObject({
      name: '천호초',
      kind: 'school',
      districtId: work.gangdong,
      version: 2,
    });
    await work.adviser.patch(`/institutions/${id}`, { name: '천일초' }, { version: 1, expect: 412 });
    await work.stranger.patch(`/institutions/${id}`, { name: '천일초' }, { version: 2, expect: 404 });
    await work.adviser.patch(`/institutions/${id}`, { districtId: work.nowon }, { version: 2, expect: 404 });
    await work.adviser.patch(`/institutions/${work.gangdong}`, { name: '가' }, { version: 1, expect: 403 });
    await work.admin.patch(`/institutions/${work.gangdong}`, { name: '강동' }, { version: 1, expect: 200 });
  });

  it('is searched by part of a name and by district', async () => {
    await enter({ name: '성내초등학교' });
    const names = async (query: string) =>
      listOf((await work.stranger.get(`/institutions?${query}`, { expect: 200 })).body['items']).map(
        (one) => one['name'],
      );
    expect(await names('q=성내')).toEqual(['성내초등학교']);
    expect(await names(`districtId=${work.nowon}`)).toEqual(['노원구', '원당초등학교']);
    expect(await names(`q=성내&districtId=${work.nowon}`)).toEqual([]);
  });

  it('remembers who entered an enterprise, too', async () => {
    const made = await work.adviser.post(
      '/suppliers',
      { name: '새벽협동조합' },
      { expect: 201, idempotencyKey: true },
    );
    const [row] = await world.database.sql(
      'SELECT registered_by, registered_on::text FROM suppliers WHERE id = $1',
      [String(made.body['id'])],
    );
    expect(row).toEqual({ registered_by: work.adviser.user.id, registered_on: '2017-05-10' });
  });
});
