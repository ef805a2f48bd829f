import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { adviserOf } from './support/advisers';
import { listOf, type Answer, type ApiClient } from './support/api-client';
import { givenSchool, givenSupportWork, type SupportWorld } from './support/support-work';
import { createWorld, type World } from './support/world';

let world: World;
let work: SupportWorld;
let adviser: ApiClient;
let wondang: string;
let office: string;

beforeAll(async () => {
  world = await createWorld();
  world.setToday('2017-05-10');
  work = await givenSupportWork(world);
  adviser = work.adviser;
  wondang = await givenSchool(world, work.gangdong, '원당초등학교');
  office = await world.given.department(work.gangdong, '재무과');
});
afterAll(() => world.end());

const done = (more: object = {}) => ({
  state: 'done',
  visitedOn: '2017-05-10',
  purpose: 'sales',
  institutionId: wondang,
  ...more,
});
async function log(more: object = {}, by = adviser): Promise<string> {
  return String((await by.post('/visits', done(more), { expect: 201, idempotencyKey: true })).body['id']);
}
const plan = (more: object = {}) => log({ state: 'planned', visitedOn: '2017-05-20', ...more });
const codeOf = (answer: Answer) =>
  `${answer.status} ${String(answer.body['code'])} ${String(answer.body['details']?.['field'])}`;
const step = (id: string, action: string, body: object = {}, by = adviser) =>
  by.post(`/visits/${id}/${action}`, body);
const namesOf = async (query: string, by = adviser) =>
  listOf((await by.get(`/visits?${query}`, { expect: 200 })).body['items']).map((one) =>
    String(one['visiteeName']),
  );

describe('logging a visit', () => {
  it('takes one sentence: whom, what for, what came of it and what is needed', async () => {
    const made = await adviser.post(
      '/visits',
      done({
        metRole: ' 행정실장 ',
        result: '사회적경제기업 제품 안내',
        nextStep: '견적서 전달',
        nextStepOn: '2017-05-17',
        needs: [{ title: '청소용품', kind: 'goods', estimatedAmountKrw: 3_000_000 }, { title: '현수막' }],
      }),
      { expect: 201, idempotencyKey: true },
    );
    expect(made.body).toMatchObject({
      areaId: work.gangdong,
      areaName: '강동구',
      teamId: work.teamId,
      adviserId: adviser.user.id,
      state: 'done',
      visiteeKind: 'education',
      visiteeName: '원당초등학교',
      metRole: '행정실장',
      needCount: 2,
      version: 1,
    });
    const needs = await adviser.get(`/needs?visitId=${String(made.body['id'])}`, { expect: 200 });
    expect(listOf(needs.body['items']).map((one) => one['title'])).toEqual(['현수막', '청소용품']);
    expect(listOf(needs.body['items'])[0]).toMatchObject({
      origin: 'visit',
      originId: made.body['id'],
      foundOn: '2017-05-10',
      institutionName: '원당초등학교',
      state: 'open',
      matchId: null,
    });
  });

  it('writes one visit for a key, however often it is pressed', async () => {
    const twins = await Promise.all(
      [1, 2, 3].map(() => adviser.post('/visits', done(), { expect: 201, idempotencyKey: 'twin' })),
    );
    expect(new Set(twins.map((twin) => twin.body['id'])).size).toBe(1);
  });

  it('counts a public body, an enterprise and an organisation by its name as what they are', async () => {
    const of = async (more: object) =>
      (await adviser.get(`/visits/${await log(more)}`, { expect: 200 })).body;
    expect(await of({ institutionId: work.gangdong, departmentId: office })).toMatchObject({
      visiteeKind: 'public_agency',
      departmentName: '재무과',
    });
    const supplierId = await world.given.supplier('노란들판');
    expect(await of({ institutionId: null, supplierId })).toMatchObject({
      visiteeKind: 'enterprise_or_network',
      visiteeName: '노란들판',
      areaId: work.gangdong,
    });
    expect(await of({ institutionId: null, organisationName: ' 강동  네트워크 ' })).toMatchObject({
      visiteeKind: 'enterprise_or_network',
      visiteeName: '강동 네트워크',
    });
  });

  it('is refused for nobody, for two at once, for the future, and for what is not there', async () => {
    const code = async (more: object, by = adviser) => codeOf(await by.post('/visits', done(more)));
    expect(await code({ institutionId: null })).toBe('422 VISIT_INVALID visitee');
    expect(await code({ organisationName: '네트워크' })).toBe('422 VISIT_INVALID visitee');
    expect(await code({ visitedOn: '2017-05-11' })).toBe('422 VISIT_INVALID visitedOn');
    expect(await code({ state: 'planned', visitedOn: '2017-05-09' })).toBe('422 VISIT_INVALID visitedOn');
    expect(await code({ nextStepOn: '2017-05-11' })).toBe('422 VISIT_INVALID nextStep');
    expect(await code({ departmentId: office })).toBe('404 NOT_FOUND undefined');
    expect(await code({ needs: [{ title: '책상', wantedBy: '2017-05-09' }] })).toBe(
      '422 NEED_INVALID wantedBy',
    );
    expect(await code({ needs: [{ title: '책상', classificationCode: '99' }] })).toContain(
      'CATEGORY_UNKNOWN',
    );
    expect(await code({ institutionId: null, organisationName: '가', needs: [{ title: '책상' }] })).toBe(
      '422 VISIT_INVALID needs',
    );
    const both = await adviserOf(world, work.gangdong, work.nowon);
    expect(await code({ institutionId: null, organisationName: '가' }, both)).toBe(
      '422 VISIT_INVALID areaId',
    );
    await log({ institutionId: null, organisationName: '가', areaId: work.nowon }, both);
  });
});

