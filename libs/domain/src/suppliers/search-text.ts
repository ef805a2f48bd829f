/**
 * How the search reads text: the same key, pairs of letters and initial consonants as the database's functions of the
 * same names make when a supplier is written (migration 0013). A test compares both on many inputs.
 */

/** Left out of keys: people write them or not. After NFKC ㆍ is U+119E. `%` and `\` are letters like any other. */
export const SEARCH_SEPARATORS = ' \t\n\v\f\r\u1680\u2028\u2029\ufeff.,·ㆍ\u119e・\'"“”‘’-‐–—_/&()[]:;!?~|';
const SEPARATORS = new Set(SEARCH_SEPARATORS);

/** Compatibility forms folded (full-width, ㈜), small letters, without separators. */
export function searchKey(text: string): string {
  return [...text.normalize('NFKC')]
    .filter((letter) => !SEPARATORS.has(letter))
    .map(smallLetter)
    .join('');
}

/** One letter for one letter, as the database does; `toLowerCase` of a whole text depends on what stands around it. */
function smallLetter(letter: string): string {
  if (letter === '\u0130') return 'i';
  const small = letter.toLowerCase();
  return [...small].length === 1 ? small : letter;
}

/** All parts of `size` letters, each once. */
export function partsOf(key: string, size: number): string[] {
  const letters = [...key];
  const parts = letters.slice(0, Math.max(0, letters.length - size + 1));
  return [...new Set(parts.map((_, at) => letters.slice(at, at + size).join('')))];
}

const CONSONANTS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const FIRST_CONSONANT = 0x1100;
const FIRST_VOWEL = 0x1161;
const LAST_FINAL = 0x11c2;

/** Initial consonants of the syllables: 현수막 → ㅎㅅㅁ. Other letters stay. */
export function initialsOf(key: string): string {
  return [...key.normalize('NFD')]
    .filter((letter) => !isVowelOrFinal(letter.codePointAt(0) ?? 0))
    .map((letter) => CONSONANTS[(letter.codePointAt(0) ?? 0) - FIRST_CONSONANT] ?? letter)
    .join('');
}

function isVowelOrFinal(code: number): boolean {
  return (code >= FIRST_VOWEL && code <= 0x1175) || (code >= 0x11a8 && code <= LAST_FINAL);
}

/** Two consonants that a keyboard joins while one types initials: ㄱㅅ arrives as ㄳ. */
const JOINED: Readonly<Record<string, string>> = {
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

/** The initial consonants that were typed, or null when the word is anything else. */
export function typedInitials(word: string): string | null {
  if (!/^[ㄱ-ㅎ]+$/u.test(word)) return null;
  return [...word].map((letter) => JOINED[letter] ?? letter).join('');
}
