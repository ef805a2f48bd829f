import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let institutionId: string;
let jobs: string;
let health: string;
let clerk: ApiClient;
let otherClerk: ApiClient;
let manager: ApiClient;
let stranger: ApiClient;
let nodeul: string;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  institutionId = await world.given.institution('강북구');
  jobs = await world.given.department(institutionId, '일자리지원과');
  health = await world.given.department(institutionId, '보건소', 'health_center');
  await world.given.year(institutionId, 2016);
  await world.given.year(institutionId, 2018);
  nodeul = await world.given.supplier('노란들판', 'certified_social_enterprise', '2012-01-01');
  clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId: jobs }));
  otherClerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId: health }));
  manager = await world.loginAs(await world.given.user('manager', { institutionId }));
  const nowon = await world.given.institution('노원구');
  stranger = await world.loginAs(await world.given.user('manager', { institutionId: nowon }));
});
afterAll(() => world.end());

function banner(more: Readonly<Record<string, unknown>> = {}) {
  return {
    fiscalYear: 2016,
    supplierId: nodeul,
    item: '현수막/배너 제작',
    kind: 'goods',
    channel: 'contract',
    contractDate: '2016-05-02',
    amountKrw: 160_000,
    ...more,
  };
}

/** The same, as an edit: the year of a purchase is not edited. */
function edited(more: Readonly<Record<string, unknown>> = {}) {
  const { fiscalYear: _fiscalYear, ...fields } = banner(more);
  return fields;
}

async function total(departmentId: string, scheme: string, fiscalYear = 2016): Promise<number> {
  const [row] = await world.database.sql<{ krw: number }>(
    `SELECT coalesce(sum(actual_krw), 0)::bigint AS krw FROM achievement_totals
     WHERE institution_id = $1 AND department_id = $2 AND scheme_code = $3 AND fiscal_year = $4`,
    [institutionId, departmentId, scheme, fiscalYear],
  );
  return row?.krw ?? 0;
}

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
      expect((await who.patch(`/purchases/${id}`, edited({ amountKrw: 1 }), { version: 1 })).status).not.toBe(
        200,
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
    await clerk.post(
      '/purchases',
      banner({ item: '=HYPERLINK("http://x")', amountKrw: 321 }),
      { expect: 201 },
    );
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
