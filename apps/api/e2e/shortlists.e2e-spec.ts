import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { ownerDataSource } from '../src/database/data-source';
import type { ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let clerk: ApiClient;
let colleague: ApiClient;
let admin: ApiClient;
let enterprise: ApiClient;
let banner: string;
let paper: string;

type Entry = { id: string; supplierId: string; supplierName: string };

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  const { given } = world;
  const institutionId = await given.institution();
  const departmentId = await given.department(institutionId, '일자리지원과');
  clerk = await world.loginAs(await given.user('clerk', { institutionId, departmentId }));
  colleague = await world.loginAs(await given.user('clerk', { institutionId, departmentId }));
  admin = await world.loginAs(await given.user('admin'));
  enterprise = await world.loginAs(await given.user('enterprise'));
  banner = await given.supplier('노란들판');
  paper = await given.supplier('종이나라', 'prospective_local', '2013-01-01', '2016-06-14');
});
afterAll(() => world.end());

let list: string;
beforeEach(async () => {
  const made = await clerk.post('/shortlists', { title: '봄  행사' }, { expect: 201, idempotencyKey: true });
  list = `/shortlists/${String(made.body['id'])}`;
});

const entriesOf = (body: Readonly<Record<string, unknown>>) => body['entries'] as Entry[];
const namesOf = (body: Readonly<Record<string, unknown>>) =>
  entriesOf(body).map((entry) => entry.supplierName);
const add = (path: string, supplierId: string, more: object = {}, expected = 201) =>
  clerk.post(`${path}/entries`, { supplierId, ...more }, { expect: expected, idempotencyKey: true });

