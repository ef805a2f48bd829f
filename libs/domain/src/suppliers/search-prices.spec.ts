import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PRICE_BANDS, priceStepOf, priceStepsBetween } from './search-prices';

describe('the steps of prices', () => {
  it('are few, and grow with the price', () => {
    expect([1, 2, 3, 4, 44_000].map(priceStepOf)).toEqual(['1:1', '2:10', '2:11', '3:100', '16:101']);
    expect(priceStepsBetween(40_000, 45_000)).toEqual(['16:100', '16:101']);
    expect(priceStepsBetween(0, Number.MAX_SAFE_INTEGER)).toHaveLength(1 + 2 + 4 * 51);
    expect(priceStepsBetween(10, 1)).toEqual([]);
  });

  it('hold every price between two, and leave out what is far away', () => {
    const price = fc.integer({ min: 1, max: 10 ** 12 });
    fc.assert(
      fc.property(price, price, price, (one, other, asked) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        const found = priceStepsBetween(from, to).includes(priceStepOf(asked));
        if (asked >= from && asked <= to) expect(found).toBe(true);
        if (asked > to * 2 || asked * 2 < from) expect(found).toBe(false);
      }),
    );
  });
});

describe('the bands of prices', () => {
  it('hold every price once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), (price) => {
        const holding = PRICE_BANDS.filter(
          ({ fromKrw, toKrw }) => price >= fromKrw && (toKrw === null || price <= toKrw),
        );
        expect(holding).toHaveLength(1);
      }),
    );
  });
});
