import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '../src/common/actor';
import { Transactions } from '../src/database/transactions';
import type { ApiClient } from './support/api-client';
import { createPurchaseWorld, type PurchaseWorld } from './support/purchase-world';

let world: PurchaseWorld;
let admin: ApiClient;
let clerk: ApiClient;
/** certified, 30.0 % on 2018-06-30 */
let social: string;
/** certified, 29.9 % */
let almost: string;
let general: string;
let women: string;

beforeAll(async () => {
  world = await createPurchaseWorld();
  ({ clerk } = world);
  const { given } = world;
  admin = await world.loginAs(await given.user('admin'));
  social = await given.supplier('삼십 퍼센트');
  almost = await given.supplier('이십구점구');
  general = await given.supplier('일반 업체', null);
  women = await given.supplier('여성기업', 'women_owned', '2012-01-01', '2016-12-31');
  for (const [id, bp] of [
    [social, 3_000],
    [almost, 2_990],
  ] as const) {
    await world.database.sql(
      `UPDATE suppliers SET vulnerable_employment_bp = $2, vulnerable_employment_on = '2018-06-30' WHERE id = $1`,
      [id, bp],
    );
  }
});
afterAll(() => world.end());

type Asked = Readonly<Record<string, string | number | boolean>>;

async function hint(asked: Asked, reader: ApiClient = clerk) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) query.set(name, String(value));
  return (await reader.get(`/direct-award-hint?${query.toString()}`, { expect: 200 })).body;
}
const services = (more: Asked): Asked => ({
  kind: 'services',
  supplyValueKrw: 48_000_000,
  on: '2018-07-25',
  ...more,
});
const failuresOf = (body: Readonly<Record<string, unknown>>, enterpriseClass: string): unknown => {
  const { considered } = body['basis'] as {
    considered: { rule: { enterpriseClass: string }; failures: unknown }[];
  };
  return considered.find(({ rule }) => rule.enterpriseClass === enterpriseClass)?.failures;
};

describe('services of 48,000,000 won without VAT', () => {
  it('from a social enterprise with 30 % on 2018-07-25: one quotation is enough, with the rule and its basis', async () => {
    expect(await hint(services({ supplierId: social }))).toMatchObject({
      verdict: 'single_quote_possible',
      limitKrw: 50_000_000,
      rule: {
        enterpriseClass: 'social_enterprise',
        validFrom: '2018-07-24',
        validTo: null,
        legalBasis: expect.stringContaining('지방계약법 시행령'),
        verification: 'partly_verified',
      },
      basis: {
        on: '2018-07-25',
        estimatedPriceKrw: 48_000_000,
        priceBasis: 'supply_value',
        supplierName: '삼십 퍼센트',
        certificates: [{ type: 'certified_social_enterprise', validUntil: null }],
        vulnerableEmploymentBp: 3_000,
        vulnerableEmploymentOn: '2018-06-30',
      },
      notice: '안내용, 법령 확인 필요',
    });
  });

  it('on 2018-07-16: two quotations; the rule begins later', async () => {
    const body = await hint(services({ supplierId: social, on: '2018-07-16' }));
    expect(body['verdict']).toBe('two_quotes');
    expect(failuresOf(body, 'social_enterprise')).toMatchObject([{ condition: 'not_in_force' }]);
    expect((await hint(services({ supplierId: social, on: '2018-07-23' })))['verdict']).toBe('two_quotes');
    expect((await hint(services({ supplierId: social, on: '2018-07-24' })))['verdict']).toBe(
      'single_quote_possible',
    );
  });

  it('with 29.9 %: two quotations, and 0.1 points are missing', async () => {
    const body = await hint(services({ supplierId: almost }));
    expect(body['verdict']).toBe('two_quotes');
    expect(failuresOf(body, 'social_enterprise')).toEqual([
      { condition: 'ratio_below', needed: 3_000, actual: 2_990, missedBy: 10 },
    ]);
  });

  it('from a general firm at 25,000,000: two quotations; at 20,000,000 one', async () => {
    const body = await hint(services({ supplierId: general, supplyValueKrw: 25_000_000 }));
    expect(body).toMatchObject({
      verdict: 'two_quotes',
      rule: { enterpriseClass: 'general' },
      limitKrw: 20_000_000,
    });
    const at = async (supplyValueKrw: number) =>
      (await hint(services({ supplierId: general, supplyValueKrw })))['verdict'];
    expect([await at(20_000_000), await at(20_000_001)]).toEqual(['single_quote_possible', 'two_quotes']);
  });
});

