import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviserOf } from './support/advisers';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { createWorld, type World } from './support/world';

let world: World;
let gangdong: string;
let nowon: string;
let adviser: ApiClient;
let elsewhere: ApiClient;
let admin: ApiClient;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-06-15');
  const { given } = world;
  gangdong = await given.institution('강동구');
  nowon = await given.institution('노원구');
  adviser = await adviserOf(world, gangdong);
  elsewhere = await adviserOf(world, nowon);
  admin = await world.loginAs(await given.user('admin'));
});
afterAll(() => world.end());

const codeOf = (answer: Answer) => `${answer.status} ${String(answer.body['code'])}`;
interface Company {
  readonly id: string;
  readonly client: ApiClient;
}
let named = 0;
async function company(): Promise<Company> {
  const id = await world.given.supplier(`조사기업 ${(named += 1)}`);
  return { id, client: await world.loginAs(await world.given.user('enterprise', { enterpriseId: id })) };
}
const send = (supplierIds: readonly string[], by = adviser, more: object = {}) =>
  by.post('/supplier-surveys', { supplierIds, ...more }, { idempotencyKey: true });
async function asked(one: Company): Promise<string> {
  const [survey] = listOf((await send([one.id])).body['items']);
  return String(survey?.['id']);
}
async function visitTo(supplierId: string, state: 'planned' | 'done' = 'done'): Promise<string> {
  const [row] = await world.database.sql<{ id: string }>(
    `INSERT INTO visits (area_id, adviser_id, visited_on, state, visitee_kind, supplier_id, visitee_key, purpose, created_by)
     VALUES ($1, $2, '2017-06-14', $3, 'enterprise_or_network', $4, $5, 'supplier_survey', $2) RETURNING id`,
    [gangdong, adviser.user.id, state, supplierId, `s:${supplierId}`],
  );
  return row?.id ?? '';
}
const can = { canSell: true, offers: '현수막, 인쇄', capacity: '한 달 500장', obstacles: null };
const cannot = { canSell: false, obstacles: '인증을 준비하고 있습니다.' };

