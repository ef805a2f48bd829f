import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findTotalDifferences } from '../src/rankings/recompute-totals';
import type { Body } from './support/api-client';
import { until } from './support/jobs';
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
const purchase = async (id: string) => (await world.manager.get(`/purchases/${id}`, { expect: 200 })).body;

async function spent(): Promise<number> {
  const [row] = await world.database.sql<{ krw: number }>(
    `SELECT coalesce(sum(amount_krw), 0)::bigint AS krw FROM purchases WHERE state IN ('submitted', 'accepted')`,
  );
  return row?.krw ?? 0;
}

function recount(one: Body | undefined, more: object = {}, expected = 200) {
  return world.manager.post(
    `/purchase-recounts/${String(one?.['id'])}/recount`,
    { reason: '인증 소급 취소', ...more },
    { expect: expected },
  );
}

async function expectBooksToBalance(): Promise<void> {
  const differences = await findTotalDifferences({
    query: <Row>(text: string) => world.database.sql<Row & object>(text),
  });
  expect(differences).toEqual([]);
}

describe('the search for purchases to recount', () => {
  it('lists what a retroactive revocation touches, once, with the old and the new decision, and tells the managers', async () => {
    const before = await buy({ contractDate: '2016-03-02' });
    const touched = await buy({ contractDate: '2016-05-02' });
    await revoke('2016-04-01');
    await find();
    const [one, ...others] = await open();
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      purchaseId: touched,
      supplierName: '노란들판',
      departmentName: '일자리지원과',
      quarterClosed: false,
      cause: { certificationId: certificate, revokedOn: '2016-04-01', revocationReason: '부정 수급' },
      before: { countStatus: 'counted', countedSchemes: ['certified_only', 'social_economy'] },
      after: { countStatus: 'needs_check', countedSchemes: [], countReasons: ['certificate_revoked'] },
      differences: [
        { scheme: 'certified_only', krw: -160_000 },
        { scheme: 'social_economy', krw: -160_000 },
      ],
    });
    expect(touched).not.toBe(before);
    const notices = await world.manager.get('/notices', { expect: 200 });
    expect(listOf(notices.body)).toMatchObject([
      { kind: 'purchases_to_recount', params: { supplierName: '노란들판', count: 1 } },
    ]);
  });

  it('is asked for by the register itself, when a manager revokes a certificate for past days', async () => {
    const touched = await buy();
    const path = `/suppliers/${world.nodeul}`;
    const { version } = (await world.manager.get(path, { expect: 200 })).body;
    const body = { revokedOn: '2016-04-01', reason: '부정 수급' };
    await world.manager.post(`${path}/certifications/${certificate}/revoke`, body, {
      version: Number(version),
      expect: 200,
    });
    await until(async () => (await open()).length > 0);
    expect(await open()).toMatchObject([{ purchaseId: touched, cause: { certificationId: certificate } }]);
  });

  it('changes nothing by itself, and finds nothing new when it runs again', async () => {
    await buy();
    await revoke('2016-01-01');
    await find();
    const [first] = await open();
    await find();
    expect(await open()).toMatchObject([{ id: first?.['id'] }]);
    expect(await total()).toBe(160_000);
    expect(listOf((await world.manager.get('/notices', { expect: 200 })).body)).toHaveLength(1);
  });

  it('closes what is not so any more, and opens another finding when it became another one', async () => {
    await buy();
    await revoke('2016-01-01');
    await find();
    const [first] = await open();
    await revoke(null);
    await find();
    expect(await open()).toEqual([]);
    const ended = await world.manager.get('/purchase-recounts?state=outdated', { expect: 200 });
    expect(listOf(ended.body)).toMatchObject([{ id: first?.['id'], decidedByName: null }]);
  });

  it('finds what a late certificate would count, also bought before the enterprise was registered or merged', async () => {
    const [{ business_number: number } = { business_number: '' }] = await world.database.sql<{
      business_number: string;
    }>('SELECT business_number FROM suppliers WHERE id = $1', [world.nodeul]);
    await world.database.sql('UPDATE suppliers SET business_number = NULL WHERE id = $1', [world.nodeul]);
    const unregistered = await buy({ supplierId: null, supplierName: '노란 들판', businessNumber: number });
    await world.database.sql('UPDATE suppliers SET business_number = $2 WHERE id = $1', [
      world.nodeul,
      number,
    ]);
    const twin = await world.given.supplier('노란들판(주)', null);
    const ofTwin = await buy({ supplierId: twin });
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [twin, world.nodeul],
    );
    expect(await total()).toBe(0);
    await find();
    const found = await open();
    expect(found.map((one) => one['purchaseId']).sort()).toEqual([unregistered, ofTwin].sort());
    for (const one of found) await recount(one);
    expect(await total()).toBe(320_000);
    expect(await purchase(unregistered)).toMatchObject({ supplierId: world.nodeul, countStatus: 'counted' });
  });

  it('leaves drafts and returned rows alone: they are decided when they are handed in', async () => {
    await buy({ draft: true });
    await revoke('2016-01-01');
    await find();
    expect(await open()).toEqual([]);
  });
});

