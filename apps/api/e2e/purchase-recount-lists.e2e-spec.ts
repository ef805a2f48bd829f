import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { closeQuarter, listOf } from './support/ledger';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';
import { certificateOf, changeCertificate, findRecounts, openRecounts } from './support/recounts';

let world: PurchaseWorld;
let certificate: string;

beforeEach(async () => {
  await world?.end();
  world = await createPurchaseWorld();
  certificate = await certificateOf(world, world.nodeul);
}, 60_000);
afterAll(() => world.end());

async function buy(more: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await world.clerk.post(
    '/purchases',
    world.banner({ confirmProbableDuplicate: true, ...more }),
    { expect: 201 },
  );
  return String(answer.body['id']);
}

const revoke = (revokedOn: string | null) => changeCertificate(world, certificate, { revokedOn });
const find = () => findRecounts(world, world.nodeul);
const open = async () => listOf(await openRecounts(world.manager));
const total = (scheme = 'social_economy') => world.total(world.jobs, scheme);

describe('several at once', () => {
  it('are decided together or not at all', async () => {
    await buy({ contractDate: '2016-05-02' });
    await buy({ contractDate: '2016-05-03' });
    await revoke('2016-01-01');
    await find();
    const ids = (await open()).map((one) => String(one['id']));
    const body = { ids, reason: '소급 취소' };
    const all = await world.manager.post('/purchase-recounts/recount', body, { expect: 200 });
    expect(listOf(all.body).map((one) => one['state'])).toEqual(['recounted', 'recounted']);
    expect(await total()).toBe(0);
    await world.manager.post('/purchase-recounts/keep', body, { expect: 409 });
    await buy({ contractDate: '2016-05-04' });
    await revoke(null);
    await find();
    const again = (await open()).map((one) => String(one['id']));
    const unknown = '019aa5d0-7c1e-7000-8000-00000000dead';
    await world.manager.post(
      '/purchase-recounts/recount',
      { ids: [...again, unknown], reason: '사유' },
      { expect: 404 },
    );
    expect((await open()).length).toBe(3);
  });

  it('are decided by one of two people who press at the same moment', async () => {
    for (const day of ['02', '03', '04']) await buy({ contractDate: `2016-05-${day}` });
    await closeQuarter(world.database, world.institutionId, 2);
    await revoke('2016-01-01');
    await find();
    const ids = (await open()).map((one) => String(one['id']));
    const colleague = await world.loginAs(
      await world.given.user('manager', { institutionId: world.institutionId }),
    );
    const body = { reason: '소급 취소', day: '2016-07-01' };
    const answers = await Promise.all([
      world.manager.post('/purchase-recounts/recount', { ids, ...body }),
      colleague.post('/purchase-recounts/recount', { ids: [...ids].reverse(), ...body }),
      find(),
    ]);
    expect(
      answers
        .slice(0, 2)
        .map((answer) => answer?.status)
        .sort(),
    ).toEqual([200, 409]);
    const [rows] = await world.database.sql(
      'SELECT count(*)::int AS count FROM purchases WHERE recount_id IS NOT NULL',
    );
    expect(rows).toEqual({ count: 6 });
    expect(await total()).toBe(0);
  });

  it('are answered again, not done again, when the same request is repeated', async () => {
    await buy();
    await closeQuarter(world.database, world.institutionId, 2);
    await revoke('2016-01-01');
    await find();
    const body = {
      ids: (await open()).map((one) => String(one['id'])),
      reason: '소급 취소',
      day: '2016-07-01',
    };
    const key = 'the-same-press';
    const first = await world.manager.post('/purchase-recounts/recount', body, {
      idempotencyKey: key,
      expect: 200,
    });
    const again = await world.manager.post('/purchase-recounts/recount', body, {
      idempotencyKey: key,
      expect: 200,
    });
    expect(again.body).toEqual(first.body);
    expect(await total()).toBe(0);
  });

  it('are added up by department and in all', async () => {
    await buy();
    await world.otherClerk.post('/purchases', world.banner({ amountKrw: 40_000 }), { expect: 201 });
    await revoke('2016-01-01');
    await find();
    const summary = await world.manager.get('/purchase-recounts/summary?state=open&fiscalYear=2016', {
      expect: 200,
    });
    expect(summary.body).toMatchObject({ count: 2, amountKrw: 200_000 });
    expect(listOf(summary.body, 'departments')).toMatchObject([
      {
        departmentName: '보건소',
        count: 1,
        differences: [{ krw: -40_000 }, { scheme: 'social_economy', krw: -40_000 }],
      },
      { departmentName: '일자리지원과', count: 1, amountKrw: 160_000 },
    ]);
  });
});

describe('the preview', () => {
  it('says what a revocation would do, writes nothing, and tells nothing of other institutions', async () => {
    await buy();
    const ask = `/purchase-recounts/preview?supplierId=${world.nodeul}&certificationId=${certificate}`;
    const preview = await world.manager.get(`${ask}&revokedOn=2016-04-01`, { expect: 200 });
    expect(preview.body).toMatchObject({ count: 1, amountKrw: 160_000, institutionCount: null });
    expect((await world.manager.get(`${ask}&revokedOn=2016-05-03`, { expect: 200 })).body).toMatchObject({
      count: 0,
    });
    expect((await world.stranger.get(`${ask}&revokedOn=2016-04-01`, { expect: 200 })).body).toMatchObject({
      count: 0,
    });
    expect((await world.otherClerk.get(`${ask}&revokedOn=2016-04-01`, { expect: 200 })).body).toMatchObject({
      count: 0,
    });
    const admin = await world.loginAs(await world.given.user('admin'));
    expect((await admin.get(`${ask}&revokedOn=2016-04-01`, { expect: 200 })).body).toMatchObject({
      count: 1,
      institutionCount: 1,
    });
    await world.manager.get(`${ask}&validUntil=2011-12-31`, { expect: 422 });
    expect(await open()).toEqual([]);
    expect(await total()).toBe(160_000);
  });
});
