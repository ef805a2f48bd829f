import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Body } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';

let world: ContractWorld;
beforeAll(async () => {
  world = await createContractWorld();
});
afterAll(() => world.end());

const pathOf = (contract: Body) => `/contracts/${String(contract['id'])}/to-purchase`;

/** Of the contract, adjustments aside. */
async function purchasesOf(contract: Body): Promise<number> {
  const rows = await world.database.sql(
    `SELECT FROM purchases WHERE contract_id = $1 AND adjusts_id IS NULL AND state <> 'voided'`,
    [contract['id']],
  );
  return rows.length;
}

describe('entering a contract as a purchase', () => {
  it('moves the achievement of the department by exactly the value, and links both sides', async () => {
    const contract = await world.signed({
      valueKrw: 7_700_000,
      supplyValueKrw: 7_000_000,
      contractNumber: '2017-31',
    });
    const before = await world.total(world.jobs);
    const entered = await world.clerk.post(pathOf(contract), { paymentDate: '2017-06-01' }, { expect: 201 });
    expect((await world.total(world.jobs)) - before).toBe(7_700_000);
    const purchaseId = String(entered.body['purchase']?.['id']);
    expect(entered.body['purchase']).toMatchObject({
      departmentName: '일자리지원과',
      countStatus: 'counted',
      recognitionDate: '2017-05-02',
      netKrw: 7_700_000,
    });
    const purchase = await world.clerk.get(`/purchases/${purchaseId}`, { expect: 200 });
    expect(purchase.body).toMatchObject({
      contractId: contract['id'],
      source: 'match_contract',
      state: 'submitted',
      supplierId: world.nodeul,
      contractNumber: '2017-31',
      contractDate: '2017-05-02',
      paymentDate: '2017-06-01',
      amountKrw: 7_700_000,
      supplyValueKrw: 7_000_000,
      fiscalYear: 2017,
    });
  });

  it('names the other parties in the note; a contract of a fair says so', async () => {
    const parties = [
      { supplierName: '터치포굿', isLead: true, shareKrw: 100_000 },
      { supplierName: '자리', shareKrw: 60_000 },
    ];
    const contract = await world.signed({ parties, source: 'fair', item: '공동 행사' });
    const entered = await world.clerk.post(pathOf(contract), {}, { expect: 201 });
    const id = String(entered.body['purchase']?.['id']);
    const purchase = await world.clerk.get(`/purchases/${id}`, { expect: 200 });
    expect(purchase.body).toMatchObject({
      supplierName: '터치포굿',
      source: 'fair_contract',
      note: '공동 수행: 자리',
    });
  });

  it('is for the clerk of the department and the manager, and for nobody else', async () => {
    const contract = await world.signed({ item: '누구의 계약' });
    await world.otherClerk.post(pathOf(contract), {}, { expect: 404 });
    await world.adviser.post(pathOf(contract), {}, { expect: 403 });
    await world.admin.post(pathOf(contract), {}, { expect: 403 });
    await world.manager.post(pathOf(contract), { departmentId: world.finance }, { expect: 422 });
    await world.manager.post(pathOf(contract), {}, { expect: 201 });
  });

  it('without a department waits for the manager to name it', async () => {
    const contract = await world.signed({ item: '부서를 모르는 계약', departmentId: null });
    await world.clerk.post(pathOf(contract), { departmentId: world.jobs }, { expect: 404 });
    const refused = await world.manager.post(pathOf(contract), {}, { expect: 422 });
    expect(refused.body).toMatchObject({ code: 'CONTRACT_INVALID', details: { field: 'departmentId' } });
    const entered = await world.manager.post(
      pathOf(contract),
      { departmentId: world.finance },
      { expect: 201 },
    );
    expect(entered.body['purchase']).toMatchObject({ departmentName: '재무과' });
  });

  it('says what the ledger says: a closed quarter, a number that is taken, no known enterprise', async () => {
    const contract = await world.signed({ item: '번호가 같은 계약', contractNumber: '2017-31' });
    const taken = await world.clerk.post(pathOf(contract), {}, { expect: 409 });
    expect(taken.body).toMatchObject({ code: 'DUPLICATE_CONTRACT_NUMBER' });
    const unknown = await world.signed({ suppliersUnknown: true, parties: [], note: '보고서', item: '모름' });
    const nobody = await world.clerk.post(pathOf(unknown), {}, { expect: 422 });
    expect(nobody.body).toMatchObject({ code: 'CONTRACT_INVALID', details: { field: 'parties' } });
    const early = await world.signed({ item: '닫힌 분기', signedOn: '2017-02-01' });
    await world.database.sql(
      `UPDATE purchase_periods SET state = 'closed', closed_at = now() WHERE institution_id = $1 AND quarter = 1`,
      [world.institutionId],
    );
    const closed = await world.clerk.post(pathOf(early), {}, { expect: 409 });
    expect(closed.body).toMatchObject({ code: 'PERIOD_CLOSED' });
  });
});

