import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findTotalDifferences } from '../src/rankings/recompute-totals';
import { listOf, type ApiClient } from './support/api-client';
import { certificateOf, changeCertificate, findRecounts, openRecounts } from './support/recounts';
import { createWorld, type World } from './support/world';

/**
 * Random fiscal years through the real API and database: whatever people do, in whatever order, the departments add up
 * to the institution, the ranking, the list and the recomputation. The reference model runs 10,000 such years in
 * libs/domain; here is the short form on PostgreSQL (the long one: `npm run bench -- books`).
 */
const RUNS = 20;

type Step =
  | {
      kind: 'enter';
      department: number;
      supplier: number;
      month: number;
      amountKrw: number;
      mall: boolean;
      draft: boolean;
    }
  | { kind: 'edit' | 'adjust'; nth: number; amountKrw: number }
  | { kind: 'submit' | 'accept' | 'return' | 'void'; nth: number }
  | { kind: 'close' | 'reopen'; quarter: number }
  | { kind: 'certificate'; revokedOn: string | null }
  | { kind: 'recount' }
  | { kind: 'keep' };

const nth = fc.nat({ max: 30 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      department: fc.nat({ max: 2 }),
      supplier: fc.nat({ max: 2 }),
      month: fc.integer({ min: 1, max: 12 }),
      amountKrw: fc.integer({ min: 1, max: 90_000_000 }),
      mall: fc.boolean(),
      draft: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('edit' as const, 'adjust' as const),
      nth,
      amountKrw: fc.integer({ min: -50_000_000, max: 90_000_000 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('submit' as const, 'accept' as const, 'return' as const, 'void' as const),
      nth,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom('close' as const, 'reopen' as const),
      quarter: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('certificate' as const),
      revokedOn: fc.constantFrom('2016-01-01', '2016-05-01', '2016-09-01', null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Step>({ kind: 'recount' }, { kind: 'recount' }, { kind: 'keep' }),
  },
);

/** The walk that chance may leave out: something counted, the certificate gone, the finding decided. */
const RECOUNTED: Step[] = [
  {
    kind: 'enter',
    department: 0,
    supplier: 0,
    month: 6,
    amountKrw: 160_000,
    mall: false,
    draft: false,
  },
  { kind: 'certificate', revokedOn: '2016-05-01' },
  { kind: 'recount' },
];

let world: World;
let suppliers: string[];
/** how many findings were decided which way */
const recounts = { recount: 0, keep: 0 };

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-12-20');
  suppliers = [
    await world.given.supplier('노란들판', 'certified_social_enterprise'),
    await world.given.supplier('청롱', 'prospective_local', '2015-06-08', '2016-06-07'),
    await world.given.supplier('일반기업', null),
  ];
});
afterAll(() => world.end());

interface Year {
  readonly institutionId: string;
  readonly departments: readonly string[];
  readonly manager: ApiClient;
  readonly periods: readonly string[];
  readonly entered: string[];
}

async function openYear(): Promise<Year> {
  const { given } = world;
  // The register outlives a year: what the one before revoked holds again, so that a year stands for itself.
  await changeCertificate(world, await certificateOf(world, suppliers[0] ?? ''), { revokedOn: null });
  const institutionId = await given.institution('강북구');
  const cycleId = await given.year(institutionId, 2016);
  await given.institutionTarget(institutionId, cycleId, 1_200_000_000);
  const departments = [];
  for (const name of ['일자리지원과', '재무과', '삼양동']) {
    const id = await given.department(institutionId, name, name.endsWith('동') ? 'dong' : 'division');
    await given.target(institutionId, cycleId, id, name === '재무과' ? null : 400_000_000);
    departments.push(id);
  }
  const manager = await world.loginAs(await given.user('manager', { institutionId }));
  const periods = await manager.get('/purchase-periods?fiscalYear=2016', { expect: 200 });
  return {
    institutionId,
    departments,
    manager,
    periods: listOf(periods.body['items']).map((one) => String(one['id'])),
    entered: [],
  };
}

/** Does one step; a refusal by a rule is an answer, too. @returns the HTTP status */
async function take(year: Year, one: Step): Promise<number> {
  const { manager } = year;
  if (one.kind === 'certificate') return changeRegister(year, one.revokedOn);
  if (one.kind === 'recount' || one.kind === 'keep') return decideRecounts(year, one.kind);
  if ('quarter' in one) {
    return (
      await manager.post(`/purchase-periods/${year.periods[one.quarter] ?? ''}/${one.kind}`, {
        reason: '시험',
      })
    ).status;
  }
  if (one.kind === 'enter') {
    const answer = await manager.post('/purchases', {
      fiscalYear: 2016,
      departmentId: year.departments[one.department],
      supplierId: suppliers[one.supplier],
      item: '현수막',
      kind: 'goods',
      channel: one.mall ? 'hamkke_nuri_mall' : 'contract',
      contractDate: `2016-${String(one.month).padStart(2, '0')}-10`,
      amountKrw: one.amountKrw,
      draft: one.draft,
      confirmProbableDuplicate: true,
    });
    if (answer.status === 201) year.entered.push(String(answer.body['id']));
    return answer.status;
  }
  const id = year.entered[one.nth % Math.max(1, year.entered.length)];
  if (id === undefined) return 404;
  const row = (await manager.get(`/purchases/${id}`, { expect: 200 })).body;
  const version = Number(row['version']);
  if (one.kind === 'adjust') {
    return (
      await manager.post(`/purchases/${id}/adjust`, {
        kind: 'change',
        amountKrw: one.amountKrw,
        day: '2016-12-15',
        reason: '정정',
      })
    ).status;
  }
  if (one.kind === 'edit') {
    const body = {
      supplierId: row['supplierId'],
      item: row['item'],
      kind: 'goods',
      channel: row['channel'],
      contractDate: row['contractDate'],
      amountKrw: Math.abs(one.amountKrw) + 1,
      confirmProbableDuplicate: true,
    };
    return (await manager.patch(`/purchases/${id}`, body, { version })).status;
  }
  return (
    await manager.post(
      `/purchases/${id}/${one.kind}`,
      { ...(one.kind === 'return' ? { reason: '확인' } : {}) },
      { version },
    )
  ).status;
}

/** 노란들판's certificate is revoked, or the revocation taken back, and the purchases that this touches are looked for. */
async function changeRegister(year: Year, revokedOn: string | null): Promise<number> {
  const supplierId = suppliers[0] ?? '';
  await changeCertificate(world, await certificateOf(world, supplierId), { revokedOn });
  const before = await spentKrw(year);
  await findRecounts(world, supplierId);
  expect(await spentKrw(year)).toBe(before);
  return 200;
}

/** Decides all that is open, together; what was spent stays whatever is decided. */
async function decideRecounts(year: Year, kind: 'recount' | 'keep'): Promise<number> {
  const open = await openRecounts(year.manager);
  const ids = listOf(open['items']).map((one) => one['id']);
  const before = await spentKrw(year);
  const answer = await year.manager.post(`/purchase-recounts/${kind}`, {
    ids,
    reason: '시험',
    ...(kind === 'recount' ? { day: '2016-12-15' } : {}),
  });
  expect(await spentKrw(year)).toBe(before);
  if (answer.status === 200) recounts[kind] += ids.length;
  return answer.status;
}

async function spentKrw(year: Year): Promise<number> {
  const where = `institutionId=${year.institutionId}&fiscalYear=2016&state=submitted&state=accepted`;
  return Number((await year.manager.get(`/purchases/summary?${where}`, { expect: 200 })).body['amountKrw']);
}

function totalDifferences() {
  return findTotalDifferences({ query: <Row>(text: string) => world.database.sql<Row & object>(text) });
}

async function expectBalance(year: Year): Promise<void> {
  const { manager, institutionId } = year;
  expect(await totalDifferences()).toEqual([]);
  for (const scheme of ['social_economy', 'hamkke_nuri_mall']) {
    const where = `institutionId=${institutionId}&fiscalYear=2016&scheme=${scheme}`;
    const byDepartment = await manager.get(`/achievements?${where}&groupBy=department`, { expect: 200 });
    const byMonth = await manager.get(`/achievements?${where}&groupBy=month`, { expect: 200 });
    const ranking = await manager.get(`/rankings?${where}&scope=departments`, { expect: 200 });
    const list = await manager.get(`/purchases/summary?${where}`, { expect: 200 });
    const total = Number(byDepartment.body['total']?.['actualKrw']);
    const sums = {
      departments: sum(listOf(byDepartment.body['items'])),
      months: sum(listOf(byMonth.body['items'])),
      ranking: sum(listOf(ranking.body['items'])),
      list: Number(list.body['countedKrw']),
    };
    expect(sums).toEqual({ departments: total, months: total, ranking: total, list: total });
  }
}

function sum(rows: readonly { readonly [field: string]: unknown }[]): number {
  return rows.reduce((krw, row) => krw + Number(row['actualKrw']), 0);
}

describe('the books', () => {
  it('balance after any year', async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        const year = await openYear();
        for (const one of steps) {
          const status = await take(year, one);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          expect(status).toBeLessThan(500);
        }
        await expectBalance(year);
      }),
      { numRuns: RUNS, endOnFailure: true, examples: [[RECOUNTED]] },
    );
    // The walks did something: entries, changes and refusals by rules all happened.
    expect([...statuses.keys()].sort()).toEqual(expect.arrayContaining([200, 201, 409]));
    expect(recounts.recount).toBeGreaterThan(0);
  });

  it('would be seen not to balance if the counters missed one change (control)', async () => {
    const year = await openYear();
    await take(year, {
      kind: 'enter',
      department: 0,
      supplier: 0,
      month: 5,
      amountKrw: 160_000,
      mall: false,
      draft: false,
    });
    await expectBalance(year);
    await world.database.sql('ALTER TABLE purchases DISABLE TRIGGER tr_purchases_count_update');
    await take(year, { kind: 'edit', nth: 0, amountKrw: 999 });
    await world.database.sql('ALTER TABLE purchases ENABLE TRIGGER tr_purchases_count_update');
    expect(await totalDifferences()).toMatchObject([
      { counterKrw: 160_000, ledgerKrw: 1_000 },
      { ledgerKrw: 1_000 },
    ]);
  });
});
