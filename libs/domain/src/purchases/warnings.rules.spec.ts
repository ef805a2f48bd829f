import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { purchaseWarnings, splitPurchase, vatFits, type WarningFacts } from './warnings.rules';

const quiet: WarningFacts = {
  item: '현수막 제작',
  day: '2016-05-10',
  amountKrw: 11_000_000,
  supplyValueKrw: 10_000_000,
  fiscalYear: 2016,
  reasons: [],
  closedOn: null,
  probableDuplicates: 0,
  nearby: [],
  splitThresholdKrw: 20_000_000,
};
const codes = (change: Partial<WarningFacts>) =>
  purchaseWarnings({ ...quiet, ...change }).map((warning) => warning.code);
const other = { item: '현수막  제작', day: '2016-06-09', amountKrw: 11_000_000 };

describe('a purchase is warned of', () => {
  it('nothing when all is well', () => {
    expect(codes({})).toEqual([]);
  });

  it('a split: the same item twice within 30 days, above the threshold together', () => {
    expect(purchaseWarnings({ ...quiet, nearby: [other] })).toEqual([
      { code: 'split_purchase', details: { count: 2, sumKrw: 22_000_000, thresholdKrw: 20_000_000 } },
    ]);
  });

  it.each([
    ['on the 31st day', { nearby: [{ ...other, day: '2016-06-10' }] }],
    ['for another item', { nearby: [{ ...other, item: '배너' }] }],
    ['at the threshold together', { nearby: [{ ...other, amountKrw: 9_000_000 }] }],
    ['when the other one alone is above it', { nearby: [{ ...other, amountKrw: 20_000_001 }] }],
    [
      'when this one alone is above it',
      { amountKrw: 22_000_000, supplyValueKrw: 20_000_000, nearby: [other] },
    ],
    ['without a threshold', { splitThresholdKrw: null, nearby: [other] }],
  ])('no split %s', (_, change) => {
    expect(codes(change)).toEqual([]);
  });

  it('a split of two that each just keep to the threshold', () => {
    expect(codes({ nearby: [{ ...other, amountKrw: 20_000_000 }] })).toEqual(['split_purchase']);
  });

  it('a split by groups of 30 days, not by 30 days on both sides', () => {
    const around = [
      { ...other, day: '2016-04-10', amountKrw: 5_000_000 },
      { ...other, day: '2016-06-09', amountKrw: 5_000_000 },
    ];
    expect(splitPurchase({ ...quiet, nearby: around })).toBeNull();
    expect(splitPurchase({ ...quiet, splitThresholdKrw: 15_000_000, nearby: around })).toMatchObject({
      count: 2,
      sumKrw: 16_000_000,
    });
  });

  it('a split whichever of the two was entered last', () => {
    const amount = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: -40, max: 40 }), (a, b, days) => {
        const [first, second] = [
          { item: '가', day: '2016-05-10', amountKrw: a },
          { item: '가', day: addDays('2016-05-10', days), amountKrw: b },
        ];
        const seen = splitPurchase({ ...first, nearby: [second], splitThresholdKrw: 20 });
        expect(splitPurchase({ ...second, nearby: [first], splitThresholdKrw: 20 })).toEqual(seen);
        expect(seen !== null).toBe(Math.abs(days) <= 30 && a <= 20 && b <= 20 && a + b > 20);
      }),
    );
  });

  it('a probable duplicate, a closed business, and a date outside the year', () => {
    expect(codes({ probableDuplicates: 1 })).toEqual(['probable_duplicate']);
    expect(codes({ closedOn: '2016-05-10' })).toEqual(['closed_business']);
    expect(codes({ closedOn: '2016-05-11' })).toEqual([]);
    expect(codes({ fiscalYear: 2017 })).toEqual(['outside_fiscal_year']);
  });

  it('a certificate that has run out, or is not there', () => {
    expect(codes({ reasons: ['certificate_expired'] })).toEqual(['certificate_expired']);
    expect(codes({ reasons: ['certificate_revoked'] })).toEqual(['certificate_expired']);
    expect(codes({ reasons: ['certificate_missing'] })).toEqual(['certificate_missing']);
    expect(codes({ reasons: ['certificate_unverified'] })).toEqual(['certificate_missing']);
    expect(codes({ reasons: ['supply_value_missing'] })).toEqual([]);
  });

  it('a VAT that is neither a tenth nor nothing', () => {
    expect(purchaseWarnings({ ...quiet, supplyValueKrw: 9_000_000 })).toEqual([
      { code: 'vat_mismatch', details: { vatKrw: 2_000_000 } },
    ]);
    expect([vatFits(110_010, 100_000), vatFits(110_011, 100_000)]).toEqual([true, false]);
    expect(codes({ supplyValueKrw: 12_000_000 })).toEqual(['vat_mismatch']);
    expect(vatFits(160_000, null)).toBe(true);
    expect(vatFits(160_000, 160_000)).toBe(true);
    expect(vatFits(160_000, 145_455)).toBe(true);
    expect(vatFits(160_000, 145_000)).toBe(false);
  });
});
