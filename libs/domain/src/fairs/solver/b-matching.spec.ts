import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bestChoice } from './b-matching';
import { NOT_MET, planValue, slotClasses, type OpenFair } from './open-fair';
import { boundByPrices } from './schedule-bound';
import { numberedFair, wantedPairs } from './schedule-question';
import { SeededRandom } from './seeded-random';
import { smallFair } from './small-fairs';
import { solveFair } from './solve-fair';

function openFair(seed: number, hasAvailability: boolean): OpenFair {
  const question = smallFair(seed, { hasAvailability, hasLimits: true, hasLocks: hasAvailability });
  return numberedFair(question, wantedPairs(question), new SeededRandom(seed)).fair;
}

const seeds = fc.nat({ max: 100_000 });

describe('the choice of meetings', () => {
  it('comes with prices that prove it: what is left costs nothing, what meets pays, what does not meet would lose', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const fair = openFair(seed, false);
        const { classOfPair, prices } = bestChoice(fair);
        const isMet = (at: number) => classOfPair[at] !== null;
        fair.pairs.forEach(({ desk, exhibitor, weight, slots }, at) => {
          const paid = prices.seats[desk]![slots[0]!]! + prices.exhibitors[exhibitor]!;
          if (isMet(at)) expect(weight).toBeGreaterThanOrEqual(paid);
          else expect(weight).toBeLessThanOrEqual(paid);
        });
        fair.freeSeats.forEach((row, desk) => {
          const taken = fair.pairs.filter((pair, at) => pair.desk === desk && isMet(at)).length;
          if (taken < row.reduce((sum, seats) => sum + seats, 0)) expect(prices.seats[desk]![0]).toBe(0);
        });
        fair.ceilings.forEach((ceiling, exhibitor) => {
          const meetings = fair.pairs.filter((pair, at) => pair.exhibitor === exhibitor && isMet(at)).length;
          if (meetings < ceiling) expect(prices.exhibitors[exhibitor]).toBeLessThanOrEqual(0);
          if (meetings > fair.floors[exhibitor]!)
            expect(prices.exhibitors[exhibitor]).toBeGreaterThanOrEqual(0);
        });
        const plan = classOfPair.map((group) => group ?? NOT_MET);
        expect(boundByPrices(fair, prices)).toBe(planValue(fair, plan));
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('has one class of slots where all are there all the time, and a plan worth the bound', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const fair = openFair(seed, false);
        expect(new Set(slotClasses(fair)).size).toBe(1);
        const { plan, bound } = solveFair(fair, new SeededRandom(seed));
        expect(planValue(fair, plan)).toBe(bound);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('the bound', () => {
  it('is never below a plan, whatever the prices', () => {
    fc.assert(
      fc.property(
        seeds,
        fc.boolean(),
        fc.array(fc.integer({ min: -20, max: 20 })),
        (seed, availability, drawn) => {
          const fair = openFair(seed, availability);
          const price = (at: number) => drawn[at % Math.max(1, drawn.length)] ?? 0;
          const prices = {
            seats: fair.freeSeats.map((row, desk) => row.map((_, slot) => price(desk * 7 + slot))),
            exhibitors: fair.ceilings.map((_, at) => price(at + 3)),
          };
          const { plan } = solveFair(fair, new SeededRandom(seed));
          expect(boundByPrices(fair, prices)).toBeGreaterThanOrEqual(planValue(fair, plan));
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
