import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { achievementTotals, schemeTotalKrw, type LedgerRow } from '@ieum/domain';
import type { OwnerSql } from '../src/database/owner-sql';
import { findTotalDifferences } from '../src/rankings/recompute-totals';
import { enterPurchases, listOf, voidPurchase, type LedgerEntry } from './support/ledger';
import type { ApiClient, Body } from './support/api-client';
import { createWorld, type World } from './support/world';

/** No figure of ours has these digits: where they show, another institution's ledger was read. */
const CANARY_KRW = 7_770_000_123;

let world: World;
let manager: ApiClient;
let clerk: ApiClient;
let institutionId: string;
let cycleId: string;
let jobs: string;
let finance: string;
let beonDong: string;
let foreign: string;

beforeAll(async () => {
  world = await createWorld();
  const { given } = world;
  world.setToday('2016-07-15');
  institutionId = await given.institution('강북구', '11305');
  jobs = await given.department(institutionId, '일자리지원과');
  finance = await given.department(institutionId, '재무과');
  beonDong = await given.department(institutionId, '번1동', 'dong');
  cycleId = await given.year(institutionId);
  await given.institutionTarget(institutionId, cycleId, 1_200_000_000);
  await given.target(institutionId, cycleId, jobs, 50_000_000);
  await given.target(institutionId, cycleId, finance, 0);
  foreign = await given.institution('노원구', '11350');
  const foreignDepartment = await given.department(foreign, '자치행정과');
  const foreignCycle = await given.year(foreign);
  await given.institutionTarget(foreign, foreignCycle, CANARY_KRW);
  await enterPurchases(world.database, [
    { institutionId: foreign, departmentId: foreignDepartment, amountKrw: CANARY_KRW, day: '2016-02-02' },
  ]);
  manager = await world.loginAs(await given.user('manager', { institutionId }));
  clerk = await world.loginAs(await given.user('clerk', { institutionId, departmentId: jobs }));
});
afterAll(() => world.end());

function owner(): OwnerSql {
  return {
    query: async <Row>(text: string, values?: unknown[]) => (await world.database.sql(text, values)) as Row[],
  };
}

function enter(...entries: Omit<LedgerEntry, 'institutionId'>[]): Promise<string[]> {
  return enterPurchases(
    world.database,
    entries.map((entry) => ({ institutionId, ...entry })),
  );
}

async function report(who: ApiClient, query = '') {
  const answer = await who.get(`/achievements?fiscalYear=2016${query}`, { expect: 200 });
  expect(JSON.stringify(answer.body)).not.toContain(String(CANARY_KRW));
  return answer.body;
}

