import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;
let institutionId: string;
let jobs: string;
let clerk: ApiClient;
let otherClerk: ApiClient;
let manager: ApiClient;
let banner: PurchaseWorld['banner'];
let edited: PurchaseWorld['edited'];
let total: PurchaseWorld['total'];

beforeAll(async () => {
  world = await createPurchaseWorld();
  ({ institutionId, jobs, clerk, otherClerk, manager, banner, edited, total } = world);
});
afterAll(() => world.end());

describe('editing', () => {
  it('moves the achievement with the amount, and refuses a stale version and a missing one', async () => {
    const before = await total(jobs, 'social_economy');
    const entered = await clerk.post('/purchases', banner({ item: '고칠 것', amountKrw: 100 }), {
      expect: 201,
    });
    const path = `/purchases/${String(entered.body['id'])}`;
    const changed = await clerk.patch(path, edited({ item: '고친 것', amountKrw: 250 }), {
      version: 1,
      expect: 200,
    });
    expect(changed.body).toMatchObject({ item: '고친 것', amountKrw: 250, version: 2 });
    expect(changed.headers['etag']).toBe('"v2"');
    expect((await total(jobs, 'social_economy')) - before).toBe(250);
    expect((await clerk.patch(path, edited({ amountKrw: 300 }), { version: 1 })).status).toBe(412);
    expect((await clerk.patch(path, edited({ amountKrw: 300 }))).status).toBe(428);
    expect((await total(jobs, 'social_economy')) - before).toBe(250);
  });

  it('lets one of twenty simultaneous editors win', async () => {
    const entered = await clerk.post('/purchases', banner({ item: '다툴 것', amountKrw: 100 }), {
      expect: 201,
    });
    const path = `/purchases/${String(entered.body['id'])}`;
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clerk.patch(path, edited({ item: '다툴 것', amountKrw: 1_000 + index }), { version: 1 }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 412),
    ]);
    expect((await clerk.get(path, { expect: 200 })).body['version']).toBe(2);
  });

  it('takes back what was entered by mistake, until it is accepted; the row is kept', async () => {
    const before = await total(jobs, 'social_economy');
    const body = banner({ item: '잘못 넣은 것', amountKrw: 800, contractNumber: 'MISTAKE-1' });
    const entered = await clerk.post('/purchases', body, { expect: 201 });
    const path = `/purchases/${String(entered.body['id'])}`;
    const taken = await clerk.post(`${path}/void`, {}, { version: 1, expect: 200 });
    expect(taken.body).toMatchObject({ state: 'voided', countedSchemes: [] });
    expect(await total(jobs, 'social_economy')).toBe(before);
    // its contract number is free again
    const again = await clerk.post('/purchases', body, { expect: 201 });
    const accepted = `/purchases/${String(again.body['id'])}`;
    await manager.post(`${accepted}/accept`, {}, { version: 1, expect: 200 });
    const late = await clerk.post(`${accepted}/void`, {}, { version: 2 });
    expect([late.status, String(late.body['code'])]).toEqual([409, 'PURCHASE_STATE']);
  });

  it('returns a purchase with a reason, out of the achievement, and takes it back in when it is answered', async () => {
    const before = await total(jobs, 'social_economy');
    const entered = await clerk.post('/purchases', banner({ item: '돌려받을 것', amountKrw: 700 }), {
      expect: 201,
    });
    const path = `/purchases/${String(entered.body['id'])}`;
    expect((await manager.post(`${path}/return`, { reason: ' ' }, { version: 1 })).status).toBe(400);
    const returned = await manager.post(
      `${path}/return`,
      { reason: '계약서가 없습니다' },
      { version: 1, expect: 200 },
    );
    expect(returned.body).toMatchObject({
      state: 'returned',
      returnReason: '계약서가 없습니다',
      countedSchemes: [],
    });
    expect(await total(jobs, 'social_economy')).toBe(before);
    await clerk.post(`${path}/submit`, {}, { version: 2, expect: 200 });
    expect((await total(jobs, 'social_economy')) - before).toBe(700);
  });
});

