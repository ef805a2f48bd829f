import { afterAll, describe, expect, it } from '@jest/globals';
import { createTargetWorld, itemsOf, MAIN, MALL, targetOf } from './support/target-world';

const {
  world,
  institutionId,
  manager,
  second,
  jobs,
  admin,
  strangeManager,
  strangeClerk,
  openYear,
  proposed,
  notified,
} = await createTargetWorld();
afterAll(() => world.end());

describe('opening a year', () => {
  it('has a mall share of 2.67 %: 32,000,000 of 1,200,000,000', async () => {
    const { id } = await openYear();
    const cycle = await jobs.get(`/purchase-target-cycles/${id}`, { expect: 200 });
    expect(cycle.body).toMatchObject({
      fiscalYear: 2016,
      state: 'survey_open',
      mallTarget: 'inside',
      totalTargetKrw: 1_200_000_000,
      mallShare: {
        numeratorKrw: 32_000_000,
        denominatorKrw: 1_200_000_000,
        percent: 2.6667,
        display: '2.67',
      },
      survey: { departments: 2, answered: 0, accepted: 0, waiting: 2 },
    });
    expect(cycle.headers['etag']).toBe('"v1"');
  });

  it('brings the policy with its defaults, the two schemes and four quarters', async () => {
    const { id, fiscalYear } = await openYear({ policy: { rounding: 'truncate', mallTarget: 'beside' } });
    const query = `fiscalYear=${fiscalYear}&institutionId=${institutionId}`;
    const policies = await manager.get(`/counting-policies?${query}`, { expect: 200 });
    expect(itemsOf(policies.body)).toMatchObject([
      { recognitionDate: 'contract', rounding: 'truncate', mallTarget: 'beside', frozenAt: null },
    ]);
    const schemes = await jobs.get(`/schemes?${query}`, { expect: 200 });
    expect(itemsOf(schemes.body).map((scheme) => scheme['code'])).toEqual([
      'hamkke_nuri_mall',
      'social_economy',
    ]);
    const periods = await world.database.sql(
      'SELECT quarter, state FROM purchase_periods WHERE institution_id = $1 AND fiscal_year = $2 ORDER BY quarter',
      [institutionId, fiscalYear],
    );
    expect(periods).toEqual([1, 2, 3, 4].map((quarter) => ({ quarter, state: 'open' })));
    const cycle = await manager.get(`/purchase-target-cycles/${id}`, { expect: 200 });
    expect(cycle.body['totalTargetKrw']).toBe(1_232_000_000);
  });

  it('asks the departments of its first day when it is another year than this one', async () => {
    const body = { fiscalYear: 2085, institutionTargets: [MAIN] };
    const future = await manager.post('/purchase-target-cycles', body, { expect: 201 });
    expect(future.body['survey']).toMatchObject({ departments: 3 });
  });

  it('happens once: a second time is a conflict, a repeat with the key gets the first answer', async () => {
    const fiscalYear = 2086;
    const body = { fiscalYear, institutionTargets: [MAIN] };
    const options = { idempotencyKey: `open-${fiscalYear}`, expect: 201 };
    const first = await manager.post('/purchase-target-cycles', body, options);
    const repeat = await manager.post('/purchase-target-cycles', body, options);
    expect(repeat.body).toEqual(first.body);
    expect(repeat.headers['idempotent-replayed']).toBe('true');
    const again = await second.post('/purchase-target-cycles', body, { expect: 409 });
    expect(again.body['code']).toBe('CYCLE_EXISTS');
  });

  it('takes a target as a rate of the denominator, which follows the policy', async () => {
    const { id, fiscalYear } = await openYear({
      institutionTargets: [{ schemeCode: 'social_economy', basis: 'rate', rateBasisPoints: 800 }],
      policy: { denominator: 'total_purchases', denominatorKrw: 74_200_000_000 },
    });
    const mainTarget = async () => {
      const cycle = await manager.get(`/purchase-target-cycles/${id}`, { expect: 200 });
      return cycle.body['institutionTargets']?.[0];
    };
    expect(await mainTarget()).toMatchObject({
      basis: 'rate',
      rateBasisPoints: 800,
      targetKrw: 5_936_000_000,
    });
    const policies = await manager.get(`/counting-policies?fiscalYear=${fiscalYear}`, { expect: 200 });
    const policy = `/counting-policies/${String(itemsOf(policies.body)[0]?.['id'])}`;
    await manager.patch(policy, { denominatorKrw: 75_000_000_000 }, { version: 1, expect: 200 });
    expect(await mainTarget()).toMatchObject({ targetKrw: 6_000_000_000 });
    const stale = await second.patch(policy, { decimals: 2 }, { version: 1, expect: 412 });
    expect(stale.body['code']).toBe('VERSION_STALE');
  });

  it.each([
    ['TARGET_INVALID', [{ schemeCode: 'unknown', targetKrw: 1 }]],
    ['TARGET_INVALID', [MAIN, MAIN]],
    ['TARGET_INVALID', [{ schemeCode: 'social_economy' }]],
    ['TARGET_INVALID', [{ schemeCode: 'social_economy', basis: 'rate', rateBasisPoints: 800 }]],
    ['TARGET_MALL_ABOVE_MAIN', [MAIN, { ...MALL, targetKrw: 1_200_000_001 }]],
  ])('refuses with %s and leaves nothing behind (%#)', async (code, institutionTargets) => {
    const body = { fiscalYear: 2090, institutionTargets };
    const refused = await manager.post('/purchase-target-cycles', body, { expect: 422 });
    expect(refused.body['code']).toBe(code);
    const years = await manager.get('/purchase-target-cycles?fiscalYear=2090', { expect: 200 });
    expect(itemsOf(years.body)).toEqual([]);
  });

  it('is the manager’s alone', async () => {
    const body = { fiscalYear: 2091, institutionTargets: [MAIN] };
    for (const client of [jobs, admin]) await client.post('/purchase-target-cycles', body, { expect: 403 });
    const { id } = await openYear();
    for (const client of [strangeManager, strangeClerk])
      await client.get(`/purchase-target-cycles/${id}`, { expect: 404 });
    await strangeManager.post(`/purchase-target-cycles/${id}/close-survey`, undefined, { expect: 404 });
    await admin.get(`/purchase-target-cycles/${id}`, { expect: 200 });
  });
});

