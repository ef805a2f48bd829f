import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient, Body } from './support/api-client';
import { enterPurchases, listOf } from './support/ledger';
import { createWorld, type World } from './support/world';

const CANARY_KRW = 7_770_000_123;

let world: World;
let manager: ApiClient;
let institutionId: string;
const department: Record<string, string> = {};

beforeAll(async () => {
  world = await createWorld();
  const { given, database } = world;
  world.setToday('2016-07-15');
  institutionId = await given.institution('강북구', '11305');
  await given.year(institutionId, 2015);
  const cycleId = await given.year(institutionId, 2016);
  await given.institutionTarget(institutionId, cycleId, 1_200_000_000);
  // 100 of 200 and 150 of 300 are one rate: 1, 1, 3; the greater amount stands first inside the tie.
  const facts: [string, string, number | null, number, number | null][] = [
    ['일자리지원과', 'division', 200, 100, 50],
    ['재무과', 'division', 300, 150, null],
    ['총무과', 'division', 1_000, 250, 500],
    ['문화과', 'division', null, 900, 300],
    ['복지과', 'division', 0, 5, null],
    ['번1동', 'dong', 100, 90, 90],
    ['수유3동', 'dong', 100, 20, null],
    ['보건소', 'health_center', 10, 10, null],
  ];
  for (const [name, group, targetKrw, actualKrw, previousKrw] of facts) {
    const id = await given.department(institutionId, name, group);
    department[name] = id;
    if (targetKrw !== null) await given.target(institutionId, cycleId, id, targetKrw);
    const entry = { institutionId, departmentId: id };
    await enterPurchases(database, [{ ...entry, amountKrw: actualKrw, day: '2016-03-15' }]);
    if (previousKrw !== null)
      await enterPurchases(database, [{ ...entry, amountKrw: previousKrw, day: '2015-03-15' }]);
  }
  await district('노원구', '11350', 6_000_000_000, CANARY_KRW);
  await district('성북구', '11290', 6_000_000_000, 7_540_000_000);
  await district('도봉구', '11320', 3_000_000_000, 3_770_000_000);
  await district('중랑구', '11260', null, 5);
  manager = await world.loginAs(await given.user('manager', { institutionId }));
});
afterAll(() => world.end());

async function district(name: string, code: string, targetKrw: number | null, actualKrw: number) {
  const { given, database } = world;
  const id = await given.institution(name, code);
  const cycleId = await given.year(id, 2016);
  if (targetKrw !== null) await given.institutionTarget(id, cycleId, targetKrw);
  const departmentId = await given.department(id, '일자리경제과');
  await enterPurchases(database, [
    { institutionId: id, departmentId, amountKrw: actualKrw - 1, day: '2016-02-01' },
    { institutionId: id, departmentId, amountKrw: 1, day: '2016-05-01' },
  ]);
  return id;
}

async function ranking(query = '', who: ApiClient = manager): Promise<Body> {
  return (await who.get(`/rankings?fiscalYear=2016${query}`, { expect: 200 })).body;
}

function places(body: Body, field = 'rank'): [string, number | null][] {
  return listOf(body).map((row) => {
    const rank: unknown = row[field];
    return [String(row['name']), typeof rank === 'number' ? rank : null];
  });
}