describe('a closed quarter', () => {
  it('refuses an edit, takes a signed adjustment in the open quarter, and keeps the books balanced', async () => {
    const entered = await clerk.post(
      '/purchases',
      banner({ contractDate: '2016-02-10', contractNumber: 'Q1-1', amountKrw: 1_000_000 }),
      { expect: 201 },
    );
    const path = `/purchases/${String(entered.body['id'])}`;
    const periods = await manager.get('/purchase-periods?fiscalYear=2016', { expect: 200 });
    const first = listOf(periods.body['items'])[0];
    const quarter = `/purchase-periods/${String(first?.['id'])}`;
    await clerk.post(`${quarter}/submit`, { kind: 'report' }, { expect: 200 });
    expect(
      (await clerk.patch(path, edited({ contractDate: '2016-02-10', amountKrw: 1 }), { version: 1 })).body[
        'code'
      ],
    ).toBe('PERIOD_SUBMITTED');
    expect((await otherClerk.post(`${quarter}/submit`, { kind: 'nil', departmentId: jobs })).status).toBe(
      404,
    );
    expect((await clerk.post(`${quarter}/close`, {})).status).toBe(403);
    const refused = await manager.post(`${quarter}/close`, {});
    expect([refused.status, refused.body['code']]).toEqual([422, 'PERIOD_UNSUBMITTED_DEPARTMENTS']);
    await otherClerk.post(`${quarter}/submit`, { kind: 'nil' }, { expect: 200 });
    await manager.post(`${quarter}/close`, {}, { expect: 200 });

    const edit = await clerk.patch(path, edited({ contractDate: '2016-02-10', amountKrw: 1 }), {
      version: 1,
    });
    expect([edit.status, edit.body['code']]).toEqual([409, 'PERIOD_CLOSED']);
    const late = await clerk.post('/purchases', banner({ contractDate: '2016-03-31', amountKrw: 5 }));
    expect([late.status, late.body['code']]).toEqual([409, 'PERIOD_CLOSED']);
    const outOf = await clerk.patch(path, edited({ contractDate: '2016-05-10', amountKrw: 1_000_000 }), {
      version: 1,
    });
    expect(outOf.body['code']).toBe('PERIOD_CLOSED');

    const before = await total(jobs, 'social_economy');
    const adjusted = await clerk.post(
      `${path}/adjust`,
      { kind: 'refund', amountKrw: -300_000, day: '2016-06-01', reason: '반품' },
      { idempotencyKey: true, expect: 201 },
    );
    expect(adjusted.body).toMatchObject({
      amountKrw: -300_000,
      adjustsId: entered.body['id'],
      countedSchemes: ['certified_only', 'social_economy'],
    });
    expect((await total(jobs, 'social_economy')) - before).toBe(-300_000);
    const tooMuch = await clerk.post(`${path}/adjust`, {
      kind: 'refund',
      amountKrw: -700_001,
      day: '2016-06-01',
      reason: '반품',
    });
    expect([tooMuch.status, tooMuch.body['code']]).toEqual([422, 'ADJUSTMENT_EXCEEDS_PURCHASE']);
    const intoClosed = await clerk.post(`${path}/adjust`, {
      kind: 'refund',
      amountKrw: -1,
      day: '2016-03-01',
      reason: '반품',
    });
    expect(intoClosed.body['code']).toBe('PERIOD_CLOSED');
  });

  it('freezes the counting policy at the first close', async () => {
    const [policy] = await world.database.sql<{ frozen_at: Date | null }>(
      'SELECT frozen_at FROM counting_policies WHERE institution_id = $1 AND fiscal_year = 2016',
      [institutionId],
    );
    expect(policy?.frozen_at).not.toBeNull();
  });

  it('cannot be slipped into while it is being closed', async () => {
    const periods = await manager.get('/purchase-periods?fiscalYear=2018', { expect: 200 });
    const quarter = `/purchase-periods/${String(listOf(periods.body['items'])[2]?.['id'])}`;
    const entries = Array.from({ length: 12 }, (_, index) =>
      clerk.post(
        '/purchases',
        banner({ fiscalYear: 2018, contractDate: '2018-08-01', item: `경쟁 ${index}`, amountKrw: 1_000 }),
      ),
    );
    const closing = manager.post(`${quarter}/close`, { reason: '경쟁 시험' });
    const answers = await Promise.all(entries);
    expect((await closing).status).toBe(200);
    const [closed] = await world.database.sql<{ closed_at: Date }>(
      'SELECT closed_at FROM purchase_periods WHERE state = $1 AND fiscal_year = 2018',
      ['closed'],
    );
    const rows = await world.database.sql<{ created_at: Date }>(
      `SELECT created_at FROM purchases WHERE item LIKE '경쟁 %'`,
    );
    expect(rows).toHaveLength(answers.filter((answer) => answer.status === 201).length);
    expect(
      answers.every((answer) => answer.status === 201 || String(answer.body['code']) === 'PERIOD_CLOSED'),
    ).toBe(true);
    expect(closed).toBeDefined();
    expect(
      (
        await clerk.post(
          '/purchases',
          banner({ fiscalYear: 2018, contractDate: '2018-08-01', item: '늦음', amountKrw: 1 }),
        )
      ).body['code'],
    ).toBe('PERIOD_CLOSED');
  });
});