describe('a recount in an open quarter', () => {
  it('writes the decision and its certificates anew; the achievement follows', async () => {
    const id = await buy();
    await revoke('2016-01-01');
    await find();
    const answer = await recount((await open())[0]);
    expect(answer.body).toMatchObject({
      state: 'recounted',
      reason: '인증 소급 취소',
      decidedByName: 'manager 시험',
    });
    expect(await purchase(id)).toMatchObject({
      countStatus: 'needs_check',
      countedSchemes: [],
      certificates: [{ revokedOn: '2016-01-01' }],
      amountKrw: 160_000,
    });
    expect([await total(), await spent()]).toEqual([0, 160_000]);
    await expectBooksToBalance();
    await find();
    expect(await open()).toEqual([]);
  });

  it('may be refused by a person: the decision stays, and the same question is not asked again', async () => {
    await buy();
    await revoke('2016-01-01');
    await find();
    const [one] = await open();
    await world.manager.post(
      `/purchase-recounts/${String(one?.['id'])}/keep`,
      { reason: '계약 당시 유효' },
      { expect: 200 },
    );
    expect(await total()).toBe(160_000);
    await find();
    expect(await open()).toEqual([]);
    await recount(one, {}, 409).then(({ body }) => expect(body['code']).toBe('RECOUNT_STATE'));
  });

  it('is refused when the facts moved since it was found, and the list then says what is so', async () => {
    await buy();
    await revoke('2016-01-01');
    await find();
    const [one] = await open();
    await revoke(null);
    const refused = await recount(one, {}, 409);
    expect(refused.body['code']).toBe('RECOUNT_OUTDATED');
    expect(await open()).toEqual([]);
    expect(await total()).toBe(160_000);
  });

  it('asks for a reason and is not for clerks or strangers', async () => {
    await buy();
    await revoke('2016-01-01');
    await find();
    const [one] = await open();
    const path = `/purchase-recounts/${String(one?.['id'])}/recount`;
    await recount(one, { reason: ' ' }, 400);
    await world.clerk.post(path, { reason: '사유' }, { expect: 403 });
    await world.stranger.post(path, { reason: '사유' }, { expect: 404 });
    expect(listOf(await openRecounts(world.clerk))).toHaveLength(1);
    expect(listOf(await openRecounts(world.otherClerk))).toEqual([]);
    expect(listOf(await openRecounts(world.stranger))).toEqual([]);
  });
});

