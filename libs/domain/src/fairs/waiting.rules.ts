import { refusal, type Refusal } from '../refusal';
import { isForStandBy, isLapsed, type SlotFacts } from './booking-times';
import { fairMeetingRefusal, type MeetingPlace } from './booking.rules';
import type { FairStand, FairState, WaitingState } from './vocabulary';

export interface WaitingQuestion {
  readonly fairState: FairState;
  readonly stands: readonly FairStand[];
  readonly desk: MeetingPlace['desk'];
  readonly exhibitor: Pick<MeetingPlace['exhibitor'], 'state' | 'absentSlotIds'>;
  /** null: any slot of the desk */
  readonly slot: SlotFacts | null;
  /** the desk has room in the slot; for any slot: there is one in which both are free */
  readonly isFree: boolean;
  /** the two meet already, at whatever time */
  readonly meets: boolean;
  readonly now: Date;
}

/**
 * May the enterprise wait for this? Itself asks, or the organiser for it, once the fair is open.
 * @returns FAIR_STATE {state}, FORBIDDEN (a desk), what fairMeetingRefusal says, BOOKING_INVALID {field: slotId} (it has
 *   begun), BOOKING_PAIR_MEETS, WAITING_NOT_NEEDED or null
 */
export function waitingRefusal(question: WaitingQuestion): Refusal | null {
  const { fairState, stands, desk, exhibitor, slot, now } = question;
  if (fairState !== 'open') return refusal('FAIR_STATE', { state: fairState });
  if (!stands.includes('organiser') && !stands.includes('exhibitor')) return refusal('FORBIDDEN');
  const anywhere = { id: '', startsAt: now, endsAt: now };
  const parties = fairMeetingRefusal({
    desk,
    exhibitor: { ...exhibitor, ceiling: null, meetings: 0 },
    slot: slot ?? anywhere,
  });
  if (parties !== null) return parties;
  if (slot !== null && slot.startsAt <= now) return refusal('BOOKING_INVALID', { field: 'slotId' });
  if (question.meets) return refusal('BOOKING_PAIR_MEETS');
  return question.isFree ? refusal('WAITING_NOT_NEEDED') : null;
}

export interface WaitingFacts {
  readonly state: WaitingState;
  readonly offeredUntil: Date | null;
}

/**
 * The enterprise answers its offer; itself or the organiser takes it off the list while it waits.
 * @returns WAITING_STATE {state}, FORBIDDEN, BOOKING_HOLD_LAPSED or null
 */
export function waitingActionRefusal(
  action: 'accept' | 'decline' | 'withdraw',
  stands: readonly FairStand[],
  { state, offeredUntil }: WaitingFacts,
  now: Date,
): Refusal | null {
  if (state !== (action === 'withdraw' ? 'waiting' : 'offered')) return refusal('WAITING_STATE', { state });
  const isOwn = stands.includes('exhibitor');
  if (!isOwn && !(action === 'withdraw' && stands.includes('organiser'))) return refusal('FORBIDDEN');
  return isLapsed(offeredUntil, now) ? refusal('BOOKING_HOLD_LAPSED') : null;
}

export interface OfferCandidate {
  readonly exhibitor: MeetingPlace['exhibitor'];
  /** it has another meeting at that time, or its person has, or it meets the desk anyway */
  readonly isTaken: boolean;
  readonly isCheckedIn: boolean;
}

/**
 * May a place that became free be offered to this one of the waiting list? The order of the list is kept; who cannot
 * come is passed over and keeps the place in it. From `noShowMinutes` before the start on, that is everybody who has not
 * checked in on that day.
 */
export function mayBeOffered(
  { exhibitor, isTaken, isCheckedIn }: OfferCandidate,
  desk: MeetingPlace['desk'],
  slot: SlotFacts,
  noShowMinutes: number,
  now: Date,
): boolean {
  if (slot.endsAt <= now || isTaken) return false;
  if (isForStandBy(slot, noShowMinutes, now) && !isCheckedIn) return false;
  return fairMeetingRefusal({ desk, exhibitor, slot }) === null;
}