describe('a shortlist', () => {
  it('holds enterprises with what is true of them today', async () => {
    await add(list, banner, { note: '견적 요청함' });
    const { body } = await add(list, paper);
    expect(body).toMatchObject({
      title: '봄 행사',
      entryCount: 2,
      asOf: '2016-06-15',
      choices: [{ supplierId: banner, catalogueItemId: null }, { supplierId: paper }],
      entries: [
        { supplierName: '노란들판', certified: true, closed: false, note: '견적 요청함', item: null },
        { supplierName: '종이나라', certified: false, certifications: [{ state: 'expired' }] },
      ],
    });
    const read = await clerk.get(list, { expect: 200 });
    expect([read.body, read.headers['etag']]).toEqual([body, '"v3"']);
    const all = await clerk.get('/shortlists', { expect: 200 });
    expect(all.body['items']?.[0]).toMatchObject({ entryCount: 2, choices: [{ supplierId: banner }, {}] });
  });

  it('takes a second press as one entry, whether it is a repeat or a new request', async () => {
    const body = { supplierId: banner };
    const twice = await Promise.all(
      [1, 2].map(() => clerk.post(`${list}/entries`, body, { idempotencyKey: `press-${list}` })),
    );
    expect(twice.map((one) => one.status)).toEqual([201, 201]);
    const others = await Promise.all([1, 2, 3].map(() => clerk.post(`${list}/entries`, body)));
    expect(others.map((one) => [one.status, one.body['code']])).toEqual(
      Array.from({ length: 3 }, () => [409, 'SHORTLIST_ENTRY_EXISTS']),
    );
    expect((await clerk.get(list)).body['entryCount']).toBe(1);
  });

  it('holds at most fifty', async () => {
    const suppliers: string[] = [];
    for (let index = 0; index < 51; index++)
      suppliers.push(await world.given.supplier(`많은 곳 ${index}`, null));
    const entries = suppliers.slice(0, 50).map((supplierId) => ({ supplierId }));
    const made = await clerk.post('/shortlists', { title: '가득', entries }, { expect: 201 });
    expect(made.body['entryCount']).toBe(50);
    const full = await clerk.post(`/shortlists/${String(made.body['id'])}/entries`, {
      supplierId: suppliers[50],
    });
    expect([full.status, full.body['code'], full.body['details']]).toEqual([
      422,
      'SHORTLIST_FULL',
      { max: 50 },
    ]);
  });

  it('takes over what was kept before signing in, without what has gone and without repeats', async () => {
    const gone = '019aa5d0-7c1e-7000-8000-00000000dead';
    const entries = [{ supplierId: banner }, { supplierId: gone }, { supplierId: banner }];
    const made = await clerk.post('/shortlists', { title: '로그인 전', entries }, { expect: 201 });
    expect(namesOf(made.body)).toEqual(['노란들판']);
    await add(list, gone, {}, 404);
  });

  it('holds published items alone, keeps the name of one that was withdrawn, and says so', async () => {
    const [item] = await world.database.sql<{ id: string }>(
      `INSERT INTO catalogue_items (supplier_id, name, kind, price_krw, unit, state, confirmed_on, published_at, created_by)
       SELECT $1, '현수막 제작', 'goods', 30000, '장', 'published', '2016-01-01', now(), id FROM users LIMIT 1 RETURNING id`,
      [banner],
    );
    const catalogueItemId = item?.id ?? '';
    await add(list, paper, { catalogueItemId }, 404);
    const both = await add(list, banner);
    expect(both.body['entryCount']).toBe(1);
    const added = await add(list, banner, { catalogueItemId });
    expect(added.body['entries']).toMatchObject([
      { item: null },
      { item: { name: '현수막 제작', priceKrw: 30_000, unit: '장', available: true } },
    ]);
    await world.database.sql(`UPDATE catalogue_items SET state = 'archived' WHERE id = $1`, [
      catalogueItemId,
    ]);
    const later = await clerk.get(list);
    expect(later.body['entries']).toMatchObject([
      {},
      { item: { name: '현수막 제작', priceKrw: null, available: false } },
    ]);
    await world.database.sql(`UPDATE catalogue_items SET state = 'draft' WHERE id = $1`, [catalogueItemId]);
    const other = await clerk.post('/shortlists', { title: '초안은 안 됨' }, { expect: 201 });
    await add(`/shortlists/${String(other.body['id'])}`, banner, { catalogueItemId }, 404);
  });

  it('leads to the enterprise that remains of a merger, and counts it once', async () => {
    const twin = await world.given.supplier('노란들판 주식회사', null);
    const third = await world.given.supplier('노란 들판', null);
    await add(list, banner);
    await add(list, paper);
    await add(list, twin);
    // As merging does it: what led to the merged row leads on at once, so that every pointer is one step long.
    const merge = (from: string, to: string) =>
      world.database.sql(
        `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 곳'
         WHERE id = $1 OR merged_into_id = $1`,
        [from, to],
      );
    await merge(twin, third);
    await merge(third, banner);
    const read = await clerk.get(list, { expect: 200 });
    expect(namesOf(read.body)).toEqual(['노란들판', '종이나라']);
    expect(read.body['entryCount']).toBe(2);
    const again = await clerk.post(`${list}/entries`, { supplierId: third });
    expect(again.body['code']).toBe('SHORTLIST_ENTRY_EXISTS');
    const off = await clerk.post(
      `${list}/entries/${entriesOf(read.body)[0]?.id}/remove`,
      {},
      { version: 4, expect: 200 },
    );
    expect(namesOf(off.body)).toEqual(['종이나라']);
    const merged = await clerk.post('/shortlists', { title: '새', entries: [{ supplierId: twin }] });
    expect(namesOf(merged.body)).toEqual(['노란들판']);
    await merge(third, paper);
    expect(namesOf((await clerk.get(list)).body)).toEqual(['종이나라']);
  });

  it('marks an enterprise from its first day out of business', async () => {
    const closing = await world.given.supplier('문닫는 곳');
    await world.database.sql(`UPDATE suppliers SET closed_on = '2016-06-16' WHERE id = $1`, [closing]);
    expect((await add(list, closing)).body['entries']).toMatchObject([{ closed: false }]);
    world.setToday('2016-06-16');
    expect((await clerk.get(list)).body['entries']).toMatchObject([{ closed: true }]);
    world.setToday('2016-06-15');
  });

  it('is named, noted, put in order and archived by the version that was read: the second tab gets 412', async () => {
    await add(list, banner);
    await add(list, paper);
    const [first, second] = entriesOf((await clerk.get(list)).body);
    const moved = await clerk.patch(
      `${list}/entries/${second?.id}`,
      { position: 1, note: '먼저' },
      { version: 3, expect: 200 },
    );
    expect(namesOf(moved.body)).toEqual(['종이나라', '노란들판']);
    const stale = await clerk.patch(`${list}/entries/${first?.id}`, { note: '나중 탭' }, { version: 3 });
    expect([stale.status, stale.body['code']]).toEqual([412, 'VERSION_STALE']);
    expect((await clerk.patch(list, { title: '다른 탭' }, { version: 3 })).status).toBe(412);
    expect((await clerk.post(`${list}/entries/${first?.id}/remove`, {}, { version: 3 })).status).toBe(412);
    expect((await clerk.patch(list, { title: '다른 탭' })).status).toBe(428);
    const changed = await clerk.patch(
      list,
      { title: ' 여름 행사 ', purpose: '현수막 20장', archived: true },
      { version: 4, expect: 200 },
    );
    expect(changed.body).toMatchObject({ title: '여름 행사', archived: true, version: 5 });
    const archived = await clerk.get('/shortlists?archived=true', { expect: 200 });
    expect(archived.body['items']).toMatchObject([{ title: '여름 행사' }]);
    expect(JSON.stringify((await clerk.get('/shortlists')).body)).not.toContain('여름 행사');
    expect((await clerk.post(`${list}/entries`, { supplierId: banner })).status).toBe(409);
  });

  it('goes out as a sheet in which no cell is a formula', async () => {
    const trap = await world.given.supplier('=HYPERLINK("x")');
    await add(list, trap, { note: '+1' });
    const csv = await world.app.inject({
      url: `/api/v1${list}/export?format=csv`,
      headers: { authorization: `Bearer ${clerk.token ?? ''}` },
    });
    expect(csv.statusCode).toBe(200);
    expect(csv.body).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.body).toContain(`'+1`);
    expect(csv.headers['content-disposition']).toContain('attachment');
    const xlsx = await clerk.get(`${list}/export`, { expect: 200 });
    expect(xlsx.headers['content-type']).toContain('spreadsheetml');
  });
});

