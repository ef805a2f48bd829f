import { describe, expect, it } from '@jest/globals';
import { OCDS_METHOD_OF, OCDS_METHODS, PROCUREMENT_METHODS } from './vocabulary';

describe('Korean procurement methods', () => {
  it('all have an OCDS method, and every OCDS method is used', () => {
    expect(new Set(PROCUREMENT_METHODS.map((method) => OCDS_METHOD_OF[method]))).toEqual(
      new Set(OCDS_METHODS),
    );
  });

  it('of one quotation are direct, of two or more limited', () => {
    expect([OCDS_METHOD_OF.direct_single_quote, OCDS_METHOD_OF.direct_two_quotes]).toEqual([
      'direct',
      'limited',
    ]);
  });
});