describe('the counting policy and the schemes of a year', () => {
  it('are frozen from the first close on', async () => {
    const { fiscalYear } = await openYear();
    const policies = await manager.get(`/counting-policies?fiscalYear=${fiscalYear}`, { expect: 200 });
    const id = String(itemsOf(policies.body)[0]?.['id']);
    const invalid = await manager.patch(
      `/counting-policies/${id}`,
      { eligibleCertificationTypes: [] },
      { version: 1, expect: 422 },
    );
    expect(invalid.body['code']).toBe('POLICY_INVALID');
    await world.database.sql('UPDATE counting_policies SET frozen_at = now() WHERE id = $1', [id]);
    const refused = await manager.patch(
      `/counting-policies/${id}`,
      { decimals: 2 },
      { version: 1, expect: 409 },
    );
    expect(refused.body['code']).toBe('POLICY_FROZEN');
    await jobs.patch(`/counting-policies/${id}`, { decimals: 2 }, { version: 1, expect: 403 });
    await strangeManager.get(`/counting-policies/${id}`, { expect: 404 });
    await strangeManager.patch(`/counting-policies/${id}`, { decimals: 2 }, { version: 1, expect: 404 });
  });

  it('keep what decides about counting once there are purchases, so that no counted row is left behind', async () => {
    const { fiscalYear } = await openYear();
    const policies = await manager.get(`/counting-policies?fiscalYear=${fiscalYear}`, { expect: 200 });
    const path = `/counting-policies/${String(itemsOf(policies.body)[0]?.['id'])}`;
    await manager.patch(path, { recognitionDate: 'payment' }, { version: 1, expect: 200 });
    await manager.patch(path, { recognitionDate: 'contract' }, { version: 2, expect: 200 });
    const purchase = {
      fiscalYear,
      supplierName: '노란들판',
      item: '현수막/배너 제작',
      kind: 'goods',
      channel: 'hamkke_nuri_mall',
      contractDate: `${fiscalYear}-05-02`,
      amountKrw: 160_000,
    };
    await jobs.post('/purchases', purchase, { expect: 201 });
    const refused = await manager.patch(path, { recognitionDate: 'payment' }, { version: 3, expect: 409 });
    expect(refused.body).toMatchObject({ code: 'POLICY_FROZEN', details: { field: 'recognitionDate' } });
    await manager.patch(path, { decimals: 2 }, { version: 3, expect: 200 });
  });

  it('take further schemes as rows, each code once', async () => {
    const { fiscalYear } = await openYear();
    const scheme = {
      fiscalYear,
      code: 'women_owned',
      name: '여성기업',
      basis: 'certification',
      certificationTypes: ['women_owned'],
    };
    await manager.post('/schemes', scheme, { expect: 201 });
    const twice = await manager.post('/schemes', scheme, { expect: 409 });
    expect(twice.body['code']).toBe('SCHEME_CODE_TAKEN');
    const noType = { ...scheme, code: 'green', certificationTypes: [] };
    const refused = await manager.post('/schemes', noType, { expect: 422 });
    expect(refused.body['code']).toBe('SCHEME_INVALID');
    const unopened = await manager.post('/schemes', { ...scheme, fiscalYear: 2095 }, { expect: 409 });
    expect(unopened.body['code']).toBe('POLICY_MISSING');
  });
});

