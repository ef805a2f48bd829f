import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownerDataSource } from '../src/database/data-source';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createWorld, type World } from './support/world';

const TODAY = '2016-11-21';

let world: World;
let yellow: string;
let care: string;
let own: ApiClient;
let other: ApiClient;
let keeper: ApiClient;
let clerk: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday(TODAY);
  yellow = await world.given.supplier('노란들판');
  care = await world.given.supplier('도우누리');
  const institutionId = await world.given.institution();
  const departmentId = await world.given.department(institutionId, '일자리지원과');
  own = await enterpriseOf(yellow);
  other = await enterpriseOf(care);
  keeper = await world.loginAs(await world.given.user('support'));
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
});
afterAll(() => world.end());

async function enterpriseOf(supplierId: string): Promise<ApiClient> {
  return world.loginAs(await world.given.user('enterprise', { enterpriseId: supplierId }));
}

const BANNER = {
  name: '현수막 (5m × 0.9m)',
  kind: 'goods',
  classificationCode: '55121706',
  description: '친환경 원단, 실외용',
  unit: '장',
  priceKrw: 55_000,
  priceIncludesVat: true,
  leadTimeDays: 3,
  minimumOrder: 1,
  regions: ['11350', '11305', '11305'],
  directProduction: true,
};

async function draft(client = own, supplierId = yellow, fields: object = {}): Promise<Body> {
  const made = await client.post(
    `/suppliers/${supplierId}/catalogue-items`,
    { ...BANNER, ...fields },
    { expect: 201 },
  );
  return made.body;
}

async function published(fields: object = {}): Promise<Body> {
  const item = await draft(own, yellow, fields);
  return step(item, 'publish');
}

async function step(item: Body, action: string, client = own): Promise<Body> {
  const done = await client.post(`/catalogue-items/${idOf(item)}/${action}`, undefined, {
    version: Number(item['version']),
    expect: 200,
  });
  return done.body;
}

const idOf = (item: Body) => String(item['id']);
const namesIn = (body: Body) => listOf(body['items']).map((item) => String(item['name']));

