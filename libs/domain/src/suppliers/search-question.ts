import { normaliseCompanyName } from '../text/company-name';
import { searchKey, typedInitials } from './search-text';

/**
 * One word of a question.
 * `text`: a part of two letters or more. `initials`: initial consonants. `beginning`: one letter, which words begin with.
 */
export interface SearchWord {
  readonly kind: 'text' | 'initials' | 'beginning';
  /** as it was typed */
  readonly typed: string;
  /** as it is compared, searchKey or compatibility consonants */
  readonly key: string;
}

const BETWEEN_WORDS = /[\s,/·ㆍ・]+/u;
/** Digits from which a word is looked for in business numbers as well: fewer would match nearly everybody. */
const MIN_NUMBER_PART = 3;

/**
 * The words of a question; all of them must match. Legal forms say nothing: "(주)푸른환경코리아" asks for 푸른환경코리아.
 * A question without any letter has no words, and finds nothing.
 */
export function readSearchQuestion(question: string): SearchWord[] {
  const typed = question.split(BETWEEN_WORDS).filter((word) => searchKey(word) !== '' || typedInitials(word));
  const named = typed.filter((word) => !isLegalForm(word));
  const words = (named.length > 0 ? named : typed).map(readWord).filter((word) => word.key !== '');
  return words.filter((word, at) => words.findIndex((other) => other.key === word.key) === at);
}

function readWord(typed: string): SearchWord {
  const initials = typedInitials(typed);
  if (initials !== null)
    return { kind: initials.length === 1 ? 'beginning' : 'initials', typed, key: initials };
  const key = searchKey(normaliseCompanyName(typed));
  return { kind: [...key].length === 1 ? 'beginning' : 'text', typed, key };
}

/** Nothing is left of it beside a name. */
function isLegalForm(word: string): boolean {
  return normaliseCompanyName(`가${word}`) === '가';
}

/** Digits that may be part of a business number. */
export function isNumberPart(word: SearchWord): boolean {
  return word.kind === 'text' && isDigitsOfNumber(word.key);
}

/** The digits of a typed text that may be part of a business number, however they are set apart; null when it is none. */
export function numberPartOf(text: string): string | null {
  const digits = text.normalize('NFKC').replace(/[\s-]/gu, '');
  return isDigitsOfNumber(digits) ? digits : null;
}

function isDigitsOfNumber(text: string): boolean {
  return text.length >= MIN_NUMBER_PART && /^\d+$/.test(text);
}
