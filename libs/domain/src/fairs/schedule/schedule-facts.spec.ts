import { describe, expect, it } from '@jest/globals';
import {
  begunSlotIds,
  isLeftToSchedule,
  partedPairs,
  scheduleBasis,
  scheduleQuestion,
  type BookedMeeting,
  type ScheduleFacts,
} from './schedule-facts';
import { applyScheduleRefusal, computeScheduleRefusal, discardScheduleRefusal } from './schedule.rules';
import { BOOKING_ORIGINS, BOOKING_STATES, FAIR_STATES, SCHEDULE_STATES } from '../vocabulary';

const NOW = new Date('2026-11-02T01:30:00Z');
const booking = (change: Partial<BookedMeeting> = {}): BookedMeeting => ({
  id: 'b1',
  deskId: 'd1',
  exhibitorId: 'e1',
  slotId: 's3',
  state: 'confirmed',
  origin: 'schedule',
  isLocked: false,
  cancelledBy: null,
  ...change,
});
const facts = (change: Partial<ScheduleFacts> = {}): ScheduleFacts => ({
  slots: [
    { id: 's1', startsAt: '2026-11-02T01:00:00.000Z' },
    { id: 's2', startsAt: '2026-11-02T01:30:00.000Z' },
    { id: 's3', startsAt: '2026-11-02T02:00:00.000Z' },
    { id: 's4', startsAt: '2026-11-02T02:30:00.000Z' },
  ],
  desks: [
    { id: 'd1', seats: 2, absentSlotIds: ['s4'] },
    { id: 'd2', seats: 1, absentSlotIds: [] },
  ],
  exhibitors: [
    { id: 'e1', personId: 'p1', floor: 1, ceiling: 3, absentSlotIds: [] },
    { id: 'e2', personId: null, floor: 0, ceiling: null, absentSlotIds: ['s3'] },
  ],
  wishes: [
    { deskId: 'd1', exhibitorId: 'e1', by: 'desk', weight: 4 },
    { deskId: 'd2', exhibitorId: 'e2', by: 'exhibitor', weight: 2 },
  ],
  bookings: [booking()],
  ...change,
});

describe('what a new schedule may change', () => {
  it('is a confirmed booking that a schedule made, and nothing else', () => {
    for (const state of BOOKING_STATES)
      for (const origin of BOOKING_ORIGINS)
        expect(isLeftToSchedule(booking({ state, origin }), [])).toBe(
          state === 'confirmed' && origin === 'schedule',
        );
  });

  it('is neither locked nor begun', () => {
    expect(isLeftToSchedule(booking({ isLocked: true }), [])).toBe(false);
    expect(isLeftToSchedule(booking(), ['s3'])).toBe(false);
    expect(isLeftToSchedule(booking(), ['s1'])).toBe(true);
  });
});

describe('the question of a fair', () => {
  it('leaves out slots that have begun, in this minute too, and those in which a party is absent', () => {
    expect(begunSlotIds(facts(), NOW)).toEqual(['s1', 's2']);
    const { desks, exhibitors } = scheduleQuestion(facts(), NOW, 7);
    expect(desks.map(({ slots }) => slots)).toEqual([['s3'], ['s3', 's4']]);
    expect(exhibitors.map(({ slots }) => slots)).toEqual([['s3', 's4'], ['s4']]);
  });

  it('locks what stays: made by hand, asked for, waited for, held, or begun', () => {
    const stays = [
      booking({ id: 'b2', origin: 'organiser' }),
      booking({ id: 'b3', origin: 'request', state: 'proposed' }),
      booking({ id: 'b4', state: 'attended' }),
      booking({ id: 'b5', state: 'walk_in', origin: 'walk_in' }),
      booking({ id: 'b6', slotId: 's1' }),
      booking({ id: 'b7', isLocked: true }),
    ];
    const gone = [booking({ id: 'b8', state: 'cancelled' }), booking({ id: 'b9', state: 'no_show' })];
    const { locked } = scheduleQuestion(facts({ bookings: [booking(), ...stays, ...gone] }), NOW, 7);
    expect(locked.map(({ slot }) => slot)).toEqual(['s3', 's3', 's3', 's3', 's1', 's3']);
  });
});

