import type { LockedMeeting, ScheduleQuestion, ScheduleWish } from '../solver/schedule-terms';
import { pairKey } from '../solver/schedule-question';
import { HOLDING_STATES, type BookingOrigin, type BookingState, type FairStand } from '../vocabulary';

/** What the schedule of a fair is computed from: what both sides wish, who is there when, and what is booked already. */
export interface ScheduleFacts {
  /** in order of time; instants as ISO text in UTC */
  readonly slots: readonly { readonly id: string; readonly startsAt: string }[];
  /** those that consult */
  readonly desks: readonly {
    readonly id: string;
    readonly seats: number;
    readonly absentSlotIds: readonly string[];
  }[];
  /** the confirmed ones */
  readonly exhibitors: readonly {
    readonly id: string;
    /** who comes for it; the same person may come for others, too */
    readonly personId: string | null;
    readonly floor: number;
    readonly ceiling: number | null;
    readonly absentSlotIds: readonly string[];
  }[];
  readonly wishes: readonly ScheduleWish[];
  /** those that ended, too */
  readonly bookings: readonly BookedMeeting[];
}

export interface BookedMeeting {
  readonly id: string;
  readonly deskId: string;
  readonly exhibitorId: string;
  readonly slotId: string;
  readonly state: BookingState;
  readonly origin: BookingOrigin;
  readonly isLocked: boolean;
  /** who called it off; null: nobody */
  readonly cancelledBy: FairStand | null;
}

/** The slots whose time has come: nothing is planned in them any more, and what is booked there stays. */
export function begunSlotIds(facts: ScheduleFacts, now: Date): string[] {
  const instant = now.toISOString();
  return facts.slots.flatMap(({ id, startsAt }) => (startsAt <= instant ? [id] : []));
}

export function holdingBookings(facts: ScheduleFacts): BookedMeeting[] {
  return facts.bookings.filter(({ state }) => HOLDING_STATES.some((holding) => holding === state));
}

/**
 * A new schedule may move or take back only what a schedule made: whatever people arranged, asked for or locked stays,
 * and so does what has begun.
 */
export function isLeftToSchedule(booking: BookedMeeting, begun: readonly string[]): boolean {
  const isPlanned = booking.origin === 'schedule' && booking.state === 'confirmed';
  return isPlanned && !booking.isLocked && !begun.includes(booking.slotId);
}

/**
 * Pairs of which one side called the meeting off or did not come, and that do not meet otherwise: a schedule does not bring
 * them together against their will; people may.
 */
export function partedPairs(facts: ScheduleFacts): ReadonlySet<string> {
  const meeting = new Set(holdingBookings(facts).map(pairKey));
  const ended = facts.bookings.filter(
    ({ state, cancelledBy }) => state === 'no_show' || (cancelledBy !== null && cancelledBy !== 'organiser'),
  );
  return new Set(ended.map(pairKey).filter((pair) => !meeting.has(pair)));
}

/** The question for the solver; see there for what it makes of the seed. */
export function scheduleQuestion(facts: ScheduleFacts, now: Date, seed: number): ScheduleQuestion {
  const begun = begunSlotIds(facts, now);
  const parted = partedPairs(facts);
  const slots = facts.slots.map(({ id }) => id);
  const open = (absent: readonly string[]) =>
    slots.filter((slot) => !begun.includes(slot) && !absent.includes(slot));
  const meetingsOf = (bookings: readonly BookedMeeting[]) =>
    bookings.map(({ deskId, exhibitorId, slotId }): LockedMeeting => ({ deskId, exhibitorId, slot: slotId }));
  const holding = holdingBookings(facts);
  return {
    slots,
    desks: facts.desks.map(({ id, seats, absentSlotIds }) => ({ id, seats, slots: open(absentSlotIds) })),
    exhibitors: facts.exhibitors.map(({ id, floor, ceiling, absentSlotIds }) => ({
      id,
      floor,
      ceiling,
      slots: open(absentSlotIds),
    })),
    wishes: facts.wishes.filter((wish) => !parted.has(pairKey(wish))),
    locked: meetingsOf(holding.filter((booking) => !isLeftToSchedule(booking, begun))),
    present: meetingsOf(holding.filter((booking) => isLeftToSchedule(booking, begun))),
    seed,
  };
}

/**
 * One text for everything that a schedule depends on, whatever the order of the rows: two texts are the same exactly
 * when the schedule may be used. A slot that has begun is part of it, because its meetings stay from then on.
 */
export function scheduleBasis(facts: ScheduleFacts, now: Date): string {
  const rows = (list: readonly (readonly unknown[])[]) => list.map((row) => JSON.stringify(row)).sort();
  return JSON.stringify({
    slots: rows(facts.slots.map(({ id, startsAt }) => [id, startsAt])),
    begun: begunSlotIds(facts, now).sort(),
    desks: rows(facts.desks.map((one) => [one.id, one.seats, [...one.absentSlotIds].sort()])),
    exhibitors: rows(
      facts.exhibitors.map((one) => [
        one.id,
        one.personId,
        one.floor,
        one.ceiling,
        [...one.absentSlotIds].sort(),
      ]),
    ),
    wishes: rows(facts.wishes.map((one) => [one.deskId, one.exhibitorId, one.by, one.weight])),
    parted: [...partedPairs(facts)].sort(),
    bookings: rows(
      holdingBookings(facts).map((one) => [
        one.id,
        one.deskId,
        one.exhibitorId,
        one.slotId,
        one.state,
        one.origin,
        one.isLocked,
      ]),
    ),
  });
}