describe('an item', () => {
  it('begins as a draft with its fields tidied, and its category by name', async () => {
    const item = await draft(own, yellow, { name: '  현수막 \n 대형 '.normalize('NFD') });
    expect(item).toMatchObject({
      supplierId: yellow,
      supplierName: '노란들판',
      name: '현수막 대형',
      state: 'draft',
      regions: ['11305', '11350'],
      missing: [],
      confirmedOn: null,
      photos: [],
      version: 1,
    });
    expect(listOf(item['categoryPath']).map((one) => String(one['code']))).toEqual([
      '55',
      '5512',
      '551217',
      '55121706',
    ]);
  });

  it('is made once by two twins with one key', async () => {
    const send = () =>
      own.post(`/suppliers/${yellow}/catalogue-items`, BANNER, { idempotencyKey: 'item-1', expect: 201 });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.body['id']).toBe(second.body['id']);
  });

  it('carries only codes that the register knows and that fit each other', async () => {
    const refused = async (fields: object) => {
      const answer = await own.post(`/suppliers/${yellow}/catalogue-items`, { ...BANNER, ...fields });
      return `${answer.status} ${String(answer.body['code'])}`;
    };
    expect(await refused({ classificationCode: '99999999' })).toBe('422 CATEGORY_UNKNOWN');
    expect(await refused({ detailProductCode: '8010150701' })).toBe('422 CATEGORY_UNKNOWN');
    expect(await refused({ detailProductCode: '5512170699' })).toBe('422 CATEGORY_UNKNOWN');
    expect(await refused({ regions: ['강북구'] })).toBe('400 INVALID_INPUT');
    expect(await refused({ priceKrw: 0 })).toBe('400 INVALID_INPUT');
    expect(await refused({ name: undefined })).toBe('400 INVALID_INPUT');
    expect(await refused({ name: ' ' })).toBe('400 INVALID_INPUT');
    expect(await refused({ kind: undefined })).toBe('400 INVALID_INPUT');
    const fits = { classificationCode: '80101507', detailProductCode: '8010150701' };
    expect(idOf(await draft(own, yellow, fits))).not.toBe('');
  });

  it('is published when nothing is missing, and says what is', async () => {
    const bare = await draft(own, yellow, { description: null, unit: null });
    expect(bare['missing']).toEqual(['description', 'unit']);
    const refused = await own.post(`/catalogue-items/${idOf(bare)}/publish`, undefined, { version: 1 });
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'CATALOGUE_ITEM_INCOMPLETE', details: { missing: 'description,unit' } },
    });
    const item = await published();
    expect(item).toMatchObject({ state: 'published', confirmedOn: TODAY, isStale: false, version: 2 });
  });

  it('that is published changes at once, is confirmed by that, and may not become incomplete', async () => {
    const item = await published();
    await world.database.sql(`UPDATE catalogue_items SET confirmed_on = '2015-11-20' WHERE id = $1`, [
      idOf(item),
    ]);
    const old = await world.anonymous.get(`/catalogue-items/${idOf(item)}`, { expect: 200 });
    expect(old.body).toMatchObject({ isStale: true, priceKrw: 55_000 });
    const change = { priceKrw: 60_000 };
    await own.patch(`/catalogue-items/${idOf(item)}`, change, { version: 2, expect: 200 });
    const now = await world.anonymous.get(`/catalogue-items/${idOf(item)}`, { expect: 200 });
    expect(now.body).toMatchObject({ priceKrw: 60_000, unit: '장', confirmedOn: TODAY, isStale: false });
    const worse = await own.patch(`/catalogue-items/${idOf(item)}`, { description: null }, { version: 3 });
    expect(worse.body['code']).toBe('CATALOGUE_ITEM_INCOMPLETE');
    const prices = await world.database.sql(
      `SELECT before->>'price_krw' AS before, after->>'price_krw' AS after FROM audit_events
       WHERE table_name = 'catalogue_items' AND row_id = $1 AND before->>'price_krw' <> after->>'price_krw'`,
      [idOf(item)],
    );
    expect(prices).toEqual([{ before: '55000', after: '60000' }]);
  });

  it('goes from draft to published to archived and back to draft, and nothing else', async () => {
    const item = await published();
    const refusedIn = async (body: Body, action: string) =>
      (
        await own.post(`/catalogue-items/${idOf(body)}/${action}`, undefined, {
          version: Number(body['version']),
        })
      ).body['code'];
    expect(await refusedIn(item, 'restore')).toBe('CATALOGUE_ITEM_STATE');
    expect(await refusedIn(item, 'publish')).toBe('CATALOGUE_ITEM_STATE');
    const archived = await step(item, 'archive');
    expect(await refusedIn(archived, 'confirm')).toBe('CATALOGUE_ITEM_STATE');
    const change = await own.patch(`/catalogue-items/${idOf(item)}`, { priceKrw: 1 }, { version: 3 });
    expect(change.body['code']).toBe('CATALOGUE_ITEM_STATE');
    await world.anonymous.get(`/catalogue-items/${idOf(item)}`, { expect: 404 });
    expect(await step(archived, 'restore')).toMatchObject({ state: 'draft' });
  });

  it('keeps the later of two editors waiting: a stale version changes nothing', async () => {
    const item = await draft();
    await own.patch(`/catalogue-items/${idOf(item)}`, { priceKrw: 1_000 }, { version: 1, expect: 200 });
    await keeper.patch(`/catalogue-items/${idOf(item)}`, { priceKrw: 2_000 }, { version: 1, expect: 412 });
    await own.patch(`/catalogue-items/${idOf(item)}`, { priceKrw: 2_000 }, { expect: 428 });
    await own.post(`/catalogue-items/${idOf(item)}/publish`, undefined, { version: 1, expect: 412 });
    const now = await own.get(`/catalogue-items/${idOf(item)}`, { expect: 200 });
    expect(now.body).toMatchObject({ priceKrw: 1_000, version: 2, state: 'draft' });
    expect(now.headers['etag']).toBe('"v2"');
  });

  it('is copied as a draft', async () => {
    const item = await published();
    const copy = await own.post(`/catalogue-items/${idOf(item)}/copy`, undefined, { expect: 201 });
    expect(copy.body).toMatchObject({
      name: BANNER.name,
      priceKrw: 55_000,
      state: 'draft',
      confirmedOn: null,
    });
    expect(copy.body['id']).not.toBe(item['id']);
  });
});

