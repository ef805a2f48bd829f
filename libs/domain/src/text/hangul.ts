/** Names and texts are kept in NFC, so that 한글 typed on a Mac (as jamo) is found by a search. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

export function isNfc(text: string): boolean {
  return text === toNfc(text);
}

/** One line as people mean it: NFC, runs of white space to one space, no white space at the ends. */
export function tidyLine(text: string): string {
  return toNfc(text).replace(/\s+/gu, ' ').trim();
}

/** Key for comparing what people wrote: compatibility forms folded (full-width, ㈜), lower case, no white space. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
