import { searchKey } from './search-text';

/** Keys of the Korean keyboard (두벌식): initials, vowels and finals in the order of Unicode. */
const KEYS: readonly (readonly [number, readonly string[]])[] = [
  [0x1100, 'r R s e E f a q Q t T d w W c z x v g'.split(' ')],
  [0x1161, 'k o i O j p u P h hk ho hl y n nj np nl b m ml l'.split(' ')],
  [0x11a8, 'r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g'.split(' ')],
];

/**
 * What one presses to write the word: 현수막 → gustnakr. So a slip of the finger is one edit, in whatever syllable it
 * ends up, and a word typed in Latin mode is the word itself. As ieum_key_strokes in the database.
 */
export function keyStrokes(word: string): string {
  return [...word.normalize('NFKC').normalize('NFD')].map(keyOf).join('');
}

function keyOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  for (const [first, keys] of KEYS) {
    const key = keys[code - first];
    if (key !== undefined) return key;
  }
  return letter;
}

/** Fewer strokes than this leave nothing to recognise a word by. */
export const MIN_NEAR_STROKES = 4;

/** Is `b` what `a` becomes by at most one stroke that is wrong, missing, too many, or swapped with its neighbour? */
export function withinOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  const [restA, restB] = [a.slice(from, endA), b.slice(from, endB)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

export interface NearWord {
  /** what was meant: the word, or a part of it in whole syllables */
  readonly meant: string;
  /** 0: the same strokes in another keyboard mode; 1: one slip */
  readonly slips: 0 | 1;
  readonly isWhole: boolean;
}

/**
 * What a typed word may have meant by a known word: the word itself or a part of it, at most one slip away.
 * @returns null when it is too far, or the same
 */
export function nearWord(typed: string, word: string): NearWord | null {
  const strokes = keyStrokes(typed);
  if (strokes.length < MIN_NEAR_STROKES || searchKey(typed) === word) return null;
  const syllables = [...word].map(keyStrokes);
  const found: NearWord[] = [];
  for (let from = 0; from < syllables.length; from += 1) {
    let part = '';
    for (let to = from; to < syllables.length && part.length <= strokes.length; to += 1) {
      part += syllables[to] ?? '';
      if (to === from || !withinOneSlip(strokes, part)) continue;
      const isWhole = from === 0 && to === syllables.length - 1;
      const meant = [...word].slice(from, to + 1).join('');
      found.push({ meant, slips: part === strokes ? 0 : 1, isWhole });
    }
  }
  return found.filter(({ meant }) => meant !== searchKey(typed)).sort(compareNear)[0] ?? null;
}

function compareNear(a: NearWord, b: NearWord): number {
  return (
    a.slips - b.slips ||
    Number(b.isWhole) - Number(a.isWhole) ||
    a.meant.length - b.meant.length ||
    (a.meant < b.meant ? -1 : a.meant > b.meant ? 1 : 0)
  );
}

/** The best readings of a typed word among known words, at most `count`, each once. */
export function nearWords(typed: string, words: readonly string[], count: number): string[] {
  const found = words.map((word) => nearWord(typed, word)).filter((near) => near !== null);
  const sameKeys = found.filter((near) => near.slips === 0);
  const best = (sameKeys.length > 0 ? sameKeys : found).sort(compareNear).map(({ meant }) => meant);
  return [...new Set(best)].slice(0, count);
}

/**
 * Parts of strokes of which a word one slip away has kept at least one whole: the first half, the last half, or both ends
 * without the two strokes in the middle (a swap across it).
 */
export function strokesKept(strokes: string): string[][] {
  const middle = Math.floor(strokes.length / 2);
  const pieces = [
    [strokes.slice(0, middle)],
    [strokes.slice(middle)],
    [strokes.slice(0, middle - 1), strokes.slice(middle + 1)],
  ];
  return pieces.map((texts) => texts.filter((text) => text.length >= 3)).filter((texts) => texts.length > 0);
}
