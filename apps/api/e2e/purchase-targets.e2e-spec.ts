import { afterAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './support/api-client';
import { createTargetWorld, itemsOf, targetOf } from './support/target-world';

const {
  world,
  institutionId,
  manager,
  second,
  jobs,
  finance,
  strangeManager,
  strangeClerk,
  openYear,
  answer,
  proposed,
  notified,
} = await createTargetWorld();
afterAll(() => world.end());

describe('proposing targets', () => {
  it('takes the answers, leaves the silent departments empty, and keeps what somebody has set', async () => {
    const { id } = await openYear();
    await answer(jobs, id, 20_000_000, 500_000);
    const path = `/purchase-target-cycles/${id}/propose`;
    const first = itemsOf((await manager.post(path, {}, { expect: 200 })).body);
    expect(first).toHaveLength(4);
    expect(targetOf(first, jobs)).toMatchObject({
      targetKrw: 20_000_000,
      state: 'proposed',
      revisionCount: 0,
    });
    expect(targetOf(first, jobs, 'hamkke_nuri_mall')['targetKrw']).toBe(500_000);
    expect(targetOf(first, finance)['targetKrw']).toBeNull();

    const target = `/purchase-targets/${String(targetOf(first, jobs)['id'])}`;
    await manager.put(target, { targetKrw: 21_000_000 }, { version: 1, expect: 200 });
    const stale = await second.put(target, { targetKrw: 22_000_000 }, { version: 1, expect: 412 });
    expect(stale.body['code']).toBe('VERSION_STALE');
    await answer(finance, id, 30_000_000, 0);
    const again = itemsOf((await manager.post(path, {}, { expect: 200 })).body);
    expect(targetOf(again, jobs)['targetKrw']).toBe(21_000_000);
    expect(targetOf(again, finance)['targetKrw']).toBe(30_000_000);
    const anew = itemsOf((await manager.post(path, { overwrite: true }, { expect: 200 })).body);
    expect(targetOf(anew, jobs)['targetKrw']).toBe(20_000_000);
  });
});

describe('a notified target', () => {
  it('is acknowledged by its department, and the last acknowledgement begins the reporting', async () => {
    const { id, targets } = await notified();
    const acknowledge = (clerk: ApiClient, scheme?: string) =>
      clerk.post(`/purchase-targets/${String(targetOf(targets, clerk, scheme)['id'])}/acknowledge`);
    const stateOf = async () => (await manager.get(`/purchase-target-cycles/${id}`)).body['state'];
    expect(await stateOf()).toBe('notified');
    const first = await acknowledge(jobs);
    expect(first.body).toMatchObject({ state: 'acknowledged', acknowledgedByName: 'clerk 시험' });
    expect((await acknowledge(jobs)).body['code']).toBe('TARGET_STATE');
    await Promise.all([acknowledge(jobs, 'hamkke_nuri_mall'), acknowledge(finance)]);
    expect(await stateOf()).toBe('notified');
    await acknowledge(finance, 'hamkke_nuri_mall');
    expect(await stateOf()).toBe('reporting');
    const closing = await manager.post(`/purchase-target-cycles/${id}/close`, undefined, { expect: 409 });
    expect(closing.body['code']).toBe('PERIOD_NOT_CLOSED');
  });

  it('is revised with the old value, who, when and why kept, and notified anew', async () => {
    const { targets } = await notified();
    const target = targetOf(targets, jobs);
    const path = `/purchase-targets/${String(target['id'])}`;
    await jobs.post(`${path}/acknowledge`, undefined, { expect: 200 });
    const version = Number(target['version']) + 1;
    const refused = await manager.post(
      `${path}/revise`,
      { targetKrw: 650_000_000 },
      { version, expect: 422 },
    );
    expect(refused.body['code']).toBe('REASON_REQUIRED');
    const change = { targetKrw: 650_000_000, reason: '조직 개편' };
    const revised = await manager.post(`${path}/revise`, change, { version, expect: 200 });
    expect(revised.body).toMatchObject({
      targetKrw: 650_000_000,
      state: 'notified',
      revisionCount: 1,
      acknowledgedAt: null,
    });
    const late = await second.post(
      `${path}/revise`,
      { targetKrw: 640_000_000, reason: '정정' },
      { version, expect: 412 },
    );
    expect(late.body['code']).toBe('VERSION_STALE');
    const history = await jobs.get(`${path}/revisions`, { expect: 200 });
    expect(itemsOf(history.body)).toMatchObject([
      {
        oldTargetKrw: 700_000_000,
        newTargetKrw: 650_000_000,
        reason: '조직 개편',
        revisedBy: manager.user.id,
        revisedByName: 'manager 시험',
        revisedAt: expect.stringMatching(/^\d{4}-/),
      },
    ]);
    const notices = await jobs.get('/notices', { expect: 200 });
    expect(itemsOf(notices.body)[0]).toMatchObject({
      kind: 'target_revised',
      params: { scheme: 'social_economy', fromKrw: 700_000_000, toKrw: 650_000_000, reason: '조직 개편' },
    });
    await jobs.post(`${path}/acknowledge`, undefined, { expect: 200 });
  });

  it('is changed by revision only, and a proposed one is not revised', async () => {
    const { targets } = await notified();
    const path = `/purchase-targets/${String(targetOf(targets, jobs)['id'])}`;
    const set = await manager.put(path, { targetKrw: 1 }, { version: 3, expect: 409 });
    expect(set.body['code']).toBe('TARGET_STATE');
    const proposal = await proposed(100_000_000, 200_000_000);
    const revise = await manager.post(
      `/purchase-targets/${String(targetOf(proposal.targets, jobs)['id'])}/revise`,
      { targetKrw: 5, reason: '정정' },
      { version: 1, expect: 409 },
    );
    expect(revise.body['code']).toBe('TARGET_STATE');
  });

  it('of another department or institution is not found', async () => {
    const { id, targets } = await notified();
    const path = `/purchase-targets/${String(targetOf(targets, jobs)['id'])}`;
    for (const stranger of [finance, strangeClerk]) {
      await stranger.post(`${path}/acknowledge`, undefined, { expect: 404 });
      await stranger.get(`${path}/revisions`, { expect: 404 });
    }
    const change = { targetKrw: 1, reason: '정정' };
    await strangeManager.post(`${path}/revise`, change, { version: 3, expect: 404 });
    await strangeManager.put(path, { targetKrw: 1 }, { version: 3, expect: 404 });
    await jobs.post(`${path}/revise`, change, { version: 3, expect: 403 });
    const seen = itemsOf((await finance.get(`/purchase-targets?cycleId=${id}`, { expect: 200 })).body);
    expect(new Set(seen.map((one) => one['departmentName']))).toEqual(new Set(['재무과']));
    const strange = await strangeManager.get(`/purchase-targets?cycleId=${id}`, { expect: 200 });
    expect(itemsOf(strange.body)).toEqual([]);
    await manager.get('/purchase-targets', { expect: 400 });
  });
});

describe('a department that came during the year', () => {
  it('gets its target with a reason, once, and is told', async () => {
    const { id: cycleId } = await notified();
    const departmentId = await world.given.department(institutionId, '신설과', 'division', '2016-07-01');
    const clerk = await world.loginAs(await world.given.user('clerk', { institutionId, departmentId }));
    const body = {
      cycleId,
      departmentId,
      schemeCode: 'social_economy',
      targetKrw: 15_000_000,
      reason: '조직 개편으로 신설',
    };
    const added = await manager.post('/purchase-targets', body, { expect: 201 });
    expect(added.body).toMatchObject({ departmentName: '신설과', state: 'notified', revisionCount: 1 });
    const twice = await second.post('/purchase-targets', body, { expect: 409 });
    expect(twice.body['code']).toBe('CONFLICT');
    const unknown = { ...body, schemeCode: 'unknown' };
    expect((await manager.post('/purchase-targets', unknown, { expect: 422 })).body['code']).toBe(
      'TARGET_INVALID',
    );
    await clerk.post(`/purchase-targets/${String(added.body['id'])}/acknowledge`, undefined, { expect: 200 });
    const notices = await clerk.get('/notices', { expect: 200 });
    expect(itemsOf(notices.body)).toMatchObject([
      { kind: 'target_revised', params: { fromKrw: null, toKrw: 15_000_000 } },
    ]);
  });

  it('is of the own institution, and comes after the targets were set', async () => {
    const { id: cycleId } = await notified();
    const body = { schemeCode: 'social_economy', targetKrw: 1, reason: '신설' };
    const theirs = { ...body, cycleId, departmentId: strangeClerk.user.departmentId };
    await manager.post('/purchase-targets', theirs, { expect: 404 });
    await strangeManager.post('/purchase-targets', theirs, { expect: 404 });
    const early = { ...body, cycleId: (await openYear()).id, departmentId: jobs.user.departmentId };
    const refused = await manager.post('/purchase-targets', early, { expect: 409 });
    expect(refused.body['code']).toBe('CYCLE_STATE');
  });
});
