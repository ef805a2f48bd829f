import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { Transactions } from '../database/transactions';
import type { DemoPeople } from './demo-accounts';
import { recordFairsOf2017 } from './demo-fairs-2017';
import { fillPastYear } from './demo-past-work';
import type { DemoPlaces } from './demo-places';
import { beginPresentWork } from './demo-present-work';
import { attributeRegister, foundTeam, openProgrammes } from './demo-programmes';
import { createSupportPlaces } from './demo-support-places';

/** The centre's work: its year 2017 as the report counts it, what is under way today, and the programmes' board. */
export async function fillSupportWork(
  app: INestApplicationContext,
  places: DemoPlaces,
  people: DemoPeople,
  system: Actor,
): Promise<void> {
  const transactions = app.get(Transactions, { strict: false });
  const admin = people.admin.actor;
  const support = await transactions.run(system, (tx) => createSupportPlaces(tx, places));
  // An adviser of the whole city has every district, and the city itself.
  const ofCity = {
    ...people.cityAdviser.actor,
    assignedInstitutionIds: [support.cityId, ...places.districts.values()],
  };
  await transactions.run(system, async (tx) => {
    await tx.sql('INSERT INTO user_assignments (user_id, institution_id) SELECT $1, unnest($2::uuid[])', [
      ofCity.userId,
      ofCity.assignedInstitutionIds,
    ]);
  });
  const ofTeam = people.teamAdviser.actor;
  await foundTeam(app, places, admin, ofTeam.userId);
  await fillPastYear(app, places, support, {
    ofDistricts: people.support.actor,
    ofTeam,
    ofCity,
  });
  await recordFairsOf2017(app, places, { admin, system });
  await attributeRegister(app, system, places, ofTeam.userId);
  await beginPresentWork(app, places, {
    adviser: people.support.actor,
    clerk: people.clerk.actor,
    enterprise: people.enterprise.actor,
  });
  await openProgrammes(app, places, admin);
}