describe('entering the same contract twice', () => {
  it('gives the same answer for the same key, and a second time names the first purchase', async () => {
    const contract = await world.signed({ item: '두 번 누른 계약' });
    const once = { idempotencyKey: 'twice-the-same', expect: 201 };
    const first = await world.clerk.post(pathOf(contract), {}, once);
    const replay = await world.clerk.post(pathOf(contract), {}, once);
    expect(replay.body).toEqual(first.body);
    const again = await world.colleague.post(pathOf(contract), {}, { idempotencyKey: true, expect: 409 });
    expect(again.body).toMatchObject({
      code: 'CONTRACT_ALREADY_PURCHASED',
      details: { purchaseId: first.body['purchase']?.['id'] },
    });
    expect(await purchasesOf(contract)).toBe(1);
  });

  it.each([null, '2017-777'])(
    'at the same moment by two clerks makes one purchase (number %s)',
    async (contractNumber) => {
      const contract = await world.signed({ item: `같은 순간 ${String(contractNumber)}`, contractNumber });
      const before = await world.total(world.jobs);
      const answers = await pressedTwentyTimes(contract);
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(19).fill(409)]);
      const [won] = answers.filter((answer) => answer.status === 201);
      for (const lost of answers.filter((answer) => answer.status === 409)) {
        expect(lost.body).toMatchObject({
          code: 'CONTRACT_ALREADY_PURCHASED',
          details: { purchaseId: won?.body['purchase']?.['id'] },
        });
      }
      expect(await purchasesOf(contract)).toBe(1);
      expect((await world.total(world.jobs)) - before).toBe(160_000);
    },
  );

  it('is free again when the purchase was voided', async () => {
    const contract = await world.signed({ item: '다시 등록' });
    const first = await world.clerk.post(pathOf(contract), {}, { expect: 201 });
    const id = String(first.body['purchase']?.['id']);
    await world.manager.post(`/purchases/${id}/return`, { reason: '잘못 등록' }, { version: 1, expect: 200 });
    await world.clerk.post(pathOf(contract), {}, { expect: 409 });
    await world.clerk.post(`/purchases/${id}/void`, undefined, { version: 2, expect: 200 });
    const second = await world.clerk.post(pathOf(contract), {}, { expect: 201 });
    expect(second.body['purchase']?.['id']).not.toBe(id);
    expect(await purchasesOf(contract)).toBe(1);
  });

  it('leaves the purchase open to adjustments, which show in what the contract came to', async () => {
    const contract = await world.signed({ item: '일부 반품', valueKrw: 500_000 });
    const entered = await world.clerk.post(pathOf(contract), {}, { expect: 201 });
    const id = String(entered.body['purchase']?.['id']);
    await world.manager.post(`/purchases/${id}/accept`, undefined, { version: 1, expect: 200 });
    await world.database.sql(
      `UPDATE purchase_periods SET state = 'closed', closed_at = now() WHERE institution_id = $1 AND quarter = 2`,
      [world.institutionId],
    );
    const returned = { kind: 'refund', amountKrw: -200_000, day: '2017-11-01', reason: '반품' };
    const adjusted = await world.clerk.post(`/purchases/${id}/adjust`, returned, { expect: 201 });
    expect(adjusted.body).toMatchObject({ contractId: contract['id'] });
    const now = await world.clerk.get(`/contracts/${String(contract['id'])}`, { expect: 200 });
    expect(now.body['purchase']).toMatchObject({ id, netKrw: 300_000 });
    expect(listOf((await world.clerk.get('/purchases?q=일부', { expect: 200 })).body['items'])).toHaveLength(
      2,
    );
  });

  it('would make more than one without the index (control)', async () => {
    const contract = await world.signed({ item: '대조', signedOn: '2017-08-02' });
    await world.database.sql('DROP INDEX uq_purchases_contract');
    const answers = await pressedTwentyTimes(contract);
    expect(answers.filter((answer) => answer.status === 201).length).toBeGreaterThan(1);
  });
});

function pressedTwentyTimes(contract: Body) {
  return Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      (index % 2 === 0 ? world.clerk : world.colleague).post(
        pathOf(contract),
        { confirmProbableDuplicate: true },
        { idempotencyKey: true },
      ),
    ),
  );
}
