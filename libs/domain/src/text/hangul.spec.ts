import { describe, expect, it } from '@jest/globals';
import { comparisonKey, isNfc, tidyLine, toNfc } from './hangul';

const decomposed = '한글'.normalize('NFD');

describe('Korean text', () => {
  it('typed as jamo becomes whole syllables', () => {
    expect(decomposed).not.toBe('한글');
    expect(isNfc(decomposed)).toBe(false);
    expect(toNfc(decomposed)).toBe('한글');
    expect(isNfc('한글')).toBe(true);
  });

  it('is tidied to one line', () => {
    expect(tidyLine(`  ${decomposed}\t 과   목 `)).toBe('한글 과 목');
  });

  it('compares without width, case and spaces', () => {
    expect(comparisonKey('현수막 / ＢＡＮＮＥＲ')).toBe(comparisonKey('현수막/banner'));
  });
});
