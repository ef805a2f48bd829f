import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../refusal';
import { formatKrw, MONEY_UNITS, parseKrw, UNIT_KRW } from './units';

describe('won in units', () => {
  it.each([
    [1_200_000_000, 'won', 0, '1,200,000,000'],
    [1_200_000_000, 'thousand_won', 0, '1,200,000'],
    [1_200_000_000, 'million_won', 0, '1,200'],
    [7_540_000_000, 'hundred_million_won', 1, '75.4'],
    [1_500, 'thousand_won', 0, '2'],
    [-1_234_500, 'thousand_won', 1, '-1,234.5'],
    [0, 'hundred_million_won', 2, '0.00'],
    [123_456_789_012, 'million_won', 6, '123,456.789012'],
  ] as const)('%d in %s with %d decimals is %s', (amount, unit, decimals, text) => {
    expect(formatKrw(amount, unit, decimals)).toBe(text);
  });

  it('refuses what is not whole won', () => {
    expect(() => formatKrw(0.5)).toThrow(RangeError);
  });
});

describe('what a person typed', () => {
  it.each([
    ['160,000', 160_000],
    ['160000원', 160_000],
    ['1,200,000천원', 1_200_000_000],
    ['１，２００천원', 1_200_000],
    ['1.5억원', 150_000_000],
    ['742억', 74_200_000_000],
    ['3만', 30_000],
    ['12백만원', 12_000_000],
    [' ₩ 5 000 ', 5_000],
    ['-1,000', -1_000],
    ['△1,000', -1_000],
    ['-0', 0],
  ])('%s is %d won', (text, won) => {
    expect(parseKrw(text)).toBe(won);
  });

  it('takes the unit of the field unless a unit is written', () => {
    expect(parseKrw('32,000', 'thousand_won')).toBe(32_000_000);
    expect(parseKrw('32,000,000원', 'thousand_won')).toBe(32_000_000);
  });

  it.each(['', '원', 'abc', '1,00', '12,34,567', '1e5', '0x10', '1.', '--1', '1 2a', 'NaN'])(
    '%p is refused as junk',
    (text) => {
      expect(parseKrw(text)).toEqual(refusal('INVALID_INPUT', { rule: 'money' }));
    },
  );

  it('refuses part of a won and what cannot be counted exactly', () => {
    expect(parseKrw('0.5원')).toEqual(refusal('INVALID_INPUT', { rule: 'money_fraction' }));
    expect(parseKrw('1.2345', 'thousand_won')).toEqual(refusal('INVALID_INPUT', { rule: 'money_fraction' }));
    expect(parseKrw('9007199254740993')).toEqual(refusal('INVALID_INPUT', { rule: 'money_range' }));
  });

  it('reads back what was shown, in every unit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MONEY_UNITS),
        fc.integer({ min: -9_000_000, max: 9_000_000 }),
        (unit, count) => {
          const won = count * UNIT_KRW[unit];
          expect(parseKrw(formatKrw(won, unit), unit)).toBe(won + 0);
        },
      ),
    );
    fc.assert(
      fc.property(fc.maxSafeInteger(), (won) => {
        expect(parseKrw(formatKrw(won, 'hundred_million_won', 8), 'hundred_million_won')).toBe(won);
      }),
    );
  });
});
