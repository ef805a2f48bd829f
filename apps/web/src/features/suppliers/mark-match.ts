import { initialsOf, readSearchQuestion, searchKey } from '@ieum/domain';

/** A text in pieces, those that matched the question marked. */
export interface MarkedPiece {
  readonly text: string;
  readonly marked: boolean;
}

const ONLY_INITIALS = /^[ㄱ-ㅎ]{2,}$/u;
/** letters kept before the first match */
const LED_BY = 12;

/**
 * The words whose places are marked: those typed, as the search reads them, and those that a slip was read as. A single
 * letter is part of nearly every text and marks nothing.
 */
export function markWords(q: string, nearMatches: readonly { readonly meant: string }[] = []): string[] {
  return [q, ...nearMatches.map(({ meant }) => meant)]
    .flatMap(readSearchQuestion)
    .filter(({ kind }) => kind !== 'beginning')
    .map(({ key }) => key);
}

/** Marks each place where a word stands, compared as the search does; initials (ㅎㅅㅁ) mark their syllables. */
export function markMatch(text: string, words: readonly string[]): MarkedPiece[] {
  const marked = new Array<boolean>(text.length).fill(false);
  for (const word of words) {
    const initials = ONLY_INITIALS.test(word);
    const folded = fold(text, initials);
    if (word === '') continue;
    let at = folded.text.indexOf(word);
    while (at >= 0) {
      const from = folded.places[at] ?? 0;
      const to = folded.places[at + word.length - 1] ?? from;
      marked.fill(true, from, to + 1);
      at = folded.text.indexOf(word, at + 1);
    }
  }
  return piecesOf(text, marked);
}

/** A long text cut around the first place that matched, for lists. */
export function excerpt(text: string, words: readonly string[], length: number): string {
  if (text.length <= length) return text;
  const [first] = markMatch(text, words);
  const at = first === undefined || first.marked ? 0 : first.text.length;
  const from = at + LED_BY < length ? 0 : at - LED_BY;
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length).trim()}${from + length < text.length ? '…' : ''}`;
}

/** The text as it is compared, and for each of its letters the place that it has in the original. */
function fold(
  text: string,
  toInitials: boolean,
): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let folded = '';
  for (let place = 0; place < text.length; place += 1) {
    const key = searchKey(text.charAt(place));
    for (const one of toInitials ? initialsOf(key) : key) {
      folded += one;
      places.push(place);
    }
  }
  return { text: folded, places };
}

function piecesOf(text: string, marked: readonly boolean[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (let place = 1; place <= text.length; place += 1) {
    if (place < text.length && marked[place] === marked[from]) continue;
    pieces.push({ text: text.slice(from, place), marked: marked[from] ?? false });
    from = place;
  }
  return pieces;
}
