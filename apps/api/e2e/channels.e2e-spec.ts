import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import { countSources } from '../src/kpis/kpi-sources';
import { listOf, type ApiClient } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;
let support: ApiClient;

beforeAll(async () => {
  world = await createPurchaseWorld();
  support = await world.loginAs(await world.given.user('support'));
  world.setToday('2018-01-15');
});
afterAll(() => world.end());

/** Three of the ten links of 2017, as the report prints them. */
const LINKS = [
  { supplierName: '소풍가는 고양이', buyerName: '포스코에너지', amountKrw: 300_000, item: '돌잔치 케이터링' },
  { supplierName: 'EM실천', buyerName: '나비프로젝트', amountKrw: 13_000_000, item: '경영공시 사례집 인쇄' },
  { supplierName: '푸른환경코리아', buyerName: '샘코파트너스', amountKrw: 18_700_000, item: '화강석세척' },
].map((link) => ({ ...link, linkedOn: '2017-06-01' }));

const FAIR = {
  name: '서울국제핸드메이드페어 2017 서울시 사회적경제관',
  heldOn: '2017-05-01',
  lastOn: '2017-05-05',
  place: '동대문 디자인플라자 알림관',
  officialSalesKrw: 61_560_000,
};
const MARKETS = ['2016-04-23', '2016-05-28', '2016-06-25', '2016-09-24', '2016-10-22', '2016-11-12'];

describe('B2B links', () => {
  it('add up over the year; a voided one stays and counts nowhere', async () => {
    for (const link of LINKS) await support.post('/b2b-links', link, { expect: 201 });
    const mistake = await support.post('/b2b-links', { ...LINKS[0], amountKrw: 5 }, { expect: 201 });
    await support.patch(
      `/b2b-links/${String(mistake.body['id'])}`,
      { voidedReason: '중복 등록' },
      { version: 1, expect: 200 },
    );
    const { body } = await support.get('/b2b-links?year=2017', { expect: 200 });
    expect(body['totals']).toEqual({ count: 3, amountKrw: 32_000_000 });
    expect(listOf(body['items'])).toHaveLength(4);
    const before = await support.get('/b2b-links?year=2016', { expect: 200 });
    expect(before.body['totals']).toEqual({ count: 0, amountKrw: 0 });
  });

  it('are of a day that has come, are written once by a key, and changed by nobody unseen', async () => {
    const link = { ...LINKS[0], linkedOn: '2018-01-01' };
    const refused = await support.post('/b2b-links', { ...link, linkedOn: '2018-01-16' });
    expect(refused.body).toMatchObject({ code: 'CHANNEL_INVALID', details: { field: 'linkedOn' } });
    const [first, second] = [
      await support.post('/b2b-links', link, { idempotencyKey: 'one', expect: 201 }),
      await support.post('/b2b-links', link, { idempotencyKey: 'one', expect: 201 }),
    ];
    expect(second.body).toEqual(first.body);
    const id = String(first.body['id']);
    await support.patch(`/b2b-links/${id}`, { item: '  케이터링 ' }, { version: 1, expect: 200 });
    await support.patch(`/b2b-links/${id}`, { item: '인쇄' }, { version: 1, expect: 412 });
    expect((await support.get(`/b2b-links/${id}`, { expect: 200 })).body['item']).toBe('케이터링');
  });
});

