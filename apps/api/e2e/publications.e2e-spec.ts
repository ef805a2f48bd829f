import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { closeQuarter, enterPurchases, listOf } from './support/ledger';
import { createWorld, type World } from './support/world';

let world: World;
let institutionId: string;
let jobs: string;
let finance: string;
let purchaseId: string;
let manager: ApiClient;
let districts = 0;

beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.end());

/** Every test has a district of its own, with a closed first quarter and three purchases in it. */
beforeEach(async () => {
  const { given, database } = world;
  world.setToday('2016-04-05');
  institutionId = await given.institution(`시험${++districts}구`);
  jobs = await given.department(institutionId, '일자리지원과');
  finance = await given.department(institutionId, '재무과');
  const cycleId = await given.year(institutionId);
  await given.institutionTarget(institutionId, cycleId, 1_000_000);
  await given.target(institutionId, cycleId, jobs, 600_000);
  await given.target(institutionId, cycleId, finance, 400_000);
  const ids = await enterPurchases(database, [
    { institutionId, departmentId: jobs, amountKrw: 300_000, day: '2016-02-01' },
    {
      institutionId,
      departmentId: finance,
      amountKrw: 100_000,
      day: '2016-03-31',
      schemes: ['social_economy', 'certified_only'],
    },
    { institutionId, departmentId: finance, amountKrw: 999, day: '2016-04-01' },
  ]);
  purchaseId = ids[0] ?? '';
  await closeQuarter(database, institutionId, 1);
  manager = await world.loginAs(await given.user('manager', { institutionId }));
});

const quarter = (more: object = {}) => ({
  institutionId,
  fiscalYear: 2016,
  quarter: 1,
  schemeCode: 'social_economy',
  asOf: '2016-04-05',
  ...more,
});

async function publish(more: object = {}): Promise<Body> {
  return (await manager.post('/publications', quarter(more), { expect: 201 })).body;
}

/** A signed adjustment in the open quarter, of a purchase in the closed one. */
async function adjust(amountKrw: number, day = '2016-04-20'): Promise<string> {
  const [id] = await enterPurchases(world.database, [
    { institutionId, departmentId: jobs, amountKrw, day, adjustsId: purchaseId },
  ]);
  return id ?? '';
}

