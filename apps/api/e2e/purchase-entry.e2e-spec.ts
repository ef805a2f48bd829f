import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ApiClient } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';
import { uploaded } from './support/upload';

let world: PurchaseWorld;
let institutionId: string;
let jobs: string;
let clerk: ApiClient;
let otherClerk: ApiClient;
let manager: ApiClient;
let stranger: ApiClient;
let banner: PurchaseWorld['banner'];
let edited: PurchaseWorld['edited'];
let total: PurchaseWorld['total'];

beforeAll(async () => {
  world = await createPurchaseWorld();
  ({ institutionId, jobs, clerk, otherClerk, manager, stranger, banner, edited, total } = world);
});
afterAll(() => world.end());

describe('logging a purchase', () => {
  it('adds 160,000 won of 노란들판 to the department and nothing to the mall', async () => {
    const before = await total(jobs, 'social_economy');
    const answer = await clerk.post('/purchases', banner({ contractNumber: '2016-0001' }), { expect: 201 });
    expect(answer.body).toMatchObject({
      supplierName: '노란들판',
      departmentName: '일자리지원과',
      countStatus: 'counted',
      countedSchemes: ['certified_only', 'social_economy'],
      recognitionDate: '2016-05-02',
      recognizedAmountKrw: 160_000,
      state: 'submitted',
    });
    expect((await total(jobs, 'social_economy')) - before).toBe(160_000);
    expect(await total(jobs, 'hamkke_nuri_mall')).toBe(0);
  });

  it('refuses the same contract number again, also when written with other spaces and case', async () => {
    await clerk.post('/purchases', banner({ contractNumber: 'AB-77', amountKrw: 1_000 }), { expect: 201 });
    const before = await total(jobs, 'social_economy');
    const again = await clerk.post('/purchases', banner({ contractNumber: ' ab-77 ', amountKrw: 2_000 }));
    expect([again.status, again.body['code']]).toEqual([409, 'DUPLICATE_CONTRACT_NUMBER']);
    expect(await total(jobs, 'social_economy')).toBe(before);
    // the negative control: another department may have the same number
    await otherClerk.post('/purchases', banner({ contractNumber: 'AB-77', amountKrw: 2_000 }), {
      expect: 201,
    });
  });

  it('gives the first answer for a repeated key, one row, and refuses the key for another body', async () => {
    const body = banner({ contractNumber: '2016-0002', amountKrw: 70_000 });
    const first = await clerk.post('/purchases', body, { idempotencyKey: 'key-1', expect: 201 });
    const second = await clerk.post('/purchases', body, { idempotencyKey: 'key-1', expect: 201 });
    expect(second.body).toEqual(first.body);
    expect(second.headers['idempotent-replayed']).toBe('true');
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    const rows = await world.database.sql(`SELECT id FROM purchases WHERE contract_number = '2016-0002'`);
    expect(rows).toHaveLength(1);
    const other = await clerk.post('/purchases', { ...body, amountKrw: 70_001 }, { idempotencyKey: 'key-1' });
    expect([other.status, other.body['code']]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    // scoped to the actor: somebody else's same key is another request
    await otherClerk.post('/purchases', body, { idempotencyKey: 'key-1', expect: 201 });
  });

  it('writes one row for thirty simultaneous twins of one key, and without a key refuses all but one by contract number', async () => {
    const body = banner({ contractNumber: '2016-0003', amountKrw: 30_000 });
    const twins = await Promise.all(
      Array.from({ length: 30 }, () => clerk.post('/purchases', body, { idempotencyKey: 'twins' })),
    );
    expect(twins.map((twin) => twin.status)).toEqual(Array.from({ length: 30 }, () => 201));
    expect(new Set(twins.map((twin) => String(twin.body['id']))).size).toBe(1);
    const keyless = await Promise.all(
      Array.from({ length: 10 }, () =>
        clerk.post('/purchases', banner({ contractNumber: '2016-0004', amountKrw: 31_000 })),
      ),
    );
    expect(keyless.map((one) => one.status).sort()).toEqual([201, ...Array.from({ length: 9 }, () => 409)]);
  });

  it('asks before it takes the same supplier, date, amount and item twice', async () => {
    const body = banner({ item: '리플릿 인쇄', amountKrw: 55_000 });
    await clerk.post('/purchases', body, { expect: 201 });
    const again = await clerk.post('/purchases', body);
    expect([again.status, again.body['code']]).toEqual([409, 'PURCHASE_PROBABLE_DUPLICATE']);
    const meant = await clerk.post(
      '/purchases',
      { ...body, confirmProbableDuplicate: true },
      { expect: 201 },
    );
    expect(meant.body['warnings']).toEqual([{ code: 'probable_duplicate', details: { count: 1 } }]);
  });

  it('counts the mall by channel and keeps a draft out of everything', async () => {
    const before = await total(jobs, 'social_economy');
    await clerk.post('/purchases', banner({ item: '다과', channel: 'hamkke_nuri_mall', amountKrw: 9_000 }), {
      expect: 201,
    });
    expect(await total(jobs, 'hamkke_nuri_mall')).toBe(9_000);
    expect((await total(jobs, 'social_economy')) - before).toBe(9_000);
    const draft = await clerk.post('/purchases', banner({ item: '초안', draft: true, amountKrw: 1 }), {
      expect: 201,
    });
    expect(draft.body).toMatchObject({ state: 'draft', countStatus: 'not_counted', countedSchemes: [] });
    expect((await total(jobs, 'social_economy')) - before).toBe(9_000);
  });
});

describe('the certificate on the recognition date', () => {
  it('counts on the last day of a designation 2015-06-08 → 2018-06-07 and needs a check the day after', async () => {
    const chungnyong = await world.given.supplier('청롱', 'prospective_local', '2015-06-08', '2018-06-07');
    const before = await total(jobs, 'social_economy', 2018);
    const last = await clerk.post(
      '/purchases',
      banner({ fiscalYear: 2018, supplierId: chungnyong, contractDate: '2018-06-07', amountKrw: 500_000 }),
      { expect: 201 },
    );
    expect(last.body).toMatchObject({ countStatus: 'counted', countedSchemes: ['social_economy'] });
    const after = await clerk.post(
      '/purchases',
      banner({ fiscalYear: 2018, supplierId: chungnyong, contractDate: '2018-06-08', amountKrw: 600_000 }),
      { expect: 201 },
    );
    expect(after.body).toMatchObject({
      countStatus: 'needs_check',
      countReasons: ['certificate_expired'],
      countedSchemes: [],
    });
    expect((await total(jobs, 'social_economy', 2018)) - before).toBe(500_000);
    const kept = await clerk.get(`/purchases/${String(after.body['id'])}`, { expect: 200 });
    expect(kept.body['amountKrw']).toBe(600_000);
  });

  it('never changes what was counted when the certificate ends later', async () => {
    const supplier = await world.given.supplier('그때의기업', 'village_enterprise', '2010-01-01');
    const entered = await clerk.post('/purchases', banner({ supplierId: supplier, amountKrw: 44_000 }), {
      expect: 201,
    });
    await world.database.sql(
      `UPDATE supplier_certifications SET valid_until = '2016-01-01' WHERE supplier_id = $1`,
      [supplier],
    );
    const accepted = await manager.post(
      `/purchases/${String(entered.body['id'])}/accept`,
      {},
      { version: 1, expect: 200 },
    );
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      countStatus: 'counted',
      recognizedAmountKrw: 44_000,
    });
    expect(accepted.body['certificates']).toMatchObject([{ type: 'village_enterprise', validUntil: null }]);
  });
});

