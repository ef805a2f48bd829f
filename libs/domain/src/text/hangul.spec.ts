import { describe, expect, it } from '@jest/globals';
import { comparisonKey, cutMarkRuns, hasLongMarkRun, tidyLine, toNfc } from './hangul';

const decomposed = '한글'.normalize('NFD');

describe('Korean text', () => {
  it('typed as jamo becomes whole syllables', () => {
    expect(decomposed).not.toBe('한글');
    expect(toNfc(decomposed)).toBe('한글');
    expect(toNfc('한글')).toBe('한글');
  });

  it('is tidied to one line', () => {
    expect(tidyLine(`  ${decomposed}\t 과   목 `)).toBe('한글 과 목');
  });

  it('compares without width, case and spaces', () => {
    expect(comparisonKey('현수막 / ＢＡＮＮＥＲ')).toBe(comparisonKey('현수막/banner'));
  });
});

describe('marks piled on one letter', () => {
  const piled = (marks: number) => `a${'\u0301'.repeat(marks)}b`;

  it('are told from thirty-one on, and cut to thirty', () => {
    expect(hasLongMarkRun(piled(30))).toBe(false);
    expect(hasLongMarkRun(piled(31))).toBe(true);
    expect(cutMarkRuns(piled(30))).toBe(piled(30));
    expect(cutMarkRuns(piled(500) + piled(500))).toBe(piled(30) + piled(30));
  });

  it('are none in Hangul, also as jamo', () => {
    expect(hasLongMarkRun('강북구 현수막'.repeat(20).normalize('NFD'))).toBe(false);
  });
});