describe('notices of a quarter', () => {
  it('tell the manager once, when the last department has handed in, and the clerks of the close', async () => {
    const kinds = async (who: ApiClient) =>
      listOf((await who.get('/notices', { expect: 200 })).body['items']).map((notice) =>
        String(notice['kind']),
      );
    expect((await kinds(manager)).filter((kind) => kind === 'period_all_submitted')).toHaveLength(1);
    expect(await kinds(clerk)).toContain('period_closed');
    expect(await kinds(clerk)).toContain('purchase_returned');
    expect(await kinds(otherClerk)).not.toContain('purchase_returned');
  });
});

describe('adjustments that go back and forth', () => {
  const refund = (amountKrw: number) => ({ kind: 'refund', amountKrw, day: '2016-06-02', reason: '반품' });

  async function acceptedPurchase(item: string): Promise<string> {
    const entered = await clerk.post('/purchases', banner({ item, amountKrw: 100 }), { expect: 201 });
    const path = `/purchases/${String(entered.body['id'])}`;
    await manager.post(`${path}/accept`, {}, { version: 1, expect: 200 });
    return path;
  }

  it('take back no more than was bought: a returned refund cannot come back beside its successor', async () => {
    const before = await total(jobs, 'social_economy');
    const path = await acceptedPurchase('두 번 반품');
    const first = await clerk.post(`${path}/adjust`, refund(-100), { expect: 201 });
    const firstPath = `/purchases/${String(first.body['id'])}`;
    await manager.post(`${firstPath}/return`, { reason: '금액 확인' }, { version: 1, expect: 200 });
    await clerk.post(`${path}/adjust`, refund(-100), { expect: 201 });
    const again = await clerk.post(`${firstPath}/submit`, {}, { version: 2 });
    expect([again.status, again.body['code']]).toEqual([422, 'ADJUSTMENT_EXCEEDS_PURCHASE']);
    expect(await total(jobs, 'social_economy')).toBe(before);
  });

  it('keep what a later refund rests on: an increase that was spent is not returned', async () => {
    const path = await acceptedPurchase('늘렸다 줄임');
    const more = await clerk.post(`${path}/adjust`, { ...refund(50), kind: 'change' }, { expect: 201 });
    await clerk.post(`${path}/adjust`, refund(-150), { expect: 201 });
    const returned = await manager.post(
      `/purchases/${String(more.body['id'])}/return`,
      { reason: '근거 없음' },
      { version: 1 },
    );
    expect([returned.status, returned.body['code']]).toEqual([422, 'ADJUSTMENT_EXCEEDS_PURCHASE']);
  });
});
