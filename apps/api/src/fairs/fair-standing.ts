import { isAtFair, type FairStand } from '@ieum/domain';
import type { Tx } from '../database/transactions';
import { standsOf } from './fair-room';
import type { FairStanding } from './to-fair-dto';
import { deskPlace, livingDesks } from './parties/fair-desks.queries';
import { exhibitorOfSupplier } from './parties/fair-exhibitors.queries';

interface Fair {
  readonly id: string;
  readonly host_institution_id: string;
  readonly area_id: string;
}

/** As what the transaction's actor takes part: the organiser, with desks that it runs, with its enterprise; or a reader. */
export async function standingAt(tx: Tx, fair: Fair): Promise<FairStanding> {
  const { actor } = tx;
  const { enterpriseId } = actor;
  const [desks, own] = await Promise.all([
    livingDesks(tx, fair.id),
    enterpriseId === null ? undefined : exhibitorOfSupplier(tx, fair.id, enterpriseId),
  ]);
  const found = new Set<FairStand>(standsOf(actor, fair, {}));
  const ownDesks = desks.filter((desk) => standsOf(actor, fair, { desk: deskPlace(desk) }).includes('desk'));
  if (ownDesks.length > 0) found.add('desk');
  if (own !== undefined && isAtFair(own.state)) found.add('exhibitor');
  // Who runs several desks, or sees many institutions, has none of its own.
  const ownDesk = actor.institutionId !== null && ownDesks.length === 1 ? ownDesks[0] : undefined;
  return { stands: [...found], ownDeskId: ownDesk?.id ?? null, ownExhibitorId: own?.id ?? null };
}