describe('confirming', () => {
  it('says of several at once that they are still so, or of none', async () => {
    const items = [await published({ name: '가' }), await published({ name: '나' })];
    const unpublished = await draft();
    const foreign = await world.given.catalogueItem(care, '방문 요양');
    await world.database.sql(
      `UPDATE catalogue_items SET confirmed_on = '2015-01-01' WHERE supplier_id = $1`,
      [yellow],
    );
    const stale = await own.get(`/suppliers/${yellow}/catalogue-items?stale=true&limit=200`, { expect: 200 });
    expect(namesIn(stale.body)).toEqual(expect.arrayContaining(['가', '나']));
    const path = `/suppliers/${yellow}/catalogue-items/confirm`;
    for (const wrong of [idOf(unpublished), foreign]) {
      const refused = await own.post(path, { itemIds: [...items.map(idOf), wrong] });
      expect([refused.status, refused.body['code']]).toEqual([409, 'CATALOGUE_ITEM_STATE']);
    }
    const done = await own.post(path, { itemIds: items.map(idOf) }, { expect: 200 });
    expect(done.body).toEqual({ confirmedCount: 2 });
    const days = await world.database.sql(
      'SELECT DISTINCT confirmed_on FROM catalogue_items WHERE id = ANY ($1::uuid[])',
      [items.map(idOf)],
    );
    expect(days).toEqual([{ confirmed_on: TODAY }]);
    const single = `/catalogue-items/${items.map(idOf)[0] ?? ''}/confirm`;
    const one = await own.post(single, undefined, { version: 3, expect: 200 });
    expect(one.body).toMatchObject({ confirmedOn: TODAY, version: 4 });
  });
});

