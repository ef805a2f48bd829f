import type { Language } from './define-messages';

const HANGUL_FIRST = 0xac00;
const HANGUL_LAST = 0xd7a3;
const FINALS = 28;
const RIEUL = 8;
/** How Korean reads a last digit: 영 일 이 삼 사 오 육 칠 팔 구; true when the syllable ends in a consonant. */
const DIGIT_HAS_FINAL = [true, true, false, true, false, false, true, true, true, false];

/** What is not read aloud at the end of a word: 노란들판(주) takes the particle of 주. */
const CLOSING = /[\s'"’”)\]]+$/u;

/** Puts the values into a text. An unknown name stays visible as it is: a missing value must be noticed. */
export function fillMessage(
  text: string,
  params: Readonly<Record<string, string | number>>,
  language: Language,
): string {
  return text.replace(
    /\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g,
    (whole, name: string, first?: string, second?: string) => {
      const value = params[name];
      if (value === undefined) return whole;
      const shown = typeof value === 'number' ? value.toLocaleString('ko-KR') : value;
      if (first === undefined || second === undefined) return shown;
      if (language === 'en') return `${shown} ${value === 1 || value === '1' ? first : second}`;
      return `${shown}${endsInConsonant(shown, first) ? first : second}`;
    },
  );
}

/** Tells whether the particle for a final consonant fits; after ㄹ, 으로 becomes 로 like after a vowel. */
function endsInConsonant(word: string, particle: string): boolean {
  const last = word.replace(CLOSING, '').at(-1) ?? '';
  if (/\d/.test(last)) return DIGIT_HAS_FINAL[Number(last)] ?? false;
  const code = last.codePointAt(0) ?? 0;
  if (code < HANGUL_FIRST || code > HANGUL_LAST) return false;
  const final = (code - HANGUL_FIRST) % FINALS;
  return final !== 0 && !(final === RIEUL && particle.startsWith('으로'));
}
