import { describe, expect, it } from '@jest/globals';
import { readBasisPoints, showBasisPoints } from './percent-format';

describe('a percentage', () => {
  it('is read as basis points, and what is no number not at all', () => {
    expect(['30', '30.5', '30.25 %', '29.99', '0.07', '0', '１００％'].map(readBasisPoints)).toEqual([
      3000, 3050, 3025, 2999, 7, 0, 10_000,
    ]);
    expect(['', ' '].map(readBasisPoints)).toEqual([null, null]);
    expect(['삼십', '-1', '30,5', '1e2', '30.555'].map(readBasisPoints)).toEqual(Array(5).fill(undefined));
  });

  it('is shown with as many decimals as it has, and read again is the same', () => {
    expect([0, 7, 3000, 3050, 2999].map(showBasisPoints)).toEqual(['0', '0.07', '30', '30.5', '29.99']);
    for (let bp = 0; bp <= 10_000; bp += 1) expect(readBasisPoints(showBasisPoints(bp))).toBe(bp);
  });
});
