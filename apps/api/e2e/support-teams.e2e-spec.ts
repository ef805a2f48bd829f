import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviserOf, visitsOf } from './support/advisers';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let gangdong: string;
let nowon: string;
let admin: ApiClient;
let adviser: ApiClient;
let neighbour: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-12-15');
  const { given } = world;
  gangdong = await given.institution('강동구', '11740');
  nowon = await given.institution('노원구', '11350');
  admin = await world.loginAs(await given.user('admin'));
  adviser = await adviserOf(world, gangdong, nowon);
  neighbour = await adviserOf(world, nowon);
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
let named = 0;
async function team(areaId = gangdong, name = `지원단 ${(named += 1)}`): Promise<string> {
  const made = await admin.post('/support-teams', { areaId, name }, { expect: 201, idempotencyKey: true });
  return String(made.body['id']);
}
async function versionOf(id: string): Promise<number> {
  return Number((await admin.get(`/support-teams/${id}`, { expect: 200 })).body['version']);
}
async function put(id: string, what: 'members' | 'targets', body: object): Promise<Answer> {
  return admin.put(`/support-teams/${id}/${what}`, body, { version: await versionOf(id) });
}
async function end(id: string, endedOn = '2017-12-15'): Promise<Answer> {
  return admin.post(`/support-teams/${id}/end`, { endedOn }, { version: await versionOf(id) });
}
const figures = async (by: ApiClient, id: string, year = 2017) =>
  listOf((await by.get(`/support-teams/${id}/figures?year=${year}`, { expect: 200 })).body['metrics']);

describe('the figures of the 강동 team', () => {
  let id: string;
  const targets = [
    { metric: 'consultations', target: 50 },
    { metric: 'visits', target: 150 },
    { metric: 'enterprise_register', target: 50 },
    { metric: 'institution_register', target: 50 },
  ];

  beforeAll(async () => {
    id = await team(gangdong, '강동 영업지원단');
    expect((await put(id, 'members', { userIds: [adviser.user.id] })).status).toBe(200);
    const { database } = world;
    await database.sql(
      `INSERT INTO consultations (area_id, team_id, adviser_id, consulted_on, channel, caller_kind, topic, created_by)
       SELECT $1, $2, $3, '2017-05-02', 'phone', 'other', '문의', $3 FROM generate_series(1, 50)`,
      [gangdong, id, adviser.user.id],
    );
    await visitsOf(world, adviser, { areaId: gangdong, teamId: id }, '2017-06-01', 140);
    // Four in another area, to which not every reader of the team is assigned; and one of a year before.
    await visitsOf(world, adviser, { areaId: nowon, teamId: id }, '2017-06-02', 4);
    await visitsOf(world, adviser, { areaId: gangdong, teamId: id }, '2016-12-31', 1);
    await database.sql(
      `INSERT INTO suppliers (name, normalised_name, business_number, is_synthetic, registered_by, registered_on)
       SELECT '기업 ' || n, '기업' || n, '000' || lpad(n::text, 7, '0'), true, $1, '2017-03-01' FROM generate_series(1, 52) AS n`,
      [adviser.user.id],
    );
    await database.sql(
      `INSERT INTO institutions (name, kind, district_id, registered_by, registered_on)
       SELECT '학교 ' || n, 'school', $1, $2, '2017-03-01' FROM generate_series(1, 60) AS n`,
      [gangdong, adviser.user.id],
    );
  });

  it('show no rate before there is a target', async () => {
    for (const one of await figures(admin, id)) {
      expect(one).toMatchObject({ target: null, isBelowTarget: false });
      expect(one['rate']).toMatchObject({ denominator: null, percent: null, display: null });
    }
  });

  it('are 100, 96.00 %, 104 and 120: visits are the only metric below target', async () => {
    expect((await put(id, 'targets', { year: 2017, targets })).status).toBe(200);
    const shown = await figures(adviser, id);
    expect(
      shown.map((one) => [one['metric'], one['target'], one['actual'], one['rate']?.['display']]),
    ).toEqual([
      ['consultations', 50, 50, '100.00'],
      ['visits', 150, 144, '96.00'],
      ['enterprise_register', 50, 52, '104.00'],
      ['institution_register', 50, 60, '120.00'],
    ]);
    expect(
      shown.filter((one) => String(one['isBelowTarget']) === 'true').map((one) => one['metric']),
    ).toEqual(['visits']);
    expect(shown[1]?.['rate']).toEqual({ numerator: 144, denominator: 150, percent: 96, display: '96.00' });
  });

  it('are the same for whoever may read the team, whatever else they are assigned to', async () => {
    const onlyHere = await adviserOf(world, gangdong);
    expect(await figures(onlyHere, id)).toEqual(await figures(admin, id));
    const all = await onlyHere.get('/support-teams/figures?year=2017', { expect: 200 });
    expect(listOf(all.body['items']).map((one) => one['teamId'])).toEqual([id]);
  });

  it('belong to their year', async () => {
    const before = await figures(admin, id, 2016);
    expect(before.map((one) => [one['target'], one['actual']])).toEqual([
      [null, 0],
      [null, 1],
      [null, 0],
      [null, 0],
    ]);
  });

  it('count a merged duplicate once, and lose a target that is left out', async () => {
    const [kept, gone] = await world.database.sql<{ id: string }>(
      'SELECT id FROM suppliers WHERE registered_by = $1 ORDER BY id LIMIT 2',
      [adviser.user.id],
    );
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [gone?.id, kept?.id],
    );
    await put(id, 'targets', { year: 2017, targets: targets.slice(0, 2) });
    const [, , enterprises] = await figures(admin, id);
    expect(enterprises).toMatchObject({ actual: 51, target: null });
  });
});

