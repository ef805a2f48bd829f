/** Order of two texts for sort(), the same on every machine and in every language; Hangul syllables stand as 가나다. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
