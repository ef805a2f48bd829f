import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client';
import { look, setNow } from './support/clock';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;

beforeEach(async () => {
  world = await createPurchaseWorld();
  setNow(world, '2016-06-15T03:00:00+09:00');
});
afterEach(() => world.end());

async function buy(client: ApiClient, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const body = world.banner({ confirmProbableDuplicate: true, ...more });
  return String((await client.post('/purchases', body, { expect: 201 })).body['id']);
}

async function nextNight(day: string): Promise<void> {
  setNow(world, `${day}T03:00:00+09:00`);
  await look(world);
}

async function record(supplierId = world.nodeul) {
  const [row] = await world.database.sql(
    `SELECT purchase_count AS purchases, buyer_count AS buyers, record_as_of::text AS "asOf"
     FROM supplier_search WHERE supplier_id = $1`,
    [supplierId],
  );
  return row;
}

/** A clerk of another institution. */
async function neighbour(): Promise<ApiClient> {
  const institutionId = await world.given.institution('성북구');
  await world.given.year(institutionId, 2016);
  const departmentId = await world.given.department(institutionId, '사회적경제과');
  return world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
}

describe('the public-sector record of an enterprise', () => {
  it('counts what stands and who bought, over all institutions, at the first look and then once a night', async () => {
    await buy(world.clerk);
    await buy(world.otherClerk);
    await buy(await neighbour());
    await buy(world.clerk, { draft: true });
    await look(world);
    expect(await record()).toEqual({ purchases: 3, buyers: 2, asOf: '2016-06-15' });
    await buy(world.clerk);
    await look(world);
    expect(await record()).toMatchObject({ purchases: 3 });
    await nextNight('2016-06-16');
    expect(await record()).toEqual({ purchases: 4, buyers: 2, asOf: '2016-06-16' });
  });

  it('leaves out what was cancelled whole, and goes back to nothing with the last purchase', async () => {
    const id = await buy(world.clerk);
    const returned = await buy(world.clerk);
    await look(world);
    expect(await record()).toMatchObject({ purchases: 2, buyers: 1 });
    await world.manager.post(`/purchases/${id}/accept`, {}, { version: 1, expect: 200 });
    const cancellation = {
      kind: 'cancellation',
      amountKrw: -160_000,
      day: '2016-06-15',
      reason: '계약 해지',
    };
    await world.clerk.post(`/purchases/${id}/adjust`, cancellation, { expect: 201 });
    await world.manager.post(
      `/purchases/${returned}/return`,
      { reason: '증빙' },
      { version: 1, expect: 200 },
    );
    await nextNight('2016-06-16');
    expect(await record()).toMatchObject({ purchases: 0, buyers: 0 });
  });

  it('is the one record of all rows that were merged', async () => {
    const twin = await world.given.supplier('(주)노란들판', null);
    await buy(world.clerk);
    await buy(world.clerk, { supplierId: twin });
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [twin, world.nodeul],
    );
    await look(world);
    expect(await record()).toMatchObject({ purchases: 2, buyers: 1 });
  });
});
