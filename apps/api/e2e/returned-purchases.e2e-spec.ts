import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;
let quarters: string[];

beforeAll(async () => {
  world = await createPurchaseWorld();
  const periods = await world.manager.get('/purchase-periods?fiscalYear=2016', { expect: 200 });
  quarters = listOf(periods.body['items']).map((period) => `/purchase-periods/${String(period['id'])}`);
});
afterAll(() => world.end());

describe('a purchase that comes back after its quarter was handed in', () => {
  it('is answered there, under the rules of every entry, and moves into no other quarter that was handed in', async () => {
    const { clerk, manager, banner, edited } = world;
    const second = { contractDate: '2016-05-02', contractNumber: '2016-2' };
    await clerk.post('/purchases', banner({ item: '다른 것', contractNumber: '2016-1' }), { expect: 201 });
    const entered = await clerk.post('/purchases', banner({ item: '돌아올 것', ...second }), { expect: 201 });
    const path = `/purchases/${String(entered.body['id'])}`;
    await clerk.post(`${quarters[0]}/submit`, { kind: 'nil' }, { expect: 200 });
    await clerk.post(`${quarters[1]}/submit`, { kind: 'report' }, { expect: 200 });
    await manager.post(`${path}/return`, { reason: '품목을 적어 주십시오' }, { version: 1, expect: 200 });

    const moved = { ...second, contractDate: '2016-03-02' };
    expect((await clerk.patch(path, edited(moved), { version: 2, expect: 409 })).body['code']).toBe(
      'PERIOD_SUBMITTED',
    );
    const taken = { ...second, contractNumber: '2016-1' };
    expect((await clerk.patch(path, edited(taken), { version: 2, expect: 409 })).body['code']).toBe(
      'DUPLICATE_CONTRACT_NUMBER',
    );
    const twin = { item: '다른 것', contractDate: '2016-05-02', contractNumber: '2016-2' };
    expect((await clerk.patch(path, edited(twin), { version: 2, expect: 409 })).body['code']).toBe(
      'PURCHASE_PROBABLE_DUPLICATE',
    );
    await clerk.patch(path, edited({ ...second, item: '현수막 두 장' }), { version: 2, expect: 200 });
    const answered = await clerk.post(`${path}/submit`, {}, { version: 3, expect: 200 });
    expect(answered.body).toMatchObject({ state: 'submitted', item: '현수막 두 장', countStatus: 'counted' });
  });
});
