import { describe, expect, it } from '@jest/globals';
import { isNumberPart, readSearchQuestion } from './search-question';
import { initialsOf, partsOf, searchKey, typedInitials } from './search-text';

const keys = (question: string) => readSearchQuestion(question).map(({ kind, key }) => `${kind} ${key}`);

describe('a question', () => {
  it.each([
    ['인쇄', ['text 인쇄']],
    ['현수막 배너', ['text 현수막', 'text 배너']],
    ['현수막/배너, 깃발', ['text 현수막', 'text 배너', 'text 깃발']],
    ['ㅎㅅㅁ', ['initials ㅎㅅㅁ']],
    ['ㄳㅁ', ['initials ㄱㅅㅁ']],
    ['(주)푸른환경코리아', ['text 푸른환경코리아']],
    ['푸른환경코리아', ['text 푸른환경코리아']],
    ['㈜ 푸른환경코리아', ['text 푸른환경코리아']],
    ['주식회사 푸른환경코리아', ['text 푸른환경코리아']],
    ['주식회사', ['text 주식회사']],
    ['000-12-34567', ['text 0001234567']],
    ['ＬＥＤ 조명', ['text led', 'text 조명']],
    ['인쇄 인쇄', ['text 인쇄']],
    ['가 ㄱ', ['beginning 가', 'beginning ㄱ']],
    ['100%', ['text 100%']],
    ['a\\b', ['text a\\b']],
    ['() - _', []],
    ['', []],
  ])('%p is read as %p', (question, words) => {
    expect(keys(question)).toEqual(words);
  });

  it('looks into business numbers from three digits on', () => {
    const [three, two, mixed] = readSearchQuestion('123 12 12a');
    expect([three, two, mixed].map((word) => word !== undefined && isNumberPart(word))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('what is compared', () => {
  it('knows no width, case, space or mark', () => {
    expect(searchKey('（주） 푸른-환경_Korea')).toBe('주푸른환경korea');
    expect(searchKey('사회ㆍ문화·예술')).toBe('사회문화예술');
    expect(searchKey('100% A\\B')).toBe('100%a\\b');
  });

  it('by initial consonants are those of the syllables', () => {
    expect(initialsOf('현수막led')).toBe('ㅎㅅㅁled');
    expect(initialsOf('깎뻐')).toBe('ㄲㅃ');
    expect([typedInitials('ㅎㅅㅁ'), typedInitials('현ㅅ'), typedInitials('ㅏ')]).toEqual([
      'ㅎㅅㅁ',
      null,
      null,
    ]);
  });

  it('are parts of whole letters, each once', () => {
    expect(partsOf('가나가나', 2)).toEqual(['가나', '나가']);
    expect(partsOf('가', 2)).toEqual([]);
    expect(partsOf('😀가😀', 2)).toEqual(['😀가', '가😀']);
  });
});
