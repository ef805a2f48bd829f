import type { ApiClient, Body } from './api-client';
import { createWorld } from './world';

/** 강북구's year 2016 as its report states it: 1,200,000천원, of it 32,000천원 through the mall. */
export const MAIN = { schemeCode: 'social_economy', targetKrw: 1_200_000_000 };
export const MALL = { schemeCode: 'hamkke_nuri_mall', targetKrw: 32_000_000 };
export const BANNERS = { item: '현수막', amountKrw: 160_000, month: 5 };

/**
 * 강북구 with two departments, two managers and a clerk each, strangers from 성북구, and the steps of a year as one
 * call each. Every openYear() is a year of its own, from 2016 on; today is 2026-11-20.
 */
export async function createTargetWorld() {
  const world = await createWorld();
  world.setToday('2026-11-20');
  const { given, loginAs } = world;
  const institutionId = await given.institution('강북구');
  const jobsId = await given.department(institutionId, '일자리지원과');
  const financeId = await given.department(institutionId, '재무과');
  await given.department(institutionId, '나중에 생긴 과', 'division', '2080-01-01');
  const otherId = await given.institution('성북구');
  const otherDepartment = await given.department(otherId, '마을사회적경제과');
  const manager = await loginAs(await given.user('manager', { institutionId }));
  const second = await loginAs(await given.user('manager', { institutionId }));
  const jobs = await loginAs(await given.user('clerk', { institutionId, departmentId: jobsId }));
  const finance = await loginAs(await given.user('clerk', { institutionId, departmentId: financeId }));
  const admin = await loginAs(await given.user('admin'));
  const strangeManager = await loginAs(await given.user('manager', { institutionId: otherId }));
  const strangeClerk = await loginAs(
    await given.user('clerk', { institutionId: otherId, departmentId: otherDepartment }),
  );

  let nextYear = 2016;
  async function openYear(more: Record<string, unknown> = {}) {
    const fiscalYear = nextYear++;
    const body = { fiscalYear, institutionTargets: [MAIN, MALL], ...more };
    const opened = await manager.post('/purchase-target-cycles', body, { idempotencyKey: true, expect: 201 });
    return { id: String(opened.body['id']), fiscalYear };
  }

  async function surveyOf(clerk: ApiClient, cycleId: string): Promise<Body> {
    const list = await clerk.get(`/demand-surveys?cycleId=${cycleId}`, { expect: 200 });
    const own = (item: Body) => String(item['departmentId']) === clerk.user.departmentId;
    return itemsOf(list.body).find(own) ?? ({} as Body);
  }

  /** Answers and submits; @returns the survey's id */
  async function answer(clerk: ApiClient, cycleId: string, mainKrw: number, mallKrw: number) {
    const survey = await surveyOf(clerk, cycleId);
    const id = String(survey['id']);
    const body = { plannedPurchases: [BANNERS], wishedTargetKrw: mainKrw, wishedMallTargetKrw: mallKrw };
    await clerk.put(`/demand-surveys/${id}`, body, { version: Number(survey['version']), expect: 200 });
    await clerk.post(`/demand-surveys/${id}/submit`, undefined, { expect: 200 });
    return id;
  }

  /** Both departments answer, the survey closes, targets are proposed. */
  async function proposed(jobsKrw: number, financeKrw: number) {
    const cycle = await openYear();
    await answer(jobs, cycle.id, jobsKrw, 20_000_000);
    await answer(finance, cycle.id, financeKrw, 12_000_000);
    await manager.post(`/purchase-target-cycles/${cycle.id}/close-survey`, undefined, { expect: 200 });
    const list = await manager.post(`/purchase-target-cycles/${cycle.id}/propose`, {}, { expect: 200 });
    return { ...cycle, targets: itemsOf(list.body) };
  }

  /** Targets that add up, confirmed and notified. */
  async function notified() {
    const year = await proposed(700_000_000, 500_000_000);
    const path = `/purchase-target-cycles/${year.id}`;
    await manager.post(`${path}/confirm`, {}, { expect: 200 });
    await manager.post(`${path}/notify`, undefined, { expect: 200 });
    const list = await manager.get(`/purchase-targets?cycleId=${year.id}`, { expect: 200 });
    return { ...year, targets: itemsOf(list.body) };
  }

  const people = { manager, second, jobs, finance, admin, strangeManager, strangeClerk };
  return { world, institutionId, ...people, openYear, surveyOf, answer, proposed, notified };
}

export function itemsOf(body: Body): Body[] {
  const items: unknown = body['items'];
  return Array.isArray(items) ? (items as Body[]) : [];
}

/** The target of the clerk's department in a scheme. */
export function targetOf(targets: Body[], clerk: ApiClient, schemeCode = MAIN.schemeCode): Body {
  const wanted = (one: Body) =>
    String(one['departmentId']) === clerk.user.departmentId && String(one['schemeCode']) === schemeCode;
  return targets.find(wanted) ?? ({} as Body);
}
