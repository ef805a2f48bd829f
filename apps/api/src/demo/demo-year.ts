import type { Actor } from '../common/actor';
import type { DemoSupplier } from './demo-suppliers';
import { DEMO_SUPPLIERS } from './demo-suppliers';
import type { DemoDepartment, DemoPlaces } from './demo-places';
import type { DemoRandom } from './demo-random';
import type { DemoServices } from './demo-services';

export interface YearPlan {
  readonly fiscalYear: number;
  readonly targetKrw: number;
  readonly mallTargetKrw: number;
  /** Purchases are dated from January to this month. */
  readonly untilMonth: number;
  /** The department that has not looked at its target yet; null = all have. */
  readonly waitsFor: string | null;
}

const MILLION = 1_000_000;
const HUNDRED_THOUSAND = 100_000;

/** Splits a whole by weights into multiples of `unitKrw` that add up to it exactly. */
export function split(totalKrw: number, weights: readonly number[], unitKrw = MILLION): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((totalKrw / unitKrw) * (weight / sum)) * unitKrw);
  const rest = totalKrw - shares.reduce((a, b) => a + b, 0);
  return shares.map((share, index) => (index === 0 ? share + rest : share));
}

const WEIGHT = { division: 30, dong: 12, health_center: 25, affiliate: 40, agency: 20 } as const;
/** How far the departments get, over and over: from hardly begun to the 314 % that the reports really show. */
const REACHED = [1.05, 0.82, 0.4, 1.2, 0.66, 0.95, 0.12, 0.73, 3.14, 0.55, 1.0, 0.3];

/** The department of the clerk whom a visitor meets first: it buys from well-known suppliers, so most of it counts. */
const SHOWCASE = '일자리지원과';
/** 목표 없음: a department that buys and has no target. */
const WITHOUT_TARGET = '감사담당관';
/** Two departments with one rate: they share a rank. */
const TWINS = ['도로관리과', '물관리과'];

/** What each department is to buy; the departments' targets add up to the district's. */
function targetsOf(places: DemoPlaces, totalKrw: number): readonly number[] {
  return split(
    totalKrw,
    places.departments.map(({ name, group }) => (name === WITHOUT_TARGET ? 0 : WEIGHT[group])),
  );
}

/** Runs a year as its people would: survey, targets, notice, acknowledgement, purchases. @returns the cycle's id */
export async function runYear(
  services: DemoServices,
  manager: Actor,
  places: DemoPlaces,
  plan: YearPlan,
  random: DemoRandom,
): Promise<string> {
  const { cycles, surveys, targets } = services;
  services.setToday(`${plan.fiscalYear}-03-02`);
  const opened = await cycles.open(manager, {
    fiscalYear: plan.fiscalYear,
    surveyDueOn: `${plan.fiscalYear}-03-18`,
    institutionTargets: [
      { schemeCode: 'social_economy', basis: 'amount', targetKrw: plan.targetKrw },
      { schemeCode: 'hamkke_nuri_mall', basis: 'amount', targetKrw: plan.mallTargetKrw },
    ],
  });
  const amounts = targetsOf(places, plan.targetKrw);
  const mall = split(
    plan.mallTargetKrw,
    places.departments.map(({ name }) => (name === WITHOUT_TARGET ? 0 : 1)),
    HUNDRED_THOUSAND,
  );
  const answers = await surveys.list(manager, opened.id);
  for (const survey of answers.items) {
    const at = places.departments.findIndex((department) => department.id === survey.departmentId);
    const amount = amounts[at] ?? 0;
    const wished = amount === 0 ? null : amount;
    const clerk: Actor = { ...manager, role: 'clerk', departmentId: survey.departmentId };
    const supplier = random.pick(DEMO_SUPPLIERS);
    const [item] = random.pick(supplier.sells);
    await surveys.answer(clerk, survey.id, survey.version, {
      plannedPurchases: [
        { item, amountKrw: Math.max(500_000, Math.floor(amount / 2)), month: random.between(4, 11) },
      ],
      wishedTargetKrw: wished,
      wishedMallTargetKrw: wished === null ? null : (mall[at] ?? 0),
    });
    await surveys.submit(clerk, survey.id);
    await surveys.accept(manager, survey.id);
  }
  await cycles.closeSurvey(manager, opened.id);
  const proposed = await targets.propose(manager, opened.id, true);
  for (const target of proposed.items) {
    const isOut = target.departmentId === places.departmentId(WITHOUT_TARGET) && target.targetKrw !== null;
    if (isOut) await targets.set(manager, target.id, target.version, null);
  }
  await cycles.confirm(manager, opened.id, null);
  await cycles.notify(manager, opened.id);
  await acknowledgeAll(services, manager, places, opened.id, plan.waitsFor);
  return opened.id;
}