describe('the steps of a visit', () => {
  it('go from planned over done to followed up, and back one at a time', async () => {
    const id = await plan({ nextStep: '자료 준비' });
    const finished = await step(id, 'done', { visitedOn: '2017-05-09', result: '수요 확인', needs: [] });
    expect(finished.body).toMatchObject({ state: 'done', visitedOn: '2017-05-09', result: '수요 확인' });
    expect((await step(id, 'follow-up', { note: '견적 전달함' })).body).toMatchObject({
      state: 'followed_up',
      note: '견적 전달함',
    });
    expect((await step(id, 'undo')).body).toMatchObject({ state: 'done', result: '수요 확인' });
    expect((await step(id, 'undo')).body).toMatchObject({ state: 'planned', result: null });
    expect((await step(id, 'cancel', { reason: '학교 일정' })).body).toMatchObject({
      state: 'cancelled',
      cancelReason: '학교 일정',
    });
    expect((await step(id, 'undo')).body['code']).toBe('VISIT_STATE');
    await adviser.patch(`/visits/${id}`, { note: '가' }, { version: 6 }).then((answer) => {
      expect(answer.body['code']).toBe('VISIT_STATE');
    });
  });

  it('are refused out of order, in the future, and when a need would lose its visit', async () => {
    const id = await plan();
    expect((await step(id, 'follow-up')).body['code']).toBe('VISIT_STATE');
    // The planned day is still to come: the day that it took place is asked for.
    expect(codeOf(await step(id, 'done'))).toBe('422 VISIT_INVALID visitedOn');
    await step(id, 'done', { visitedOn: '2017-05-10', needs: [{ title: '청소용품' }] });
    expect((await step(id, 'cancel', { reason: '가' })).body['code']).toBe('VISIT_STATE');
    expect((await step(id, 'undo')).body).toMatchObject({ code: 'VISIT_STATE', details: { needs: 1 } });
  });

  it('are taken once, also by two at the same moment', async () => {
    const id = await plan();
    const twins = await Promise.all(
      [1, 2].map(() => step(id, 'done', { visitedOn: '2017-05-10', needs: [{ title: '하나' }] })),
    );
    expect(twins.map((twin) => twin.status).sort()).toEqual([200, 409]);
    expect((await adviser.get(`/visits/${id}`)).body['needCount']).toBe(1);
  });

  it('need the version that was read for a change of what was written', async () => {
    const id = await log();
    await adviser.patch(`/visits/${id}`, { metRole: '교감' }, { expect: 428 });
    const changed = await adviser.patch(
      `/visits/${id}`,
      { metRole: '교감', visitedOn: '2017-05-08' },
      { version: 1 },
    );
    expect(changed.body).toMatchObject({ metRole: '교감', visitedOn: '2017-05-08', version: 2 });
    await adviser.patch(`/visits/${id}`, { metRole: '교장' }, { version: 1, expect: 412 });
    expect(codeOf(await adviser.patch(`/visits/${id}`, { visitedOn: '2017-05-11' }, { version: 2 }))).toBe(
      '422 VISIT_INVALID visitedOn',
    );
  });
});

