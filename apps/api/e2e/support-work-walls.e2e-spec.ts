import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { listOf, type ApiClient } from './support/api-client';
import { asApplication } from './support/as-application';
import { createContractWorld, type ContractWorld } from './support/contract-world';

let world: ContractWorld;
let owner: DataSource;
let away: string;
let company: ApiClient;
let ids: Readonly<
  Record<'visit' | 'consultation' | 'session' | 'need' | 'match' | 'contract' | 'request' | 'survey', string>
>;

beforeAll(async () => {
  world = await createContractWorld();
  const { database, given, adviser, institutionId, nodeul, jobs } = world;
  owner = await new DataSource({ type: 'postgres', url: database.url }).initialize();
  const [other] = await database.sql<{ id: string }>(`SELECT id FROM institutions WHERE name = '노원구'`);
  away = other?.id ?? '';
  company = await world.loginAs(await given.user('enterprise', { enterpriseId: nodeul }));
  const made = async (path: string, body: object) =>
    String((await adviser.post(path, body, { expect: 201 })).body['id']);
  const visitId = await made('/visits', {
    institutionId,
    departmentId: jobs,
    visitedOn: '2017-03-02',
    purpose: 'sales',
    state: 'done',
    needs: [{ title: '현수막' }],
  });
  const call = { consultedOn: '2017-03-02', channel: 'phone', callerKind: 'public_body', institutionId };
  const consultationId = await made('/consultations', { ...call, topic: '문의' });
  const sessionId = await made('/education-sessions', {
    institutionId,
    audience: '강북구청',
    content: '설명회',
    heldOn: '2017-03-02',
    attendees: 20,
  });
  const needs = await adviser.get('/needs', { expect: 200 });
  const needId = String(listOf(needs.body['items'])[0]?.['id']);
  const matchId = await made('/matches', { institutionId, departmentId: jobs, needIds: [needId] });
  const match = await adviser.post(
    `/matches/${matchId}/candidates`,
    { supplierIds: [nodeul] },
    { expect: 200 },
  );
  const candidateIds = listOf(match.body['candidates']).map((one) => one['id']);
  const question = { candidateIds, title: '견적 요청', message: '가능합니까?', answerBy: '2017-12-10' };
  const asked = await adviser.post(`/matches/${matchId}/requests`, question, { expect: 201 });
  const contract = await world.signed({ matchId, departmentId: jobs });
  const survey = await adviser.post('/supplier-surveys', { supplierIds: [nodeul] }, { expect: 201 });
  await database.sql(
    `INSERT INTO support_team_targets (area_id, team_id, year, metric, target) VALUES ($1, $2, 2017, 'visits', 150)`,
    [institutionId, world.teamId],
  );
  ids = {
    visit: visitId,
    consultation: consultationId,
    session: sessionId,
    need: needId,
    match: matchId,
    contract: String(contract['id']),
    request: String(listOf(asked.body['requestIds'])[0]),
    survey: String(listOf(survey.body['items'])[0]?.['id']),
  };
});
afterAll(async () => {
  await owner.destroy();
  await world.end();
});

/** Everything that lies in an area, as its adviser sees it. */
const OF_AREA = [
  'visits',
  'consultations',
  'education_sessions',
  'needs',
  'matches',
  'match_stage_changes',
  'match_candidates',
  'contracts',
  'contract_parties',
  'supplier_requests',
  'supplier_surveys',
  'support_teams',
  'support_team_members',
  'support_team_targets',
  'activity_totals',
  'visitee_counts',
] as const;
/** What the buyer has no part in. */
const CENTRE_ALONE: readonly string[] = OF_AREA.slice(OF_AREA.indexOf('supplier_surveys'));
const OF_ENTERPRISE = ['supplier_requests', 'supplier_surveys'];
const TOTALS: readonly string[] = ['activity_totals', 'visitee_counts'];

type Settings = Parameters<typeof asApplication>[1];

/** Statements past every service, each by itself. @returns how many rows it found or changed */
function run(settings: Settings, statement: string, before: readonly string[] = []): Promise<number> {
  const counted = `WITH done AS (${statement} RETURNING 1 AS one) SELECT count(*)::int AS n FROM done`;
  const text = statement.startsWith('SELECT')
    ? `SELECT count(*)::int AS n FROM (${statement}) AS rows`
    : counted;
  return asApplication(
    owner,
    settings,
    async (app) => (await app.query<{ n: number }[]>(text))[0]?.n ?? 0,
    before,
  );
}

async function seenBy(settings: Settings, before: readonly string[] = []): Promise<string[]> {
  const seen: string[] = [];
  for (const table of OF_AREA) {
    const rows = `SELECT 1 FROM ${table} WHERE area_id = '${world.institutionId}'`;
    if ((await run(settings, rows, before)) > 0) seen.push(table);
  }
  return seen;
}