describe('who sees a team', () => {
  it('are the advisers of its area and the centre', async () => {
    const here = await team(gangdong);
    const there = await team(nowon);
    const seen = async (by: ApiClient) =>
      listOf((await by.get('/support-teams?limit=200', { expect: 200 })).body['items']).map(
        (one) => one['id'],
      );
    expect(await seen(neighbour)).toContain(there);
    expect(await seen(neighbour)).not.toContain(here);
    expect(await seen(adviser)).toEqual(expect.arrayContaining([here, there]));
    await neighbour.get(`/support-teams/${here}`, { expect: 404 });
    await neighbour.get(`/support-teams/${here}/figures?year=2017`, { expect: 404 });
    await adviser.put(`/support-teams/${here}/members`, { userIds: [] }, { version: 1, expect: 403 });
    await adviser.post('/support-teams', { areaId: gangdong, name: '우리끼리' }, { expect: 403 });
  });
});

describe('a team', () => {
  it('has a name of its own, in a district', async () => {
    await team(gangdong, '한 이름');
    const again = { areaId: nowon, name: ' 한  이름 ' };
    expect(codeOf(await admin.post('/support-teams', again))).toBe('409 SUPPORT_TEAM_NAME_TAKEN');
    const id = await team();
    const renamed = await admin.patch(
      `/support-teams/${id}`,
      { name: '새 이름' },
      { version: 1, expect: 200 },
    );
    expect(renamed.body).toMatchObject({ name: '새 이름', version: 2 });
    const stale = await admin.patch(`/support-teams/${id}`, { name: '늦은 이름' }, { version: 1 });
    expect(codeOf(stale)).toBe('412 VERSION_STALE');
  });

  it('takes advisers of its area, each for one team', async () => {
    const [first, second] = [await team(), await team()];
    const member = await adviserOf(world, gangdong);
    const userIds = [member.user.id];
    const joined = await put(first, 'members', { userIds });
    expect(listOf(joined.body['members']).map((one) => one['adviserId'])).toEqual(userIds);
    expect(codeOf(await put(second, 'members', { userIds }))).toBe('409 SUPPORT_TEAM_MEMBER_TAKEN');
    expect(codeOf(await put(second, 'members', { userIds: [neighbour.user.id] }))).toBe(
      '422 SUPPORT_TEAM_INVALID',
    );
    expect(codeOf(await put(second, 'members', { userIds: [admin.user.id] }))).toBe(
      '422 SUPPORT_TEAM_INVALID',
    );
    await put(first, 'members', { userIds: [] });
    expect((await put(second, 'members', { userIds })).status).toBe(200);
  });

  it('takes one adviser once, also when two teams ask at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const teams = [await team(), await team()];
      const member = await adviserOf(world, gangdong);
      const answers = await Promise.all(teams.map((id) => put(id, 'members', { userIds: [member.user.id] })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });

  it('has one target a metric', async () => {
    const id = await team();
    const twice = [1, 2].map((target) => ({ metric: 'visits', target }));
    expect(codeOf(await put(id, 'targets', { year: 2017, targets: twice }))).toBe('422 SUPPORT_TEAM_INVALID');
    const none = [{ metric: 'visits', target: 0 }];
    expect(codeOf(await put(id, 'targets', { year: 2017, targets: none }))).toBe('400 INVALID_INPUT');
  });

  it('ends with its figures kept, and frees its advisers', async () => {
    const [old, next] = [await team(), await team()];
    const member = await adviserOf(world, gangdong);
    await put(old, 'members', { userIds: [member.user.id] });
    await visitsOf(world, member, { areaId: gangdong, teamId: old }, '2017-07-01', 3);
    expect(codeOf(await end(old, '2017-12-16'))).toBe('422 SUPPORT_TEAM_INVALID');
    expect((await end(old)).body).toMatchObject({ endedOn: '2017-12-15' });
    expect(codeOf(await end(old))).toBe('409 SUPPORT_TEAM_STATE');
    expect(codeOf(await put(old, 'members', { userIds: [] }))).toBe('409 SUPPORT_TEAM_STATE');
    expect((await put(next, 'members', { userIds: [member.user.id] })).status).toBe(200);
    expect((await figures(admin, old))[1]).toMatchObject({ actual: 3 });
    const listed = await admin.get('/support-teams?limit=200', { expect: 200 });
    expect(JSON.stringify(listed.body)).not.toContain(old);
    const withEnded = await admin.get('/support-teams?limit=200&includeEnded=true', { expect: 200 });
    expect(JSON.stringify(withEnded.body)).toContain(old);
  });
});
