import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PRICE_BANDS } from '@ieum/domain';
import { Client } from 'pg';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import { SupplierSearchService } from '../src/suppliers/search/supplier-search.service';
import { listOf, type Body } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
const ids: string[] = [];
const NOBODY = '019aa5d0-7c1e-7000-8000-00000000dead';

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2026-11-20');
  for (let at = 0; at < 12; at += 1) {
    const id = await world.given.supplier(
      `가람공방 ${String.fromCharCode(65 + at)}`,
      'cooperative',
      '2020-01-01',
      '2026-12-31',
    );
    await world.given.catalogueItem(id, `목공예 ${at}`, {
      classification_code: null,
      price_krw: 1_000 * (at + 1),
      confirmed_on: at < 6 ? `2026-0${at + 1}-15` : `2024-0${at - 5}-15`,
    });
    ids.push(id);
  }
  await world.given.supplier('=HYPERLINK("http://example.org")', null);
});
afterAll(() => world.end());

async function search(query: string): Promise<Body> {
  return (await world.anonymous.get(`/suppliers?${encodeURI(query)}`, { expect: 200 })).body;
}
const namesOf = (answer: Body) => listOf(answer['items']).map((item) => String(item['name']));

async function pages(query: string): Promise<string[]> {
  const names: string[] = [];
  for (let cursor = ''; ;) {
    const answer = await search(`${query}&limit=5${cursor}`);
    expect(answer['total']).toBe(12);
    names.push(...namesOf(answer));
    if (answer['nextCursor'] === null) return names;
    cursor = `&cursor=${String(answer['nextCursor'])}`;
  }
}

describe('ranges of price', () => {
  const countsOf = (answer: Body) =>
    Object.fromEntries(
      listOf(answer['facets']?.['price']).map((one) => [String(one['value']), one['count']]),
    );

  it('count each supplier once, and each count is what choosing the range finds', async () => {
    await world.given.catalogueItem(ids[11] ?? '', '식탁', { classification_code: null, price_krw: 9_999 });
    await world.given.catalogueItem(ids[11] ?? '', '의자', { classification_code: null, price_krw: 49_999 });
    const counts = countsOf(await search('q=가람공방'));
    expect(counts).toEqual({ '0': 10, '10000': 3 });
    for (const { fromKrw, toKrw } of PRICE_BANDS) {
      const range = `priceMin=${fromKrw}${toKrw === null ? '' : `&priceMax=${toKrw}`}`;
      const answer = await search(`q=가람공방&${range}`);
      expect(answer['total']).toBe(counts[String(fromKrw)] ?? 0);
      expect(countsOf(answer)).toEqual(counts);
    }
  });
});

describe('the order', () => {
  it('by record: most purchases first, as kept by whoever counts them', async () => {
    const rows = ids.map((supplierId, at) => ({
      supplierId,
      purchaseCount: at % 4,
      buyerCount: Math.min(at % 4, 2),
    }));
    const search = world.app.get(SupplierSearchService);
    await world.app
      .get(Transactions)
      .run(systemActor('records'), (tx) => search.keepRecords(tx, rows, '2026-11-19'));
    const names = await pages('q=가람공방&sort=record');
    expect(names).toEqual([...'DHLCGKBFJAEI'].map((letter) => `가람공방 ${letter}`));
    expect(await pages('q=가람공방')).toEqual(names);
    const [first] = listOf(
      (await world.anonymous.get(`/suppliers?q=${encodeURIComponent('가람공방')}`)).body['items'],
    );
    expect(first).toMatchObject({ purchaseCount: 3, buyerCount: 2, recordAsOf: '2026-11-19' });
  });

  it('by freshness: confirmed last first, what nobody confirmed for a year is stale', async () => {
    const names = await pages('q=목공예&sort=freshness');
    expect(names).toEqual([...'FEDCBALKJIHG'].map((letter) => `가람공방 ${letter}`));
    const items = listOf((await search('q=목공예&sort=freshness&limit=200'))['items']);
    expect(items.map((item) => item['isStale'])).toEqual([
      ...Array<boolean>(6).fill(false),
      ...Array<boolean>(6).fill(true),
    ]);
  });

  it('by name, without words as with them', async () => {
    expect(await pages('certification=cooperative&sort=name')).toEqual(
      [...'ABCDEFGHIJKL'].map((letter) => `가람공방 ${letter}`),
    );
  });

  it('by relevance: a name before an item', async () => {
    const id = await world.given.supplier('목공예 사랑방', null);
    expect(namesOf(await search('q=목공예'))[0]).toBe('목공예 사랑방');
    await world.database.sql(`UPDATE suppliers SET closed_on = '2026-01-01' WHERE id = $1`, [id]);
  });

  it.each(['{}', `[${2 ** 40}, 0, "a", "${NOBODY}"]`, `[0, ${-(2 ** 40)}, "a", "${NOBODY}"]`])(
    'refuses a cursor that is not ours: %s',
    async (key) => {
      const cursor = Buffer.from(key).toString('base64url');
      const answer = await world.anonymous.get(`/suppliers?cursor=${cursor}`);
      expect([answer.status, answer.body['code']]).toEqual([400, 'INVALID_CURSOR']);
    },
  );
});

