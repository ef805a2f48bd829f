import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;
let jobs: string;
let clerk: ApiClient;
let otherClerk: ApiClient;
let manager: ApiClient;
let banner: PurchaseWorld['banner'];
let total: PurchaseWorld['total'];

beforeAll(async () => {
  world = await createPurchaseWorld();
  ({ jobs, clerk, otherClerk, manager, banner, total } = world);
  // Something to page through: the year of two departments.
  for (let n = 1; n <= 7; n++) {
    await clerk.post(
      '/purchases',
      banner({ item: `품목 ${n}`, amountKrw: n * 1_000, contractDate: `2016-0${n}-05` }),
      { expect: 201 },
    );
    await otherClerk.post('/purchases', banner({ item: `품목 ${n % 3}`, amountKrw: n * 2_000 }), {
      expect: 201,
    });
  }
});
afterAll(() => world.end());

describe('the list', () => {
  it('pages stably in every order, filters by every figure, and sums what it shows', async () => {
    for (const sort of ['newest', 'recognition_date', 'amount', 'supplier', 'item']) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = await manager.get(
          `/purchases?fiscalYear=2016&limit=3&sort=${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`,
          { expect: 200 },
        );
        const items = page.body['items'];
        seen.push(...listOf(items).map((item) => String(item['id'])));
        const next: unknown = page.body['nextCursor'];
        cursor = typeof next === 'string' ? next : null;
      }
      const summary = await manager.get('/purchases/summary?fiscalYear=2016', { expect: 200 });
      expect(seen).toHaveLength(Number(summary.body['purchaseCount']));
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it('opens the rows behind a department figure: their counted sum is the total', async () => {
    const summary = await manager.get(
      `/purchases/summary?fiscalYear=2016&departmentId=${jobs}&scheme=social_economy`,
      { expect: 200 },
    );
    expect(summary.body['countedKrw']).toBe(await total(jobs, 'social_economy'));
  });

  it('refuses a cursor that it did not write', async () => {
    for (const cursor of [
      'x',
      'WyIxIl0',
      Buffer.from('["0001-02-30","019aa5d0-7c1e-7000-8000-000000000001"]').toString('base64url'),
    ]) {
      const answer = await manager.get(`/purchases?sort=recognition_date&cursor=${cursor}`);
      expect([answer.status, answer.body['code']]).toEqual([400, 'INVALID_CURSOR']);
    }
  });
});

describe('the export', () => {
  const download = (who: ApiClient, query: string) =>
    world.app.inject({
      method: 'GET',
      url: `/api/v1/purchases/export?${query}`,
      headers: { authorization: `Bearer ${who.token}` },
    });

  it('holds exactly the rows that the list shows, and a formula stays text', async () => {
    await clerk.post('/purchases', banner({ item: '=HYPERLINK("http://x")', amountKrw: 321 }), {
      expect: 201,
    });
    const csv = await download(clerk, 'fiscalYear=2016&format=csv&sort=amount');
    expect(csv.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(csv.headers['content-disposition']).toContain("filename*=UTF-8''%EA%B5%AC");
    const lines = csv.body.trim().split('\r\n');
    const summary = await clerk.get('/purchases/summary?fiscalYear=2016', { expect: 200 });
    expect(lines).toHaveLength(Number(summary.body['purchaseCount']) + 1);
    expect(csv.body).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(csv.body.startsWith('\uFEFF부서,업체명')).toBe(true);
    const other = await download(otherClerk, 'fiscalYear=2016&format=csv');
    expect(other.body).not.toContain('일자리지원과');
  });

  it('is a real workbook as .xlsx', async () => {
    const answer = await download(manager, 'fiscalYear=2016');
    const { readXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(answer.rawPayload);
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe('부서');
    expect(rows.flat()).toContain('=HYPERLINK("http://x")');
  });
});

describe('an id', () => {
  it('is one thing in capitals, too', async () => {
    const own = manager.user.institutionId.toUpperCase();
    const list = await manager.get(`/purchases?institutionId=${own}`, { expect: 200 });
    expect(listOf(list.body['items']).length).toBeGreaterThan(0);
  });
});