async function acknowledgeAll(
  services: DemoServices,
  manager: Actor,
  places: DemoPlaces,
  cycleId: string,
  waitsFor: string | null,
): Promise<void> {
  const notified = await services.targets.list(manager, { cycleId });
  const waiting = waitsFor === null ? null : places.departmentId(waitsFor);
  for (const target of notified.items) {
    if (target.departmentId === waiting) continue;
    await services.targets.acknowledge(
      { ...manager, role: 'clerk', departmentId: target.departmentId },
      target.id,
    );
  }
}

/** Fills the year's ledger, department by department, up to what it reaches of its target. */
export async function fillLedger(
  services: DemoServices,
  manager: Actor,
  places: DemoPlaces,
  plan: YearPlan,
  random: DemoRandom,
): Promise<void> {
  const amounts = targetsOf(places, plan.targetKrw);
  for (const [index, department] of places.departments.entries()) {
    if (TWINS.includes(department.name)) {
      await enterTwin(services, manager, department, plan, Math.floor((amounts[index] ?? 0) / 2));
      continue;
    }
    const goal =
      Math.max(amounts[index] ?? 0, 10_000_000) *
      (REACHED[index % REACHED.length] ?? 1) *
      (plan.untilMonth / 12);
    const count = random.between(4, 9);
    for (let n = 0; n < count; n++) {
      await enter(services, manager, department, plan, Math.round(goal / count / 1000) * 1000, n, random);
    }
  }
}

async function enter(
  services: DemoServices,
  manager: Actor,
  department: DemoDepartment,
  plan: YearPlan,
  aboutKrw: number,
  n: number,
  random: DemoRandom,
): Promise<void> {
  const supplier: DemoSupplier = random.pick(
    department.name === SHOWCASE ? DEMO_SUPPLIERS.slice(0, 8) : DEMO_SUPPLIERS,
  );
  const [item, kind] = random.pick(supplier.sells);
  const month = String(random.between(1, plan.untilMonth)).padStart(2, '0');
  // Nothing is bought tomorrow: the demo's last day is the 20th of its last month.
  const lastDay = month === String(plan.untilMonth) ? 20 : 28;
  const date = `${plan.fiscalYear}-${month}-${String(random.between(1, lastDay)).padStart(2, '0')}`;
  const amountKrw = Math.max(30_000, Math.round((aboutKrw * (0.6 + random.next() * 0.8)) / 10_000) * 10_000);
  const isMall = n === 0;
  await services.purchases.create(
    { ...manager, role: 'clerk', departmentId: department.id },
    {
      fiscalYear: plan.fiscalYear,
      supplierName: supplier.name,
      ...(services.supplierIds.get(supplier.name) === undefined
        ? {}
        : { supplierId: services.supplierIds.get(supplier.name) }),
      item,
      kind,
      channel: isMall
        ? 'hamkke_nuri_mall'
        : kind === 'outsourcing'
          ? 'outsourcing'
          : random.next() < 0.2
            ? 'card'
            : 'contract',
      method: isMall ? null : amountKrw <= 20_000_000 ? 'direct_single_quote' : 'restricted_competition',
      contractNumber: isMall ? null : `${plan.fiscalYear}-${department.name}-${n}`,
      contractDate: date,
      amountKrw: isMall ? Math.min(amountKrw, 900_000) : amountKrw,
      supplyValueKrw: isMall ? null : Math.round(amountKrw / 1.1),
      confirmProbableDuplicate: true,
      draft: n === 3 && random.next() < 0.15 && month > '06',
    },
  );
}

async function enterTwin(
  services: DemoServices,
  manager: Actor,
  department: DemoDepartment,
  plan: YearPlan,
  amountKrw: number,
): Promise<void> {
  await services.purchases.create(
    { ...manager, role: 'clerk', departmentId: department.id },
    {
      fiscalYear: plan.fiscalYear,
      supplierId: services.supplierIds.get('(주)나눔하우징'),
      item: '시설 보수',
      kind: 'works',
      channel: 'contract',
      contractNumber: `${plan.fiscalYear}-${department.name}-1`,
      contractDate: `${plan.fiscalYear}-05-10`,
      amountKrw,
    },
  );
}
