import { describe, expect, it } from '@jest/globals';
import type { BookedMeeting, ScheduleFacts } from './schedule-facts';
import { scheduleDraft, type ScheduleDraft, type ScheduleStep } from './schedule-draft';
import { SeededRandom } from '../solver/seeded-random';
import { smallFair } from '../solver/small-fairs';

const NOW = new Date('2026-11-02T00:00:00Z');

function factsOf(seed: number): ScheduleFacts {
  const { slots, desks, exhibitors, wishes } = smallFair(seed, {
    hasAvailability: true,
    hasLimits: true,
    hasLocks: false,
  });
  const absent = (own: readonly string[]) => slots.filter((slot) => !own.includes(slot));
  return {
    slots: slots.map((id, at) => ({ id, startsAt: `2026-11-02T0${1 + at}:00:00.000Z` })),
    desks: desks.map(({ id, seats, slots: own }) => ({ id, seats, absentSlotIds: absent(own) })),
    exhibitors: exhibitors.map(({ id, floor, ceiling, slots: own }) => ({
      id,
      personId: null,
      floor,
      ceiling,
      absentSlotIds: absent(own),
    })),
    wishes,
    bookings: [],
  };
}

/** What the bookings are when the changes were made. */
function applied(facts: ScheduleFacts, draft: ScheduleDraft): ScheduleFacts {
  const goes = new Set(draft.changes.map(({ bookingId }) => bookingId));
  const comes = draft.changes.flatMap((one, at): BookedMeeting[] =>
    one.toSlotId === null
      ? []
      : [
          {
            id: one.bookingId ?? `new ${at}`,
            deskId: one.deskId,
            exhibitorId: one.exhibitorId,
            slotId: one.toSlotId,
            state: 'confirmed',
            origin: 'schedule',
            isLocked: false,
            cancelledBy: null,
          },
        ],
  );
  return { ...facts, bookings: [...facts.bookings.filter(({ id }) => !goes.has(id)), ...comes] };
}

const text = (list: readonly { deskId: string; exhibitorId: string; slot: string }[]) =>
  list.map(({ deskId, exhibitorId, slot }) => `${deskId} ${exhibitorId} ${slot}`).sort();
const booked = (facts: ScheduleFacts) => text(facts.bookings.map((one) => ({ ...one, slot: one.slotId })));

describe('a draft', () => {
  it('says exactly what turns the bookings into the schedule, and what each party has then', () => {
    for (let seed = 0; seed < 300; seed += 1) {
      const facts = factsOf(seed);
      const first = applied(facts, scheduleDraft(facts, NOW, seed));
      const random = new SeededRandom(seed);
      // Days later: other wishes, one meeting locked, one made by hand.
      const later: ScheduleFacts = {
        ...first,
        wishes: first.wishes.filter(() => random.below(4) > 0),
        bookings: first.bookings.map((one, at) =>
          at === 0 ? { ...one, isLocked: true } : at === 1 ? { ...one, origin: 'organiser' } : one,
        ),
      };
      const draft = scheduleDraft(later, NOW, seed + 1);
      const after = applied(later, draft);
      expect(booked(after)).toEqual(text(draft.meetings));
      expect(booked(after)).toEqual(
        expect.arrayContaining(booked({ ...later, bookings: later.bookings.slice(0, 2) })),
      );
      expect(draft.kept + draft.changes.filter(({ change }) => change !== 'added').length).toBe(
        later.bookings.length,
      );
      const sum = (of: 'preferenceThen' | 'meetingsThen', side: string) =>
        draft.gains.reduce((total, one) => (one.side === side ? total + one[of] : total), 0);
      for (const side of ['desk', 'exhibitor']) {
        expect(sum('preferenceThen', side)).toBe(draft.preference);
        expect(sum('meetingsThen', side)).toBe(draft.meetings.length);
      }
    }
  });

  it('changes nothing when it is computed again from what it made', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const facts = factsOf(seed);
      const draft = scheduleDraft(facts, NOW, seed);
      const again = scheduleDraft(applied(facts, draft), NOW, seed);
      expect(again.changes).toEqual([]);
      expect(again.kept).toBe(draft.meetings.length);
    }
  });

  it('tells each step once, in order', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const steps: ScheduleStep[] = [];
      scheduleDraft(factsOf(seed), NOW, seed, (step) => steps.push(step));
      expect(steps).toEqual(['choosing', 'placing', 'proving']);
    }
  });
});