describe('achievement', () => {
  it('counts 160,000 won for the department and 0.0133 % for the district, and nothing for the mall', async () => {
    const [id] = await enter({
      departmentId: jobs,
      amountKrw: 160_000,
      day: '2016-03-15',
      schemes: ['social_economy', 'certified_only'],
    });
    const body = await report(manager);
    expect(body['total']).toMatchObject({
      actualKrw: 160_000,
      targetKrw: 1_200_000_000,
      purchaseCount: 1,
      rate: { numeratorKrw: 160_000, denominatorKrw: 1_200_000_000, percent: 0.0133, display: '0.0' },
      certifiedOnly: { actualKrw: 160_000, purchaseCount: 1 },
    });
    const department = rowOf(body, jobs);
    expect(department).toMatchObject({
      name: '일자리지원과',
      actualKrw: 160_000,
      rate: { percent: 0.32 },
      rows: {
        institutionId,
        fiscalYear: 2016,
        scheme: 'social_economy',
        departmentId: jobs,
        month: null,
        to: null,
      },
      certifiedOnly: { rows: { scheme: 'certified_only', departmentId: jobs } },
    });
    expect((await report(manager, '&scheme=hamkke_nuri_mall'))['total']).toMatchObject({
      actualKrw: 0,
      targetKrw: null,
      rate: { percent: null, display: null },
    });
    await voidPurchase(world.database, id ?? '');
    expect((await report(manager))['total']).toMatchObject({ actualKrw: 0, purchaseCount: 0 });
  });

  it('gives no rate without a target or with a target of 0, and leaves both out of the average', async () => {
    const ids = await enter(
      { departmentId: jobs, amountKrw: 25_000_000, day: '2016-01-10' },
      { departmentId: finance, amountKrw: 9_000_000, day: '2016-01-10' },
      { departmentId: beonDong, amountKrw: 1_000_000, day: '2016-01-10' },
    );
    const body = await report(manager);
    for (const id of [finance, beonDong]) {
      expect(rowOf(body, id)).toMatchObject({
        rate: { percent: null, display: null },
        pace: { status: null },
      });
    }
    expect(rowOf(body, beonDong)).toMatchObject({ targetKrw: null });
    expect(body['average']).toEqual({ percent: 50, display: '50.0', counted: 1 });
    expect(body['departmentTargetsKrw']).toBe(50_000_000);
    for (const id of ids) await voidPurchase(world.database, id);
  });

  it.each([
    [7_540_000_000, 6_000_000_000, 'half_up', 1, '125.7'],
    [1_624_000_000, 894_000_000, 'truncate', 0, '181'],
    [25, 14, 'half_up', 0, '179'],
    [25, 14, 'truncate', 0, '178'],
    [32_000_000, 1_200_000_000, 'half_up', 2, '2.67'],
  ])('shows %d of %d, %s to %d decimals, as %s', async (actual, target, rounding, decimals, display) => {
    const { given, database } = world;
    const place = await given.institution(`시험구 ${actual}-${rounding}`);
    const department = await given.department(place, '총무과');
    const cycle = await given.year(place, 2016, { rounding, decimals });
    await given.institutionTarget(place, cycle, target);
    await enterPurchases(database, [
      { institutionId: place, departmentId: department, amountKrw: actual, day: '2016-05-01' },
    ]);
    const own = await world.loginAs(await given.user('manager', { institutionId: place }));
    expect((await report(own))['total']).toMatchObject({ rate: { display } });
  });

  it('says where the target should stand today, and what the year will come to', async () => {
    const [id] = await enter({ departmentId: jobs, amountKrw: 30_000_000, day: '2016-03-01' });
    const row = rowOf(await report(manager, '&asOf=2016-06-30'), jobs);
    expect(row).toMatchObject({
      pace: {
        expectedKrw: 25_000_000,
        expectedRate: { percent: 50 },
        aheadKrw: 5_000_000,
        status: 'on_track',
      },
      forecastKrw: 60_000_000,
    });
    await voidPurchase(world.database, id ?? '');
  });

  it('lists twelve months with the year so far, and each opens its rows', async () => {
    const ids = await enter(
      { departmentId: jobs, amountKrw: 1_000_000, day: '2016-01-31' },
      { departmentId: finance, amountKrw: 2_000_000, day: '2016-03-01' },
    );
    const months = listOf(await report(manager, '&groupBy=month'));
    expect(months).toHaveLength(12);
    expect(months[0]).toMatchObject({ month: 1, actualKrw: 1_000_000, cumulativeKrw: 1_000_000 });
    expect(months[2]).toMatchObject({
      month: 3,
      actualKrw: 2_000_000,
      cumulativeKrw: 3_000_000,
      rows: { month: 3, departmentId: null },
    });
    const own = listOf(await report(manager, `&groupBy=month&departmentId=${jobs}`));
    expect(own[2]).toMatchObject({
      actualKrw: 0,
      cumulativeKrw: 1_000_000,
      rows: { month: 3, departmentId: jobs },
    });
    for (const id of ids) await voidPurchase(world.database, id);
  });

  it('looks back to any day, inside a month too', async () => {
    const ids = await enter(
      { departmentId: jobs, amountKrw: 1, day: '2016-04-30' },
      { departmentId: jobs, amountKrw: 10, day: '2016-05-10' },
      { departmentId: jobs, amountKrw: 100, day: '2016-05-11' },
      { departmentId: jobs, amountKrw: 1_000, day: '2016-06-01' },
    );
    for (const [asOf, actualKrw] of [
      ['2016-04-29', 0],
      ['2016-04-30', 1],
      ['2016-05-10', 11],
      ['2016-05-31', 111],
      ['2015-12-31', 0],
      ['2017-01-01', 1_111],
    ]) {
      expect((await report(manager, `&asOf=${asOf}`))['total']).toMatchObject({ actualKrw });
    }
    for (const id of ids) await voidPurchase(world.database, id);
  });
});

describe('who sees which achievement', () => {
  it('shows a clerk the own department and the total of the institution', async () => {
    const body = await report(clerk);
    expect(body['items']).toHaveLength(1);
    expect(listOf(body)[0]).toMatchObject({ id: jobs });
    expect(body['total']).toMatchObject({ id: institutionId });
    await clerk.get(`/achievements?fiscalYear=2016&departmentId=${finance}`, { expect: 404 });
  });

  it('keeps other institutions away, and shows an administrator all of them', async () => {
    await manager.get(`/achievements?fiscalYear=2016&institutionId=${foreign}`, { expect: 404 });
    await manager.get(`/achievements?fiscalYear=2016&groupBy=institution&institutionId=${foreign}`, {
      expect: 404,
    });
    expect((await report(manager, '&groupBy=institution'))['items']).toHaveLength(1);
    expect((await report(clerk, '&groupBy=institution'))['items']).toHaveLength(1);
    await world.anonymous.get('/achievements?fiscalYear=2016', { expect: 401 });
    const admin = await world.loginAs(await world.given.user('admin'));
    const city = await admin.get('/achievements?fiscalYear=2016&groupBy=institution', { expect: 200 });
    const nowon = rowOf(city.body, foreign);
    expect(nowon).toMatchObject({ actualKrw: CANARY_KRW, rate: { percent: 100 } });
    await admin.get('/achievements?fiscalYear=2016', { expect: 400 });
  });

  it('says which year has no policy', async () => {
    const answer = await manager.get('/achievements?fiscalYear=2031', { expect: 409 });
    expect(answer.body['code']).toBe('POLICY_MISSING');
    await manager.get('/achievements?fiscalYear=2016&scheme=unknown', { expect: 404 });
  });
});

