import {
  bookingActionRefusal,
  waitingActionRefusal,
  type FairStand,
  type PlanningAction,
} from '@ieum/domain';
import type { Booking, FairDetail, WaitingEntry } from '../api';

type Party = Pick<Booking, 'exhibitorId' | 'deskId'>;

/** As what the reader acts on these parties. Whoever may see a booking and has no other stand sits at its desk. */
export function standsAt(fair: FairDetail, { exhibitorId }: Pick<Party, 'exhibitorId'>): FairStand[] {
  const stands = fair.stands.filter((stand) => stand === 'organiser');
  if (exhibitorId === fair.ownExhibitorId) return [...stands, 'exhibitor'];
  return fair.stands.includes('desk') ? [...stands, 'desk'] : stands;
}

/** What the reader may do with a booking now, by the rule that the server asks, too. */
export function mayDo(action: PlanningAction, fair: FairDetail, booking: Booking, now: Date): boolean {
  const stands = standsAt(fair, booking);
  if (stands.length === 0) return false;
  const { state, askedBy, heldUntil, cancelledBy, startsAt } = booking;
  const facts = {
    state,
    askedBy,
    heldUntil: heldUntil === null ? null : new Date(heldUntil),
    cancelledBy,
    startsAt: new Date(startsAt),
  };
  return bookingActionRefusal(action, stands, facts, fair.state, now) === null;
}

export function mayAnswerOffer(
  action: 'accept' | 'decline' | 'withdraw',
  fair: FairDetail,
  entry: WaitingEntry,
  now: Date,
): boolean {
  const offeredUntil = entry.offeredUntil === null ? null : new Date(entry.offeredUntil);
  return (
    waitingActionRefusal(action, standsAt(fair, entry), { state: entry.state, offeredUntil }, now) === null
  );
}
