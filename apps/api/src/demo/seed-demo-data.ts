import type { INestApplicationContext } from '@nestjs/common';
import { systemActor, type Actor } from '../common/actor';
import { Clock } from '../common/clock';
import { Transactions } from '../database/transactions';
import { SupplierRecordsService } from '../purchases/supplier-records.service';
import { admit, demoPeople, openAccounts, readOldNotices } from './demo-accounts';
import { openMarket } from './demo-market';
import { prepareFairs } from './demo-fairs';
import { createPlaces, type DemoPlaces } from './demo-places';
import { DemoRandom } from './demo-random';
import { createRegister } from './demo-register';
import { DemoServices } from './demo-services';
import { fillSupportWork } from './demo-support';
import { fillLedger, runYear, split, type YearPlan } from './demo-year';

/** 강북구, 2016: 1,200,000천원, of which 32,000천원 through 함께누리몰 (the district's own plan). */
const YEAR_2016: YearPlan = {
  fiscalYear: 2016,
  targetKrw: 1_200_000_000,
  mallTargetKrw: 32_000_000,
  waitsFor: null,
  untilMonth: 11,
};
/** The running year is synthetic. */
const YEAR_2026: YearPlan = {
  fiscalYear: 2026,
  targetKrw: 1_800_000_000,
  mallTargetKrw: 60_000_000,
  waitsFor: '일자리지원과',
  untilMonth: 11,
};

const QUARTER_ENDS = [
  [1, '03-31'],
  [2, '06-30'],
] as const;

export type SeedOutcome = 'loaded' | 'already there' | 'other data';

/** Loads the demo once. Never touches a database that holds anything else. */
export async function seedDemoData(
  app: INestApplicationContext,
  say: (line: string) => void,
): Promise<SeedOutcome> {
  const transactions = app.get(Transactions, { strict: false });
  const system = systemActor('demo-seed');
  const [found] = await transactions.run(system, (tx) =>
    tx.sql<{ demo: boolean; any: boolean }>(
      `SELECT EXISTS (SELECT FROM users WHERE is_demo AND state = 'active') AS demo, EXISTS (SELECT FROM institutions) AS "any"`,
    ),
  );
  if (found?.demo === true) return 'already there';
  if (found?.any === true) return 'other data';

  say('districts, departments, suppliers and what they offer');
  const places = await transactions.run(system, createPlaces);
  const clock = app.get(Clock, { strict: false });
  const realNow = clock.now;
  places.suppliers = await createRegister(app, system);
  const people = demoPeople(places);
  const services = new DemoServices(app, places.suppliers);
  const random = new DemoRandom(2016);
  for (const plan of [YEAR_2016, YEAR_2026]) {
    say(`강북구 ${plan.fiscalYear}: survey, targets, purchases`);
    await runYear(services, people.manager.actor, places, plan, random);
    await fillLedger(services, people.manager.actor, places, plan, random);
    await closeAndPublish(services, people.manager.actor, places, plan.fiscalYear);
  }
  say('the other districts');
  for (const plan of [YEAR_2016, YEAR_2026])
    await fillDistricts(services, people.manager.actor, places, plan, random);
  const accounts = Object.values(people);
  await transactions.run(system, (tx) => openAccounts(tx, accounts));
  clock.now = realNow;
  say('verifications, requests, a shortlist');
  const { clerk, enterprise } = people;
  await openMarket(app, places, { clerk: clerk.actor, enterprise: enterprise.actor }, system);
  say('visits, calls, matches and contracts of the centre');
  await fillSupportWork(app, places, people, system);
  say('fairs of today, of next week and ahead');
  await prepareFairs(app, places, people, system);
  await app.get(SupplierRecordsService, { strict: false }).count(system);
  await transactions.run(system, async (tx) => {
    await readOldNotices(tx, accounts, YEAR_2026.fiscalYear);
    await admit(tx, accounts);
  });
  return 'loaded';
}

