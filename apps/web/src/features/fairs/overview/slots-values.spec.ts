import { describe, expect, it } from '@jest/globals';
import { fairOf } from '../timetable/timetable-example';
import { daysOf, outlookOf, readTime, usualHours } from './slots-values';

const fair = fairOf({ firstDay: '2026-05-12', lastDay: '2026-05-13', slotMinutes: 30 });

describe('the hours of a fair', () => {
  it('begin as a morning and an afternoon of every day', () => {
    expect(daysOf(fair)).toEqual(['2026-05-12', '2026-05-13']);
    expect(usualHours(fair).hours).toHaveLength(4);
    expect(outlookOf(fair, usualHours(fair))).toEqual({ count: 24 });
  });

  it.each([
    ['930', '09:30'],
    ['0930', '09:30'],
    ['9:30', '09:30'],
    ['24:00', '24:00'],
    ['noon', 'noon'],
  ])('read %s as %s', (typed, read) => {
    expect(readTime(typed)).toBe(read);
  });

  it('say what is wrong before anything is sent', () => {
    const hours = [{ day: '2026-05-12', from: '10:00', to: '12:00' }];
    expect(outlookOf(fair, { slotMinutes: 30, pauseMinutes: 10, hours })).toEqual({ count: 3 });
    expect(outlookOf(fair, { slotMinutes: null, pauseMinutes: 0, hours })).toEqual({ wrong: 'slotMinutes' });
    const overlapping = [...hours, { day: '2026-05-12', from: '11:00', to: '13:00' }];
    expect(outlookOf(fair, { slotMinutes: 30, pauseMinutes: 0, hours: overlapping })).toEqual({
      wrong: 'hours',
    });
    const elsewhere = [{ day: '2026-05-14', from: '10:00', to: '12:00' }];
    expect(outlookOf(fair, { slotMinutes: 30, pauseMinutes: 0, hours: elsewhere })).toEqual({
      wrong: 'hours',
    });
  });
});