describe('a recount of a closed quarter', () => {
  async function closedPurchase(): Promise<string> {
    const id = await buy({ contractDate: '2016-03-02' });
    await closeQuarter(world.database, world.institutionId, 1);
    await revoke('2016-01-01');
    await find();
    return id;
  }
  const corrections = async (id: string) =>
    listOf((await world.manager.get(`/purchases?adjustsId=${id}`, { expect: 200 })).body);

  it('leaves the row as it is and moves its amount by two signed rows of an open one', async () => {
    const id = await closedPurchase();
    expect(await open()).toMatchObject([{ quarterClosed: true }]);
    await recount((await open())[0]);
    expect(await purchase(id)).toMatchObject({ countStatus: 'counted', version: 1 });
    const rows = await corrections(id);
    expect(
      rows.map((row) => [row['amountKrw'], row['countStatus'], row['recognitionDate'], row['state']]),
    ).toEqual([
      [160_000, 'needs_check', '2016-06-15', 'accepted'],
      [-160_000, 'counted', '2016-06-15', 'accepted'],
    ]);
    expect([await total(), await total('certified_only'), await spent()]).toEqual([0, 0, 160_000]);
    await expectBooksToBalance();
    await find();
    expect(await open()).toEqual([]);
  });

  it('is gone back on by another pair, which takes back what counts now', async () => {
    const id = await closedPurchase();
    await recount((await open())[0]);
    await revoke(null);
    await find();
    expect(await open()).toMatchObject([
      { before: { countStatus: 'needs_check' }, after: { countStatus: 'counted' } },
    ]);
    await recount((await open())[0], { reason: '취소 처분 철회' });
    expect(await corrections(id)).toHaveLength(4);
    expect([await total(), await spent()]).toEqual([160_000, 160_000]);
    await expectBooksToBalance();
  });

  it('decides how a later refund counts', async () => {
    const id = await closedPurchase();
    await recount((await open())[0]);
    const refund = { kind: 'refund', amountKrw: -60_000, day: '2016-06-20', reason: '반품' };
    const row = await world.clerk.post(`/purchases/${id}/adjust`, refund, { expect: 201 });
    expect(row.body).toMatchObject({ countStatus: 'needs_check', countedSchemes: [] });
    expect([await total(), await spent()]).toEqual([0, 100_000]);
  });

  it('takes the adjustments along: what is left of the purchase is what moves', async () => {
    const id = await buy({ contractDate: '2016-03-02' });
    await closeQuarter(world.database, world.institutionId, 1);
    const refund = { kind: 'refund', amountKrw: -60_000, day: '2016-05-20', reason: '반품' };
    await world.clerk.post(`/purchases/${id}/adjust`, refund, { expect: 201 });
    await revoke('2016-01-01');
    await find();
    expect(await open()).toMatchObject([
      {
        differences: [
          { scheme: 'certified_only', krw: -100_000 },
          { scheme: 'social_economy', krw: -100_000 },
        ],
      },
    ]);
    await recount((await open())[0]);
    expect([await total(), await spent()]).toEqual([0, 100_000]);
    await expectBooksToBalance();
  });

  it('lies on the day that is asked for, which must be open and not before the purchase', async () => {
    const id = await closedPurchase();
    const [one] = await open();
    expect((await recount(one, { day: '2016-02-01' }, 422)).body['code']).toBe('ADJUSTMENT_INVALID');
    expect((await recount(one, { day: '2016-03-20' }, 409)).body['code']).toBe('PERIOD_CLOSED');
    await recount(one, { day: '2016-04-30' });
    expect((await corrections(id)).map((row) => row['recognitionDate'])).toEqual([
      '2016-04-30',
      '2016-04-30',
    ]);
  });

  it('stands as a whole: one half of the pair cannot be returned', async () => {
    const id = await closedPurchase();
    await recount((await open())[0]);
    for (const half of await corrections(id)) {
      const answer = await world.manager.post(
        `/purchases/${String(half['id'])}/return`,
        { reason: '잘못' },
        { version: 1, expect: 409 },
      );
      expect(answer.body['code']).toBe('PURCHASE_CHANGED_BY_ADJUSTMENT');
    }
  });
});