describe('publishing', () => {
  it('freezes ranking, total, policy and notice of a closed quarter as version 1', async () => {
    const body = await publish();
    expect(body).toMatchObject({
      version: 1,
      scope: 'departments',
      quarter: 1,
      asOf: '2016-04-05',
      policy: { recognitionDate: 'contract', rounding: 'half_up', decimals: 1 },
      total: {
        actualKrw: 400_000,
        targetKrw: 1_000_000,
        certifiedOnlyKrw: 100_000,
        rate: { display: '40.0' },
      },
      average: { percent: 37.5, counted: 2 },
      difference: { lines: [], purchases: { added: 0, changed: 0, removed: 0 } },
    });
    expect(listOf(body, 'rows')).toMatchObject([
      { name: '일자리지원과', actualKrw: 300_000, ranks: { rate: { rank: 1 }, amount: { rank: 1 } } },
      { name: '재무과', actualKrw: 100_000, ranks: { rate: { rank: 2 } } },
    ]);
    expect(String(body['noticeText'])).toContain('1위 일자리지원과: 목표 600, 실적 300, 달성률 50.0%');
  });

  it('states a correction as version 2 with its difference, and leaves version 1 byte for byte', async () => {
    const first = await publish();
    const path = `/api/v1/publications/${String(first['id'])}`;
    const before = await world.app.inject({ method: 'GET', url: path });
    world.setToday('2016-04-25');
    const adjustmentId = await adjust(-60_000);
    await world.database.sql(`UPDATE departments SET name = '일자리청년과' WHERE id = $1`, [jobs]);
    const second = await publish({ asOf: '2016-04-25', reason: '반품 정정' });
    expect(second).toMatchObject({ version: 2, reason: '반품 정정', total: { actualKrw: 340_000 } });
    expect(second['difference']).toMatchObject({ purchases: { added: 1, changed: 0, removed: 0 } });
    expect(second['difference']?.['lines']).toMatchObject([
      {
        kind: 'changed',
        subjectId: jobs,
        fields: ['name', 'actualKrw', 'display'],
        before: { actualKrw: 300_000, display: '50.0' },
        after: { actualKrw: 240_000, display: '40.0' },
      },
    ]);
    expect(String(second['noticeText'])).toContain('반품 정정');
    const after = await world.app.inject({ method: 'GET', url: path });
    expect(after.statusCode).toBe(200);
    expect(after.body).toBe(before.body);

    const changed = await manager.get(`/publications/${String(second['id'])}/purchases?changed=true`, {
      expect: 200,
    });
    expect(listOf(changed.body)).toMatchObject([
      { purchaseId: adjustmentId, adjustsId: purchaseId, amountKrw: -60_000, previousAmountKrw: null },
    ]);
  });

  it('opens the very rows, also of version 1 after a correction', async () => {
    const first = await publish();
    world.setToday('2016-04-25');
    await adjust(-60_000);
    await publish({ asOf: '2016-04-25' });
    const rows = await manager.get(`/publications/${String(first['id'])}/purchases`, { expect: 200 });
    expect(listOf(rows.body).map((row) => row['amountKrw'])).toEqual([300_000, 100_000]);
    const page = await manager.get(`/publications/${String(first['id'])}/purchases?limit=1`, { expect: 200 });
    const rest = await manager.get(
      `/publications/${String(first['id'])}/purchases?limit=1&cursor=${String(page.body['nextCursor'])}`,
      { expect: 200 },
    );
    expect(listOf(rest.body)[0]).toMatchObject({ departmentId: finance, amountKrw: 100_000 });
  });

  it('refuses an open quarter, an as-of day that does not fit, and a version that says nothing new', async () => {
    const code = async (more: object) => (await manager.post('/publications', quarter(more))).body['code'];
    expect(await code({ quarter: 2 })).toBe('INVALID_INPUT');
    expect(await code({ asOf: '2016-04-06' })).toBe('INVALID_INPUT');
    expect(await code({ asOf: '2016-03-30' })).toBe('INVALID_INPUT');
    expect(await code({ quarter: null })).toBe('PUBLICATION_PERIOD_OPEN');
    expect(await code({ schemeCode: 'unknown' })).toBe('NOT_FOUND');
    expect(await code({ fiscalYear: 2031 })).toBe('POLICY_MISSING');
    world.setToday('2016-07-05');
    expect(await code({ quarter: 2, asOf: '2016-07-01' })).toBe('PUBLICATION_PERIOD_OPEN');
    await publish();
    expect(await code({})).toBe('PUBLICATION_UNCHANGED');
  });

  it('publishes an interim state of the year over open quarters for a reason', async () => {
    const body = await publish({ quarter: null, reason: '구의회 보고' });
    expect(body).toMatchObject({ version: 1, quarter: null, total: { actualKrw: 400_999 } });
  });

  it('gives two who publish at once one version each or a refusal, and never one number twice', async () => {
    const { given } = world;
    const second = await world.loginAs(await given.user('manager', { institutionId }));
    const answers = await Promise.all(
      [manager, second, manager, second].map((who) => who.post('/publications', quarter())),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 409, 409, 409]);
    const rows = await world.database.sql<{ version: number }>(
      `SELECT publication_version AS version FROM publications WHERE institution_id = $1`,
      [institutionId],
    );
    expect(rows).toEqual([{ version: 1 }]);
  });

  it('answers a repeated request with the first answer', async () => {
    const once = { idempotencyKey: 'publish-once', expect: 201 };
    const first = await manager.post('/publications', quarter(), once);
    const again = await manager.post('/publications', quarter(), once);
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
  });

  it('publishes nothing when the counters do not say what the rows say', async () => {
    const shift = (won: number) =>
      world.database.sql(
        `UPDATE achievement_totals SET actual_krw = actual_krw + $2 WHERE institution_id = $1 AND month = 2`,
        [institutionId, won],
      );
    await shift(1);
    expect((await manager.post('/publications', quarter())).body['code']).toBe('CONFLICT');
    expect(listOf((await manager.get(`/publications?institutionId=${institutionId}`)).body)).toEqual([]);
    await shift(-1);
    await publish();
  });
});