describe('whose visits', () => {
  it('everybody of the area reads, the adviser and the administrator change', async () => {
    const id = await plan();
    const { colleague, admin } = work;
    await colleague.get(`/visits/${id}`, { expect: 200 });
    expect((await step(id, 'cancel', { reason: '가' }, colleague)).status).toBe(403);
    await colleague.patch(`/visits/${id}`, { note: '가' }, { version: 1, expect: 403 });
    await admin.patch(`/visits/${id}`, { note: '가' }, { version: 1, expect: 200 });
  });

  it('of 강동 are nothing to an adviser of 노원: no list, no page, no sum, no planning', async () => {
    const id = await log();
    const { stranger } = work;
    await stranger.get(`/visits/${id}`, { expect: 404 });
    expect((await step(id, 'undo', {}, stranger)).status).toBe(404);
    expect((await stranger.post('/visits', done())).status).toBe(404);
    expect(
      (
        await stranger.post(
          '/visits',
          done({ institutionId: null, organisationName: '가', areaId: work.gangdong }),
        )
      ).status,
    ).toBe(404);
    expect(await namesOf('', stranger)).not.toContain('원당초등학교');
    expect(await namesOf(`areaId=${work.gangdong}`, stranger)).toEqual([]);
    const summary = await stranger.get(`/visits/summary?year=2017&areaId=${work.gangdong}`, { expect: 200 });
    expect(summary.body).toMatchObject({ institutions: 0, visits: 0, byAdviser: [] });
    const planning = await stranger.get('/visit-planning', { expect: 200 });
    expect(listOf(planning.body['items']).map((one) => one['institutionName'])).toEqual(['노원구']);
    expect((await stranger.get('/needs', { expect: 200 })).body['items']).toEqual([]);
    expect((await stranger.get('/support-areas', { expect: 200 })).body).toMatchObject({
      items: [{ name: '노원구' }],
    });
  });
});

describe('the list', () => {
  it('finds by day, state, kind, text and next step, page by page', async () => {
    await log({ visitedOn: '2017-03-02', result: '급식 재료', nextStep: '전화', nextStepOn: '2017-03-09' });
    expect(await namesOf('from=2017-03-01&to=2017-03-31')).toEqual(['원당초등학교']);
    expect(await namesOf('year=2016')).toEqual([]);
    expect(await namesOf('q=급식')).toEqual(['원당초등학교']);
    expect(await namesOf('q=%25')).toEqual([]);
    expect(await namesOf('dueBefore=2017-03-09')).toEqual(['원당초등학교']);
    expect(await namesOf('visiteeKind=public_agency')).toEqual(['강동구']);
    expect(await namesOf('mine=true', work.colleague)).toEqual([]);
    const all = await namesOf('limit=200');
    const walked: string[] = [];
    let cursor = '';
    do {
      const page = await adviser.get(`/visits?limit=3${cursor}`, { expect: 200 });
      walked.push(...listOf(page.body['items']).map((one) => String(one['visiteeName'])));
      cursor = page.body['nextCursor'] === null ? '' : `&cursor=${String(page.body['nextCursor'])}`;
    } while (cursor !== '');
    expect(walked).toEqual(all);
  });
});
