import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Answer, type ApiClient, type Body } from './support/api-client';
import { adviserOf } from './support/support-world';
import { createWorld, type World } from './support/world';

let world: World;
let district: string;
let department: string;
let neighbourDepartment: string;
let adviser: ApiClient;
let colleague: ApiClient;
let stranger: ApiClient;
let clerk: ApiClient;
let neighbour: ApiClient;
let manager: ApiClient;
let admin: ApiClient;
let enterprise: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  const { given } = world;
  district = await given.institution('강북구');
  department = await given.department(district, '일자리지원과');
  neighbourDepartment = await given.department(district, '재무과');
  const away = await given.institution('노원구');
  adviser = await adviserOf(world, district);
  colleague = await adviserOf(world, district);
  stranger = await adviserOf(world, away);
  clerk = await world.loginAs(
    await given.user('clerk', { institutionId: district, departmentId: department }),
  );
  neighbour = await world.loginAs(
    await given.user('clerk', { institutionId: district, departmentId: neighbourDepartment }),
  );
  manager = await world.loginAs(await given.user('manager', { institutionId: district }));
  admin = await world.loginAs(await given.user('admin'));
  enterprise = await world.loginAs(
    await given.user('enterprise', { enterpriseId: await given.supplier('문조') }),
  );
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const fieldOf = (answer: Answer) => `${codeOf(answer)} ${String(answer.body['details']?.['field'])}`;

async function begin(more: object = {}): Promise<Body> {
  const body = { institutionId: district, title: '시설관리 용역', ...more };
  return (await adviser.post('/matches', body, { expect: 201, idempotencyKey: true })).body;
}
async function withCandidates(...names: string[]): Promise<Body> {
  const { id } = await begin();
  return (await adviser.post(`/matches/${String(id)}/candidates`, { names }, { expect: 200 })).body;
}
const move = (match: Body, body: object, by = adviser) =>
  by.post(`/matches/${String(match['id'])}/stage`, body, { version: Number(match['version']) });
async function moved(match: Body, body: object): Promise<Body> {
  const answer = await move(match, body);
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status: 200 });
  return answer.body;
}
const idOf = (match: Body, name: string) =>
  listOf(match['candidates']).find((one) => String(one['supplierName']) === name)?.['id'];

describe('beginning a match', () => {
  it('lies in the area of the institution, belongs to the adviser, and has the first row of its history', async () => {
    const school = await world.given.institution('수유초등학교');
    await world.database.sql(`UPDATE institutions SET kind = 'school', district_id = $2 WHERE id = $1`, [
      school,
      district,
    ]);
    const match = await begin({ institutionId: school, supportKinds: ['proposal', 'proposal'] });
    expect(match).toMatchObject({
      areaId: district,
      institutionName: '수유초등학교',
      adviserId: adviser.user.id,
      stage: 'identified',
      identifiedOn: '2016-06-15',
      supportKinds: ['proposal'],
      contractKrw: null,
      candidates: [],
      needs: [],
      version: 1,
    });
    const history = await adviser.get(`/matches/${String(match['id'])}/history`, { expect: 200 });
    expect(listOf(history.body['items'])).toMatchObject([
      { fromStage: null, toStage: 'identified', adviserId: adviser.user.id },
    ]);
  });

  it('takes from the need what is not said, and meets it', async () => {
    const need = await openNeed('행사 현수막');
    const other = await openNeed('체육대회 도시락');
    const body = { institutionId: district, needIds: [need], estimatedValueKrw: 3_000_000 };
    const match = (await adviser.post('/matches', body, { expect: 201 })).body;
    expect(match).toMatchObject({
      title: '행사 현수막',
      departmentId: department,
      departmentName: '일자리지원과',
      estimatedValueKrw: 3_000_000,
      needs: [{ id: need, title: '행사 현수막', origin: 'direct' }],
    });
    // The same need is met once; a further one is added to the same match.
    expect(codeOf(await adviser.post('/matches', body))).toBe('409 NEED_STATE');
    const path = `/matches/${String(match['id'])}/needs`;
    const both = await adviser.post(path, { needIds: [other] }, { expect: 200 });
    expect(listOf(both.body['needs'])).toHaveLength(2);
    expect(both.body['version']).toBe(2);
    expect(codeOf(await adviser.post(path, { needIds: [other] }))).toBe('409 NEED_STATE');
  });

  it('is refused without a title or need, for tomorrow, and for what is not in the own area', async () => {
    const of = (more: object, by = adviser) => by.post('/matches', { institutionId: district, ...more });
    expect(fieldOf(await of({}))).toBe('422 MATCH_INVALID title');
    expect(fieldOf(await of({ title: '가', identifiedOn: '2016-06-16' }))).toBe(
      '422 MATCH_INVALID identifiedOn',
    );
    expect(codeOf(await of({ title: '가' }, stranger))).toBe('404 NOT_FOUND');
    expect(codeOf(await of({ title: '가' }, clerk))).toBe('403 FORBIDDEN');
    expect(codeOf(await of({ title: '가' }, manager))).toBe('403 FORBIDDEN');
  });

  it('happens once for a key', async () => {
    const body = { institutionId: district, title: '두 번 눌린 매칭' };
    const twins = await Promise.all(
      [1, 2, 3].map(() => adviser.post('/matches', body, { expect: 201, idempotencyKey: 'twin' })),
    );
    expect(new Set(twins.map((twin) => twin.body['id'])).size).toBe(1);
  });
});

