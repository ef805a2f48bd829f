import { describe, expect, it } from '@jest/globals';
import { NOT_MET, type OpenFair, type Plan } from './open-fair';
import { SeededRandom } from './seeded-random';
import { Timetable } from './timetable';

/** Few desks with many seats: chains come by the same desk more than once. */
function crowdedFair(random: SeededRandom): OpenFair {
  const slots = [0, 1, 2, 3, 4];
  const freeSeats = Array.from({ length: 3 }, () => slots.map(() => random.below(4)));
  const isFree = Array.from({ length: 9 }, () => slots.map(() => random.below(4) > 0));
  const pairs = freeSeats.flatMap((seats, desk) =>
    isFree.flatMap((free, exhibitor) => {
      const common = slots.filter((slot) => seats[slot]! > 0 && free[slot]);
      return common.length > 0 ? [{ desk, exhibitor, weight: 1, slots: common }] : [];
    }),
  );
  const none = isFree.map(() => 0);
  return { freeSeats, isFree, floors: none, ceilings: isFree.map(() => slots.length), pairs, floorReward: 0 };
}

function isPossible(fair: OpenFair, plan: Plan): boolean {
  const taken = new Map<string, number>();
  const take = (key: string) => taken.set(key, (taken.get(key) ?? 0) + 1).get(key)!;
  return fair.pairs.every(({ desk, exhibitor, slots }, at) => {
    const slot = plan[at]!;
    if (slot === NOT_MET) return true;
    const hasSeat = take(`desk ${desk} ${slot}`) <= fair.freeSeats[desk]![slot]!;
    return take(`exhibitor ${exhibitor} ${slot}`) === 1 && hasSeat && slots.includes(slot);
  });
}

describe('putting a meeting into a timetable', () => {
  it('moves others without loss, without a clash and without a seat too many', () => {
    let chains = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const random = new SeededRandom(seed);
      const fair = crowdedFair(random);
      const timetable = new Timetable(fair);
      const placed: number[] = [];
      for (const pair of random.shuffled(fair.pairs.map((_, at) => at))) {
        const before = timetable.plan;
        if (timetable.insert(pair)) placed.push(pair);
        if (placed.some((one) => before[one] !== timetable.plan[one] && before[one] !== NOT_MET)) chains += 1;
        expect({ seed, holds: isPossible(fair, timetable.plan) }).toEqual({ seed, holds: true });
        expect(placed.every((one) => timetable.isPlaced(one))).toBe(true);
      }
    }
    expect(chains).toBeGreaterThan(100);
  });
});