describe('a hint', () => {
  it('knows the limits of women-owned firms before and from 2014-11-24, while the certificate holds', async () => {
    const at = async (on: string, supplyValueKrw: number) =>
      (await hint({ kind: 'goods', supplierId: women, on, supplyValueKrw }))['verdict'];
    expect(await at('2014-11-23', 50_000_000)).toBe('two_quotes');
    expect(await at('2014-11-24', 50_000_000)).toBe('single_quote_possible');
    expect(await at('2014-11-24', 50_000_001)).toBe('two_quotes');
    expect(await at('2016-12-31', 50_000_000)).toBe('single_quote_possible');
    expect(await at('2017-01-01', 50_000_000)).toBe('two_quotes');
  });

  it('estimates the price from an amount with VAT and says so; an amount without VAT is the price', async () => {
    expect(
      await hint({ kind: 'goods', supplierId: women, on: '2015-01-01', amountKrw: 55_000_000 }),
    ).toMatchObject({
      verdict: 'single_quote_possible',
      basis: { estimatedPriceKrw: 50_000_000, priceBasis: 'estimated_from_amount' },
      notes: expect.arrayContaining(['price_estimated', 'depends_on_vat']),
    });
    const bare = { kind: 'goods', supplierId: women, on: '2015-01-01', amountKrw: 55_000_000 };
    expect(await hint({ ...bare, amountIncludesVat: false })).toMatchObject({
      verdict: 'two_quotes',
      basis: { priceBasis: 'amount_without_vat' },
    });
  });

  it('says what holds for everybody without a supplier, and the limit without a price; the day is today', async () => {
    expect(await hint({})).toMatchObject({
      verdict: 'unknown',
      limitKrw: 20_000_000,
      basis: { on: '2016-06-15', kind: 'goods', supplierId: null },
      notes: expect.arrayContaining(['supplier_unknown']),
    });
  });

  it('speaks of the enterprise that remains of a merger, and of verified certificates alone', async () => {
    const twin = await world.given.supplier('합친 곳', null);
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 곳' WHERE id = $1`,
      [twin, social],
    );
    expect((await hint(services({ supplierId: twin })))['basis']).toMatchObject({
      supplierId: social,
      supplierName: '삼십 퍼센트',
    });
    const waiting = await world.given.supplier('확인 전', null);
    await world.database.sql(
      `INSERT INTO supplier_certifications (supplier_id, type, valid_from) VALUES ($1, 'women_owned', '2012-01-01')`,
      [waiting],
    );
    expect(await hint({ supplierId: waiting, on: '2015-01-01', supplyValueKrw: 30_000_000 })).toMatchObject({
      verdict: 'two_quotes',
      basis: { certificates: [] },
    });
  });

  it('is for everybody with an account, and refuses what is no question', async () => {
    const unknown = '019aa5d0-7c1e-7000-8000-00000000dead';
    await clerk.get(`/direct-award-hint?supplierId=${unknown}`, { expect: 404 });
    await clerk.get('/direct-award-hint?on=2018-02-30', { expect: 400 });
    await clerk.get('/direct-award-hint?supplyValueKrw=1e300', { expect: 400 });
    await world.anonymous.get('/direct-award-hint', { expect: 401 });
  });

  it('never stands in the way: the purchase that it warns of is saved', async () => {
    const asked = { kind: 'services', on: '2018-07-16', supplyValueKrw: 48_000_000, supplierId: social };
    expect((await hint(asked))['verdict']).toBe('two_quotes');
    world.setToday('2018-07-20');
    const saved = await clerk.post(
      '/purchases',
      world.banner({
        fiscalYear: 2018,
        supplierId: social,
        kind: 'services',
        method: 'direct_single_quote',
        contractDate: '2018-07-16',
        amountKrw: 52_800_000,
        supplyValueKrw: 48_000_000,
      }),
      { expect: 201, idempotencyKey: true },
    );
    expect(saved.body).toMatchObject({
      state: 'submitted',
      amountKrw: 52_800_000,
      method: 'direct_single_quote',
    });
    world.setToday('2016-06-15');
  });
});

