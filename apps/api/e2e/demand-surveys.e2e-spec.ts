import { afterAll, describe, expect, it } from '@jest/globals';
import { BANNERS, createTargetWorld, itemsOf } from './support/target-world';

const { world, manager, jobs, finance, strangeManager, strangeClerk, openYear, surveyOf, answer } =
  await createTargetWorld();
afterAll(() => world.end());

describe('the demand survey', () => {
  it('is answered, submitted once, returned with a reason, corrected and accepted', async () => {
    const { id: cycleId } = await openYear();
    const id = await answer(jobs, cycleId, 20_000_000, 500_000);
    const twice = await jobs.post(`/demand-surveys/${id}/submit`, undefined, { expect: 409 });
    expect(twice.body['code']).toBe('SURVEY_STATE');
    const noReason = await manager.post(`/demand-surveys/${id}/return`, {}, { expect: 422 });
    expect(noReason.body['code']).toBe('REASON_REQUIRED');
    const reason = '함께누리몰 금액을 확인해 주세요';
    const returned = await manager.post(`/demand-surveys/${id}/return`, { reason }, { expect: 200 });
    expect(returned.body).toMatchObject({ state: 'returned', returnReason: reason });
    await answer(jobs, cycleId, 20_000_000, 600_000);
    const accepted = await manager.post(`/demand-surveys/${id}/accept`, undefined, { expect: 200 });
    expect(accepted.body).toMatchObject({
      state: 'accepted',
      returnReason: null,
      wishedMallTargetKrw: 600_000,
    });
    const late = await jobs.put(
      `/demand-surveys/${id}`,
      { plannedPurchases: [], wishedTargetKrw: 1, wishedMallTargetKrw: null },
      { version: Number(accepted.body['version']), expect: 409 },
    );
    expect(late.body['code']).toBe('SURVEY_STATE');
  });

  it('shows the manager who has not answered and the sums, the clerk only the own department', async () => {
    const { id: cycleId } = await openYear();
    await answer(jobs, cycleId, 20_000_000, 500_000);
    const monitor = await manager.get(`/demand-surveys?cycleId=${cycleId}`, { expect: 200 });
    expect(itemsOf(monitor.body)).toMatchObject([
      { departmentName: '일자리지원과', state: 'submitted', plannedCount: 1, plannedKrw: 160_000 },
      { departmentName: '재무과', state: 'draft', plannedCount: 0, wishedTargetKrw: null },
    ]);
    expect(monitor.body['sums']).toEqual({
      departments: 2,
      answered: 1,
      accepted: 0,
      waiting: 1,
      plannedKrw: 160_000,
      wishedTargetKrw: 20_000_000,
      wishedMallTargetKrw: 500_000,
    });
    const own = await finance.get(`/demand-surveys?cycleId=${cycleId}`, { expect: 200 });
    expect(itemsOf(own.body).map((item) => item['departmentName'])).toEqual(['재무과']);
    await strangeManager.get(`/demand-surveys?cycleId=${cycleId}`, { expect: 404 });
  });

  it('is nobody else’s: another department and another institution find nothing', async () => {
    const { id: cycleId } = await openYear();
    const survey = await surveyOf(jobs, cycleId);
    const path = `/demand-surveys/${String(survey['id'])}`;
    const body = { plannedPurchases: [BANNERS], wishedTargetKrw: 1, wishedMallTargetKrw: null };
    for (const stranger of [finance, strangeClerk]) {
      await stranger.get(path, { expect: 404 });
      await stranger.put(path, body, { version: 1, expect: 404 });
      await stranger.post(`${path}/submit`, undefined, { expect: 404 });
    }
    await strangeManager.get(path, { expect: 404 });
    await strangeManager.post(`${path}/accept`, undefined, { expect: 404 });
    await manager.put(path, body, { version: 1, expect: 403 });
    expect(await surveyOf(jobs, cycleId)).toEqual(survey);
  });

  it('keeps one of two colleagues’ answers and tells the other', async () => {
    const { id: cycleId } = await openYear();
    const path = `/demand-surveys/${String((await surveyOf(jobs, cycleId))['id'])}`;
    const body = { plannedPurchases: [BANNERS], wishedMallTargetKrw: null };
    const answers = await Promise.all(
      [1_000, 2_000].map((wishedTargetKrw) => jobs.put(path, { ...body, wishedTargetKrw }, { version: 1 })),
    );
    expect(answers.map((one) => one.status).sort()).toEqual([200, 412]);
    const kept = answers.find((one) => one.status === 200)?.body['wishedTargetKrw'];
    expect((await jobs.get(path)).body).toMatchObject({ wishedTargetKrw: kept, version: 2 });
    await jobs.put(path, { ...body, wishedTargetKrw: 1 }, { expect: 428 });
  });

  it('is not submitted empty, nor after it closed, nor with more through the mall than in all', async () => {
    const { id: cycleId } = await openYear();
    const path = `/demand-surveys/${String((await surveyOf(jobs, cycleId))['id'])}`;
    const empty = await jobs.post(`${path}/submit`, undefined, { expect: 422 });
    expect(empty.body['code']).toBe('SURVEY_EMPTY');
    const tooMuch = await jobs.put(
      path,
      { plannedPurchases: [], wishedTargetKrw: 10, wishedMallTargetKrw: 11 },
      { version: 1, expect: 422 },
    );
    expect(tooMuch.body['code']).toBe('TARGET_MALL_ABOVE_MAIN');
    await manager.post(`/purchase-target-cycles/${cycleId}/close-survey`, undefined, { expect: 200 });
    const closed = await jobs.post(`${path}/submit`, undefined, { expect: 409 });
    expect(closed.body['code']).toBe('SURVEY_CLOSED');
    await manager.post(`/purchase-target-cycles/${cycleId}/open-survey`, undefined, { expect: 200 });
    await answer(jobs, cycleId, 10, 10);
  });

  it('submitted by two at once is submitted once', async () => {
    const { id: cycleId } = await openYear();
    const survey = await surveyOf(jobs, cycleId);
    const path = `/demand-surveys/${String(survey['id'])}`;
    const body = { plannedPurchases: [BANNERS], wishedTargetKrw: 5, wishedMallTargetKrw: null };
    await jobs.put(path, body, { version: 1, expect: 200 });
    const answers = await Promise.all([1, 2, 3].map(() => jobs.post(`${path}/submit`)));
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  });
});
