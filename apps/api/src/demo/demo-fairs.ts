import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../common/actor';
import type { DemoPeople } from './demo-accounts';
import { DEMO_CATALOGUE } from './demo-catalogue';
import { DEMO_ENTERPRISES } from './demo-enterprises';
import { enterEnterprises, syntheticEnterprises } from './demo-fair-enterprises';
import { LARGE_FAIR, openLargeFair } from './demo-fair-large';
import type { FairPeople, Participants } from './demo-fair-people';
import { holdFairToday } from './demo-fair-today';
import { announceFairs } from './demo-fairs-ahead';
import type { DemoPlaces } from './demo-places';

/** Out of business, or no enterprise that sells. */
const NOT_AT_FAIRS = new Set(['공동체경제네트워크모아', '농협', '한국사회적기업중앙협의회']);

/** The fairs of today, of next week, and those that are only announced or planned. All synthetic. */
export async function prepareFairs(
  app: INestApplicationContext,
  places: DemoPlaces,
  { manager, admin, clerk, enterprise }: DemoPeople,
  system: Actor,
): Promise<void> {
  const people: FairPeople = {
    manager: manager.actor,
    admin: admin.actor,
    clerk: clerk.actor,
    enterprise: enterprise.actor,
    system,
    clerkOf: ({ institutionId, departmentId }) => ({ ...system, role: 'clerk', institutionId, departmentId }),
    memberOf: (supplierId) => ({ ...system, role: 'enterprise', enterpriseId: supplierId }),
  };
  const registered = participantsOf(places);
  const synthetic = syntheticEnterprises(LARGE_FAIR.exhibitors - registered.length);
  await enterEnterprises(app, system, places, synthetic);
  const others = synthetic.map(({ name, offers }) => ({ supplierId: places.supplierId(name), offers }));
  await openLargeFair(app, places, people, [...registered, ...others]);
  await holdFairToday(app, places, people, registered);
  await announceFairs(app, places, people);
}

/** The register's enterprises, that of the demo's account first. */
function participantsOf(places: DemoPlaces): Participants[] {
  const offers = new Map([
    ...Object.entries(DEMO_CATALOGUE),
    ...DEMO_ENTERPRISES.map(({ name, items }) => [name, items] as const),
  ]);
  return [...places.suppliers]
    .filter(([name]) => !NOT_AT_FAIRS.has(name))
    .map(([name, supplierId]) => {
      const items = (offers.get(name) ?? []).map(([item]) => item);
      return { supplierId, offers: items.length === 0 ? null : items.join(', ') };
    });
}