describe("somebody else's list", () => {
  it('does not exist, for a colleague of the same department and for the administrator too', async () => {
    const { body } = await add(list, banner);
    const entry = `${list}/entries/${entriesOf(body)[0]?.id}`;
    for (const stranger of [colleague, admin]) {
      await stranger.get(list, { expect: 404 });
      await stranger.get(`${list}/export`, { expect: 404 });
      await stranger.patch(list, { title: '남의 것' }, { version: 2, expect: 404 });
      await stranger.post(`${list}/entries`, { supplierId: paper }, { expect: 404 });
      await stranger.patch(entry, { note: '남의 것' }, { version: 2, expect: 404 });
      await stranger.post(`${entry}/remove`, {}, { version: 2, expect: 404 });
      expect((await stranger.get('/shortlists')).body['items']).toEqual([]);
    }
    const own = await colleague.post('/shortlists', { title: '동료의 목록' }, { expect: 201 });
    const foreignEntry = `/shortlists/${String(own.body['id'])}/entries/${entriesOf(body)[0]?.id}/remove`;
    await colleague.post(foreignEntry, {}, { version: 1, expect: 404 });
    await enterprise.get('/shortlists', { expect: 403 });
    await world.anonymous.get(list, { expect: 401 });
  });

  it('is hidden by the database itself, and is there for its owner (control)', async () => {
    await add(list, banner);
    const owner: DataSource = await ownerDataSource(world.database.url).initialize();
    const seenBy = (userId: string, seesAll: 'on' | 'off') =>
      owner.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE ieum_app');
        await manager.query(
          `SELECT set_config('ieum.actor_id', $1, true), set_config('ieum.sees_all', $2, true)`,
          [userId, seesAll],
        );
        const [row]: { lists: number; entries: number }[] = await manager.query(
          `SELECT (SELECT count(*)::int FROM shortlists) AS lists, (SELECT count(*)::int FROM shortlist_entries) AS entries`,
        );
        return row;
      });
    expect(await seenBy(admin.user.id, 'on')).toEqual({ lists: 0, entries: 0 });
    expect((await seenBy(clerk.user.id, 'off'))?.lists).toBeGreaterThan(0);
    expect((await seenBy(clerk.user.id, 'off'))?.entries).toBeGreaterThan(0);
    await expect(
      owner.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE ieum_app');
        await manager.query(`SELECT set_config('ieum.actor_id', $1, true)`, [colleague.user.id]);
        await manager.query(`INSERT INTO shortlists (user_id, title) VALUES ($1, '끼워 넣기')`, [
          clerk.user.id,
        ]);
      }),
    ).rejects.toThrow('row-level security');
    await owner.destroy();
  });
});
