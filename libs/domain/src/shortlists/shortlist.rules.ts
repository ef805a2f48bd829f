import { refusal, type Refusal } from '../refusal';

/** More is no choice any more but a register of one's own. */
export const MAX_SHORTLIST_ENTRIES = 50;

export interface ShortlistChoice {
  /** of a merged enterprise: the one that remains */
  readonly supplierId: string;
  /** null = the enterprise as such */
  readonly catalogueItemId: string | null;
}

export function isSameChoice(one: ShortlistChoice, other: ShortlistChoice): boolean {
  return one.supplierId === other.supplierId && one.catalogueItemId === other.catalogueItemId;
}

/** May this be put on the list? SHORTLIST_ENTRY_EXISTS, SHORTLIST_FULL {max} or null. */
export function shortlistEntryRefusal(
  entries: readonly ShortlistChoice[],
  added: ShortlistChoice,
): Refusal | null {
  if (entries.some((one) => isSameChoice(one, added))) return refusal('SHORTLIST_ENTRY_EXISTS');
  return entries.length >= MAX_SHORTLIST_ENTRIES
    ? refusal('SHORTLIST_FULL', { max: MAX_SHORTLIST_ENTRIES })
    : null;
}

/** Each choice once, the first of equal ones: two entries become one when their enterprises are merged. */
export function withoutRepeats<T extends ShortlistChoice>(entries: readonly T[]): T[] {
  return entries.filter((entry, index) => entries.findIndex((one) => isSameChoice(one, entry)) === index);
}
