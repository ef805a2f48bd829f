import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { koreanDay } from '../calendar/day';
import { isRefusal } from '../refusal';
import { layFairSlots, type SlotsToLay } from './slot.rules';

const DAY = '2026-06-16';
const asked: SlotsToLay = {
  firstDay: DAY,
  lastDay: '2026-06-17',
  hours: [{ day: DAY, from: '10:00', to: '12:00' }],
  slotMinutes: 30,
  pauseMinutes: 0,
};

function laid(more: Partial<SlotsToLay>): string[] {
  const slots = layFairSlots({ ...asked, ...more });
  if (isRefusal(slots)) throw new Error(JSON.stringify(slots));
  return slots.map(({ startsAt, endsAt }) => `${startsAt.toISOString()} ${endsAt.toISOString()}`);
}

function fieldOf(more: Partial<SlotsToLay>): unknown {
  const slots = layFairSlots({ ...asked, ...more });
  return isRefusal(slots) ? slots.details?.['field'] : null;
}

describe('laying slots', () => {
  it('cuts the hours, nine hours ahead of UTC, and leaves a rest over', () => {
    expect(laid({ hours: [{ day: DAY, from: '10:00', to: '11:20' }] })).toEqual([
      '2026-06-16T01:00:00.000Z 2026-06-16T01:30:00.000Z',
      '2026-06-16T01:30:00.000Z 2026-06-16T02:00:00.000Z',
    ]);
    expect(laid({ hours: [{ day: DAY, from: '00:00', to: '00:30' }] })).toEqual([
      '2026-06-15T15:00:00.000Z 2026-06-15T15:30:00.000Z',
    ]);
  });

  it('may end at midnight, which is 24:00', () => {
    expect(laid({ hours: [{ day: DAY, from: '23:30', to: '24:00' }] })).toEqual([
      '2026-06-16T14:30:00.000Z 2026-06-16T15:00:00.000Z',
    ]);
  });

  it('pauses between two, not after the last', () => {
    const hours = [{ day: DAY, from: '10:00', to: '11:10' }];
    expect(laid({ hours, pauseMinutes: 10 })).toEqual([
      '2026-06-16T01:00:00.000Z 2026-06-16T01:30:00.000Z',
      '2026-06-16T01:40:00.000Z 2026-06-16T02:10:00.000Z',
    ]);
  });

  it('puts hours of several days in order, and lets them touch', () => {
    const hours = [
      { day: '2026-06-17', from: '10:00', to: '10:30' },
      { day: DAY, from: '13:00', to: '13:30' },
      { day: DAY, from: '12:30', to: '13:00' },
    ];
    const starts = laid({ hours }).map((slot) => slot.slice(0, 16));
    expect(starts).toEqual(['2026-06-16T03:30', '2026-06-16T04:00', '2026-06-17T01:00']);
  });

  it('refuses hours that overlap, end before they begin, are no time or lie on another day', () => {
    const hour = { day: DAY, from: '10:00', to: '12:00' };
    for (const wrong of [
      [hour, { day: DAY, from: '11:59', to: '13:00' }],
      [hour, hour],
      [{ ...hour, to: '10:00' }],
      [{ ...hour, to: '09:00' }],
      [{ ...hour, from: '' }],
      [{ ...hour, to: '24:01' }],
      [{ ...hour, from: '24:00', to: '24:00' }],
      [{ ...hour, day: '2026-06-15' }],
      [{ ...hour, day: '2026-06-18' }],
      [{ ...hour, day: '2026-06-1x' }],
      [{ ...hour, to: '10:29' }],
      [],
    ])
      expect({ wrong, field: fieldOf({ hours: wrong }) }).toEqual({ wrong, field: 'hours' });
  });

  it('refuses more slots than a fair has, and slots of nothing', () => {
    const all = [
      { day: DAY, from: '00:00', to: '12:30' },
      { day: '2026-06-17', from: '00:00', to: '12:30' },
    ];
    expect(laid({ hours: all, slotMinutes: 5 })).toHaveLength(300);
    const more = [...all, { day: DAY, from: '13:00', to: '13:05' }];
    expect(fieldOf({ hours: more, slotMinutes: 5 })).toBe('slotMinutes');
    expect(fieldOf({ slotMinutes: 0 })).toBe('slotMinutes');
    expect(fieldOf({ pauseMinutes: -1 })).toBe('slotMinutes');
  });

  it('lays slots that have the length, never overlap, and lie in the hours', () => {
    const time = fc.integer({ min: 0, max: 23 * 60 + 59 });
    const text = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(
        fc.uniqueArray(time, { minLength: 2, maxLength: 8 }),
        fc.integer({ min: 5, max: 240 }),
        fc.nat(60),
        (minutes, slotMinutes, pauseMinutes) => {
          const sorted = [...minutes].sort((one, other) => one - other);
          const spans = sorted.flatMap((from, at) =>
            at % 2 === 0 && at + 1 < sorted.length ? [{ from, to: sorted[at + 1]! }] : [],
          );
          const hours = spans.map(({ from, to }) => ({ day: DAY, from: text(from), to: text(to) }));
          const slots = layFairSlots({ ...asked, hours, slotMinutes, pauseMinutes });
          if (isRefusal(slots)) return;
          slots.forEach(({ startsAt, endsAt }, at) => {
            expect(endsAt.getTime() - startsAt.getTime()).toBe(slotMinutes * 60_000);
            expect(koreanDay(startsAt)).toBe(DAY);
            const before = slots[at - 1];
            if (before !== undefined) expect(before.endsAt <= startsAt).toBe(true);
            const start = (startsAt.getTime() - new Date(`${DAY}T00:00:00+09:00`).getTime()) / 60_000;
            expect(spans.some(({ from, to }) => from <= start && start + slotMinutes <= to)).toBe(true);
          });
        },
      ),
    );
  });
});
