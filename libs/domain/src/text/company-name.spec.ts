import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  companyNameSimilarity,
  NAME_MATCH_AUTOMATIC,
  NAME_MATCH_REVIEW,
  normaliseCompanyName,
} from './company-name';

describe('the name of an enterprise', () => {
  it.each([
    '(주)노란들판',
    '㈜노란들판',
    '노란들판 주식회사',
    '주식회사  노란 들판',
    '（주） 노란들판',
    '노란들판',
  ])('%s is 노란들판', (name) => {
    expect(normaliseCompanyName(name)).toBe('노란들판');
  });

  it('that is nothing but a legal form keeps it', () => {
    expect(normaliseCompanyName('주식회사')).toBe('주식회사');
  });

  it('matches itself whatever the legal form, automatically', () => {
    expect(companyNameSimilarity('(주)노란들판', '노란들판 주식회사')).toBe(1);
  });

  it('matches a slip for review, and another name not at all', () => {
    const slip = companyNameSimilarity('나그네다문화센터', '나그네 다문화센타');
    expect(slip).toBeGreaterThanOrEqual(NAME_MATCH_REVIEW);
    expect(companyNameSimilarity('노란들판', '청롱')).toBe(0);
    expect(companyNameSimilarity('가', '나')).toBe(0);
    expect(companyNameSimilarity('', '')).toBe(0);
    expect(NAME_MATCH_AUTOMATIC).toBeGreaterThan(NAME_MATCH_REVIEW);
  });

  it('is as like to another as the other to it, between 0 and 1', () => {
    const name = fc.string({ unit: fc.constantFrom('노', '란', '들', '판', ' ', '(주)', 'a'), maxLength: 8 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = companyNameSimilarity(a, b);
        expect(likeness).toBe(companyNameSimilarity(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
    );
  });
});
