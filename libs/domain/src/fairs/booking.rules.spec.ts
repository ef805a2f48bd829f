import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  answeringSide,
  bookingActionRefusal,
  bookingRefusal,
  moveTargetRefusal,
  type BookingFacts,
  type MeetingPlace,
  type PlanningAction,
} from './booking.rules';
import { BOOKING_STATES, FAIR_STANDS, FAIR_STATES, type FairStand } from './vocabulary';

const now = new Date('2026-06-01T00:00:00Z');
const slot = {
  id: 'ten',
  startsAt: new Date('2026-06-16T01:00:00Z'),
  endsAt: new Date('2026-06-16T01:30:00Z'),
};
const place: MeetingPlace = {
  desk: { isWithdrawn: false, absentSlotIds: [] },
  exhibitor: { state: 'confirmed', absentSlotIds: [], ceiling: null, meetings: 0 },
  slot,
};
const booking: BookingFacts = {
  state: 'confirmed',
  askedBy: 'exhibitor',
  heldUntil: null,
  cancelledBy: null,
  startsAt: slot.startsAt,
};
const asked: BookingFacts = { ...booking, state: 'proposed', heldUntil: new Date('2026-06-02T15:00:00Z') };
const ACTIONS: readonly PlanningAction[] = ['accept', 'decline', 'move', 'cancel', 'restore', 'lock'];

const codeOf = (action: PlanningAction, stand: FairStand, facts: BookingFacts, at = now) =>
  bookingActionRefusal(action, [stand], facts, 'open', at)?.code ?? null;

describe('booking', () => {
  const code = (changed: Partial<MeetingPlace>, at = now) =>
    bookingRefusal('open', ['desk'], { ...place, ...changed }, at)?.code ?? null;

  it('is for the sides while the fair is open, and for the organiser while the schedule is made, too', () => {
    const may = (stand: FairStand) =>
      FAIR_STATES.filter((state) => bookingRefusal(state, [stand], place, now) === null);
    expect(may('desk')).toEqual(['open']);
    expect(may('exhibitor')).toEqual(['open']);
    expect(may('organiser')).toEqual(['scheduling', 'open']);
  });

  it('wants a slot that has not begun', () => {
    expect(code({}, new Date(slot.startsAt.getTime() - 1))).toBeNull();
    expect(code({}, slot.startsAt)).toBe('BOOKING_INVALID');
  });

  it('wants both to be there', () => {
    expect(code({ desk: { isWithdrawn: true, absentSlotIds: [] } })).toBe('BOOKING_DESK_ABSENT');
    expect(code({ desk: { isWithdrawn: false, absentSlotIds: ['ten'] } })).toBe('BOOKING_DESK_ABSENT');
    expect(code({ exhibitor: { ...place.exhibitor, absentSlotIds: ['ten'] } })).toBe(
      'BOOKING_EXHIBITOR_ABSENT',
    );
    expect(code({ exhibitor: { ...place.exhibitor, state: 'applied' } })).toBe('FAIR_EXHIBITOR_STATE');
  });

  it('keeps to the most meetings that an enterprise may have', () => {
    expect(code({ exhibitor: { ...place.exhibitor, ceiling: 2, meetings: 1 } })).toBeNull();
    expect(code({ exhibitor: { ...place.exhibitor, ceiling: 2, meetings: 2 } })).toBe('BOOKING_CEILING');
  });
});

describe('a booking that is there', () => {
  it('is answered by the other side alone, and in time', () => {
    expect(answeringSide('desk')).toBe('exhibitor');
    expect(answeringSide('exhibitor')).toBe('desk');
    expect(answeringSide('organiser')).toBe('exhibitor');
    for (const action of ['accept', 'decline'] as const) {
      expect(codeOf(action, 'desk', asked)).toBeNull();
      expect(codeOf(action, 'exhibitor', asked)).toBe('FORBIDDEN');
      expect(codeOf(action, 'organiser', asked)).toBe('FORBIDDEN');
      expect(codeOf(action, 'desk', booking)).toBe('BOOKING_STATE');
      expect(codeOf(action, 'desk', asked, new Date('2026-06-02T14:59:59.999Z'))).toBeNull();
      expect(codeOf(action, 'desk', asked, new Date('2026-06-02T15:00:00Z'))).toBe('BOOKING_HOLD_LAPSED');
    }
  });

  it('is moved and cancelled by its sides until it begins, and by the organiser later, too', () => {
    for (const action of ['move', 'cancel'] as const) {
      expect(codeOf(action, 'exhibitor', booking)).toBeNull();
      expect(codeOf(action, 'desk', booking, slot.startsAt)).toBe('BOOKING_STATE');
      expect(codeOf(action, 'organiser', booking, slot.startsAt)).toBeNull();
    }
    expect(codeOf('move', 'desk', asked)).toBe('BOOKING_STATE');
    expect(codeOf('cancel', 'desk', asked)).toBeNull();
  });

  it('that took place, or did not, is neither moved nor cancelled nor restored', () => {
    for (const state of ['attended', 'no_show', 'walk_in'] as const)
      for (const action of ACTIONS)
        expect(codeOf(action, 'organiser', { ...booking, state })).toBe('BOOKING_STATE');
  });

  it('is restored by whoever cancelled it, and by the organiser', () => {
    const cancelled: BookingFacts = { ...booking, state: 'cancelled', cancelledBy: 'desk' };
    expect(codeOf('restore', 'desk', cancelled)).toBeNull();
    expect(codeOf('restore', 'exhibitor', cancelled)).toBe('FORBIDDEN');
    expect(codeOf('restore', 'organiser', cancelled)).toBeNull();
    const lapsed: BookingFacts = { ...cancelled, cancelledBy: null };
    expect(codeOf('restore', 'desk', lapsed)).toBe('FORBIDDEN');
    expect(codeOf('restore', 'organiser', lapsed)).toBeNull();
  });

  it('is locked by the organiser', () => {
    expect(codeOf('lock', 'organiser', booking)).toBeNull();
    expect(codeOf('lock', 'desk', booking)).toBe('FORBIDDEN');
  });

  it('goes to another desk only by the organiser, and not to where it is', () => {
    const from = { deskId: 'a', slotId: 'ten' };
    const code = (stand: FairStand, deskId: string, slotId: string) =>
      moveTargetRefusal([stand], from, { deskId, slotId })?.code ?? null;
    expect(code('exhibitor', 'a', 'eleven')).toBeNull();
    expect(code('exhibitor', 'b', 'eleven')).toBe('FORBIDDEN');
    expect(code('organiser', 'b', 'ten')).toBeNull();
    expect(code('organiser', 'a', 'ten')).toBe('BOOKING_INVALID');
  });

  it('never lets who stands for more do less', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIONS),
        fc.record({
          state: fc.constantFrom(...BOOKING_STATES),
          askedBy: fc.constantFrom(...FAIR_STANDS),
          heldUntil: fc.constantFrom(null, asked.heldUntil),
          cancelledBy: fc.constantFrom(null, ...FAIR_STANDS),
          startsAt: fc.constantFrom(slot.startsAt, now),
        }),
        fc.constantFrom(...FAIR_STATES),
        fc.subarray([...FAIR_STANDS], { minLength: 1 }),
        (action, facts, state, stands) => {
          const alone = stands.some(
            (stand) => bookingActionRefusal(action, [stand], facts, state, now) === null,
          );
          const together = bookingActionRefusal(action, stands, facts, state, now) === null;
          if (alone) expect(together).toBe(true);
        },
      ),
    );
  });
});