describe('the stages', () => {
  it('go forward, a step back with a note, out with a reason, in again with a note; each is in the history', async () => {
    let match = await begin();
    match = await moved(match, { stage: 'proposed' });
    expect(fieldOf(await move(match, { stage: 'supported' }))).toMatch(/REASON_REQUIRED note$/);
    match = await moved(match, { stage: 'supported', note: '공고가 미뤄졌습니다.' });
    expect(codeOf(await move(match, { stage: 'contracted' }))).toBe('409 MATCH_STAGE');
    expect(fieldOf(await move(match, { stage: 'lost' }))).toMatch(/REASON_REQUIRED lostReason$/);
    match = await moved(match, { stage: 'lost', lostReason: 'general_business' });
    expect(match).toMatchObject({ stage: 'lost', lostReason: 'general_business' });
    match = await moved(match, { stage: 'identified', note: '다시 추진합니다.' });
    expect(match).toMatchObject({ stage: 'identified', lostReason: null, version: 5 });
    const history = await adviser.get(`/matches/${String(match['id'])}/history`, { expect: 200 });
    expect(listOf(history.body['items']).map((row) => row['toStage'])).toEqual([
      'identified',
      'lost',
      'supported',
      'proposed',
      'identified',
    ]);
  });

  it('select one or several of the candidates, with the award that fits and a lead', async () => {
    const match = await withCandidates('노란들판', '티팟', '농협');
    const [one, two, three] = listOf(match['candidates']).map((candidate) => candidate['id']);
    const select = (more: object) => move(match, { stage: 'selected', ...more });
    expect(codeOf(await select({}))).toBe('422 MATCH_WINNER_MISSING');
    expect(fieldOf(await select({ winnerIds: [one, two], award: 'single' }))).toBe('422 MATCH_INVALID award');
    expect(fieldOf(await select({ winnerIds: [one, two], award: 'consortium', leadId: three }))).toBe(
      '422 MATCH_INVALID leadId',
    );
    const won = await moved(match, {
      stage: 'selected',
      winnerIds: [one, two],
      award: 'consortium',
      leadId: two,
    });
    expect(won).toMatchObject({ award: 'consortium', winnerNames: ['티팟', '노란들판'] });
    expect(
      listOf(won['candidates']).map((row) => [row['supplierName'], row['outcome'], row['isLead']]),
    ).toEqual([
      ['티팟', 'selected', true],
      ['노란들판', 'selected', false],
      ['농협', 'not_selected', false],
    ]);
    const back = await moved(won, { stage: 'proposed', note: '다시 협의' });
    expect(back).toMatchObject({ award: null, winnerNames: [] });
    expect(listOf(back['candidates']).map((row) => row['outcome'])).toEqual(Array(3).fill('candidate'));
    await moved(back, { stage: 'selected', winnerIds: [three] });
  });

  it('refuse the second of two who move one card at once with 412, ten times of ten', async () => {
    for (let round = 0; round < 10; round++) {
      const match = await begin();
      const answers = await Promise.all([
        move(match, { stage: 'supported' }),
        move(match, { stage: 'proposed' }, colleague),
      ]);
      expect(answers.map((one) => one.status).sort()).toEqual([200, 412]);
      const now = await adviser.get(`/matches/${String(match['id'])}`, { expect: 200 });
      expect(now.body['stage']).toBe(answers.find((one) => one.status === 200)?.body['stage']);
      expect(now.headers['etag']).toBe('"v2"');
    }
    expect(
      (await adviser.post(`/matches/${String((await begin())['id'])}/stage`, { stage: 'lost' })).status,
    ).toBe(428);
  });
});