describe('the books', () => {
  it('balance after entries, changes, voids and adjustments: sum, total, ranking, recomputation and model agree', async () => {
    const departments = [jobs, finance, beonDong];
    const ids = await enter(
      ...Array.from({ length: 60 }, (_, index) => ({
        departmentId: departments[index % 3] ?? jobs,
        amountKrw: 10_000 + index * 37,
        day: `2016-0${1 + (index % 6)}-1${index % 9}`,
        schemes:
          index % 4 === 0 ? ['social_economy', 'certified_only'] : index % 7 === 0 ? [] : ['social_economy'],
      })),
    );
    await enter({ departmentId: jobs, amountKrw: -5_000, day: '2016-06-20', adjustsId: ids[0] ?? '' });
    for (const id of ids.slice(3, 9)) await voidPurchase(world.database, id);
    await world.database.sql(
      `UPDATE purchases SET department_id = $2, recognition_date = '2016-05-05', recognized_amount_krw = 99
       WHERE id = ANY ($1)`,
      [ids.slice(20, 25), finance],
    );
    const body = await report(manager);
    const sum = sumOfActuals(listOf(body));
    const ranking = await manager.get('/rankings?fiscalYear=2016', { expect: 200 });
    const ranked = sumOfActuals(listOf(ranking.body));
    const cells = await modelCells();
    const model = schemeTotalKrw(cells, 'social_economy');
    expect(await countedCells()).toEqual(cells);
    expect(model).toBeGreaterThan(0);
    expect([sum, ranked, Number(body['total']?.['actualKrw'])]).toEqual([model, model, model]);
    expect(await findTotalDifferences(owner())).toEqual([]);
  });

  it('are checked and repaired by a command of its own', async () => {
    expect(recompute().status).toBe(0);
    await world.database.sql(
      `UPDATE achievement_totals SET actual_krw = actual_krw + 1
       WHERE institution_id = $1 AND department_id = $2 AND scheme_code = 'social_economy' AND month = 1`,
      [institutionId, jobs],
    );
    expect(await findTotalDifferences(owner())).toHaveLength(1);
    const found = recompute();
    expect(found.status).toBe(1);
    expect(found.stdout).toContain(`department ${jobs}, month 1`);
    expect(recompute('--repair').status).toBe(0);
    expect(recompute().status).toBe(0);
    expect(await countedCells()).toEqual(await modelCells());
  });

  it('are read from the counters alone: no purchase is touched by today’s figures', async () => {
    await world.database.sql(`REVOKE SELECT ON purchases FROM ieum_app`);
    try {
      for (const groupBy of ['department', 'month', 'institution']) {
        await report(manager, `&groupBy=${groupBy}&pace=last_year`);
        await report(manager, `&groupBy=${groupBy}&asOf=2016-05-31`);
      }
      await manager.get('/rankings?fiscalYear=2016', { expect: 200 });
      await manager.get('/rankings?fiscalYear=2016&scope=districts', { expect: 200 });
      // Inside a month the rows of that month are needed: the guard does bite.
      await manager.get('/achievements?fiscalYear=2016&asOf=2016-05-30', { expect: 500 });
    } finally {
      await world.database.sql(`GRANT SELECT ON purchases TO ieum_app`);
    }
  });
});

function rowOf(body: Awaited<ReturnType<typeof report>>, id: string) {
  return listOf(body).find((item) => String(item['id']) === id);
}

function sumOfActuals(items: readonly Body[]): number {
  return items.reduce((sum, item) => sum + Number(item['actualKrw']), 0);
}

interface Cell {
  readonly departmentId: string;
  readonly month: number;
  readonly scheme: string;
  readonly amountKrw: number;
  readonly rows: number;
}

/** The reference model of the rules on the same rows: no sum of SQL's has a part in it. */
async function modelCells(): Promise<readonly Cell[]> {
  const rows = await world.database.sql<LedgerRow>(
    `SELECT department_id AS "departmentId", recognition_date AS "recognitionDate",
            recognized_amount_krw AS "recognizedAmountKrw", counted_schemes AS "countedSchemes", false AS "certifiedOnly"
     FROM purchases WHERE institution_id = $1 AND fiscal_year = 2016`,
    [institutionId],
  );
  return achievementTotals(rows);
}

function countedCells(): Promise<Cell[]> {
  return world.database.sql<Cell>(
    `SELECT department_id AS "departmentId", month, scheme_code AS scheme, actual_krw AS "amountKrw", purchase_count AS rows
     FROM achievement_totals WHERE institution_id = $1 AND fiscal_year = 2016 AND (actual_krw, purchase_count) <> (0, 0)
     ORDER BY department_id, month, scheme_code COLLATE "C"`,
    [institutionId],
  );
}

function recompute(...args: string[]) {
  const program = resolve(import.meta.dirname, '../../../dist/apps/api/recompute-achievements.js');
  return spawnSync(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: world.database.url, IEUM_JWT_SECRET: 'x'.repeat(32) },
    encoding: 'utf8',
  });
}