describe('a pair that parted', () => {
  const wishesAfter = (...bookings: readonly BookedMeeting[]) =>
    scheduleQuestion(facts({ bookings }), NOW, 7).wishes.length;

  it('is not brought together again when a side called the meeting off, or the enterprise did not come', () => {
    expect(wishesAfter(booking({ state: 'cancelled', cancelledBy: 'desk' }))).toBe(1);
    expect(wishesAfter(booking({ state: 'cancelled', cancelledBy: 'exhibitor' }))).toBe(1);
    expect(wishesAfter(booking({ state: 'no_show' }))).toBe(1);
  });

  it('is one when the organiser, a schedule or time ended the meeting, and when they meet after all', () => {
    expect(wishesAfter(booking({ state: 'cancelled', cancelledBy: 'organiser' }))).toBe(2);
    expect(wishesAfter(booking({ state: 'cancelled' }))).toBe(2);
    const again = booking({ id: 'b2', origin: 'organiser' });
    expect(wishesAfter(booking({ state: 'cancelled', cancelledBy: 'desk' }), again)).toBe(2);
    expect(partedPairs(facts())).toEqual(new Set());
  });
});

describe('the basis of a schedule', () => {
  const basis = scheduleBasis(facts(), NOW);

  it('does not depend on the order of the rows', () => {
    const { slots, desks, exhibitors, wishes, bookings } = facts();
    const turned = { slots, desks, exhibitors, wishes, bookings: [booking({ id: 'b2' }), ...bookings] };
    const same = {
      slots: [...slots].reverse(),
      desks: [...desks].reverse(),
      exhibitors: [...exhibitors].reverse(),
      wishes: [...wishes].reverse(),
      bookings: [...turned.bookings].reverse(),
    };
    expect(scheduleBasis(same, NOW)).toBe(scheduleBasis(turned, NOW));
  });

  it('changes with everything that the schedule depends on', () => {
    const [desk, exhibitor, wish] = [facts().desks[0]!, facts().exhibitors[0]!, facts().wishes[0]!];
    const others: Partial<ScheduleFacts>[] = [
      { slots: facts().slots.slice(1) },
      { desks: [desk] },
      { desks: [{ ...desk, seats: 3 }, facts().desks[1]!] },
      { desks: [{ ...desk, absentSlotIds: [] }, facts().desks[1]!] },
      { exhibitors: [{ ...exhibitor, floor: 2 }, facts().exhibitors[1]!] },
      { exhibitors: [{ ...exhibitor, ceiling: null }, facts().exhibitors[1]!] },
      { exhibitors: [{ ...exhibitor, personId: 'p2' }, facts().exhibitors[1]!] },
      { exhibitors: [{ ...exhibitor, absentSlotIds: ['s4'] }, facts().exhibitors[1]!] },
      { wishes: [{ ...wish, weight: 5 }, facts().wishes[1]!] },
      { wishes: [{ ...wish, by: 'exhibitor' }, facts().wishes[1]!] },
      { bookings: [] },
      { bookings: [booking({ slotId: 's4' })] },
      { bookings: [booking({ isLocked: true })] },
      { bookings: [booking(), booking({ id: 'b2', deskId: 'd2', state: 'cancelled', cancelledBy: 'desk' })] },
      { bookings: [booking({ state: 'attended' })] },
    ];
    for (const change of others) expect(scheduleBasis(facts(change), NOW)).not.toBe(basis);
    expect(scheduleBasis(facts(), new Date('2026-11-02T02:00:00Z'))).not.toBe(basis);
  });

  it('does not change with the minutes, nor with a booking that holds no place', () => {
    expect(scheduleBasis(facts(), new Date('2026-11-02T01:59:59Z'))).toBe(basis);
    const bookings = [booking(), booking({ id: 'b2', state: 'cancelled' })];
    expect(scheduleBasis(facts({ bookings }), NOW)).toBe(basis);
  });
});

describe('a schedule', () => {
  it('is computed while applications are turned into meetings, and while the fair is open', () => {
    const allowed = FAIR_STATES.filter((state) => computeScheduleRefusal(state) === null);
    expect(allowed).toEqual(['scheduling', 'open']);
  });

  it('is applied once, in the same states, and only to what it was computed from', () => {
    const ready = { fairState: 'scheduling', scheduleState: 'ready', isOutdated: false } as const;
    expect(applyScheduleRefusal(ready)).toBeNull();
    expect(applyScheduleRefusal({ ...ready, isOutdated: true })?.code).toBe('FAIR_SCHEDULE_OUTDATED');
    expect(applyScheduleRefusal({ ...ready, fairState: 'held' })?.code).toBe('FAIR_STATE');
    for (const scheduleState of SCHEDULE_STATES.filter((state) => state !== 'ready'))
      expect(applyScheduleRefusal({ ...ready, scheduleState })?.code).toBe('FAIR_SCHEDULE_STATE');
  });

  it('is discarded while it could still be used', () => {
    const allowed = SCHEDULE_STATES.filter((state) => discardScheduleRefusal(state) === null);
    expect(allowed).toEqual(['solving', 'ready']);
  });
});
