import { comparisonKey } from './hangul';

/** Legal forms that people write, leave out or shorten: they never tell two enterprises apart. */
const LEGAL_FORMS =
  /\((?:주|유|사|재|합|협|복)\)|주식회사|유한회사|유한책임회사|사단법인|재단법인|사회복지법인/gu;
/** Nobody sees them in a name, so they never tell two enterprises apart either. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const PUNCTUATION = /[\s.,·ㆍ・'"“”‘’\-_/&()[\]]/gu;

/** Name without legal form, spaces and punctuation, lower case: "(주) 노란들판" and "노란들판 주식회사" → "노란들판". */
export function normaliseCompanyName(name: string): string {
  const key = comparisonKey(name);
  const bare = key.replace(INVISIBLE, '').replace(LEGAL_FORMS, '').replace(PUNCTUATION, '');
  return bare === '' ? key : bare;
}

/** From these on a match by name is automatic, or goes to the review list. */
export const NAME_MATCH_AUTOMATIC = 0.8;
export const NAME_MATCH_REVIEW = 0.5;

/** Likeness of two names, 0..1, symmetric: the share of common letter pairs (Dice) of the normalised names. */
export function companyNameSimilarity(a: string, b: string): number {
  return normalisedNameSimilarity(normaliseCompanyName(a), normaliseCompanyName(b));
}

/** The same for names that are normalised already: who compares one with many normalises each once. */
export function normalisedNameSimilarity(left: string, right: string): number {
  if (left === right) return left === '' ? 0 : 1;
  const [leftPairs, rightPairs] = [pairsOf(left), pairsOf(right)];
  const total = leftPairs.length + rightPairs.length;
  if (total === 0) return 0;
  const rest = [...rightPairs];
  const common = leftPairs.filter((pair) => {
    const at = rest.indexOf(pair);
    if (at >= 0) rest.splice(at, 1);
    return at >= 0;
  });
  return (2 * common.length) / total;
}

function pairsOf(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