describe('row security of the advisers’ work', () => {
  const adviser = (client: ApiClient, ...areas: string[]): Settings => ({
    actorId: client.user.id,
    areas,
    institutions: areas,
    register: 'keeper',
  });
  const buyer = (institutionId: string): Settings => ({
    actorId: world.clerk.user.id,
    institutions: [institutionId],
    register: 'staff',
  });

  it('shows an area to its advisers, to the buyer what is about itself, to an enterprise what it was asked', async () => {
    expect(await seenBy(adviser(world.adviser, world.institutionId))).toEqual([...OF_AREA]);
    expect(await seenBy(buyer(world.institutionId))).toEqual(
      OF_AREA.filter((table) => !CENTRE_ALONE.includes(table)),
    );
    const enterprise = { actorId: company.user.id, enterpriseId: world.nodeul };
    expect(await seenBy(enterprise)).toEqual(OF_ENTERPRISE);
  });

  it('shows no row of it to anybody else', async () => {
    expect(await seenBy(adviser(world.otherAdviser, away))).toEqual([]);
    expect(await seenBy(adviser(world.otherAdviser))).toEqual([]);
    expect(await seenBy(buyer(away))).toEqual([]);
    expect(await seenBy({ actorId: company.user.id, enterpriseId: away })).toEqual([]);
    expect(await seenBy({})).toEqual([]);
  });

  it('would show it to anybody without its policies (control)', async () => {
    const open = OF_AREA.map((table) => `ALTER TABLE ${table} DISABLE ROW LEVEL SECURITY`);
    expect(await seenBy(adviser(world.otherAdviser, away), open)).toEqual([...OF_AREA]);
  });

  it('lets nobody change it from elsewhere, the buyer not at all, and nobody the totals', async () => {
    for (const settings of [adviser(world.otherAdviser, away), buyer(world.institutionId)]) {
      for (const table of OF_AREA.filter((one) => !TOTALS.includes(one))) {
        const own = table === 'supplier_requests' || table === 'support_team_members';
        // Requests have their own rules (match-requests); members are only entered and removed.
        if (own || table === 'match_stage_changes') continue;
        const statement = `UPDATE ${table} SET area_id = area_id WHERE area_id = '${world.institutionId}'`;
        expect([table, await run(settings, statement)]).toEqual([table, 0]);
      }
    }
    const here = adviser(world.adviser, world.institutionId);
    for (const table of TOTALS)
      await expect(run(here, `UPDATE ${table} SET year = 2016`)).rejects.toThrow('permission denied');
    const stranger = world.otherAdviser.user.id;
    const forged = `INSERT INTO visits (area_id, adviser_id, visited_on, visitee_kind, organisation_name, visitee_key,
      purpose, created_by) VALUES ('${world.institutionId}', '${stranger}', '2017-01-01', 'enterprise_or_network', '단체',
      'n:단체', 'sales', '${stranger}')`;
    await expect(run(adviser(world.otherAdviser, away), forged)).rejects.toThrow('row-level security');
  });
});

describe('a survey, whatever statement its enterprise could run', () => {
  const answered = `UPDATE supplier_surveys SET answered_on = '2017-12-01', can_sell = true`;
  const visited = `${answered}, visit_outcome = '좋음'`;
  const sent = () => `INSERT INTO supplier_surveys (area_id, supplier_id, year, sent_on, sent_by)
    VALUES ('${world.institutionId}', '${world.nodeul}', 2016, '2016-12-01', '${company.user.id}')`;
  const before = ['SET LOCAL ieum.sees_all = on', 'SET LOCAL ieum.request_id = test'];
  const byOwner = (statement: string) => [
    ...before,
    `SELECT set_config('ieum.actor_id', '${world.admin.user.id}', true)`,
    statement,
  ];
  const byEnterprise = (statement: string, first: readonly string[] = []) =>
    run({ actorId: company.user.id, enterpriseId: world.nodeul }, statement, first);

  it('is answered once, and neither sent nor visited', async () => {
    expect(await byEnterprise(answered)).toBe(1);
    expect(await byEnterprise(`${answered}, offers = '다시'`, byOwner(answered))).toBe(0);
    await expect(byEnterprise(visited)).rejects.toThrow('row-level security');
    await expect(byEnterprise(sent())).rejects.toThrow('row-level security');
  });

  it('would be all of that without its policies (control)', async () => {
    const open = ['ALTER TABLE supplier_surveys DISABLE ROW LEVEL SECURITY'];
    expect(await byEnterprise(visited, open)).toBe(1);
    expect(await byEnterprise(sent(), open)).toBe(1);
    expect(await byEnterprise(`${answered}, offers = '다시'`, [...open, ...byOwner(answered)])).toBe(1);
  });
});

/** An adviser of these areas; whose they are is changed by the centre alone. */
async function adviserOf(...areas: readonly string[]): Promise<ApiClient> {
  const email = await world.given.user('support');
  await world.database.sql(
    'INSERT INTO user_assignments (user_id, institution_id) SELECT id, unnest($2::uuid[]) FROM users WHERE email = $1',
    [email, areas],
  );
  return world.loginAs(email);
}
const assign = (adviser: ApiClient, ...assignedInstitutionIds: readonly string[]) =>
  world.admin.patch(`/users/${adviser.user.id}`, { assignedInstitutionIds }, { version: 1, expect: 200 });
