import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { divideRounded, formatScaled } from './exact';
import { averageRate, combinedRate, compareRates, rateOf, type RatePolicy } from './rate';

const halfUp = (decimals: number, capPercent: number | null = null): RatePolicy => ({
  rounding: 'half_up',
  decimals,
  capPercent,
});
const truncate = (decimals: number): RatePolicy => ({ rounding: 'truncate', decimals, capPercent: null });
const won = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
const target = fc.integer({ min: 1, max: 9_000_000_000_000 });

describe('a rate', () => {
  it.each([
    [
      '75.4억 of 60억 is 125.7 half-up with one decimal',
      7_540_000_000,
      6_000_000_000,
      halfUp(1),
      '125.7',
      125.6667,
    ],
    ['16.24억 of 8.94억 is 181 truncated', 1_624_000_000, 894_000_000, truncate(0), '181', 181.6555],
    ['16.24억 of 8.94억 would be 182 half-up', 1_624_000_000, 894_000_000, halfUp(0), '182', 181.6555],
    ['25 of 14 is 179 half-up', 25, 14, halfUp(0), '179', 178.5714],
    ['25 of 14 is 178 truncated', 25, 14, truncate(0), '178', 178.5714],
    ['654 of 650 is 101 half-up', 654, 650, halfUp(0), '101', 100.6154],
    ['32,000,000 of 1,200,000,000 is 2.67', 32_000_000, 1_200_000_000, halfUp(2), '2.67', 2.6667],
    ['160,000 of 1,200,000,000 is 0.0133', 160_000, 1_200_000_000, halfUp(4), '0.0133', 0.0133],
    ['314 % stays 314 % without a cap', 314, 100, halfUp(0), '314', 314],
    ['nothing of a target is 0.0, not nothing', 0, 100, halfUp(1), '0.0', 0],
  ])('%s', (_, numerator, denominator, policy, display, percent) => {
    expect(rateOf(numerator, denominator, policy)).toEqual({
      numeratorKrw: numerator,
      denominatorKrw: denominator,
      percent,
      display,
      policy,
    });
  });

  it.each([null, 0, -1])('of the target %s is no rate at all', (denominator) => {
    const rate = rateOf(160_000, denominator, halfUp(1));
    expect([rate.percent, rate.display, rate.denominatorKrw]).toEqual([null, null, denominator]);
  });

  it('is capped in display only', () => {
    expect(rateOf(314, 100, halfUp(1, 100))).toMatchObject({ display: '100.0', percent: 314 });
    expect(rateOf(99, 100, halfUp(1, 100))).toMatchObject({ display: '99.0' });
  });

  it('of a refund mirrors that of its purchase', () => {
    expect(rateOf(-25, 14, halfUp(0)).display).toBe('-179');
    expect(rateOf(-25, 14, truncate(0)).display).toBe('-178');
    expect(rateOf(-1, 1000, truncate(0)).display).toBe('0');
  });

  it('refuses what is not whole won', () => {
    for (const bad of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(() => rateOf(bad, 100, halfUp(1))).toThrow(RangeError);
      expect(() => rateOf(100, bad, halfUp(1))).toThrow(RangeError);
    }
  });

  it('is at most half a unit away half-up and less than a unit truncated', () => {
    fc.assert(
      fc.property(won, target, fc.integer({ min: 0, max: 4 }), (numerator, denominator, decimals) => {
        const scale = 10n ** BigInt(decimals);
        const exact = BigInt(numerator) * 100n * scale;
        const shown = (policy: RatePolicy) =>
          BigInt((rateOf(numerator, denominator, policy).display ?? '').replace('.', ''));
        const off = (value: bigint) => {
          const rest = exact - value * BigInt(denominator);
          return rest < 0n ? -rest : rest;
        };
        expect(2n * off(shown(halfUp(decimals))) <= BigInt(denominator)).toBe(true);
        expect(off(shown(truncate(decimals))) < BigInt(denominator)).toBe(true);
      }),
    );
  });
});

