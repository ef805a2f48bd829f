import { describe, expect, it } from '@jest/globals';
import {
  isSameChoice,
  MAX_SHORTLIST_ENTRIES,
  shortlistEntryRefusal,
  withoutRepeats,
  type ShortlistChoice,
} from './shortlist.rules';

const of = (supplierId: string, catalogueItemId: string | null = null): ShortlistChoice => ({
  supplierId,
  catalogueItemId,
});

describe('a shortlist', () => {
  it('takes an enterprise once, and each of its items once beside it', () => {
    const list = [of('a'), of('a', 'banner')];
    expect(shortlistEntryRefusal(list, of('a'))).toEqual({ code: 'SHORTLIST_ENTRY_EXISTS' });
    expect(shortlistEntryRefusal(list, of('a', 'banner'))).toEqual({ code: 'SHORTLIST_ENTRY_EXISTS' });
    expect(shortlistEntryRefusal(list, of('a', 'flag'))).toBeNull();
    expect(shortlistEntryRefusal(list, of('b'))).toBeNull();
  });

  it('holds fifty entries, and says so of the next; one that is there already is told so first', () => {
    const full = Array.from({ length: MAX_SHORTLIST_ENTRIES }, (_, index) => of(String(index)));
    expect(shortlistEntryRefusal(full.slice(1), of('x'))).toBeNull();
    expect(shortlistEntryRefusal(full, of('x'))).toEqual({ code: 'SHORTLIST_FULL', details: { max: 50 } });
    expect(shortlistEntryRefusal(full, of('0'))?.code).toBe('SHORTLIST_ENTRY_EXISTS');
  });

  it('counts entries of merged enterprises once and keeps the first', () => {
    const entries = [
      { ...of('a'), note: 'first' },
      { ...of('b'), note: 'other' },
      { ...of('a'), note: 'merged into a' },
    ];
    expect(withoutRepeats(entries).map((one) => one.note)).toEqual(['first', 'other']);
    expect(isSameChoice(of('a'), of('a', 'banner'))).toBe(false);
  });
});