describe('candidates', () => {
  it('are of the register or a name, each once, and again after they withdrew', async () => {
    const supplier = await world.given.supplier('노란들판');
    const path = `/matches/${String((await begin())['id'])}/candidates`;
    const both = await adviser.post(
      path,
      { supplierIds: [supplier], names: ['농협'] },
      { expect: 200, idempotencyKey: true },
    );
    expect(listOf(both.body['candidates'])).toMatchObject([
      { supplierId: supplier, supplierName: '노란들판', outcome: 'candidate' },
      { supplierId: null, supplierName: '농협' },
    ]);
    expect(codeOf(await adviser.post(path, { supplierIds: [supplier] }))).toBe('409 MATCH_CANDIDATE_EXISTS');
    expect(codeOf(await adviser.post(path, { names: ['(주)농협'] }))).toBe('409 MATCH_CANDIDATE_EXISTS');
    expect(fieldOf(await adviser.post(path, {}))).toBe('422 MATCH_INVALID supplierIds');
    expect(codeOf(await adviser.post(path, { supplierIds: [district] }))).toBe('404 NOT_FOUND');
    const withdraw = `${path}/${String(idOf(both.body, '노란들판'))}/withdraw`;
    const gone = await adviser.post(withdraw, { note: '인력이 없음' }, { expect: 200 });
    expect(gone.body).toMatchObject({ candidateCount: 1 });
    expect(codeOf(await adviser.post(withdraw, {}))).toBe('409 MATCH_CANDIDATE_STATE');
    const again = await adviser.post(path, { supplierIds: [supplier] }, { expect: 200 });
    expect(again.body).toMatchObject({ candidateCount: 2 });
  });

  it('are found under the survivor when their row is merged', async () => {
    const supplier = await world.given.supplier('두손환경');
    const survivor = await world.given.supplier('두손환경협동조합');
    const match = await begin();
    const path = `/matches/${String(match['id'])}`;
    await adviser.post(`${path}/candidates`, { supplierIds: [supplier] }, { expect: 200 });
    await admin.post(
      `/suppliers/${supplier}/merge`,
      { intoId: survivor, reason: '같은 기업입니다.' },
      { expect: 200 },
    );
    const seen = await adviser.get(path, { expect: 200 });
    expect(listOf(seen.body['candidates'])).toMatchObject([
      { supplierId: survivor, supplierName: '두손환경협동조합' },
    ]);
    for (const id of [survivor, supplier]) {
      const added = await adviser.post(`${path}/candidates`, { supplierIds: [id] });
      expect(codeOf(added)).toBe('409 MATCH_CANDIDATE_EXISTS');
    }
    const found = await adviser.get(`/matches?supplierId=${survivor}`, { expect: 200 });
    expect(listOf(found.body['items']).map((row) => row['id'])).toEqual([match['id']]);
  });
});

describe('who sees a match', () => {
  it('is the area, the institution, the own department; another district gets 404 everywhere', async () => {
    const match = await begin({ departmentId: department, title: '남에게 안 보이는 매칭' });
    const path = `/matches/${String(match['id'])}`;
    for (const one of [adviser, colleague, clerk, manager, admin]) {
      await one.get(path, { expect: 200 });
      await one.get(`${path}/history`, { expect: 200 });
    }
    const version = 1;
    for (const one of [stranger, neighbour]) {
      await one.get(path, { expect: 404 });
      await one.get(`${path}/history`, { expect: 404 });
      const list = await one.get('/matches?limit=200', { expect: 200 });
      expect(JSON.stringify(list.body)).not.toContain('남에게');
    }
    await stranger.patch(path, { title: '바꿈' }, { version, expect: 404 });
    await stranger.post(`${path}/stage`, { stage: 'supported' }, { version, expect: 404 });
    await stranger.post(`${path}/candidates`, { names: ['가'] }, { expect: 404 });
    await stranger.post(`${path}/needs`, { needIds: [district] }, { expect: 404 });
    await enterprise.get(path, { expect: 403 });
    for (const one of [clerk, manager])
      await one.post(`${path}/stage`, { stage: 'supported' }, { version, expect: 403 });
  });

  it('is a clerk of the own department only', async () => {
    await begin({ departmentId: department });
    await begin({ departmentId: neighbourDepartment });
    await begin();
    const list = await clerk.get('/matches?limit=200', { expect: 200 });
    const departments = new Set(listOf(list.body['items']).map((row) => row['departmentId']));
    expect(departments).toEqual(new Set([department]));
    expect(list.body['totals']?.['count']).toBe(listOf(list.body['items']).length);
    const all = await manager.get('/matches?limit=200', { expect: 200 });
    expect(listOf(all.body['items']).length).toBeGreaterThan(listOf(list.body['items']).length);
    const year = (one: ApiClient) => one.get('/matches/summary?year=2016', { expect: 200 });
    expect((await year(clerk)).body['count']).toBe(list.body['totals']?.['count']);
    expect((await year(manager)).body['count']).toBe(all.body['totals']?.['count']);
  });
});

it('is corrected with If-Match, and keeps what is not said', async () => {
  const match = await begin({ note: '메모', supportKinds: ['proposal'] });
  const path = `/matches/${String(match['id'])}`;
  const change = { title: '새 제목', departmentId: department, estimatedValueKrw: 5_000_000 };
  const changed = await adviser.patch(path, change, { version: 1, expect: 200 });
  expect(changed.body).toMatchObject({ ...change, note: '메모', supportKinds: ['proposal'], version: 2 });
  expect(codeOf(await colleague.patch(path, { title: '늦은 제목' }, { version: 1 }))).toBe(
    '412 VERSION_STALE',
  );
  expect(codeOf(await adviser.patch(path, { departmentId: district }, { version: 2 }))).toBe('404 NOT_FOUND');
});

async function openNeed(title: string): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    `INSERT INTO needs (area_id, institution_id, department_id, department_name, title, origin, found_on, created_by,
       estimated_amount_krw)
     VALUES ($1, $1, $2, '일자리지원과', $3, 'direct', '2016-06-01', $4, 1000000) RETURNING id`,
    [district, department, title, adviser.user.id],
  );
  return row?.id ?? '';
}
