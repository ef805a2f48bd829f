import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyStrokes, nearWord, nearWords, strokesKept, withinOneSlip } from './search-near';

describe('strokes', () => {
  it.each([
    ['현수막', 'gustnakr'],
    ['과', 'rhk'],
    ['닭', 'ekfr'],
    ['ㅕㄴㅠ', 'usb'],
    ['usb', 'usb'],
  ])('of %s are %s', (word, strokes) => {
    expect(keyStrokes(word)).toBe(strokes);
  });
});

describe('a typed word', () => {
  it.each([
    ['현수먁', '현수막', '현수막', 'a wrong key'],
    ['혓수막', '현수막', '현수막', 'another wrong key'],
    ['현수마', '현수막', '현수막', 'a missing key'],
    ['현수막ㅏ', '현수막', '현수막', 'a key too many'],
    ['혀눗막', '현수막제작', '현수막', 'two keys swapped'],
    ['현숨악', '현수막', '현수막', 'a key that moved into the next syllable'],
    ['현수먁', '현수막제작', '현수막', 'part of a longer word'],
    ['gustnakr', '현수막', '현수막', 'Latin mode'],
    ['인세', '인쇄', null, 'more than one slip'],
    ['인쇠', '인쇄', '인쇄', 'a wrong half of a vowel'],
    ['현수막', '현수막', null, 'itself'],
    ['가', '나', null, 'too short'],
    ['청소', '도시락', null, 'another word'],
  ])('%s and the word %s: %p (%s)', (...[typed, word, meant]: [string, string, string | null, string]) => {
    expect(nearWord(typed, word)?.meant ?? null).toBe(meant);
  });

  it('means the whole word before a part, and the same strokes before a slip', () => {
    expect(nearWords('현수먁', ['현수막제작', '현수막', '선수막'], 3)[0]).toBe('현수막');
    expect(nearWords('gustnakr', ['현수먁', '현수막'], 3)).toEqual(['현수막']);
    expect(nearWords('현수먁', [], 3)).toEqual([]);
  });
});

/** Optimal string alignment, as the textbook has it. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const cost = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swap ? at(i - 2, j - 2) + 1 : Infinity,
      );
      const row = rows[i];
      if (row !== undefined) row[j] = cost;
    }
  }
  return at(a.length, b.length);
}

const strokes = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

describe('one slip', () => {
  it('is a distance of at most one', () => {
    fc.assert(
      fc.property(strokes, strokes, (a, b) => {
        expect(withinOneSlip(a, b)).toBe(distance(a, b) <= 1);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves one of the kept pieces whole, so that the index finds the word', () => {
    const slip = fc.record({
      at: fc.nat(),
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      how: fc.constantFrom('wrong', 'missing', 'more', 'swapped'),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 6, maxLength: 12 }),
        slip,
        (word, { at, key, how }) => {
          const place = at % (word.length - 1);
          const typed =
            how === 'wrong'
              ? word.slice(0, place) + key + word.slice(place + 1)
              : how === 'missing'
                ? word.slice(0, place) + word.slice(place + 1)
                : how === 'more'
                  ? word.slice(0, place) + key + word.slice(place)
                  : word.slice(0, place) +
                    (word[place + 1] ?? '') +
                    (word[place] ?? '') +
                    word.slice(place + 2);
          if (typed.length < 7) return;
          expect(strokesKept(typed).some((pieces) => pieces.every((piece) => word.includes(piece)))).toBe(
            true,
          );
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