describe('somebody else', () => {
  it('cannot see, change, review or adjust it: 404 for another department and another institution', async () => {
    const mine = await clerk.post('/purchases', banner({ item: '남의 것', amountKrw: 12_345 }), {
      expect: 201,
    });
    const id = String(mine.body['id']);
    const before = await total(jobs, 'social_economy');
    for (const who of [otherClerk, stranger]) {
      expect((await who.get(`/purchases/${id}`)).status).toBe(404);
      expect((await who.patch(`/purchases/${id}`, edited({ amountKrw: 1 }), { version: 1 })).status).toBe(
        404,
      );
      expect((await who.post(`/purchases/${id}/submit`, {}, { version: 1 })).status).toBe(404);
      expect((await who.post(`/purchases/${id}/void`, {}, { version: 1 })).status).toBe(404);
      expect([403, 404]).toContain((await who.post(`/purchases/${id}/accept`, {}, { version: 1 })).status);
      expect(
        (
          await who.post(`/purchases/${id}/adjust`, {
            kind: 'change',
            amountKrw: -1,
            day: '2016-06-01',
            reason: 'x',
          })
        ).status,
      ).toBe(404);
      const list = await who.get(`/purchases?institutionId=${institutionId}&departmentId=${jobs}`, {
        expect: 200,
      });
      expect(list.body['items']).toHaveLength(0);
      const summary = await who.get(`/purchases/summary?departmentId=${jobs}`, { expect: 200 });
      expect(summary.body['amountKrw']).toBe(0);
      expect((await who.post('/purchases', banner({ institutionId, departmentId: jobs }))).status).toBe(404);
    }
    expect(await total(jobs, 'social_economy')).toBe(before);
  });
});

describe('evidence', () => {
  it("is one's own: a file of another department cannot be attached, what hangs there may stay", async () => {
    const own = await uploaded(world.app, clerk, '계약서.csv', 'a,b\n1,2\n');
    const foreign = await uploaded(world.app, otherClerk, '남의 계약서.csv', 'a,b\n3,4\n');
    const ofTheHouse = await uploaded(world.app, manager, '공문.csv', 'a,b\n5,6\n');
    const entry = (fileIds: string[]) => banner({ item: '증빙', amountKrw: 77_000, fileIds });
    expect((await clerk.post('/purchases', entry([own, foreign]))).status).toBe(404);
    expect((await clerk.post('/purchases', entry([ofTheHouse]))).status).toBe(404);
    const mine = await clerk.post('/purchases', entry([own, own]), { expect: 201 });
    const path = `/purchases/${String(mine.body['id'])}`;
    const edit = (fileIds: string[]) => edited({ item: '증빙', amountKrw: 77_000, fileIds });
    expect((await clerk.patch(path, edit([own, foreign]), { version: 1 })).status).toBe(404);
    await manager.patch(path, edit([own, ofTheHouse]), { version: 1, expect: 200 });
    const kept = await clerk.patch(path, edit([own, ofTheHouse]), { version: 2, expect: 200 });
    expect(kept.body['fileIds']).toEqual([own, ofTheHouse].sort());
  });
});
