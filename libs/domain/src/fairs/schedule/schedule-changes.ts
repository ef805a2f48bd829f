import { begunSlotIds, holdingBookings, isLeftToSchedule, type ScheduleFacts } from './schedule-facts';
import { pairKey } from '../solver/schedule-question';
import type { FairSchedule, ScheduledMeeting } from '../solver/schedule-terms';
import type { FairSide } from '../vocabulary';

export const SCHEDULE_CHANGES = ['added', 'moved', 'removed'] as const;

/** What applying a schedule does to one meeting; a booking's seat is given when it is done. */
export type ScheduleChange = Readonly<{ deskId: string; exhibitorId: string }> &
  (
    | Readonly<{ change: 'added'; bookingId: null; fromSlotId: null; toSlotId: string }>
    | Readonly<{ change: 'moved'; bookingId: string; fromSlotId: string; toSlotId: string }>
    | Readonly<{ change: 'removed'; bookingId: string; fromSlotId: string; toSlotId: null }>
  );

export interface PartyGain {
  readonly side: FairSide;
  readonly id: string;
  readonly meetingsNow: number;
  readonly meetingsThen: number;
  readonly preferenceNow: number;
  readonly preferenceThen: number;
  /** of an exhibitor; 0 of a desk */
  readonly floor: number;
}

export interface ScheduleDifference {
  /** bookings that stay as they are */
  readonly kept: number;
  /** in the order of the schedule; what is removed comes last */
  readonly changes: readonly ScheduleChange[];
  readonly gains: readonly PartyGain[];
}

/** The bookings as they stand beside the schedule: a pair meets once, so a pair in both is the same meeting. */
export function scheduleDifference(
  facts: ScheduleFacts,
  now: Date,
  schedule: Pick<FairSchedule, 'meetings'>,
): ScheduleDifference {
  const begun = begunSlotIds(facts, now);
  const booked = holdingBookings(facts);
  const bookingOf = new Map(booked.map((one) => [pairKey(one), one]));
  const planned = new Set(schedule.meetings.map(pairKey));
  const changes = schedule.meetings.flatMap(({ deskId, exhibitorId, slot }): ScheduleChange[] => {
    const booking = bookingOf.get(pairKey({ deskId, exhibitorId }));
    const pair = { deskId, exhibitorId, toSlotId: slot };
    if (booking === undefined) return [{ ...pair, change: 'added', bookingId: null, fromSlotId: null }];
    if (booking.slotId === slot) return [];
    return [{ ...pair, change: 'moved', bookingId: booking.id, fromSlotId: booking.slotId }];
  });
  const gone = booked.filter((one) => !planned.has(pairKey(one)) && isLeftToSchedule(one, begun));
  const removed = gone.map(({ id, deskId, exhibitorId, slotId }): ScheduleChange => ({
    change: 'removed',
    bookingId: id,
    deskId,
    exhibitorId,
    fromSlotId: slotId,
    toSlotId: null,
  }));
  const moved = changes.filter(({ change }) => change === 'moved').length;
  return {
    kept: booked.length - moved - removed.length,
    changes: [...changes, ...removed],
    gains: partyGains(facts, schedule.meetings),
  };
}

function partyGains(facts: ScheduleFacts, meetings: readonly ScheduledMeeting[]): PartyGain[] {
  const weights = new Map<string, number>();
  for (const wish of facts.wishes)
    weights.set(pairKey(wish), (weights.get(pairKey(wish)) ?? 0) + wish.weight);
  type Pair = Readonly<{ deskId: string; exhibitorId: string }>;
  const sums = (pairs: readonly Pair[], partyOf: (one: Pair) => string) => {
    const found = new Map<string, { meetings: number; preference: number }>();
    for (const one of pairs) {
      const before = found.get(partyOf(one)) ?? { meetings: 0, preference: 0 };
      found.set(partyOf(one), {
        meetings: before.meetings + 1,
        preference: before.preference + (weights.get(pairKey(one)) ?? 0),
      });
    }
    return (id: string) => found.get(id) ?? { meetings: 0, preference: 0 };
  };
  const booked = holdingBookings(facts);
  const gainsOf = (
    side: FairSide,
    parties: readonly Readonly<{ id: string; floor?: number }>[],
    partyOf: (one: Pair) => string,
  ) => {
    const [now, then] = [sums(booked, partyOf), sums(meetings, partyOf)];
    return parties.map(({ id, floor = 0 }): PartyGain => ({
      side,
      id,
      floor,
      meetingsNow: now(id).meetings,
      meetingsThen: then(id).meetings,
      preferenceNow: now(id).preference,
      preferenceThen: then(id).preference,
    }));
  };
  return [
    ...gainsOf(
      'desk',
      facts.desks.map(({ id }) => ({ id })),
      ({ deskId }) => deskId,
    ),
    ...gainsOf('exhibitor', facts.exhibitors, ({ exhibitorId }) => exhibitorId),
  ];
}