describe('the first round', () => {
  it('asks several enterprises at once, each once a year, and tells them', async () => {
    const [one, other] = [await company(), await company()];
    const sent = await send([one.id, other.id]);
    expect(sent.status).toBe(201);
    expect(
      listOf(sent.body['items']).map((survey) => [survey['state'], survey['year'], survey['sentOn']]),
    ).toEqual([
      ['sent', 2017, '2017-06-15'],
      ['sent', 2017, '2017-06-15'],
    ]);
    expect(listOf((await one.client.get('/notices', { expect: 200 })).body['items'])[0]).toMatchObject({
      kind: 'supplier_survey_sent',
      params: { year: 2017 },
      link: '/enterprise/surveys',
    });
    const third = await company();
    const rest = await send([one.id, third.id]);
    expect(listOf(rest.body['items']).map((survey) => survey['supplierId'])).toEqual([third.id]);
    expect(rest.body['alreadyAskedIds']).toEqual([one.id]);
    // Also by somebody who cannot see that it was asked.
    expect(codeOf(await send([one.id], elsewhere))).toBe('409 SUPPLIER_SURVEY_EXISTS');
    expect(listOf((await one.client.get('/notices', { expect: 200 })).body['items'])).toHaveLength(1);
  });

  it('asks one enterprise once, also when two advisers press at the same moment', async () => {
    const one = await company();
    const answers = await Promise.all([send([one.id]), send([one.id], elsewhere), send([one.id])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('is for enterprises that stand, in an own area', async () => {
    const one = await company();
    expect(codeOf(await send([]))).toBe('422 SUPPLIER_SURVEY_INVALID');
    expect(codeOf(await send([one.id], admin))).toBe('422 SUPPLIER_SURVEY_INVALID');
    expect(codeOf(await send([one.id], adviser, { areaId: nowon }))).toBe('404 NOT_FOUND');
    const closed = await world.given.supplier('문닫은기업');
    await world.database.sql(`UPDATE suppliers SET closed_on = '2017-06-15' WHERE id = $1`, [closed]);
    expect(codeOf(await send([one.id, closed]))).toBe('422 SUPPLIER_SURVEY_INVALID');
    expect((await send([one.id], admin, { areaId: nowon })).status).toBe(201);
  });

  it('is answered once, by the enterprise itself', async () => {
    const [one, other] = [await company(), await company()];
    const path = `/supplier-surveys/${await asked(one)}`;
    expect(codeOf(await other.client.post(`${path}/answer`, can))).toBe('404 NOT_FOUND');
    await adviser.post(`${path}/answer`, can, { expect: 403 });
    const silent = await one.client.post(`${path}/answer`, { canSell: true, offers: null });
    expect(codeOf(silent)).toBe('422 SUPPLIER_SURVEY_INVALID');
    const answered = await one.client.post(`${path}/answer`, can, { expect: 200 });
    expect(answered.body).toMatchObject({ state: 'can_sell', answeredOn: '2017-06-15', ...can });
    expect(codeOf(await one.client.post(`${path}/answer`, cannot))).toBe('409 SUPPLIER_SURVEY_STATE');
    const own = listOf((await one.client.get('/supplier-surveys/own', { expect: 200 })).body['items']);
    expect(own.map((survey) => [survey['year'], survey['state']])).toEqual([[2017, 'can_sell']]);
    await one.client.get('/supplier-surveys', { expect: 403 });
  });

  it('takes one answer of two that come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const one = await company();
      const path = `/supplier-surveys/${await asked(one)}/answer`;
      const answers = await Promise.all([one.client.post(path, can), one.client.post(path, cannot)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
  });
});

describe('the second round', () => {
  it('is a visit that took place, to an enterprise that can', async () => {
    const [one, other] = [await company(), await company()];
    const path = `/supplier-surveys/${await asked(one)}`;
    const outcome = '작업장을 확인했습니다.';
    const link = async (visitId: string) => adviser.post(`${path}/visit`, { visitId, outcome });
    const done = await visitTo(one.id);
    expect(codeOf(await link(done))).toBe('409 SUPPLIER_SURVEY_STATE');
    await one.client.post(`${path}/answer`, can, { expect: 200 });
    expect(codeOf(await link(await visitTo(one.id, 'planned')))).toBe('422 SUPPLIER_SURVEY_INVALID');
    expect(codeOf(await link(await visitTo(other.id)))).toBe('422 SUPPLIER_SURVEY_INVALID');
    expect(codeOf(await elsewhere.post(`${path}/visit`, { visitId: done, outcome }))).toBe('404 NOT_FOUND');
    expect((await link(done)).body).toMatchObject({
      state: 'visited',
      visitId: done,
      visitedOn: '2017-06-14',
      visitOutcome: outcome,
    });
    // What the visit found is the centre's own note.
    const [own] = listOf((await one.client.get('/supplier-surveys/own', { expect: 200 })).body['items']);
    expect(own).toMatchObject({ state: 'visited', visitOutcome: null });
  });

  it('does not come for who cannot', async () => {
    const one = await company();
    const path = `/supplier-surveys/${await asked(one)}`;
    await one.client.post(`${path}/answer`, cannot, { expect: 200 });
    const visit = { visitId: await visitTo(one.id), outcome: '방문' };
    expect(codeOf(await adviser.post(`${path}/visit`, visit))).toBe('409 SUPPLIER_SURVEY_STATE');
  });
});

describe('the list', () => {
  it('shows the own areas, by state and year', async () => {
    const list = await adviser.get('/supplier-surveys?year=2017&limit=200', { expect: 200 });
    const states = listOf(list.body['items']).map((survey) => String(survey['state']));
    for (const state of ['sent', 'can_sell', 'cannot_sell', 'visited']) {
      expect(list.body['counts']?.[state]).toBe(states.filter((one) => one === state).length);
      const some = await adviser.get(`/supplier-surveys?limit=200&state=${state}`, { expect: 200 });
      expect(new Set(listOf(some.body['items']).map((survey) => survey['state']))).toEqual(new Set([state]));
    }
    expect(new Set(listOf(list.body['items']).map((survey) => survey['areaId']))).toEqual(
      new Set([gangdong]),
    );
    const before = await adviser.get('/supplier-surveys?year=2016', { expect: 200 });
    expect(before.body['items']).toEqual([]);
  });
});