describe('the order of rates', () => {
  it('is exact where percentages look alike', () => {
    const [a, b] = [
      rateOf(8_999_999_999_999, 9_000_000_000_000, halfUp(0)),
      rateOf(8_999_999_999_998, 9_000_000_000_000, halfUp(0)),
    ];
    expect(a.percent).toBe(b.percent);
    expect(compareRates(a, b)).toBe(1);
    expect(compareRates(b, a)).toBe(-1);
  });

  it('sees 1/3 and 2/6 as equal', () => {
    expect(compareRates(rateOf(1, 3, halfUp(0)), rateOf(2, 6, halfUp(0)))).toBe(0);
  });

  it('puts a missing target below everything, even below a refund', () => {
    const [none, refund] = [rateOf(5, null, halfUp(0)), rateOf(-5, 10, halfUp(0))];
    expect(compareRates(none, refund)).toBe(-1);
    expect(compareRates(refund, none)).toBe(1);
    expect(compareRates(none, rateOf(9, 0, halfUp(0)))).toBe(0);
  });

  it('is total: antisymmetric and transitive', () => {
    const rate = fc.tuple(won, fc.option(target)).map(([a, b]) => rateOf(a, b, halfUp(0)));
    fc.assert(
      fc.property(rate, rate, rate, (a, b, c) => {
        expect(compareRates(a, b) + compareRates(b, a)).toBe(0);
        if (compareRates(a, b) <= 0 && compareRates(b, c) <= 0)
          expect(compareRates(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the average of rates', () => {
  it('leaves out those without target', () => {
    const rates = [
      rateOf(50, 100, halfUp(1)),
      rateOf(7, null, halfUp(1)),
      rateOf(100, 100, halfUp(1)),
      rateOf(7, 0, halfUp(1)),
    ];
    expect(averageRate(rates, halfUp(1))).toEqual({ percent: 75, display: '75.0', counted: 2 });
  });

  it('of none is none', () => {
    expect(averageRate([rateOf(7, null, halfUp(1))], halfUp(1))).toEqual({
      percent: null,
      display: null,
      counted: 0,
    });
  });

  it('of equal rates is that rate', () => {
    fc.assert(
      fc.property(won, target, fc.integer({ min: 1, max: 30 }), (numerator, denominator, count) => {
        const rate = rateOf(numerator, denominator, halfUp(2));
        const average = averageRate(
          Array.from({ length: count }, () => rate),
          halfUp(2),
        );
        expect(average).toEqual({ percent: rate.percent, display: rate.display, counted: count });
      }),
    );
  });
});

describe('the rate of several together', () => {
  it('leaves out whoever has no target, above and below the line', () => {
    const rates = [
      rateOf(50, 100, halfUp(1)),
      rateOf(999, null, halfUp(1)),
      rateOf(999, 0, halfUp(1)),
      rateOf(150, 100, halfUp(1)),
    ];
    expect(combinedRate(rates, halfUp(1))).toMatchObject({
      numeratorKrw: 200,
      denominatorKrw: 200,
      display: '100.0',
    });
    expect(combinedRate(rates.slice(1, 3), halfUp(1))).toMatchObject({ denominatorKrw: null, percent: null });
  });
});

describe('exact division', () => {
  it('rounds the half away from zero, or cuts', () => {
    expect([5n, -5n, 4n, 6n].map((value) => divideRounded(value, 10n, 'half_up'))).toEqual([1n, -1n, 0n, 1n]);
    expect([9n, -9n, 10n].map((value) => divideRounded(value, 10n, 'truncate'))).toEqual([0n, 0n, 1n]);
  });

  it('writes scaled integers', () => {
    expect([formatScaled(1257n, 1), formatScaled(-5n, 1), formatScaled(0n, 2), formatScaled(7n, 0)]).toEqual([
      '125.7',
      '-0.5',
      '0.00',
      '7',
    ]);
  });
});
