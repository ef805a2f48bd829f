import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { kpiAverages, kpiChange, kpiStanding } from './kpi-standing';

const row = {
  basis: 'count',
  source: 'entered',
  target: null,
  enteredActual: null,
  official: null,
  rounding: null,
  decimals: null,
} as const;
const standing = (target: number | null, actual: number | null, more: object = {}) =>
  kpiStanding({ ...row, target, enteredActual: actual, ...more }, null);

describe('the rate of a row', () => {
  it.each([
    [330, 300, '110'],
    [654, 650, '101'],
    [38, 15, '253'],
    [210, 200, '105'],
    [10, 10, '100'],
    [314, 100, '314'],
  ])('%d of %d reads %s', (actual, target, shown) => {
    expect(standing(target, actual).rate?.display).toBe(shown);
  });

  it.each([
    [26, 20, '130.0'],
    [6_560_000_000, 5_000_000_000, '131.2'],
  ])('%d of %d reads %s with one decimal', (actual, target, shown) => {
    expect(standing(target, actual, { decimals: 1 }).rate?.display).toBe(shown);
  });

  it('is cut off where the row says so: 25 of 14 reads 178', () => {
    expect(standing(14, 25, { rounding: 'truncate' }).rate).toMatchObject({
      display: '178',
      percent: 178.5714,
    });
    expect(standing(14, 25).rate?.display).toBe('179');
  });

  it('is none without a target, and none without an actual: never 0 %', () => {
    expect(standing(null, 25).rate).toBeNull();
    expect(standing(14, null).rate).toBeNull();
    expect(standing(14, 0).rate?.display).toBe('0');
  });

  it('is none for a matter of quality (조성 → 완료)', () => {
    const quality = standing(null, null, { basis: 'quality' });
    expect(quality).toEqual({
      computed: null,
      actual: null,
      rate: null,
      officialRate: null,
      difference: null,
    });
  });
});

describe('what was stated and what was counted', () => {
  const contracts = { ...row, basis: 'amount', source: 'contract_value' } as const;

  it('stand side by side, each with its own rate, and the difference is told', () => {
    const seen = kpiStanding(
      { ...contracts, target: 5_000_000_000, official: 6_560_000_000, decimals: 1 },
      6_418_000_000,
    );
    expect(seen).toMatchObject({ computed: 6_418_000_000, actual: 6_418_000_000, difference: 142_000_000 });
    expect(seen.rate?.display).toBe('128.4');
    expect(seen.officialRate?.display).toBe('131.2');
  });

  it('differ below zero as well: 26 stated, 27 counted', () => {
    const seen = kpiStanding({ ...row, source: 'matches', target: 20, official: 26 }, 27);
    expect(seen.difference).toBe(-1);
    expect([seen.rate?.display, seen.officialRate?.display]).toEqual(['135', '130']);
  });

  it('are compared only when both are there: nothing counted is not zero', () => {
    expect(kpiStanding({ ...contracts, official: 6_560_000_000 }, null).difference).toBeNull();
    expect(kpiStanding({ ...row, source: 'visits', official: 5 }, 0).difference).toBe(5);
  });
});

describe('the average of a board', () => {
  it('is over the rows that have a rate, and says how many they are', () => {
    const rows = [standing(100, 50), standing(100, 100), standing(100, null), standing(null, 7)];
    expect(kpiAverages(rows)).toEqual({
      average: { percent: 75, display: '75.0', counted: 2 },
      officialAverage: { percent: null, display: null, counted: 0 },
      rowCount: 4,
    });
  });

  it('is not moved by rows without a rate', () => {
    const pair = fc.tuple(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 8 }), fc.nat({ max: 5 }), (pairs, silent) => {
        const rated = pairs.map(([target, actual]) => standing(target, actual));
        const others = Array.from({ length: silent }, () => standing(5, null));
        expect(kpiAverages([...others, ...rated]).average).toEqual(kpiAverages(rated).average);
      }),
    );
  });
});

describe('the change from year to year', () => {
  it('is known when both years are, and has no per cent from nothing', () => {
    expect(kpiChange(600, 654)).toEqual({ change: 54, changePercent: 9 });
    expect(kpiChange(654, 600)).toEqual({ change: -54, changePercent: -8.2569 });
    expect(kpiChange(0, 5)).toEqual({ change: 5, changePercent: null });
    const unknown = { change: null, changePercent: null };
    expect([kpiChange(null, 5), kpiChange(5, null)]).toEqual([unknown, unknown]);
  });
});
