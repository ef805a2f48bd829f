import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviserOf } from './support/advisers';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let gangbuk: string;
let departmentId: string;
let supplierId: string;
let adviser: ApiClient;
let colleague: ApiClient;
let stranger: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-15');
  const { given } = world;
  gangbuk = await given.institution('강북구');
  departmentId = await given.department(gangbuk, '일자리지원과');
  supplierId = await given.supplier('노란들판');
  adviser = await adviserOf(world, gangbuk);
  colleague = await adviserOf(world, gangbuk);
  stranger = await adviserOf(world, await given.institution('노원구'));
  admin = await world.loginAs(await given.user('admin'));
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const call = (more: object = {}) => ({
  consultedOn: '2017-12-15',
  channel: 'phone',
  callerKind: 'public_body',
  institutionId: gangbuk,
  topic: '현수막 수의계약 문의',
  answer: '기업 세 곳을 안내함',
  ...more,
});
async function write(more: object = {}, by = adviser): Promise<string> {
  const made = await by.post('/consultations', call(more), { expect: 201, idempotencyKey: true });
  return `/consultations/${String(made.body['id'])}`;
}
const total = async (by: ApiClient, year = 2017) =>
  (await by.get(`/consultations/summary?year=${year}`, { expect: 200 })).body['total'];

describe('the year of the helpline', () => {
  it('counts 330 consultations; one that is taken back does not count, and the figure returns', async () => {
    await world.database.sql(
      `INSERT INTO consultations (area_id, adviser_id, consulted_on, channel, caller_kind, topic, created_by)
       SELECT $1, $2, '2017-03-02', 'phone', CASE WHEN n <= 193 THEN 'public_body' ELSE 'enterprise' END, '문의', $2
       FROM generate_series(1, 329) AS n`,
      [gangbuk, adviser.user.id],
    );
    const path = await write();
    const summary = await adviser.get('/consultations/summary?year=2017', { expect: 200 });
    expect(summary.body).toEqual({
      year: 2017,
      total: 330,
      callers: [
        { callerKind: 'public_body', count: 194 },
        { callerKind: 'enterprise', count: 136 },
        { callerKind: 'other', count: 0 },
      ],
    });
    const again = await write();
    expect(await total(admin)).toBe(331);
    const reason = '같은 상담을 두 번 적었습니다.';
    const taken = await adviser.post(`${again}/void`, { reason }, { version: 1, expect: 200 });
    expect(taken.body).toMatchObject({ voidedReason: reason, version: 2 });
    expect(await total(admin)).toBe(330);
    expect(codeOf(await adviser.post(`${again}/void`, { reason }, { version: 2 }))).toBe(
      '409 CONSULTATION_STATE',
    );
    expect(codeOf(await adviser.patch(again, { topic: '다시' }, { version: 2 }))).toBe(
      '409 CONSULTATION_STATE',
    );
    await adviser.get(again, { expect: 200 });
    // Another day moves it into the year of that day.
    await adviser.patch(path, { consultedOn: '2016-12-31' }, { version: 1, expect: 200 });
    expect([await total(admin), await total(admin, 2016)]).toEqual([329, 1]);
    expect(await total(stranger)).toBe(0);
  });
});

