import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { heldFair } from './support/held-fair';
import { createWorld, type World } from './support/world';

let world: World;
let admin: ApiClient;
let adviser: ApiClient;
let home: string;
let away: string;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-20');
  const { given, database } = world;
  home = await given.institution('강북구', '11305');
  away = await given.institution('노원구', '11350');
  admin = await world.loginAs(await given.user('admin'));
  const email = await given.user('support');
  await database.sql(
    'INSERT INTO user_assignments (user_id, institution_id) SELECT id, $2 FROM users WHERE email = $1',
    [email, home],
  );
  adviser = await world.loginAs(email);
});
afterAll(() => world.end());

const visits = {
  year: 2017,
  programme: '공공시장 확대지원',
  group: '매칭지원',
  item: '공공기관 방문영업',
  unit: '건',
  basis: 'count',
  target: 650,
  source: 'visits',
  official: 654,
  sortOrder: 20,
};
const typed = (item: string, target: number | null, enteredActual: number | null, more: object = {}) => ({
  year: 2017,
  programme: '공공시장 확대지원',
  group: '교육활동',
  item,
  unit: '회',
  basis: 'count',
  source: 'entered',
  target,
  enteredActual,
  ...more,
});
const put = async (kpi: object, by = admin) =>
  (await by.post('/kpis', kpi, { expect: 201, idempotencyKey: true })).body;
const board = async (year: number, more = '', by = admin) =>
  (await by.get(`/kpis?year=${year}${more}`, { expect: 200 })).body;
const rowsOf = (seen: Body): Body[] =>
  listOf(seen['programmes']).flatMap((programme) =>
    listOf(programme['groups']).flatMap((group) => listOf(group['rows'])),
  );
const displayOf = (row: Body | undefined) => row?.['rate']?.['display'];

/** So many visits of a year in an area, by nobody in particular. */
async function visited(areaId: string, count: number, day: string): Promise<void> {
  await world.database.sql(
    `INSERT INTO visits (area_id, adviser_id, visited_on, state, visitee_kind, institution_id, visitee_key, purpose, created_by)
     SELECT $1::uuid, $2, $3, 'done', 'public_agency', $1, 'institution:' || $1::text, 'sales', $2 FROM generate_series(1, $4::int)`,
    [areaId, adviser.user.id, day, count],
  );
}

async function contracted(values: readonly number[], source = 'direct', day = '2017-05-02'): Promise<void> {
  await world.database.sql(
    `INSERT INTO contracts (institution_id, area_id, adviser_id, source, item, kind, signed_on, value_krw, suppliers_unknown, created_by)
     SELECT $1, $1, $2, $4, '청소용역', 'services', $5, value, true, $2 FROM unnest($3::bigint[]) AS value`,
    [away, adviser.user.id, values, source, day],
  );
}