describe('shops', () => {
  it('list enterprises, products and sales of a period, each period once', async () => {
    const shop = await support.post(
      '/shops',
      { name: '생협매장 입점지원(우리동네 협동가게)', kind: 'coop_store' },
      { expect: 201 },
    );
    await support.post(
      '/shops',
      { name: '오마이컴퍼니', kind: 'online', place: 'ohmycompany.com' },
      { expect: 201 },
    );
    const sales = `/shops/${String(shop.body['id'])}/sales`;
    const year = { period: '2017-12-01', enterprises: 21, products: 100, salesKrw: 77_220_000 };
    const sale = await support.post(sales, year, { expect: 201 });
    const twice = await support.post(sales, year);
    expect(twice.body).toMatchObject({ code: 'CHANNEL_INVALID', details: { field: 'period' } });
    await support.post(sales, { ...year, period: '2017-11-02' }, { expect: twice.status });
    await support.post(sales, { ...year, period: '2018-02-01' }, { expect: twice.status });
    const { body } = await support.get('/shops?year=2017', { expect: 200 });
    expect(body['totals']).toEqual({ count: 1, amountKrw: 77_220_000 });
    expect(
      listOf(body['items']).find((one) => one['salesKrw'] !== undefined && Number(one['salesKrw']) > 0),
    ).toMatchObject({
      enterprises: 21,
      products: 100,
      salesKrw: 77_220_000,
    });
    const corrected = await support.patch(
      `${sales}/${String(sale.body['id'])}`,
      { salesKrw: 77_220_001 },
      { version: 1, expect: 200 },
    );
    expect(corrected.body).toMatchObject({ salesKrw: 77_220_001, products: 100, version: 2 });
  });

  it('have a name of their own', async () => {
    const again = await support.post('/shops', { name: '오마이컴퍼니', kind: 'online' });
    expect(again.body).toMatchObject({ code: 'CHANNEL_INVALID' });
  });
});

describe('market days', () => {
  it('show the stated figure beside the sum of the rows, and count the rows', async () => {
    const fair = await support.post('/market-days', FAIR, { expect: 201 });
    expect(fair.body).toMatchObject({
      salesKrw: 61_560_000,
      participantsSalesKrw: null,
      differenceKrw: null,
    });
    const participants = [
      { supplierName: '노란들판', salesKrw: 61_000_000 },
      { supplierName: '도우누리', salesKrw: 566_000 },
      { supplierName: '동부케어' },
    ];
    const changed = await support.patch(
      `/market-days/${String(fair.body['id'])}`,
      { participants },
      { version: 1, expect: 200 },
    );
    expect(changed.body).toMatchObject({
      officialSalesKrw: 61_560_000,
      participantsSalesKrw: 61_566_000,
      differenceKrw: -6_000,
      salesKrw: 61_566_000,
    });
    expect(listOf(changed.body['participants'])).toHaveLength(3);
    const { body } = await support.get('/market-days?year=2017', { expect: 200 });
    expect(body['totals']).toEqual({ count: 1, amountKrw: 61_566_000 });
  });

  it('are the six Saturdays of 2016, from eleven to four', async () => {
    for (const heldOn of MARKETS) {
      await support.post(
        '/market-days',
        { name: '꿈의 장터', heldOn, opensAt: '11:00', closesAt: '16:00', place: '북서울 꿈의 숲' },
        { expect: 201 },
      );
    }
    const { body } = await support.get('/market-days?year=2016', { expect: 200 });
    expect(body['totals']).toEqual({ count: 6, amountKrw: 0 });
    expect(listOf(body['items']).map((one) => one['heldOn'])).toEqual([...MARKETS].reverse());
  });
});

describe('what is sold privately', () => {
  it('is never public purchase achievement', async () => {
    const totals = () => world.database.sql('SELECT * FROM achievement_totals ORDER BY 1, 2, 3, 4, 5');
    await world.clerk.post('/purchases', world.banner(), { expect: 201 });
    const before = await totals();
    expect(before.length).toBeGreaterThan(0);
    await support.post('/b2b-links', { ...LINKS[1], linkedOn: '2016-05-02' }, { expect: 201 });
    await support.post('/market-days', { ...FAIR, heldOn: '2016-05-02', lastOn: null }, { expect: 201 });
    expect(await totals()).toEqual(before);
  });

  it('counts in the programmes’ indicators', async () => {
    const counted = await world.app
      .get(Transactions)
      .run(systemActor('test'), (tx) =>
        countSources(tx, ['b2b_links', 'b2b_link_amount', 'market_days', 'shop_sales'], [2016, 2017]),
      );
    expect(counted('b2b_links', 2017)).toBe(3);
    expect(counted('b2b_link_amount', 2017)).toBe(32_000_000);
    expect(counted('market_days', 2017)).toBe(1);
    expect(counted('market_days', 2016)).toBe(7);
    expect(counted('shop_sales', 2017)).toBe(77_220_001);
  });

  it('is the centre’s: others are refused, and the database shows them nothing', async () => {
    await world.clerk.get('/b2b-links', { expect: 403 });
    await world.clerk.post('/shops', { name: '가게', kind: 'online' }, { expect: 403 });
  });
});