describe('confirming', () => {
  it('1,180,000,000 of 1,200,000,000 is refused until a reason is given', async () => {
    const { id } = await proposed(680_000_000, 500_000_000);
    const path = `/purchase-target-cycles/${id}`;
    const before = await manager.get(path, { expect: 200 });
    expect(before.body['institutionTargets']?.[0]).toMatchObject({
      schemeCode: 'social_economy',
      targetKrw: 1_200_000_000,
      departmentSumKrw: 1_180_000_000,
      differenceKrw: -20_000_000,
    });
    for (const body of [{}, { reason: null }]) {
      const refused = await manager.post(`${path}/confirm`, body, { expect: 422 });
      expect(refused.body).toMatchObject({
        code: 'TARGET_SUM_MISMATCH',
        details: {
          scheme: 'social_economy',
          institutionTargetKrw: 1_200_000_000,
          sumKrw: 1_180_000_000,
          differenceKrw: -20_000_000,
        },
      });
    }
    await manager.post(`${path}/confirm`, { reason: '   ' }, { expect: 400 });
    const reason = '신설 부서 배정 예정';
    const confirmed = await manager.post(`${path}/confirm`, { reason }, { expect: 200 });
    expect(confirmed.body).toMatchObject({ state: 'targets_set', confirmReason: reason });
    const targets = await manager.get(`/purchase-targets?cycleId=${id}`, { expect: 200 });
    expect(itemsOf(targets.body).map((target) => target['state'])).toEqual(Array(4).fill('confirmed'));
  });

  it('by two managers at once happens once', async () => {
    const { id } = await proposed(700_000_000, 500_000_000);
    const answers = await Promise.all(
      [manager, second, manager, second].map((client) =>
        client.post(`/purchase-target-cycles/${id}/confirm`, {}),
      ),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409, 409]);
    const refused = answers.filter((one) => one.status === 409).map((one) => one.body['code']);
    expect(refused).toEqual(Array(3).fill('CYCLE_STATE'));
    const states = await world.database.sql<{ versions: number }>(
      'SELECT DISTINCT version AS versions FROM purchase_targets WHERE cycle_id = $1',
      [id],
    );
    expect(states).toEqual([{ versions: 2 }]);
  });

  it('needs proposed targets, and a closed survey', async () => {
    const { id } = await openYear();
    const path = `/purchase-target-cycles/${id}`;
    const open = await manager.post(`${path}/confirm`, { reason: '사유' }, { expect: 409 });
    expect(open.body['code']).toBe('CYCLE_STATE');
    await manager.post(`${path}/close-survey`, undefined, { expect: 200 });
    const missing = await manager.post(`${path}/confirm`, { reason: '사유' }, { expect: 409 });
    expect(missing.body['code']).toBe('TARGET_MISSING');
    await jobs.post(`${path}/confirm`, { reason: '사유' }, { expect: 403 });
  });

  it('refuses a department’s mall target above its main one', async () => {
    const { id, targets } = await proposed(700_000_000, 500_000_000);
    const mall = targetOf(targets, jobs, 'hamkke_nuri_mall');
    const set = `/purchase-targets/${String(mall['id'])}`;
    await manager.put(set, { targetKrw: 700_000_001 }, { version: Number(mall['version']), expect: 200 });
    const refused = await manager.post(
      `/purchase-target-cycles/${id}/confirm`,
      { reason: '사유' },
      { expect: 422 },
    );
    expect(refused.body['code']).toBe('TARGET_MALL_ABOVE_MAIN');
  });

  it('then needs a reason to change the institution’s target, which keeps the old one', async () => {
    const { id } = await notified();
    const path = `/purchase-target-cycles/${id}`;
    const version = Number((await manager.get(path)).body['version']);
    const change = { institutionTargets: [{ ...MAIN, targetKrw: 1_300_000_000 }] };
    const refused = await manager.patch(path, change, { version, expect: 422 });
    expect(refused.body['code']).toBe('REASON_REQUIRED');
    await manager.patch(path, { ...change, reason: '추경 반영' }, { version, expect: 200 });
    await second.patch(path, { ...change, reason: '추경 반영' }, { version, expect: 412 });
    const history = await manager.get(`${path}/target-revisions`, { expect: 200 });
    expect(itemsOf(history.body)).toMatchObject([
      {
        schemeCode: 'social_economy',
        oldTargetKrw: 1_200_000_000,
        newTargetKrw: 1_300_000_000,
        reason: '추경 반영',
        revisedBy: manager.user.id,
      },
    ]);
  });
});