describe('a row that is counted', () => {
  it('knows the fairs that were held, and their meetings as counted or as recorded', async () => {
    const fairRow = (source: string) => ({ ...visits, year: 2014, item: source, source, official: null });
    await put(fairRow('fairs_held'));
    await put(fairRow('fair_consultations'));
    const day = { days: ['2014-05-08'] };
    await heldFair(world, home, { ...day, slots: 0, state: 'held', recorded_consultations: 10 });
    const here = await heldFair(world, away, { ...day, state: 'followed_up', recorded_consultations: 99 });
    await heldFair(world, away, { ...day, slots: 0, state: 'open', recorded_consultations: 99 });
    const desk = await here.desk(away);
    for (const [slot, state] of ['attended', 'walk_in', 'no_show', 'confirmed'].entries()) {
      const supplierId = await world.given.supplier(`참가 ${slot}`);
      await here.booking(desk, await here.exhibitor(supplierId), slot, state);
    }
    expect(rowsOf(await board(2014, '', adviser))).toMatchObject([
      { item: 'fairs_held', actual: 2, rowsLink: '/fairs?year=2014' },
      { item: 'fair_consultations', actual: 12 },
    ]);
  });

  it('follows the rows of the whole city, also for an adviser of one district, and leads to them', async () => {
    const { id } = await put(visits);
    await visited(home, 250, '2017-03-02');
    await visited(away, 404, '2017-06-02');
    await visited(away, 7, '2016-06-02');
    const seen = await adviser.get(`/kpis/${String(id)}`, { expect: 200 });
    expect(seen.body).toMatchObject({
      target: 650,
      computed: 654,
      actual: 654,
      official: 654,
      difference: 0,
      rate: { numerator: 654, denominator: 650, percent: 100.6154, display: '101' },
      officialRate: { display: '101' },
    });
    expect(seen.body['rowsLink']).toMatch(/^\/visits\?year=2017/);
    expect(seen.headers['etag']).toBe('"v1"');
    await visited(home, 1, '2017-12-01');
    expect((await adviser.get(`/kpis/${String(id)}`, { expect: 200 })).body).toMatchObject({
      computed: 655,
      official: 654,
      difference: -1,
    });
  });

  it('stands beside what was stated: 64.18억 of contracts, 65.6억 in the report, 1.42억 between them', async () => {
    await contracted([6_000_000_000, 400_000_000, 18_000_000]);
    const amount = {
      group: '매칭지원',
      unit: '원',
      basis: 'amount',
      source: 'contract_value',
      target: 5_000_000_000,
      official: 6_560_000_000,
      decimals: 1,
      pairKey: '영업매칭',
      sortOrder: 31,
    };
    expect(await put({ ...visits, ...amount, item: '영업매칭 지원(금액)' })).toMatchObject({
      computed: 6_418_000_000,
      official: 6_560_000_000,
      difference: 142_000_000,
      rate: { display: '128.4' },
      officialRate: { display: '131.2' },
    });
  });

  it('tells contracts of fairs from the others', async () => {
    await contracted([700_000, 90_000, 160_000, 19_855_000], 'fair', '2022-12-29');
    await contracted([5_000_000], 'direct', '2022-12-29');
    const value = { year: 2022, unit: '원', basis: 'amount', target: 20_000_000, official: null };
    for (const [source, computed] of [
      ['contract_value', 25_805_000],
      ['fair_contract_value', 20_805_000],
      ['match_contract_value', 0],
    ])
      expect(await put({ ...visits, ...value, source, item: source })).toMatchObject({ computed });
  });

  it.each([
    'visits',
    'visited_institutions',
    'consultations',
    'education_sessions',
    'education_attendees',
    'matches',
    'matches_won',
    'contracts',
    'enterprise_register',
    'institution_register',
    'supplier_surveys_answered',
  ])('counts %s', async (source) => {
    const row = await put({ ...visits, year: 2021, item: source, source });
    expect(row).toMatchObject({ computed: 0, rate: { percent: 0 } });
  });
});

describe('the board', () => {
  it('shows the rates of the printed report, and averages over the rows that have one', async () => {
    await put(typed('공공구매지원 콜센터 운영(상담)', 300, 330, { year: 2018, unit: '건' }));
    await put(typed('공공구매 교육지원', 15, 38, { year: 2018 }));
    await put(typed('사회적경제기업 DB정보구축', 200, 210, { year: 2018 }));
    await put(typed('찾아가는 공공구매박람회', 10, 10, { year: 2018 }));
    await put(typed('버림 표시', 14, 25, { year: 2018, rounding: 'truncate' }));
    await put(typed('매칭 건수', 20, 26, { year: 2018, decimals: 1, pairKey: '영업매칭' }));
    await put(typed('현수막 홍보', 100, 314, { year: 2018 }));
    await put(
      typed('매칭 금액', 5_000_000_000, 6_560_000_000, {
        year: 2018,
        decimals: 1,
        pairKey: '영업매칭',
        unit: '원',
        basis: 'amount',
      }),
    );
    await put(typed('실적 없음', 5, null, { year: 2018 }));
    await put(typed('목표 없음', null, 5, { year: 2018 }));
    await put(typed('협업단지 조성', null, null, { year: 2018, basis: 'quality', qualityState: 'done' }));
    const seen = await board(2018);
    const rows = rowsOf(seen);
    expect(Object.fromEntries(rows.map((row) => [String(row['item']), displayOf(row) ?? null]))).toEqual({
      '공공구매지원 콜센터 운영(상담)': '110',
      '공공구매 교육지원': '253',
      '사회적경제기업 DB정보구축': '105',
      '찾아가는 공공구매박람회': '100',
      '버림 표시': '178',
      '매칭 건수': '130.0',
      '매칭 금액': '131.2',
      '현수막 홍보': '314',
      '실적 없음': null,
      '목표 없음': null,
      '협업단지 조성': null,
    });
    expect(rows.find((row) => String(row['item']) === '협업단지 조성')).toMatchObject({
      qualityState: 'done',
      rate: null,
      actual: null,
    });
    expect(seen).toMatchObject({
      year: 2018,
      average: { counted: 8 },
      officialAverage: { counted: 0, percent: null },
      rowCount: 11,
      differing: 0,
    });
    // The two of a pair follow each other, although another row was entered between them.
    const items = rows.map((row) => String(row['item']));
    expect(items.indexOf('매칭 금액')).toBe(items.indexOf('매칭 건수') + 1);
  });

  it('tells how many rows differ from what was stated', async () => {
    expect(await board(2017)).toMatchObject({ differing: 2, rowCount: 2 });
    expect(listOf((await board(2017))['years']).map(Number)).toContain(2018);
  });

  it('is written to a sheet as it is shown, and what is not there stays empty', async () => {
    const answer = await admin.get('/kpis/export?year=2018&format=csv', { expect: 200 });
    expect(String(answer.headers['content-type'])).toContain('text/csv');
    await admin.get('/kpis/export?year=2018', { expect: 200 });
  });
});