describe('the answer', () => {
  it('shows the certificates of the day with their state, the price range and the items that answer', async () => {
    const [one] = listOf((await search('q=가람공방A'))['items']);
    expect(one).toMatchObject({
      certifications: [{ type: 'cooperative', state: 'expiring', validUntil: '2026-12-31' }],
      priceMinKrw: 1_000,
      priceMaxKrw: 1_000,
      itemCount: 1,
      matchedBy: [{ field: 'name', text: '가람공방 A' }],
    });
    const [later] = listOf((await search('q=가람공방A&asOf=2027-01-01'))['items']);
    expect(later).toMatchObject({ certifications: [] });
  });

  it('is a sheet on demand, of the same rows, whose formulas are text', async () => {
    const sheet = await world.app.inject({
      url: encodeURI('/api/v1/suppliers/export?format=csv&sort=name&q=가람공방'),
    });
    expect(sheet.statusCode).toBe(200);
    expect(sheet.body.split('\r\n').filter((line) => line.startsWith('가람공방'))).toHaveLength(12);
    const formula = await world.app.inject({ url: '/api/v1/suppliers/export?format=csv&q=hyperlink' });
    expect(formula.body).toContain(`"'=HYPERLINK`);
    const book = await world.app.inject({ url: encodeURI('/api/v1/suppliers/export?q=가람공방') });
    expect([book.statusCode, book.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  });
});

describe('two writers at once', () => {
  it('lose nothing: the second waits and then sees what the first one wrote', async () => {
    const [id] = ids;
    const insert = `INSERT INTO catalogue_items (supplier_id, name, kind, state, confirmed_on, published_at, created_by)
      VALUES ($1, $2, 'goods', 'published', '2026-11-01', now(), '00000000-0000-0000-0000-000000000000')`;
    const writers = [0, 1].map(
      () =>
        new Client({
          connectionString: world.database.url,
          options: '-c ieum.actor_id=00000000-0000-0000-0000-000000000000 -c ieum.sees_all=on',
        }),
    );
    const [first, second] = writers;
    if (first === undefined || second === undefined) throw new Error('no writers');
    await Promise.all(writers.map((writer) => writer.connect()));
    await first.query('BEGIN');
    await first.query(insert, [id, '먼저쓴물건']);
    const waiting = second.query(insert, [id, '나중쓴물건']);
    for (let isBlocked = false; !isBlocked;) {
      const [locks] = await world.database.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      );
      isBlocked = (locks?.n ?? 0) > 0;
    }
    await first.query('COMMIT');
    await waiting;
    await Promise.all(writers.map((writer) => writer.end()));
    expect(namesOf(await search('q=먼저쓴물건 나중쓴물건'))).toEqual(['가람공방 A']);
  });
});
