import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareRates } from '../money/rate';
import { RANKING_ORDERS, rankingOf, type RankingEntry } from './ranking';

const policy = { rounding: 'half_up', decimals: 1, capPercent: null } as const;
const entry = (
  name: string,
  actualKrw: number,
  targetKrw: number | null,
  group = 'division',
  previousKrw: number | null = null,
): RankingEntry => ({
  id: name,
  name,
  group,
  targetKrw,
  actualKrw,
  previousKrw,
});
const places = (entries: readonly RankingEntry[], order: (typeof RANKING_ORDERS)[number]) =>
  rankingOf(entries, order, policy).entries.map((one) => [one.name, one.rank]);

describe('a ranking by rate', () => {
  it('gives ties the same rank, 1, 1, 3, the greater amount first', () => {
    const entries = [entry('번1동', 50, 100), entry('일자리지원과', 100, 200), entry('보건소', 40, 100)];
    expect(places(entries, 'rate')).toEqual([
      ['일자리지원과', 1],
      ['번1동', 1],
      ['보건소', 3],
    ]);
  });

  it('is by the exact rate, not by what is shown', () => {
    const entries = [entry('가', 999_999_999, 1_000_000_000), entry('나', 1_000_000_000, 1_000_000_000)];
    const ranking = rankingOf(entries, 'rate', policy);
    expect(ranking.entries.map((one) => one.achievementRate.display)).toEqual(['100.0', '100.0']);
    expect(ranking.entries.map((one) => [one.name, one.rank])).toEqual([
      ['나', 1],
      ['가', 2],
    ]);
  });

  it('lists who has no target after the others, without rank and in no average', () => {
    const entries = [
      entry('영', 900, 0),
      entry('가', 50, 100),
      entry('무', 1_000, null),
      entry('나', 100, 100),
    ];
    const ranking = rankingOf(entries, 'rate', policy);
    expect(ranking.entries.map((one) => [one.name, one.rank, one.rankInGroup])).toEqual([
      ['나', 1, 1],
      ['가', 2, 2],
      ['무', null, null],
      ['영', null, null],
    ]);
    expect(ranking).toMatchObject({ average: { percent: 75, counted: 2 }, ranked: 2, unranked: 2 });
  });

  it('ranks dong and divisions in their groups as well', () => {
    const entries = [
      entry('과1', 90, 100),
      entry('동1', 80, 100, 'dong'),
      entry('과2', 70, 100),
      entry('동2', 80, 100, 'dong'),
      entry('동3', 1, 100, 'dong'),
    ];
    const ranks = rankingOf(entries, 'rate', policy).entries.map((one) => [
      one.name,
      one.rank,
      one.rankInGroup,
    ]);
    expect(ranks).toEqual([
      ['과1', 1, 1],
      ['동1', 2, 1],
      ['동2', 2, 1],
      ['과2', 4, 2],
      ['동3', 5, 3],
    ]);
  });
});

describe('a ranking by amount', () => {
  it('takes everybody in, with a target or without', () => {
    expect(places([entry('가', 5, 100), entry('무', 9, null), entry('나', 5, 1)], 'amount')).toEqual([
      ['무', 1],
      ['가', 2],
      ['나', 2],
    ]);
  });
});

describe('a ranking by growth', () => {
  it('compares with last year, and lists who had nothing then', () => {
    const entries = [
      entry('새', 500, 100, 'dong', null),
      entry('영', 9, 100, 'dong', 0),
      entry('가', 150, 100, 'dong', 100),
      entry('나', 300, 1, 'dong', 100),
    ];
    const ranking = rankingOf(entries, 'growth', policy);
    expect(ranking.entries.map((one) => [one.name, one.rank, one.growthRate.display])).toEqual([
      ['나', 1, '300.0'],
      ['가', 2, '150.0'],
      ['새', null, null],
      ['영', null, null],
    ]);
  });
});

describe('any ranking', () => {
  const someEntry = fc.record({
    name: fc.constantFrom('가', '나', '다'),
    group: fc.constantFrom('division', 'dong'),
    targetKrw: fc.option(fc.nat(4)),
    actualKrw: fc.integer({ min: -3, max: 6 }),
    previousKrw: fc.option(fc.nat(4)),
  });
  const entries = fc
    .array(someEntry, { maxLength: 12 })
    .map((some) => some.map((one, index) => ({ ...one, id: `${index}` })));

  it('of nobody is empty', () => {
    expect(rankingOf([], 'rate', policy)).toMatchObject({
      entries: [],
      average: { percent: null },
      ranked: 0,
    });
  });

  it('ranks each by one more than the number of those who are better', () => {
    fc.assert(
      fc.property(entries, (some) => {
        const ranked = rankingOf(some, 'rate', policy).entries.filter((one) => one.rank !== null);
        for (const one of ranked) {
          const better = ranked.filter(
            (other) => compareRates(other.achievementRate, one.achievementRate) > 0,
          );
          expect(one.rank).toBe(better.length + 1);
          expect(one.rankInGroup).toBe(better.filter((other) => other.group === one.group).length + 1);
        }
      }),
    );
  });

  it('does not depend on the order in which entries come, and loses none', () => {
    fc.assert(
      fc.property(entries, fc.constantFrom(...RANKING_ORDERS), (some, order) => {
        const ranking = rankingOf(some, order, policy);
        expect(rankingOf([...some].reverse(), order, policy)).toEqual(ranking);
        expect(ranking.entries.length).toBe(some.length);
        expect(ranking.ranked + ranking.unranked).toBe(some.length);
      }),
    );
  });
});