describe('keeping the board', () => {
  it('is for administrators; a change needs the version that was read', async () => {
    await adviser.post('/kpis', visits, { expect: 403 });
    const id = String((await put(typed('변경', 10, 5, { year: 2020 })))['id']);
    await adviser.patch(`/kpis/${id}`, { target: 5 }, { version: 1, expect: 403 });
    await admin.patch(`/kpis/${id}`, { target: 5 }, { expect: 428 });
    const changed = await admin.patch(
      `/kpis/${id}`,
      { target: 5, changedGoal: true, formerTarget: 10, note: '사업내용변경' },
      { version: 1, expect: 200 },
    );
    expect(changed.body).toMatchObject({
      target: 5,
      formerTarget: 10,
      changedGoal: true,
      rate: { display: '100' },
      version: 2,
    });
    await admin.patch(`/kpis/${id}`, { target: 6 }, { version: 1, expect: 412 });
    const refused = await admin.patch(`/kpis/${id}`, { source: 'visits' }, { version: 2, expect: 422 });
    expect(refused.body).toMatchObject({ code: 'KPI_INVALID', details: { field: 'enteredActual' } });
  });

  it('has an item once a year; one taken off the board leaves its place', async () => {
    const id = String((await put(typed('한 번', 10, 5, { year: 2020 })))['id']);
    const again = await admin.post('/kpis', typed('한  번', 10, 5, { year: 2020 }), { expect: 409 });
    expect(again.body).toMatchObject({ code: 'KPI_EXISTS' });
    await admin.patch(`/kpis/${id}`, { archived: true }, { version: 1, expect: 200 });
    const { rowCount } = await board(2020);
    await put(typed('한 번', 10, 5, { year: 2020 }));
    expect(await board(2020, '&includeArchived=true')).toMatchObject({ rowCount: Number(rowCount) + 1 });
    const all = rowsOf(await board(2020, '&includeArchived=true'));
    expect(all.filter((row) => String(row['item']) === '한 번')).toHaveLength(2);
  });

  it('creates one row for one key', async () => {
    const kpi = typed('두 번 눌림', 1, 1, { year: 2020 });
    const first = await admin.post('/kpis', kpi, { expect: 201, idempotencyKey: 'kpi-once' });
    const second = await admin.post('/kpis', kpi, { expect: 201, idempotencyKey: 'kpi-once' });
    expect(second.body['id']).toEqual(first.body['id']);
  });
});

describe('from year to year', () => {
  it('copies what is to be reached, once, and compares by the item', async () => {
    await put(typed('교육', 100, 120, { year: 2030, official: 121, note: '비고' }));
    const copied = await admin.post('/kpis/copy', { fromYear: 2030, toYear: 2031 }, { expect: 201 });
    expect(copied.body).toEqual({ copied: 1, skipped: 0 });
    const again = await admin.post('/kpis/copy', { fromYear: 2030, toYear: 2031 }, { expect: 201 });
    expect(again.body).toEqual({ copied: 0, skipped: 1 });
    const [row] = rowsOf(await board(2031));
    expect(row).toMatchObject({ target: 100, enteredActual: null, official: null, note: null, rate: null });
    await admin.patch(
      `/kpis/${String(row?.['id'])}`,
      { item: '교육(다른 이름)', enteredActual: 90 },
      { version: 1, expect: 200 },
    );
    const { body } = await adviser.get('/kpis/compare?years=2031,2030', { expect: 200 });
    expect(body).toMatchObject({
      years: [2030, 2031],
      items: [
        {
          item: '교육(다른 이름)',
          years: [
            { year: 2030, actual: 120, official: 121, change: null },
            { year: 2031, actual: 90, official: null, change: -30, changePercent: -25 },
          ],
        },
      ],
    });
    await admin.post('/kpis/copy', { fromYear: 2030, toYear: 2030 }, { expect: 422 });
    await admin.post('/kpis/copy', { fromYear: 2050, toYear: 2051 }, { expect: 422 });
    await adviser.get('/kpis/compare?years=2031,31', { expect: 400 });
  });
});

describe('others', () => {
  it('know of neither board nor budgets', async () => {
    const manager = await world.loginAs(await world.given.user('manager', { institutionId: home }));
    await manager.get('/kpis?year=2017', { expect: 403 });
    await manager.get('/budgets?year=2017', { expect: 403 });
  });
});
