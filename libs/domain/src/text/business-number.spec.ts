import { describe, expect, it } from '@jest/globals';
import { isRefusal, refusal } from '../refusal';
import { businessNumberChecksumFits, formatBusinessNumber, parseBusinessNumber } from './business-number';

/** ref_brn_vectors: one published number, synthetic 000-… ones, and three that fail. */
const FITTING = [
  '107-81-53660',
  '000-81-00009',
  '000-81-00014',
  '000-82-00025',
  '000-81-00033',
  '000-82-00044',
  '000-81-00052',
  '000-81-00066',
  '000-82-00078',
  '000-81-00085',
  '000-81-00090',
  '000-86-00101',
  '000-87-00113',
];

describe('a business registration number', () => {
  it.each(FITTING)('%s is read, shown the same, and fits its check digit', (shown) => {
    const digits = parseBusinessNumber(shown);
    expect(digits).toBe(shown.replaceAll('-', ''));
    expect(formatBusinessNumber(String(digits))).toBe(shown);
    expect(businessNumberChecksumFits(String(digits))).toBe(true);
  });

  it('with a wrong check digit is read all the same: that is only a warning', () => {
    expect(parseBusinessNumber('000-81-00015')).toBe('0008100015');
    expect(businessNumberChecksumFits('0008100015')).toBe(false);
  });

  it.each(['00081000', '000-81-0000X', '', '12345678901'])('%p is refused', (text) => {
    expect(isRefusal(parseBusinessNumber(text))).toBe(true);
    expect(businessNumberChecksumFits(text)).toBe(false);
  });

  it('of nine digits is refused, never padded', () => {
    expect(parseBusinessNumber('081000090')).toEqual(refusal('BUSINESS_NUMBER_INVALID', { length: 9 }));
  });

  it('accepts spaces and full-width digits', () => {
    expect(parseBusinessNumber(' １０７-81 53660 ')).toBe('1078153660');
  });
});