describe('the items of a supplier', () => {
  it('are public when published; drafts and archived ones are the enterprise’s and the keepers’', async () => {
    const supplier = await world.given.supplier('비밀상회');
    const seller = await enterpriseOf(supplier);
    await world.given.catalogueItem(supplier, '공개 품목');
    await world.given.catalogueItem(supplier, '초안 품목', { state: 'draft' });
    await world.given.catalogueItem(supplier, '보관 품목', { state: 'archived' });
    const path = `/suppliers/${supplier}/catalogue-items`;
    const all = `${path}?state=draft&state=published&state=archived`;
    for (const client of [seller, keeper]) {
      expect(namesIn((await client.get(all, { expect: 200 })).body)).toEqual([
        '공개 품목',
        '보관 품목',
        '초안 품목',
      ]);
    }
    for (const client of [world.anonymous, clerk, other]) {
      expect(namesIn((await client.get(all, { expect: 200 })).body)).toEqual(['공개 품목']);
      expect(namesIn((await client.get(path, { expect: 200 })).body)).toEqual(['공개 품목']);
    }
    await world.anonymous.get('/suppliers/019aa5d0-7c1e-7000-8000-00000000dead/catalogue-items', {
      expect: 404,
    });
  });

  it('of one that was merged into another show under the survivor, by either address', async () => {
    const survivor = await world.given.supplier('(주)푸른환경코리아');
    const merged = await world.given.supplier('푸른환경코리아');
    const seller = await enterpriseOf(merged);
    await world.given.catalogueItem(survivor, '건물 청소');
    await world.given.catalogueItem(merged, '저수조 청소');
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '중복' WHERE id = $1`,
      [merged, survivor],
    );
    for (const id of [survivor, merged]) {
      const list = await world.anonymous.get(`/suppliers/${id}/catalogue-items`, { expect: 200 });
      expect(namesIn(list.body)).toEqual(['건물 청소', '저수조 청소']);
    }
    const refused = await seller.post(`/suppliers/${merged}/catalogue-items`, BANNER);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'SUPPLIER_MERGED', details: { supplierId: survivor } },
    });
  });

  it('are paged by name without losing one', async () => {
    const supplier = await world.given.supplier('품목많은곳');
    for (const name of ['마', '가', '다', '나', '라', '가']) await world.given.catalogueItem(supplier, name);
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await world.anonymous.get(`/suppliers/${supplier}/catalogue-items?limit=2${cursor}`, {
        expect: 200,
      });
      seen.push(...namesIn(page.body));
      cursor = page.body['nextCursor'] === null ? '' : `&cursor=${String(page.body['nextCursor'])}`;
    } while (cursor !== '');
    expect(seen).toEqual(['가', '가', '나', '다', '라', '마']);
  });
});

describe("another enterprise's draft", () => {
  it('is not there, whatever one tries', async () => {
    const path = `/catalogue-items/${idOf(await draft())}`;
    for (const client of [other, clerk, world.anonymous]) {
      await client.get(path, { expect: 404 });
      const expected = client === other ? 404 : client === clerk ? 403 : 401;
      await client.patch(path, { name: '가로챔' }, { version: 1, expect: expected });
      await client.post(`${path}/publish`, undefined, { version: 1, expect: expected });
      await client.post(`${path}/copy`, undefined, { expect: expected });
      await client.post(`/suppliers/${yellow}/catalogue-items`, BANNER, { expect: expected });
      await client.post(
        `/suppliers/${yellow}/catalogue-items/confirm`,
        { itemIds: [] },
        { expect: expected },
      );
    }
    await own.get(path, { expect: 200 });
    await keeper.patch(path, { priceKrw: 1_000 }, { version: 1, expect: 200 });
  });

  it('published is read and still not touched', async () => {
    const path = `/catalogue-items/${idOf(await published())}`;
    await other.get(path, { expect: 200 });
    await other.patch(path, { name: '가로챔' }, { version: 2, expect: 404 });
    await other.post(`${path}/archive`, undefined, { version: 2, expect: 404 });
  });

  it('is kept back by the database too, when the service forgets to ask', async () => {
    const id = idOf(await draft());
    const owner = await ownerDataSource(world.database.url).initialize();
    const asEnterprise = (supplierId: string, statement: string, values: unknown[]) =>
      owner.transaction(async (manager) => {
        await manager.query('SET LOCAL ROLE ieum_app');
        await manager.query(
          `SELECT set_config('ieum.enterprise_id', $1, true), set_config('ieum.actor_id', gen_random_uuid()::text, true)`,
          [supplierId],
        );
        return manager.query<unknown[]>(statement, values);
      });
    const read = 'SELECT name FROM catalogue_items WHERE id = $1';
    expect(await asEnterprise(care, read, [id])).toEqual([]);
    const change = 'UPDATE catalogue_items SET name = $2 WHERE id = $1 RETURNING id';
    expect(await asEnterprise(care, change, [id, '가로챔'])).toEqual([[], 0]);
    const steal = 'INSERT INTO catalogue_items (supplier_id, name, kind, created_by) VALUES ($1, $2, $3, $1)';
    await expect(asEnterprise(care, steal, [yellow, '가로챔', 'goods'])).rejects.toThrow(
      'row-level security',
    );
    // The control: for its own enterprise the same statements find the row.
    expect(await asEnterprise(yellow, read, [id])).toHaveLength(1);
    expect(await asEnterprise(yellow, change, [id, '현수막'])).toEqual([[{ id }], 1]);
    await owner.destroy();
  });
});
