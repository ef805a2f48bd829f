import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankFairs } from './fair-ranking';

const places = (...consultations: number[]) =>
  rankFairs(consultations.map((count) => ({ consultations: count }))).map(({ rank }) => rank);

describe('the ranking of fairs', () => {
  it('lets equal ones share a place, and the next one keeps its own', () => {
    expect(places(20, 30, 10, 20)).toEqual([1, 2, 2, 4]);
    expect(places(30, 20, 10, 30)).toEqual([1, 1, 3, 4]);
  });

  it('gives no place to a fair without a consultation', () => {
    expect(places(0, 5, 0)).toEqual([1, null, null]);
    expect(places()).toEqual([]);
  });

  it('keeps the order that it was given inside a tie', () => {
    const fairs = ['노원', '성북', '강북'].map((name) => ({ name, consultations: 10 }));
    expect(rankFairs(fairs).map(({ name }) => name)).toEqual(['노원', '성북', '강북']);
  });

  it('gives each as its place one more than there are fairs with more consultations', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 6 })), (counts) => {
        for (const { consultations, rank } of rankFairs(counts.map((count) => ({ consultations: count })))) {
          const better = counts.filter((count) => count > consultations).length;
          expect(rank).toBe(consultations === 0 ? null : better + 1);
        }
      }),
      { seed: 1 },
    );
  });
});