describe('the ranking of departments', () => {
  it('goes by rate with ties 1, 1, 3 inside each group, and lists who has no target without a rank', async () => {
    const body = await ranking('&group=division');
    expect(places(body, 'rankInGroup')).toEqual([
      ['재무과', 1],
      ['일자리지원과', 1],
      ['총무과', 3],
      ['문화과', null],
      ['복지과', null],
    ]);
    expect(listOf(body)[3]).toMatchObject({
      targetKrw: null,
      achievementRate: { percent: null, display: null },
    });
    expect(body).toMatchObject({ source: 'live', ranked: 3, unranked: 2, asOf: '2016-07-15' });
    expect(body['average']).toMatchObject({ counted: 3, percent: 41.6667 });
  });

  it('ranks dong among dong, and everybody in one list as well', async () => {
    expect(places(await ranking('&group=dong'), 'rankInGroup')).toEqual([
      ['번1동', 1],
      ['수유3동', 2],
    ]);
    expect(places(await ranking())).toEqual([
      ['보건소', 1],
      ['번1동', 2],
      ['재무과', 3],
      ['일자리지원과', 3],
      ['총무과', 5],
      ['수유3동', 6],
      ['문화과', null],
      ['복지과', null],
    ]);
  });

  it('goes by amount with everybody, and by growth with those who had a year before', async () => {
    expect(places(await ranking('&order=amount&group=division'))).toEqual([
      ['문화과', 1],
      ['총무과', 2],
      ['재무과', 3],
      ['일자리지원과', 4],
      ['복지과', 8],
    ]);
    const growth = await ranking('&order=growth');
    expect(places(growth).slice(0, 5)).toEqual([
      ['문화과', 1],
      ['일자리지원과', 2],
      ['번1동', 3],
      ['총무과', 4],
      ['재무과', null],
    ]);
    expect(listOf(growth)[0]).toMatchObject({ previousKrw: 300, growthRate: { percent: 300 } });
    expect(listOf(growth)[4]).toMatchObject({ previousKrw: null, growthRate: { percent: null } });
  });

  it('opens the rows behind each figure', async () => {
    expect(listOf(await ranking('&asOf=2016-06-30'))[0]?.['rows']).toEqual({
      institutionId,
      fiscalYear: 2016,
      scheme: 'social_economy',
      departmentId: department['보건소'],
      month: null,
      to: '2016-06-30',
    });
  });

  it('takes no proposed target for one', async () => {
    await world.database.sql(`UPDATE purchase_targets SET state = 'proposed' WHERE department_id = $1`, [
      department['보건소'],
    ]);
    expect(listOf(await ranking('&group=health_center'))[0]).toMatchObject({ targetKrw: null, rank: null });
    await world.database.sql(`UPDATE purchase_targets SET state = 'notified' WHERE department_id = $1`, [
      department['보건소'],
    ]);
  });
});

describe('the ranking of districts', () => {
  it('sums their ledgers against their own targets', async () => {
    const body = await ranking('&scope=districts');
    expect(places(body)).toEqual([
      ['노원구', 1],
      ['성북구', 2],
      ['도봉구', 2],
      ['강북구', 4],
      ['중랑구', null],
    ]);
    expect(listOf(body)[1]).toMatchObject({ group: 'district', achievementRate: { display: '125.7' } });
    expect(places(await ranking('&scope=districts&asOf=2016-04-30&order=amount'))[4]).toEqual(['중랑구', 5]);
  });
});

describe('who sees a ranking', () => {
  it('shows the own institution’s alone, and only what is published to anybody else', async () => {
    const { given } = world;
    const clerk = await world.loginAs(
      await given.user('clerk', { institutionId, departmentId: department['재무과'] }),
    );
    expect(listOf(await ranking('', clerk))).toHaveLength(8);
    expect(JSON.stringify(await ranking('', clerk))).not.toContain(String(CANARY_KRW));
    const elsewhere = await given.institution('은평구', '11380');
    const stranger = await world.loginAs(await given.user('manager', { institutionId: elsewhere }));
    await stranger.get(`/rankings?fiscalYear=2016&institutionId=${institutionId}`, { expect: 404 });
    await clerk.get('/rankings?fiscalYear=2016&scope=districts', { expect: 404 });
    await world.anonymous.get(`/rankings?fiscalYear=2016&institutionId=${institutionId}`, { expect: 404 });
    await world.anonymous.get('/rankings?fiscalYear=2016&scope=districts', { expect: 404 });
    await world.anonymous.get('/rankings?fiscalYear=2016', { expect: 400 });
  });
});
