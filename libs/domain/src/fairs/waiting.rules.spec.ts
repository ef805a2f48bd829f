import { describe, expect, it } from '@jest/globals';
import type { FairStand } from './vocabulary';
import {
  mayBeOffered,
  waitingActionRefusal,
  waitingRefusal,
  type OfferCandidate,
  type WaitingFacts,
  type WaitingQuestion,
} from './waiting.rules';

const now = new Date('2026-06-01T00:00:00Z');
const slot = {
  id: 'ten',
  startsAt: new Date('2026-06-16T01:00:00Z'),
  endsAt: new Date('2026-06-16T01:30:00Z'),
};
const desk = { isWithdrawn: false, absentSlotIds: [] };
const full: WaitingQuestion = {
  fairState: 'open',
  stands: ['exhibitor'],
  desk,
  exhibitor: { state: 'confirmed', absentSlotIds: [] },
  slot,
  isFree: false,
  meets: false,
  now,
};

describe('waiting', () => {
  const code = (changed: Partial<WaitingQuestion>) => waitingRefusal({ ...full, ...changed })?.code ?? null;

  it('is for a full place of an open fair', () => {
    expect(code({})).toBeNull();
    expect(code({ slot: null })).toBeNull();
    expect(code({ isFree: true })).toBe('WAITING_NOT_NEEDED');
    expect(code({ fairState: 'scheduling' })).toBe('FAIR_STATE');
    expect(code({ slot: { ...slot, startsAt: now } })).toBe('BOOKING_INVALID');
  });

  it('is asked for by the enterprise, or by the organiser for it', () => {
    expect(code({ stands: ['organiser'] })).toBeNull();
    expect(code({ stands: ['desk'] })).toBe('FORBIDDEN');
  });

  it('makes no sense where the two meet anyway or cannot', () => {
    expect(code({ meets: true })).toBe('BOOKING_PAIR_MEETS');
    expect(code({ desk: { ...desk, isWithdrawn: true } })).toBe('BOOKING_DESK_ABSENT');
    expect(code({ desk: { ...desk, absentSlotIds: ['ten'] } })).toBe('BOOKING_DESK_ABSENT');
    expect(code({ slot: null, desk: { ...desk, absentSlotIds: ['ten'] } })).toBeNull();
    expect(code({ exhibitor: { state: 'withdrawn', absentSlotIds: [] } })).toBe('FAIR_EXHIBITOR_STATE');
  });
});

describe('an entry of the waiting list', () => {
  const until = new Date('2026-06-01T02:00:00Z');
  const offered: WaitingFacts = { state: 'offered', offeredUntil: until };
  const waiting: WaitingFacts = { state: 'waiting', offeredUntil: null };
  const code = (action: 'accept' | 'decline' | 'withdraw', stand: FairStand, facts: WaitingFacts, at = now) =>
    waitingActionRefusal(action, [stand], facts, at)?.code ?? null;

  it('is answered by the enterprise alone, in time', () => {
    expect(code('accept', 'exhibitor', offered)).toBeNull();
    expect(code('decline', 'exhibitor', offered)).toBeNull();
    expect(code('accept', 'organiser', offered)).toBe('FORBIDDEN');
    expect(code('accept', 'exhibitor', waiting)).toBe('WAITING_STATE');
    expect(code('accept', 'exhibitor', offered, until)).toBe('BOOKING_HOLD_LAPSED');
  });

  it('is taken back while it waits', () => {
    expect(code('withdraw', 'exhibitor', waiting)).toBeNull();
    expect(code('withdraw', 'organiser', waiting)).toBeNull();
    expect(code('withdraw', 'desk', waiting)).toBe('FORBIDDEN');
    expect(code('withdraw', 'exhibitor', offered)).toBe('WAITING_STATE');
  });
});

describe('a free place', () => {
  const candidate: OfferCandidate = {
    exhibitor: { state: 'confirmed', absentSlotIds: [], ceiling: null, meetings: 0 },
    isTaken: false,
    isCheckedIn: false,
  };
  const may = (changed: Partial<OfferCandidate>, at: string) =>
    mayBeOffered({ ...candidate, ...changed }, desk, slot, 10, new Date(at));

  it('is offered to who can come', () => {
    expect(may({}, '2026-06-01T00:00:00Z')).toBe(true);
    expect(may({ isTaken: true }, '2026-06-01T00:00:00Z')).toBe(false);
    const busy = { ...candidate.exhibitor, ceiling: 1, meetings: 1 };
    expect(may({ exhibitor: busy }, '2026-06-01T00:00:00Z')).toBe(false);
  });

  it('close to the start and later is offered only to who has checked in, and to nobody after the end', () => {
    expect(may({}, '2026-06-16T00:49:59Z')).toBe(true);
    expect(may({}, '2026-06-16T00:50:00Z')).toBe(false);
    expect(may({ isCheckedIn: true }, '2026-06-16T00:50:00Z')).toBe(true);
    expect(may({ isCheckedIn: true }, '2026-06-16T01:29:59Z')).toBe(true);
    expect(may({ isCheckedIn: true }, '2026-06-16T01:30:00Z')).toBe(false);
  });
});
