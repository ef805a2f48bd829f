import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { adviserOf } from './support/support-world';
import { createWorld, type World } from './support/world';

let world: World;
let district: string;
let departmentId: string;
let adviser: ApiClient;
let colleague: ApiClient;
let stranger: ApiClient;
let clerk: ApiClient;
let manager: ApiClient;
let admin: ApiClient;
let press: string;
let banner: string;
let pressCompany: ApiClient;
let bannerCompany: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2016-06-15');
  const { given } = world;
  district = await given.institution('강북구');
  departmentId = await given.department(district, '일자리지원과');
  adviser = await adviserOf(world, district);
  colleague = await adviserOf(world, district);
  stranger = await adviserOf(world, await given.institution('노원구'));
  clerk = await world.loginAs(await given.user('clerk', { institutionId: district, departmentId }));
  manager = await world.loginAs(await given.user('manager', { institutionId: district }));
  admin = await world.loginAs(await given.user('admin'));
  press = await given.supplier('노란들판');
  banner = await given.supplier('도우누리');
  pressCompany = await world.loginAs(await given.user('enterprise', { enterpriseId: press }));
  bannerCompany = await world.loginAs(await given.user('enterprise', { enterpriseId: banner }));
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
const question = (more: object = {}) => ({
  title: '현수막 견적 요청',
  message: '참여가 가능한지 답해 주십시오.',
  answerBy: '2016-06-20',
  ...more,
});
const offer = { answer: '가능합니다.', quotedAmountKrw: 240_000, quotedIncludesVat: true };
const noticesOf = async (client: ApiClient) =>
  listOf((await client.get('/notices', { expect: 200 })).body['items']);

interface Asked {
  readonly match: string;
  readonly candidates: readonly unknown[];
}
async function matchWith(suppliers: readonly string[], names: readonly string[] = []): Promise<Asked> {
  const body = { institutionId: district, departmentId, title: '행사 현수막' };
  const made = await adviser.post('/matches', body, { expect: 201 });
  const match = String(made.body['id']);
  const added = await adviser.post(
    `/matches/${match}/candidates`,
    { supplierIds: suppliers, names },
    { expect: 200 },
  );
  return { match, candidates: listOf(added.body['candidates']).map((one) => one['id']) };
}
async function ask({ match, candidates }: Asked, more: object = {}): Promise<string[]> {
  const body = { candidateIds: candidates, ...question(more) };
  const asked = await adviser.post(`/matches/${match}/requests`, body, { expect: 201, idempotencyKey: true });
  return listOf(asked.body['requestIds']).map(String);
}

describe('asking the candidates of a match', () => {
  it('sends one request to each, in one inbox with those of departments, and shows no one the other’s', async () => {
    const asked = await matchWith([press, banner]);
    const [first = '', second = ''] = await ask(asked);
    const inbox = await pressCompany.get('/supplier-requests', { expect: 200 });
    const [received] = listOf(inbox.body['items']);
    expect(received).toMatchObject({
      institutionName: '강북구',
      departmentName: '일자리지원과',
      answerBy: '2016-06-20',
    });
    expect(JSON.stringify(received)).not.toMatch(/시험|adviser/);
    const own = String(received?.['id']);
    const others = own === first ? second : first;
    await pressCompany.get(`/supplier-requests/${others}`, { expect: 404 });
    await pressCompany.post(`/supplier-requests/${others}/answer`, offer, { expect: 404 });
    expect((await noticesOf(pressCompany))[0]).toMatchObject({ link: `/supplier-requests/${own}` });
    await pressCompany.post(`/supplier-requests/${own}/answer`, offer, { expect: 200 });
    await bannerCompany.post(
      `/supplier-requests/${others}/decline`,
      { reason: '일정이 찼습니다.' },
      { expect: 200 },
    );
    // Both answers stand on the match; the adviser who asked is told, and no other.
    const list = await adviser.get(`/supplier-requests?matchId=${asked.match}`, { expect: 200 });
    expect(list.body['counts']).toEqual({ sent: 0, answered: 1, declined: 1, withdrawn: 0 });
    expect((await noticesOf(adviser)).map((one) => [one['kind'], one['link']])).toEqual([
      ['supplier_request_answered', `/matches/${asked.match}`],
      ['supplier_request_answered', `/matches/${asked.match}`],
    ]);
    for (const other of [colleague, clerk, stranger]) expect(await noticesOf(other)).toEqual([]);
  });

  it('is for registered candidates of this very match that are still in it', async () => {
    const { match, candidates } = await matchWith([press], ['농협']);
    const of = (candidateIds: readonly unknown[], more: object = {}) =>
      adviser.post(`/matches/${match}/requests`, { candidateIds, ...question(more) });
    expect(codeOf(await of(candidates))).toBe('409 MATCH_CANDIDATE_STATE');
    expect(codeOf(await of([]))).toBe('422 MATCH_INVALID');
    expect(codeOf(await of([press]))).toBe('404 NOT_FOUND');
    expect(codeOf(await of([candidates[0]], { answerBy: '2016-06-14' }))).toBe('422 REQUEST_INVALID');
    await adviser.post(`/matches/${match}/candidates/${String(candidates[0])}/withdraw`, {}, { expect: 200 });
    expect(codeOf(await of([candidates[0]]))).toBe('409 MATCH_CANDIDATE_STATE');
    const body = { candidateIds: candidates, ...question() };
    await stranger.post(`/matches/${match}/requests`, body, { expect: 404 });
    await clerk.post(`/matches/${match}/requests`, body, { expect: 403 });
  });
});

