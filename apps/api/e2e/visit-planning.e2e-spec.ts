import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf } from './support/api-client';
import { givenSchool, givenSupportWork, type SupportWorld } from './support/support-work';
import { createWorld, type World } from './support/world';

let world: World;
let work: SupportWorld;
let late: string;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-07-01');
  work = await givenSupportWork(world);
  const { given } = world;
  const visited = await givenSchool(world, work.gangdong, '나초등학교');
  late = await givenSchool(world, work.gangdong, '다초등학교');
  await givenSchool(world, work.gangdong, '가초등학교');
  await givenSchool(world, work.nowon, '노원초등학교');
  const log = (institutionId: string, visitedOn: string, needs: object[] = []) =>
    work.adviser.post(
      '/visits',
      { state: 'done', visitedOn, purpose: 'sales', institutionId, needs },
      { expect: 201, idempotencyKey: true },
    );
  await log(visited, '2017-03-02', [{ title: '책상' }, { title: '의자' }]);
  await log(late, '2017-06-30', [{ title: '책상' }]);
  await log(work.gangdong, '2017-01-05');
  // Half the year has gone: 재무과 bought nothing of its target, 총무과 half of it, 홍보과 has none.
  const cycle = await given.year(work.gangdong, 2017);
  await given.year(work.gangdong, 2016);
  const lagging = await given.department(work.gangdong, '재무과');
  const onTrack = await given.department(work.gangdong, '총무과');
  await given.department(work.gangdong, '홍보과');
  await given.target(work.gangdong, cycle, lagging, 10_000_000);
  await given.target(work.gangdong, cycle, onTrack, 10_000_000);
  const buy = (departmentId: string, year: number, kind: string, krw: number) =>
    world.database.sql(
      `INSERT INTO purchases (institution_id, department_id, fiscal_year, supplier_name, supplier_key, duplicate_key, item, kind,
         channel, contract_date, amount_krw, source, state, count_status, recognition_date, recognized_amount_krw,
         counted_schemes, created_by)
       VALUES ($1, $2, $3::int, '가', '가', $4 || $3::text, $4, $4, 'contract', make_date($3::int, 5, 2), $5, 'manual', 'submitted', 'counted',
         make_date($3::int, 5, 2), $5, '{social_economy}', $6)`,
      [work.gangdong, departmentId, year, kind, krw, work.admin.user.id],
    );
  await buy(onTrack, 2017, 'goods', 6_000_000);
  await buy(lagging, 2016, 'goods', 1_000_000);
  await buy(lagging, 2016, 'works', 1_000_000);
  await given.catalogueItem(await given.supplier('노란들판'), '현수막');
});
afterAll(() => world.end());

const rowsOf = async (query = '', by = work.adviser) =>
  listOf((await by.get(`/visit-planning?${query}`, { expect: 200 })).body['items']);
const namesOf = async (query = '') => (await rowsOf(query)).map((row) => row['institutionName']);

describe('planning visits', () => {
  it('begins with those who were never visited, then with the longest time', async () => {
    expect(await namesOf()).toEqual(['가초등학교', '강동구', '나초등학교', '다초등학교']);
    expect((await rowsOf())[0]).toMatchObject({ lastVisitedOn: null, openNeeds: 0, areaName: '강동구' });
  });

  it('is sorted by open needs and by departments under target as well, page by page', async () => {
    expect(await namesOf('sort=open_needs')).toEqual(['나초등학교', '다초등학교', '가초등학교', '강동구']);
    expect(await namesOf('sort=under_target')).toEqual(['강동구', '가초등학교', '나초등학교', '다초등학교']);
    for (const sort of ['last_visit', 'open_needs', 'under_target']) {
      const first = await work.adviser.get(`/visit-planning?sort=${sort}&limit=2`, { expect: 200 });
      const cursor = String(first.body['nextCursor']);
      const rest = await namesOf(`sort=${sort}&cursor=${cursor}`);
      const names = listOf(first.body['items']).map((row) => row['institutionName']);
      expect([...names, ...rest]).toEqual(await namesOf(`sort=${sort}`));
    }
  });

  it('counts a department behind pace once, and says what of its purchases our enterprises offer', async () => {
    const [district] = await rowsOf('sort=under_target');
    expect(district).toMatchObject({ departmentsUnderTarget: 1, offeredKinds: ['goods'] });
  });

  it('shows the next planned visit, and finds by name, kind and area', async () => {
    await work.adviser.post(
      '/visits',
      { state: 'planned', visitedOn: '2017-07-09', purpose: 'follow_up', institutionId: late },
      { expect: 201 },
    );
    expect((await rowsOf('q=다초'))[0]).toMatchObject({
      plannedOn: '2017-07-09',
      lastVisitedOn: '2017-06-30',
    });
    expect(await namesOf('kind=district')).toEqual(['강동구']);
    expect(await namesOf(`areaId=${work.nowon}`)).toEqual([]);
    expect((await rowsOf('', work.admin)).map((row) => row['institutionName'])).toContain('노원초등학교');
  });
});
