/** Names and texts are kept in NFC, so that 한글 typed on a Mac (as jamo) is found by a search. */
export function toNfc(text: string): string {
  return text.normalize('NFC');
}

/** One line as people mean it: NFC, runs of white space to one space, no white space at the ends. */
export function tidyLine(text: string): string {
  return toNfc(text).replace(/\s+/gu, ' ').trim();
}

/** Key for comparing what people wrote: compatibility forms folded (full-width, ㈜), lower case, no white space. */
export function comparisonKey(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}

/** UAX #15, Stream-Safe Text Format: no script puts more than 30 marks on one letter. */
const MAX_MARKS = 30;
const LONG_MARK_RUN = new RegExp(`\\p{M}{${MAX_MARKS + 1}}`, 'u');
const SURPLUS_MARKS = new RegExp(`(\\p{M}{${MAX_MARKS}})\\p{M}+`, 'gu');

/**
 * Marks piled on one letter beyond what any script needs. Normalising sorts such a run in quadratic time, which stops a
 * process for minutes: ask before normalising what somebody else wrote.
 */
export function hasLongMarkRun(text: string): boolean {
  return LONG_MARK_RUN.test(text);
}

/** The text with no more than 30 marks in a run; safe to normalise. */
export function cutMarkRuns(text: string): string {
  return text.replace(SURPLUS_MARKS, '$1');
}