/** First quarter closed and published; second closed, published, reopened for a late paper, published again as version 2. */
async function closeAndPublish(
  services: DemoServices,
  manager: Actor,
  places: DemoPlaces,
  fiscalYear: number,
): Promise<void> {
  const periods = await services.periods.list(manager, { fiscalYear });
  for (const [quarter, lastDay] of QUARTER_ENDS) {
    const period = periods[quarter - 1];
    if (period === undefined) continue;
    services.setToday(`${fiscalYear}-${lastDay}`);
    await submitAll(services, manager, period.id);
    await services.periods.close(manager, period.id, null);
    const publication = {
      institutionId: places.gangbukId,
      fiscalYear,
      quarter,
      schemeCode: 'social_economy',
      asOf: `${fiscalYear}-${lastDay}`,
    };
    await services.publications.publish(manager, publication);
    if (quarter === 1) continue;
    services.setToday(`${fiscalYear}-07-11`);
    await services.periods.reopen(manager, period.id, '재무과 계약서 1건이 늦게 도착했습니다.');
    const clerk: Actor = { ...manager, role: 'clerk', departmentId: places.departmentId('재무과') };
    await services.periods.withdraw(clerk, period.id, undefined);
    await services.purchases.create(clerk, {
      fiscalYear,
      supplierId: places.supplierId('동연디자인'),
      item: '민원실 의자',
      kind: 'goods',
      channel: 'contract',
      method: 'direct_single_quote',
      contractNumber: `${fiscalYear}-재무과-늦음`,
      contractDate: `${fiscalYear}-06-20`,
      amountKrw: 4_400_000,
      supplyValueKrw: 4_000_000,
    });
    await services.periods.submit(clerk, period.id, undefined, 'report');
    await services.periods.close(manager, period.id, null);
    await services.publications.publish(manager, { ...publication, reason: '재무과 늦은 계약 1건 반영' });
  }
  services.setToday(`${fiscalYear}-11-20`);
}

async function submitAll(services: DemoServices, manager: Actor, periodId: string): Promise<void> {
  const period = await services.periods.get(manager, periodId);
  for (const department of period.departments) {
    const clerk: Actor = { ...manager, role: 'clerk', departmentId: department.departmentId };
    await services.periods.submit(
      clerk,
      periodId,
      undefined,
      department.purchaseCount === 0 ? 'nil' : 'report',
    );
  }
}

/** The other districts have one department each: enough for the city's ranking. All synthetic. */
async function fillDistricts(
  services: DemoServices,
  manager: Actor,
  places: DemoPlaces,
  plan: YearPlan,
  random: DemoRandom,
): Promise<void> {
  const rates = split(
    1_000_000_000,
    [...places.districtDepartments.keys()].map(() => 1 + random.next()),
    1,
  );
  let index = 0;
  for (const [name, departmentId] of places.districtDepartments) {
    const institutionId = places.districtId(name);
    const actor: Actor = { ...manager, institutionId, departmentId: null };
    const targetKrw = random.between(6, 30) * 100_000_000;
    services.setToday(`${plan.fiscalYear}-03-02`);
    await services.cycles.open(actor, {
      fiscalYear: plan.fiscalYear,
      institutionTargets: [{ schemeCode: 'social_economy', basis: 'amount', targetKrw }],
    });
    services.setToday(`${plan.fiscalYear}-11-20`);
    const reached = targetKrw * Math.min(1.4, ((rates[index++] ?? 0) / 41_666_667) * 0.85);
    for (let n = 1; n <= 4; n++) {
      await services.purchases.create(
        { ...actor, role: 'clerk', departmentId },
        {
          fiscalYear: plan.fiscalYear,
          supplierId: places.supplierId(
            random.pick(['노란들판', '푸른환경코리아', '(주)나눔하우징', '행복도시락 서울서부점']),
          ),
          item: `구매 묶음 ${n}`,
          kind: 'services',
          channel: 'contract',
          contractNumber: `${plan.fiscalYear}-${name}-${n}`,
          contractDate: `${plan.fiscalYear}-${String(n * 2 + 1).padStart(2, '0')}-15`,
          amountKrw: Math.max(10_000, Math.round(reached / 4 / 10_000) * 10_000),
        },
      );
    }
  }
}