describe('who publishes and who reads', () => {
  it('lets anybody read what is published, without an account, and nothing newer', async () => {
    const first = await publish();
    await enterPurchases(world.database, [
      { institutionId, departmentId: finance, amountKrw: 5_555_555, day: '2016-03-02' },
    ]);
    const { anonymous } = world;
    const list = await anonymous.get(`/publications?institutionId=${institutionId}`, { expect: 200 });
    expect(listOf(list.body)).toMatchObject([
      { id: first['id'], version: 1, schemeName: '사회적경제기업 제품' },
    ]);
    expect((await anonymous.get(`/publications/${String(first['id'])}`, { expect: 200 })).body).toEqual(
      first,
    );
    const ranking = await anonymous.get(`/rankings?fiscalYear=2016&institutionId=${institutionId}`, {
      expect: 200,
    });
    expect(ranking.body).toMatchObject({
      source: 'published',
      publicationId: first['id'],
      publicationVersion: 1,
      asOf: '2016-04-05',
      average: { percent: 37.5 },
    });
    expect(listOf(ranking.body)).toMatchObject([
      { name: '일자리지원과', rank: 1, rows: null },
      { name: '재무과', rank: 2, actualKrw: 100_000 },
    ]);
    await anonymous.get(`/publications/${String(first['id'])}/purchases`, { expect: 401 });
  });

  it('refuses others than the manager, and rows of another department or institution', async () => {
    const { given } = world;
    const first = await publish();
    const rows = `/publications/${String(first['id'])}/purchases`;
    const clerk = await world.loginAs(await given.user('clerk', { institutionId, departmentId: finance }));
    expect(listOf((await clerk.get('/notices', { expect: 200 })).body)).toMatchObject([
      {
        kind: 'publication_published',
        params: { fiscalYear: 2016, publicationVersion: 1, asOf: '2016-04-05' },
        link: `/publications/${String(first['id'])}`,
      },
    ]);
    await clerk.post('/publications', quarter(), { expect: 403 });
    expect(listOf((await clerk.get(rows, { expect: 200 })).body)).toMatchObject([{ departmentId: finance }]);
    await clerk.get(`${rows}?departmentId=${jobs}`, { expect: 404 });
    const other = await given.institution('노원구');
    const stranger = await world.loginAs(await given.user('manager', { institutionId: other }));
    await stranger.post('/publications', quarter(), { expect: 404 });
    await stranger.get(rows, { expect: 404 });
    const support = await world.loginAs(await given.user('support'));
    await support.get(rows, { expect: 403 });
    await manager.get('/publications/019aa5d0-7c1e-7000-8000-00000000dead', { expect: 404 });
  });

  it('lets the centre publish the districts once their quarter is closed everywhere', async () => {
    const { given, anonymous } = world;
    const admin = await world.loginAs(await given.user('admin'));
    const body = { ...quarter(), institutionId: undefined };
    await manager.post('/publications/districts', body, { expect: 403 });
    const { status, body: published } = await admin.post('/publications/districts', body);
    expect(status).toBe(201);
    expect(published).toMatchObject({ scope: 'districts', institutionId: null, version: 1 });
    expect(String(published['noticeText'])).toContain('자치구');
    expect(listOf(published, 'rows')).toHaveLength(districts);
    const seen = await anonymous.get('/rankings?fiscalYear=2016&scope=districts&order=amount', {
      expect: 200,
    });
    expect(seen.body).toMatchObject({ source: 'published', publicationId: published['id'] });
    const own = await manager.get(`/publications/${String(published['id'])}/purchases`, { expect: 200 });
    expect(new Set(listOf(own.body).map((row) => row['institutionId']))).toEqual(new Set([institutionId]));
  });
});
