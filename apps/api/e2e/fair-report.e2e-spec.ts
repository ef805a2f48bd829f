import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listOf, type ApiClient, type Body } from './support/api-client';
import { createContractWorld, type ContractWorld } from './support/contract-world';
import { heldFair, insertRow, type HeldFair } from './support/held-fair';

let world: ContractWorld;
let enterprise: ApiClient;
const fairs = new Map<string, HeldFair>();

/** The four contracts that the report of 2017 names: two of them with one enterprise. */
const VALUES = [700_000, 90_000, 160_000, 19_855_000];

beforeAll(async () => {
  world = await createContractWorld();
  const { given, institutionId, nodeul } = world;
  enterprise = await world.loginAs(await given.user('enterprise', { enterpriseId: nodeul }));
  for (const [name, consultations, day] of [
    ['봄', 10, '2017-04-20'],
    ['초여름', 30, '2017-06-01'],
    ['한여름', 20, '2017-07-06'],
    ['가을', 20, '2017-09-21'],
    ['겨울', null, '2017-11-30'],
  ] as const) {
    const fair = await heldFair(world, institutionId, {
      slots: 0,
      days: [day],
      name,
      state: 'held',
      visitors: 50,
      recorded_enterprises: 13,
      recorded_desks: 10,
      recorded_consultations: consultations,
    });
    fairs.set(name, fair);
  }
  await heldFair(world, institutionId, { name: '아직 계획', state: 'planned', recorded_consultations: 99 });
  await heldFair(world, institutionId, { name: '이듬해', days: ['2018-01-10'], recorded_consultations: 99 });

  const others = [await given.supplier('터치포굿'), await given.supplier('함께 일하는 세상')];
  const suppliers = [nodeul, nodeul, others[0], others[1]];
  for (const [index, valueKrw] of VALUES.entries())
    await world.signed({
      item: `박람회 계약 ${index + 1}`,
      valueKrw,
      source: 'fair',
      parties: [{ supplierId: suppliers[index], isLead: true }],
      ...(index === 3 ? { fairId: fairs.get('초여름')?.id } : {}),
    });
  await world.signed({ item: '박람회와 무관', valueKrw: 5_000_000 });
}, 120_000);
afterAll(() => world.end());

const summary = async (reader: ApiClient, year = 2017): Promise<Body> =>
  (await reader.get(`/fair-summary?year=${year}`, { expect: 200 })).body;