describe('the rules', () => {
  const facts = {
    rule: 'single_quote',
    enterpriseClass: 'small_or_preferential',
    certificationTypes: ['startup'],
    contractKinds: ['goods', 'services'],
    limitKrw: 30_000_000,
    validFrom: '2027-01-01',
    legalBasis: '시행령 (확인 필요)',
    verification: 'unverified',
  };
  const make = async (more: object = {}) =>
    (await admin.post('/direct-award-rules', { ...facts, ...more }, { expect: 201, idempotencyKey: true }))
      .body;

  it('come with the schema, each with its legal basis and how far it was checked', async () => {
    const { body } = await clerk.get('/direct-award-rules', { expect: 200 });
    expect(body['items']?.length).toBeGreaterThanOrEqual(12);
    expect(JSON.stringify(body['items'])).not.toContain('"legalBasis":""');
    const then = await clerk.get('/direct-award-rules?on=2014-11-23', { expect: 200 });
    expect(JSON.stringify(then.body)).toContain('"validTo":"2014-11-23"');
    expect(JSON.stringify(then.body)).not.toContain('"validFrom":"2014-11-24"');
  });

  it('are written by administrators alone; row security says the same', async () => {
    await clerk.post('/direct-award-rules', facts, { expect: 403 });
    await world.manager.post('/direct-award-rules', facts, { expect: 403 });
    const { id } = await make();
    const path = `/direct-award-rules/${String(id)}`;
    await clerk.patch(path, { reason: '왜' }, { version: 1, expect: 403 });
    await clerk.get(path, { expect: 200 });
    const asManager = world.app
      .get(Transactions)
      .run({ ...systemActor('test'), userId: world.manager.user.id, role: 'manager' }, (tx) =>
        tx.sql(
          `INSERT INTO direct_award_rules (rule, enterprise_class, contract_kinds, limit_krw, legal_basis, verification)
           VALUES ('single_quote', 'general', '{goods}', 1, 'x', 'unverified')`,
        ),
      );
    await expect(asManager).rejects.toThrow('row-level security');
  });

  it('overlap nowhere: the same rule, class and kind on one day is refused, by the database too', async () => {
    const made = await make({ validFrom: '2028-01-01', contractKinds: ['works_other'] });
    const again = await admin.post('/direct-award-rules', {
      ...facts,
      validFrom: '2030-01-01',
      contractKinds: ['works_special', 'works_other'],
    });
    expect([again.status, again.body['code'], again.body['details']]).toEqual([
      409,
      'RULE_OVERLAP',
      { ruleId: made['id'] },
    ]);
    const race = { ...facts, contractKinds: ['works_general'], validFrom: '2029-01-01' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post('/direct-award-rules', race)));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409, 409, 409]);
    await expect(
      world.database.sql(
        `INSERT INTO direct_award_rules (rule, enterprise_class, certification_types, contract_kinds, limit_krw, valid_from, legal_basis, verification)
         SELECT rule, enterprise_class, certification_types, '{goods,works_general}', 1, '2035-01-01', legal_basis, verification
         FROM direct_award_rules WHERE id = $1`,
        [answers.find((one) => one.status === 201)?.body['id']],
      ),
    ).rejects.toThrow('ex_direct_award_rules_overlap');
  });

  it('end, are followed by the next, and are corrected with a reason by the version that was read', async () => {
    const made = await make({
      enterpriseClass: 'women_or_disabled',
      rule: 'small_value_negotiated',
      validFrom: '2027-01-01',
    });
    const path = `/direct-award-rules/${String(made['id'])}`;
    const bare = await admin.post(`${path}/end`, { validTo: '2027-06-30' }, { version: 1 });
    expect(bare.status).toBe(400);
    const ended = await admin.post(
      `${path}/end`,
      { validTo: '2027-06-30', reason: '시행령 개정' },
      { version: 1, expect: 200 },
    );
    expect(ended.body).toMatchObject({ validTo: '2027-06-30', changeReason: '시행령 개정', version: 2 });
    const next = {
      enterpriseClass: 'women_or_disabled',
      rule: 'small_value_negotiated',
      limitKrw: 70_000_000,
    };
    await make({ ...next, validFrom: '2027-07-01' });
    const stale = await admin.patch(path, { reason: '늦음', limitKrw: 1 }, { version: 1 });
    expect([stale.status, stale.body['code']]).toEqual([412, 'VERSION_STALE']);
    const longer = await admin.patch(path, { reason: '겹침', validTo: null }, { version: 2 });
    expect(longer.body['code']).toBe('RULE_OVERLAP');
    const turned = await admin.patch(path, { reason: '거꾸로', validTo: '2026-12-31' }, { version: 2 });
    expect([turned.body['code'], turned.body['details']]).toEqual(['RULE_INVALID', { field: 'validTo' }]);
    const corrected = await admin.patch(
      path,
      { reason: '금액을 바로잡음', limitKrw: 31_000_000 },
      { version: 2, expect: 200 },
    );
    expect(corrected.body).toMatchObject({ limitKrw: 31_000_000, validTo: '2027-06-30', version: 3 });
    const history = await world.database.sql(
      `SELECT action, before->>'limit_krw' AS before, after->>'limit_krw' AS after, after->>'change_reason' AS reason
       FROM audit_events WHERE table_name = 'direct_award_rules' AND row_id = $1 ORDER BY id`,
      [made['id']],
    );
    expect(history).toMatchObject([
      { action: 'insert' },
      { reason: '시행령 개정' },
      { before: '30000000', after: '31000000', reason: '금액을 바로잡음' },
    ]);
  });

  it('decide from the day on which they are edited: a law that changes is a row', async () => {
    const on = '2040-01-01';
    const before = await hint(services({ supplierId: general, on, supplyValueKrw: 25_000_000 }));
    expect(before['verdict']).toBe('two_quotes');
    const path = `/direct-award-rules/${String(before['rule']?.['id'])}`;
    await admin.post(`${path}/end`, { validTo: '2039-12-31', reason: '개정' }, { version: 1, expect: 200 });
    await make({
      enterpriseClass: 'general',
      certificationTypes: [],
      contractKinds: ['goods', 'services', 'outsourcing', 'works_general', 'works_special', 'works_other'],
      validFrom: on,
    });
    const after = await hint(services({ supplierId: general, on, supplyValueKrw: 25_000_000 }));
    expect(after).toMatchObject({ verdict: 'single_quote_possible', limitKrw: 30_000_000 });
    const eve = await hint(services({ supplierId: general, on: '2039-12-31', supplyValueKrw: 25_000_000 }));
    expect(eve['verdict']).toBe('two_quotes');
  });
});
