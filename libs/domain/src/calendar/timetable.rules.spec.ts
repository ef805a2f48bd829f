import { describe, expect, it } from '@jest/globals';
import { dueDayOf, isTimeOfDay } from './timetable.rules';

describe('the day whose time has come', () => {
  it('is today from the minute on, and yesterday before it', () => {
    expect(dueDayOf('06:30', new Date('2026-11-20T06:29:59+09:00'))).toBe('2026-11-19');
    expect(dueDayOf('06:30', new Date('2026-11-20T06:30:00+09:00'))).toBe('2026-11-20');
    expect(dueDayOf('00:00', new Date('2026-11-20T00:00:00+09:00'))).toBe('2026-11-20');
  });

  it('is of the Korean calendar: late in the evening of UTC it is the next day there', () => {
    expect(dueDayOf('06:30', new Date('2026-11-19T21:30:00Z'))).toBe('2026-11-20');
    expect(dueDayOf('06:30', new Date('2026-11-19T20:00:00Z'))).toBe('2026-11-19');
  });

  it('asks for a time of day that exists', () => {
    expect(['00:00', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '6:30', '06:60', 'morning'].some(isTimeOfDay)).toBe(false);
    expect(() => dueDayOf('25:00', new Date(0))).toThrow(RangeError);
  });
});