describe('the deadline', () => {
  it('counts its own Korean day, refuses the day after, and is extended by who asked', async () => {
    const [id = ''] = await ask(await matchWith([press]), { answerBy: '2016-06-16' });
    const path = `/supplier-requests/${id}`;
    world.setToday('2016-06-17');
    expect(codeOf(await pressCompany.post(`${path}/answer`, offer))).toBe('409 REQUEST_DEADLINE_PASSED');
    expect(codeOf(await pressCompany.post(`${path}/decline`, { reason: '늦음' }))).toBe(
      '409 REQUEST_DEADLINE_PASSED',
    );
    const until = { answerBy: '2016-06-18' };
    await pressCompany.post(`${path}/extend`, until, { expect: 403 });
    await manager.post(`${path}/extend`, until, { expect: 403 });
    await clerk.post(`${path}/extend`, until, { expect: 403 });
    await stranger.post(`${path}/extend`, until, { expect: 404 });
    expect(codeOf(await adviser.post(`${path}/extend`, { answerBy: '2016-06-16' }))).toBe(
      '422 REQUEST_INVALID',
    );
    const extended = await adviser.post(`${path}/extend`, until, { expect: 200 });
    expect(extended.body).toMatchObject({ ...until, state: 'sent', version: 2 });
    expect((await noticesOf(pressCompany))[0]).toMatchObject({
      kind: 'supplier_request_extended',
      params: { answerBy: '2016-06-18' },
    });
    world.setToday('2016-06-18');
    await pressCompany.post(`${path}/answer`, offer, { expect: 200 });
    expect(codeOf(await adviser.post(`${path}/extend`, { answerBy: '2016-06-30' }))).toBe(
      '409 REQUEST_STATE',
    );
    world.setToday('2016-06-15');
  });
});

describe('who sees what was asked', () => {
  it('is the area for matches only: what a department asks for itself stays with it', async () => {
    const [id = ''] = await ask(await matchWith([press]));
    const own = await clerk.post(
      '/supplier-requests',
      { supplierId: press, title: '부서 요청', message: '부서에서 묻습니다.' },
      { expect: 201 },
    );
    const ownId = String(own.body['id']);
    await adviser.get(`/supplier-requests/${ownId}`, { expect: 404 });
    await adviser.post(`/supplier-requests/${ownId}/withdraw`, {}, { expect: 404 });
    const list = await adviser.get('/supplier-requests?limit=200', { expect: 200 });
    expect(listOf(list.body['items']).every((row) => typeof row['matchId'] === 'string')).toBe(true);
    expect(JSON.stringify(list.body)).not.toContain('부서 요청');
    // The buyer reads what was asked for it; it is the adviser's to take back.
    for (const one of [clerk, manager]) {
      await one.get(`/supplier-requests/${id}`, { expect: 200 });
      await one.post(`/supplier-requests/${id}/withdraw`, {}, { expect: 403 });
    }
    await stranger.get(`/supplier-requests/${id}`, { expect: 404 });
    expect((await stranger.get('/supplier-requests', { expect: 200 })).body['items']).toEqual([]);
    await colleague.post(`/supplier-requests/${id}/withdraw`, {}, { expect: 200 });
  });

  it('is the survivor’s account, when the row that was asked is merged, and no more when it is taken apart', async () => {
    const old = await world.given.supplier('노란들판인쇄');
    const [forMatch = ''] = await ask(await matchWith([old]), { title: '합쳐질 기업에 물음' });
    const made = await clerk.post(
      '/supplier-requests',
      { supplierId: old, title: '부서가 물음', message: '가능합니까?' },
      { expect: 201 },
    );
    const ofDepartment = String(made.body['id']);
    await pressCompany.get(`/supplier-requests/${forMatch}`, { expect: 404 });
    await admin.post(`/suppliers/${old}/merge`, { intoId: press, reason: '같은 기업' }, { expect: 200 });
    const seen = await pressCompany.get(`/supplier-requests/${forMatch}`, { expect: 200 });
    expect(seen.body).toMatchObject({ supplierId: press, supplierName: '노란들판', state: 'sent' });
    const inbox = await pressCompany.get('/supplier-requests?limit=200', { expect: 200 });
    expect(listOf(inbox.body['items']).map((row) => row['id'])).toEqual(
      expect.arrayContaining([forMatch, ofDepartment]),
    );
    await bannerCompany.get(`/supplier-requests/${forMatch}`, { expect: 404 });
    await pressCompany.post(`/supplier-requests/${forMatch}/answer`, offer, { expect: 200 });
    await pressCompany.post(
      `/supplier-requests/${ofDepartment}/decline`,
      { reason: '어렵습니다.' },
      { expect: 200 },
    );
    const found = await adviser.get(`/supplier-requests?supplierId=${press}&limit=200`, { expect: 200 });
    expect(JSON.stringify(found.body)).toContain('합쳐질 기업에 물음');
    await admin.post(`/suppliers/${old}/unmerge`, { reason: '다른 기업' }, { expect: 200 });
    await pressCompany.get(`/supplier-requests/${forMatch}`, { expect: 404 });
  });
});
