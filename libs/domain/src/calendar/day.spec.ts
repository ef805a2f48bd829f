import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  dayNumber,
  dayOf,
  daysBetween,
  daysInMonth,
  firstDayOfQuarter,
  isDay,
  isWithin,
  koreanDay,
  lastDayOfQuarter,
  monthOf,
  quarterOf,
  quarterOfMonth,
  yearOf,
  type Quarter,
} from './day';

const anyDay = fc.integer({ min: -20_000, max: 75_000 }).map((count) => addDays('1970-01-01', count));

describe('a day', () => {
  it.each(['2016-02-29', '2000-02-29', '1900-01-01', '2199-12-31', '2026-11-20'])('is %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2015-02-29',
    '1900-02-29',
    '2026-W01',
    '2026-1-1',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '1899-12-31',
    '2200-01-01',
    '2026-01-01T00:00:00Z',
    '２０２６-01-01',
    '',
    20260101,
    null,
    undefined,
  ])('is not %s', (value) => {
    expect(isDay(value)).toBe(false);
  });

  it('is built from parts only when it exists', () => {
    expect(dayOf(2016, 3, 5)).toBe('2016-03-05');
    expect(dayOf(2026, 2, 30)).toBeNull();
    expect(daysInMonth(2026, 13)).toBe(0);
  });

  it('refuses to count from what is no day', () => {
    expect(() => dayNumber('2026-02-30')).toThrow(RangeError);
  });

  it('moves by days there and back again', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(isDay(moved)).toBe(true);
        expect(daysBetween(day, moved)).toBe(count);
        expect(moved > day).toBe(count > 0);
      }),
    );
  });

  it('lies within limits, both ends inclusive, and null is no limit', () => {
    expect(isWithin('2018-06-07', '2015-06-08', '2018-06-07')).toBe(true);
    expect(isWithin('2018-06-08', '2015-06-08', '2018-06-07')).toBe(false);
    expect(isWithin('2015-06-07', '2015-06-08', null)).toBe(false);
    expect(isWithin('2015-06-08', '2015-06-08', null)).toBe(true);
    expect(isWithin('1999-01-01', null, null)).toBe(true);
  });

  it('knows its year, month and quarter', () => {
    expect([yearOf('2016-08-09'), monthOf('2016-08-09'), quarterOf('2016-08-09')]).toEqual([2016, 8, 3]);
    expect([1, 3, 4, 6, 7, 9, 10, 12].map(quarterOfMonth)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('every day lies between the first and the last day of its quarter', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const [year, quarter] = [yearOf(day), quarterOf(day)];
        expect(isWithin(day, firstDayOfQuarter(year, quarter), lastDayOfQuarter(year, quarter))).toBe(true);
      }),
    );
    expect(([1, 2, 3, 4] as Quarter[]).map((quarter) => lastDayOfQuarter(2016, quarter))).toEqual([
      '2016-03-31',
      '2016-06-30',
      '2016-09-30',
      '2016-12-31',
    ]);
  });

  it('of an instant is the Korean one, whatever zone the host is in', () => {
    expect(koreanDay(new Date('2026-11-20T14:59:59.999Z'))).toBe('2026-11-20');
    expect(koreanDay(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21');
    const seoul = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' });
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
        (instant) => {
          expect(koreanDay(instant)).toBe(seoul.format(instant));
        },
      ),
    );
  });
});