describe('a year of fairs', () => {
  it('ranks them by consultations; equal ones share the place and the next one keeps its own', async () => {
    const { fairs: ranked, totals } = await summary(world.clerk);
    expect(listOf(ranked).map(({ rank, name, consultations }) => [rank, name, consultations])).toEqual([
      [1, '초여름', 30],
      [2, '한여름', 20],
      [2, '가을', 20],
      [4, '봄', 10],
      [null, '겨울', 0],
    ]);
    expect(totals).toEqual({ fairs: 5, enterprises: 65, desks: 50, consultations: 80, visitors: 250 });
  });

  it('is the same to everybody but for the contracts, which need the right to read contracts', async () => {
    const whole = await summary(world.admin);
    for (const reader of [world.clerk, world.otherClerk, world.manager, world.adviser, world.otherAdviser])
      expect(await summary(reader)).toEqual(whole);
    expect(await summary(enterprise)).toEqual({ ...whole, contracts: null, official: [] });
    await world.anonymous.get('/fair-summary?year=2017', { expect: 401 });
  });

  it('of 2017 led to four contracts with three enterprises for 20,805,000 won', async () => {
    const { contracts } = await summary(world.clerk);
    expect(contracts).toEqual({ contracts: 4, suppliers: 3, amountKrw: 20_805_000 });
    expect((await summary(world.clerk, 2016)).contracts).toEqual({
      contracts: 0,
      suppliers: 0,
      amountKrw: 0,
    });
  });

  it('shows the difference to an official report that says four enterprises', async () => {
    const source = '2017년 공공구매 지원단 결과보고';
    const put = (by: ApiClient, figure: string, value: number, status: number) =>
      by.put(`/fair-summary/2017/official/${figure}`, { value, source }, { expect: status });
    await put(world.manager, 'suppliers', 4, 403);
    await put(world.admin, 'suppliers', 5, 200);
    await put(world.admin, 'contracts', 4, 200);
    const { body } = await put(world.admin, 'suppliers', 4, 200);
    expect(body['official']).toEqual([
      { figure: 'contracts', stated: 4, counted: 4, difference: { value: 0 }, source },
      { figure: 'suppliers', stated: 4, counted: 3, difference: { value: 1 }, source },
    ]);
    await put(world.admin, 'rows', 4, 400);
    expect((await summary(world.clerk)).official).toEqual(body['official']);
  });

  it('counts an enterprise once that was merged into another one', async () => {
    const twin = await world.given.supplier('노란들판 사본');
    const { id, version } = await world.signed({
      item: '합쳐질 기업',
      valueKrw: 1_000,
      source: 'fair',
      parties: [{ supplierId: twin, isLead: true }],
    });
    expect((await summary(world.clerk)).contracts).toMatchObject({ contracts: 5, suppliers: 4 });
    await world.database.sql(
      `UPDATE suppliers SET merged_into_id = $2, merged_at = now(), merge_reason = '같은 기업' WHERE id = $1`,
      [twin, world.nodeul],
    );
    expect((await summary(world.clerk)).contracts).toMatchObject({ contracts: 5, suppliers: 3 });
    await world.adviser.post(
      `/contracts/${String(id)}/cancel`,
      { reason: '잘못 적음' },
      { version: Number(version), expect: 200 },
    );
    expect((await summary(world.clerk)).contracts).toMatchObject({ contracts: 4, amountKrw: 20_805_000 });
  });
});

describe('contracts from a fair', () => {
  it('are found by the fair that they name', async () => {
    const fairId = String(fairs.get('초여름')?.id);
    const { body } = await world.adviser.get(`/contracts?fairId=${fairId}`, { expect: 200 });
    expect(listOf(body['items'])).toMatchObject([{ fairId, source: 'fair', valueKrw: 19_855_000 }]);
  });

  it('name a fair that there is, and no fair when they come of something else', async () => {
    const fairId = String(fairs.get('초여름')?.id);
    const direct = world.banner({ source: 'direct', fairId });
    expect((await world.adviser.post('/contracts', direct, { expect: 422 })).body).toMatchObject({
      code: 'CONTRACT_INVALID',
      details: { field: 'fairId', rule: 'unexpected' },
    });
    await world.adviser.post('/contracts', world.banner({ fairId: world.nodeul }), { expect: 404 });
  });
});

