import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  holdUntil,
  isForStandBy,
  isLapsed,
  nearestFreeSlots,
  offerUntil,
  type SlotFacts,
} from './booking-times';

const at = (text: string) => new Date(`${text}+09:00`);
const slot = (id: string, from: string): SlotFacts => ({
  id,
  startsAt: at(`2026-06-16T${from}:00`),
  endsAt: new Date(at(`2026-06-16T${from}:00`).getTime() + 1_800_000),
});
const FAR = slot('far', '10:00');

describe('an asked place', () => {
  it('is kept until the Korean midnight after the days to answer, to the millisecond', () => {
    const until = holdUntil(at('2026-06-01T09:00:00'), 1, FAR);
    expect(until).toEqual(at('2026-06-03T00:00:00'));
    expect(isLapsed(until, at('2026-06-02T23:59:59.999'))).toBe(false);
    expect(isLapsed(until, at('2026-06-03T00:00:00.000'))).toBe(true);
    expect(isLapsed(null, at('2026-06-03T00:00:00'))).toBe(false);
  });

  it('counts the Korean day, whatever day it is in Greenwich', () => {
    expect(holdUntil(at('2026-06-01T00:00:00.000'), 0, FAR)).toEqual(at('2026-06-02T00:00:00'));
    expect(holdUntil(at('2026-06-01T23:59:59.999'), 0, FAR)).toEqual(at('2026-06-02T00:00:00'));
    expect(holdUntil(at('2026-12-31T08:59:00'), 1, slot('x', '10:00'))).toEqual(FAR.startsAt);
  });

  it('is never kept beyond the start, and always for a while', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 40 }),
        fc.integer({ min: 0, max: 30 }),
        (minutesBefore, days) => {
          const now = new Date(FAR.startsAt.getTime() - minutesBefore * 60_000 - 1);
          const until = holdUntil(now, days, FAR);
          expect(until <= FAR.startsAt).toBe(true);
          expect(until > now).toBe(true);
        },
      ),
    );
  });
});

describe('an offer of the waiting list', () => {
  it('stands for its minutes, and not beyond the start', () => {
    expect(offerUntil(at('2026-06-16T09:00:00'), 30, FAR)).toEqual(at('2026-06-16T09:30:00'));
    expect(offerUntil(at('2026-06-16T09:00:00'), 120, FAR)).toEqual(at('2026-06-16T10:00:00'));
  });

  it('of a slot that runs stands until its end', () => {
    expect(offerUntil(at('2026-06-16T10:00:00'), 120, FAR)).toEqual(at('2026-06-16T10:30:00'));
    expect(offerUntil(at('2026-06-16T10:12:00'), 5, FAR)).toEqual(at('2026-06-16T10:17:00'));
  });

  it('is for stand-by from the no-show minutes before the start on', () => {
    expect(isForStandBy(FAR, 10, at('2026-06-16T09:49:59.999'))).toBe(false);
    expect(isForStandBy(FAR, 10, at('2026-06-16T09:50:00'))).toBe(true);
    expect(isForStandBy(FAR, 10, at('2026-06-16T10:20:00'))).toBe(true);
  });
});

describe('the nearest free slots', () => {
  const slots = ['10:00', '10:30', '11:00', '11:30', '12:00'].map((from) => slot(from, from));
  const ids = (wanted: SlotFacts, taken: readonly string[], now = '2026-06-01T00:00:00') =>
    nearestFreeSlots(slots, wanted, ({ id }) => !taken.includes(id), at(now)).map(({ id }) => id);

  it('are in order of nearness, the earlier one first', () => {
    expect(ids(slot('11:00', '11:00'), [])).toEqual(['10:30', '11:30', '10:00']);
    expect(ids(slot('11:00', '11:00'), ['10:30', '11:00'])).toEqual(['11:30', '10:00', '12:00']);
  });

  it('have not begun', () => {
    expect(ids(slot('11:00', '11:00'), [], '2026-06-16T10:30:00')).toEqual(['11:30', '12:00']);
  });

  it('are free, not the wanted one, and none that is left out is nearer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4 }), fc.subarray(slots.map(({ id }) => id)), (index, taken) => {
        const wanted = slots[index] ?? FAR;
        const found = ids(wanted, taken);
        expect(found.some((id) => taken.includes(id) || id === wanted.id)).toBe(false);
        const distance = (id: string) =>
          Math.abs((slots.find((one) => one.id === id)?.startsAt.getTime() ?? 0) - wanted.startsAt.getTime());
        const rest = slots.filter(({ id }) => id !== wanted.id && !taken.includes(id) && !found.includes(id));
        const farthest = Math.max(0, ...found.map(distance));
        expect(rest.every(({ id }) => distance(id) >= farthest)).toBe(true);
      }),
    );
  });
});