const visitTo = (institutionId: string) => ({
  institutionId,
  visitedOn: '2017-03-03',
  purpose: 'sales',
  state: 'done',
});

describe('an adviser whose area was just taken away', () => {
  let leaver: ApiClient;
  let ownVisit: string;
  beforeAll(async () => {
    leaver = await adviserOf(world.institutionId);
    const made = await leaver.post('/visits', visitTo(world.institutionId), { expect: 201 });
    ownVisit = String(made.body['id']);
    await assign(leaver);
  });

  it('reads nothing of it any more, the own visit neither', async () => {
    const { visit, consultation, session, need, match, contract, request } = ids;
    for (const path of [
      `/visits/${ownVisit}`,
      `/visits/${visit}`,
      `/consultations/${consultation}`,
      `/education-sessions/${session}`,
      `/needs/${need}`,
      `/matches/${match}`,
      `/matches/${match}/history`,
      `/contracts/${contract}`,
      `/supplier-requests/${request}`,
      `/support-teams/${world.teamId}`,
      `/support-teams/${world.teamId}/figures?year=2017`,
      `/chains?visitId=${visit}`,
      `/chains?consultationId=${consultation}`,
      `/chains?needId=${need}`,
      `/chains?matchId=${match}`,
      `/chains?contractId=${contract}`,
    ])
      await leaver.get(path, { expect: 404 });
    for (const path of [
      `/visits?areaId=${world.institutionId}`,
      '/consultations',
      '/education-sessions',
      '/needs',
      `/matches?institutionId=${world.institutionId}`,
      `/contracts?institutionId=${world.institutionId}`,
      '/supplier-requests',
      '/supplier-surveys',
      '/support-teams?includeEnded=true',
      '/support-teams/figures?year=2017',
      '/visit-planning',
      '/chains/conversion?year=2017',
    ])
      expect([path, (await leaver.get(path, { expect: 200 })).body['items']]).toEqual([path, []]);
  });

  it('writes nothing there any more', async () => {
    const { need, match, contract, request } = ids;
    const { institutionId: districtId } = world;
    for (const [path, body] of [
      ['/visits', visitTo(districtId)],
      [`/visits/${ownVisit}/undo`, {}],
      [`/matches/${match}/stage`, { stage: 'lost', lostReason: 'cancelled' }],
      [`/matches/${match}/needs`, { needIds: [need] }],
      [`/contracts/${contract}/cancel`, { reason: '취소' }],
      [`/supplier-requests/${request}/withdraw`, {}],
      [`/needs/${need}/close`, { reason: '취소' }],
      ['/contracts', world.banner()],
      ['/matches', { institutionId: districtId, title: '매칭' }],
      ['/supplier-surveys', { supplierIds: [world.nodeul], areaId: districtId }],
      ['/institutions', { name: '새 학교', kind: 'school', districtId }],
    ] as const)
      await leaver.post(path, body, { version: 1, expect: 404 });
  });
});

describe('a team that has ended', () => {
  it('stamps no more work, also of a member who works in another area by now', async () => {
    const adviser = await adviserOf(world.institutionId);
    const begun = { areaId: world.institutionId, name: '끝날 지원단' };
    const team = await world.admin.post('/support-teams', begun, { expect: 201 });
    const path = `/support-teams/${String(team.body['id'])}`;
    await world.admin.put(`${path}/members`, { userIds: [adviser.user.id] }, { version: 1, expect: 200 });
    await assign(adviser, away);
    const during = await adviser.post('/visits', visitTo(away), { expect: 201 });
    expect(during.body['teamId']).toBe(team.body['id']);
    await world.admin.post(`${path}/end`, { endedOn: '2017-12-01' }, { version: 2, expect: 200 });
    const after = await adviser.post('/visits', visitTo(away), { expect: 201 });
    expect(after.body['teamId']).toBeNull();
    await adviser.get(path, { expect: 404 });
  });
});

describe('the visit of a survey’s second round', () => {
  it('is not taken back', async () => {
    const visit = {
      ...visitTo(''),
      institutionId: null,
      supplierId: world.nodeul,
      areaId: world.institutionId,
    };
    const made = await world.adviser.post('/visits', visit, { expect: 201 });
    const visitId = String(made.body['id']);
    const path = `/supplier-surveys/${ids.survey}`;
    await company.post(`${path}/answer`, { canSell: true, offers: '현수막' }, { expect: 200 });
    await company.post(`${path}/answer`, { canSell: false }, { expect: 409 });
    await world.adviser.post(`${path}/visit`, { visitId, outcome: '납품 가능' }, { expect: 200 });
    const undone = await world.adviser.post(`/visits/${visitId}/undo`, {}, { expect: 409 });
    expect(undone.body).toMatchObject({ code: 'VISIT_STATE', details: { survey: true } });
  });
});