describe('the report of a fair', () => {
  let fair: HeldFair;
  beforeAll(async () => {
    const { institutionId, jobs, nodeul, given } = world;
    fair = await heldFair(world, institutionId, {
      days: ['2017-10-19'],
      name: '여기서 연 박람회',
      visitors: 40,
      recorded_enterprises: 13,
    });
    const desk = await fair.desk(institutionId, { id: jobs, name: '일자리지원과' });
    const second = await fair.desk(institutionId);
    const [one, two, three, four] = [
      await fair.exhibitor(nodeul),
      await fair.exhibitor(await given.supplier('둘')),
      await fair.exhibitor(await given.supplier('셋')),
      await fair.exhibitor(await given.supplier('넷')),
    ];
    const met = await fair.booking(desk, one, 0, 'attended');
    await fair.booking(second, one, 1, 'walk_in');
    await fair.booking(desk, two, 1, 'no_show');
    await fair.booking(desk, three, 2, 'confirmed');
    await fair.booking(second, four, 2, 'cancelled', { cancel_reason: '일정' });
    await fair.checkIn(three, '2017-10-19');
    await insertRow(world, 'fair_results', {
      booking_id: met,
      fair_id: fair.id,
      institution_id: institutionId,
      supplier_id: nodeul,
      interest: 'strong',
      next_step: 'offer',
      expected_value_krw: 700_000,
      follow_up: 'open',
      recorded_by: world.clerk.user.id,
    });
    await insertRow(world, 'fair_feedback', {
      fair_id: fair.id,
      desk_id: second.id,
      institution_id: institutionId,
      score: 2,
      created_by: world.clerk.user.id,
    });
    const feedback = (by: ApiClient, path: string, score: number) =>
      by.put(`/fairs/${fair.id}/feedback/${path}`, { score }, { expect: 200 });
    await feedback(world.clerk, `desks/${desk.id}`, 1);
    await feedback(world.clerk, `desks/${desk.id}`, 5);
    await feedback(enterprise, `exhibitors/${one.id}`, 4);
  });

  it('counts its rows, and keeps what was recorded beside it', async () => {
    const { body } = await world.clerk.get(`/fairs/${fair.id}/report`, { expect: 200 });
    expect(body).toEqual({
      fairId: fair.id,
      name: '여기서 연 박람회',
      enterprises: { value: 2, counted: 2, recorded: 13 },
      desks: { value: 2, counted: 2, recorded: null },
      consultations: { value: 2, counted: 2, recorded: null },
      visitors: 40,
      noShows: 1,
      walkIns: 1,
      results: 1,
      openFollowUps: 1,
      expectedValueKrw: 700_000,
      matches: 0,
      contracts: { contracts: 0, suppliers: 0, amountKrw: 0 },
      feedbackCount: 3,
      satisfaction: 3.67,
      deskSatisfaction: 3.5,
      exhibitorSatisfaction: 4,
    });
  });

  it('is what was recorded, where nothing was run here', async () => {
    const { body } = await world.manager.get(`/fairs/${String(fairs.get('초여름')?.id)}/report`, {
      expect: 200,
    });
    expect(body).toMatchObject({
      enterprises: { value: 13, counted: null, recorded: 13 },
      consultations: { value: 30, counted: null, recorded: 30 },
      results: 0,
      expectedValueKrw: 0,
      contracts: { contracts: 1, suppliers: 1, amountKrw: 19_855_000 },
      satisfaction: null,
    });
  });

  it('is of the organiser and the desks', async () => {
    const path = `/fairs/${fair.id}/report`;
    for (const reader of [world.manager, world.adviser, world.admin]) await reader.get(path, { expect: 200 });
    await world.otherAdviser.get(path, { expect: 404 });
    await world.otherClerk.get(path, { expect: 404 });
    await enterprise.get(path, { expect: 403 });
  });

  it('hears participants alone, and not before the fair', async () => {
    const later = await heldFair(world, world.institutionId, { days: ['2017-12-20'] });
    const desk = await later.desk(world.institutionId, { id: world.jobs, name: '일자리지원과' });
    const applied = await later.exhibitor(world.nodeul, { state: 'applied' });
    const give = (by: ApiClient, path: string, score: number, status: number) =>
      by.put(`/fairs/${later.id}/feedback/${path}`, { score }, { expect: status });
    expect((await give(world.clerk, `desks/${desk.id}`, 5, 409)).body['code']).toBe('FAIR_FEEDBACK_STATE');
    await give(world.otherClerk, `desks/${desk.id}`, 5, 404);
    await give(world.clerk, `desks/${desk.id}`, 6, 400);
    world.setToday('2017-12-20');
    await give(world.clerk, `desks/${desk.id}`, 5, 200);
    expect((await give(enterprise, `exhibitors/${applied.id}`, 5, 409)).body['code']).toBe(
      'FAIR_FEEDBACK_STATE',
    );
    await give(enterprise, `exhibitors/${desk.id}`, 5, 404);
    world.setToday('2017-12-01');
  });
});