describe('a consultation', () => {
  it('lies in the area of its institution, or in the only one of the adviser', async () => {
    const path = await write({ departmentId });
    expect((await adviser.get(path, { expect: 200 })).body).toMatchObject({
      areaName: '강북구',
      departmentName: '일자리지원과',
      adviserId: adviser.user.id,
      needCount: 0,
    });
    const enterprise = { callerKind: 'enterprise', institutionId: null, supplierId };
    const made = await adviser.post('/consultations', call(enterprise), { expect: 201 });
    expect(made.body).toMatchObject({ areaId: gangbuk, supplierName: '노란들판' });
    expect(codeOf(await admin.post('/consultations', call(enterprise)))).toBe('422 CONSULTATION_INVALID');
    await admin.post('/consultations', call({ ...enterprise, areaId: gangbuk }), { expect: 201 });
  });

  it('is refused with the field that does not fit', async () => {
    const field = async (more: object) => {
      const answer = await adviser.post('/consultations', call(more));
      expect(codeOf(answer)).toBe('422 CONSULTATION_INVALID');
      return answer.body['details']?.['field'];
    };
    expect(await field({ consultedOn: '2017-12-16' })).toBe('consultedOn');
    expect(await field({ callerKind: 'enterprise' })).toBe('institutionId');
    expect(await field({ supplierId })).toBe('supplierId');
    const nobody = { callerKind: 'other', institutionId: null };
    expect(await field({ ...nobody, needs: [{ title: '현수막' }] })).toBe('needs');
    await adviser.post('/consultations', call({ departmentId: supplierId }), { expect: 404 });
    await adviser.post(
      '/consultations',
      call({ ...nobody, callerKind: 'enterprise', supplierId: departmentId }),
      {
        expect: 404,
      },
    );
  });

  it('leaves needs of its institution, which then stays', async () => {
    const needs = [{ title: ' 현수막  제작 ', estimatedAmountKrw: 3_000_000 }, { title: '청소용품' }];
    const made = await adviser.post('/consultations', call({ departmentId, needs }), { expect: 201 });
    expect(made.body['needCount']).toBe(2);
    const found = await world.database.sql(
      `SELECT title, origin, institution_id, department_name, found_on::text AS found_on FROM needs
       WHERE consultation_id = $1 ORDER BY id`,
      [String(made.body['id'])],
    );
    expect(found).toMatchObject([
      {
        title: '현수막 제작',
        origin: 'consultation',
        institution_id: gangbuk,
        department_name: '일자리지원과',
      },
      { title: '청소용품', found_on: '2017-12-15' },
    ]);
    const path = `/consultations/${String(made.body['id'])}`;
    const other = { callerKind: 'other', institutionId: null };
    expect(codeOf(await adviser.patch(path, other, { version: 1 }))).toBe('422 CONSULTATION_INVALID');
    const six = Array.from({ length: 6 }, () => ({ title: '현수막' }));
    expect(codeOf(await adviser.post('/consultations', call({ needs: six })))).toBe('400 INVALID_INPUT');
  });

  it('is written once for a key, with its needs', async () => {
    const body = call({ topic: '두 번 눌린 상담', needs: [{ title: '간식' }] });
    const twins = await Promise.all(
      [1, 2, 3].map(() => adviser.post('/consultations', body, { expect: 201, idempotencyKey: 'twin' })),
    );
    expect(new Set(twins.map((twin) => twin.body['id'])).size).toBe(1);
  });

  it('is read in its area, changed by its adviser and by the centre', async () => {
    const path = await write();
    await colleague.get(path, { expect: 200 });
    await stranger.get(path, { expect: 404 });
    await colleague.patch(path, { topic: '남의 것' }, { version: 1, expect: 403 });
    await colleague.post(`${path}/void`, { reason: '남의 것' }, { version: 1, expect: 403 });
    await stranger.patch(path, { topic: '남의 것' }, { version: 1, expect: 404 });
    await stranger.post('/consultations', call(), { expect: 404 });
    await admin.patch(path, { answer: null }, { version: 1, expect: 200 });
    expect(codeOf(await adviser.patch(path, { topic: '늦음' }, { version: 1 }))).toBe('412 VERSION_STALE');
  });

  it('is found by day, caller, channel and words, page by page without a gap', async () => {
    await write({ topic: '친환경 청소 문의', channel: 'email', consultedOn: '2017-11-01' });
    const found = async (query: string) =>
      listOf((await adviser.get(`/consultations?limit=200&${query}`, { expect: 200 })).body['items']);
    expect(await found('channel=email')).toHaveLength(1);
    expect(await found(`q=${encodeURIComponent('친환경')}`)).toHaveLength(1);
    expect(await found('from=2017-11-01&to=2017-11-30')).toHaveLength(1);
    expect(await found('callerKind=other')).toHaveLength(0);
    const days: unknown[] = [];
    let cursor: unknown = '';
    while (cursor !== null) {
      const page: Answer = await adviser.get(
        `/consultations?limit=100${cursor === '' ? '' : `&cursor=${String(cursor)}`}`,
        { expect: 200 },
      );
      days.push(...listOf(page.body['items']).map((row) => row['id']));
      cursor = page.body['nextCursor'];
    }
    const [row] = await world.database.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM consultations',
    );
    expect(new Set(days).size).toBe(row?.count);
    expect(days).toHaveLength(row?.count ?? -1);
  });
});
