import { describe, expect, it } from '@jest/globals';
import { excerpt, markMatch, markWords } from './mark-match';

/** 「」 around what is marked */
function shown(text: string, q: string, meant: readonly string[] = []): string {
  const words = markWords(
    q,
    meant.map((one) => ({ meant: one })),
  );
  return markMatch(text, words)
    .map((piece) => (piece.marked ? `「${piece.text}」` : piece.text))
    .join('');
}

describe('why a supplier was found', () => {
  it.each([
    ['현수막 제작', '현수막', '「현수막」 제작'],
    ['대형현수막/배너 현수막', '현수막 배너', '대형「현수막」/「배너」 「현수막」'],
    ['EM실천', 'em', '「EM」실천'],
    ['인쇄 출판', '인쇄출판', '「인쇄 출판」'],
    ['인쇄출판', '인쇄 출판', '「인쇄출판」'],
    ['현수막 제작', 'ㅎㅅㅁ', '「현수막」 제작'],
    ['배너', '현수막', '배너'],
    ['(주)노란들판', '㈜노란들판', '(주)「노란들판」'],
    ['노란들판', '(주)노란들판', '「노란들판」'],
    ['현수막, 배너', '현수막/배너', '「현수막」, 「배너」'],
    ['사회ㆍ문화 행사', '사회문화', '「사회ㆍ문화」 행사'],
  ])('marks in %s what %s asked for', (text, q, expected) => {
    expect(shown(text, q)).toBe(expected);
  });

  it('marks the word that a slip was read as', () => {
    expect(shown('현수막 제작', '현수먁')).toBe('현수막 제작');
    expect(shown('현수막 제작', '현수먁', ['현수막'])).toBe('「현수막」 제작');
  });

  it('marks nothing for a single letter, which stands nearly everywhere', () => {
    expect(shown('현수막 제작', '제')).toBe('현수막 제작');
  });

  it('gives the whole text back, whatever was asked', () => {
    for (const q of ['', ' ', '.*', 'ㄱ', '현수막']) {
      const pieces = markMatch('현수막 제작 (대형)', markWords(q));
      expect(pieces.map((piece) => piece.text).join('')).toBe('현수막 제작 (대형)');
    }
    expect(markMatch('', ['현수막'])).toEqual([]);
  });

  it('cuts a long text around the first place that matched', () => {
    const long = `${'인쇄물과 자료집을 만듭니다. '.repeat(8)}현수막도 만듭니다.`;
    const cut = excerpt(long, ['현수막'], 40);
    expect(cut).toContain('현수막');
    expect(cut.startsWith('…')).toBe(true);
    expect(cut.length).toBeLessThanOrEqual(42);
    expect(excerpt('현수막 제작', ['현수막'], 40)).toBe('현수막 제작');
    expect(excerpt(long, ['없음'], 40).length).toBeLessThanOrEqual(42);
  });
});
