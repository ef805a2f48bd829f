import type { OpenFair } from './open-fair';

/** Prices of a desk's seat in a slot (not negative) and of an exhibitor's meeting (negative when a floor pushes). */
export interface PlacePrices {
  /** by desk and slot */
  readonly seats: readonly (readonly number[])[];
  readonly exhibitors: readonly number[];
}

/**
 * No plan is worth more than this, whatever the prices are (weak duality): a meeting is worth the price of its two
 * places and what it exceeds them by, so all together are worth at most all places at their price, and every excess.
 * A plan that is worth just this is therefore the best, and whoever doubts the solver can add it up again.
 */
export function boundByPrices(fair: OpenFair, prices: PlacePrices): number {
  let bound = 0;
  fair.freeSeats.forEach((row, desk) =>
    row.forEach((seats, slot) => (bound += seats * Math.max(0, prices.seats[desk]![slot]!))),
  );
  fair.ceilings.forEach((ceiling, at) => {
    const floor = fair.floors[at]!;
    const atFloor = floor * (prices.exhibitors[at]! + fair.floorReward);
    bound += Math.max(0, atFloor, atFloor + (ceiling - floor) * prices.exhibitors[at]!);
  });
  for (const { desk, exhibitor, weight, slots } of fair.pairs) {
    const row = prices.seats[desk]!;
    const cheapest = slots.reduce((least, slot) => Math.min(least, Math.max(0, row[slot]!)), Infinity);
    bound += Math.max(0, weight - prices.exhibitors[exhibitor]! - cheapest);
  }
  return bound;
}
