import { bestChoice, type Choice } from './b-matching';
import { planValue, type OpenFair, type Plan } from './open-fair';
import { boundByPrices } from './schedule-bound';
import type { SeededRandom } from './seeded-random';
import { placeMeetings } from './slot-placement';

/** Ways to place a pair, summed over the steps of the search: a second or two. A number, so that it repeats itself. */
const EFFORT = 200_000;

export interface SearchResult {
  readonly plan: Plan;
  /** true: every other plan was ruled out. false: the effort was spent before. */
  readonly isComplete: boolean;
}

/**
 * Rules out what cannot be better than the plan (branch and bound). A choice that wants an exhibitor twice in one slot
 * is split in two: either one of those meetings is the one in this slot, or it is not in this slot.
 */
export function searchedPlan(fair: OpenFair, plan: Plan, random: SeededRandom): SearchResult {
  const classes = (fair.freeSeats[0] ?? []).map((_, slot) => slot);
  let best = plan;
  let value = planValue(fair, best);
  let effort = EFFORT;
  const open = [fair];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    effort -= part.pairs.reduce((sum, { slots }) => sum + slots.length, 1);
    if (effort < 0) return { plan: best, isComplete: false };
    const choice = bestChoice(part, classes);
    const bound = boundByPrices(part, choice.prices);
    if (bound <= value) continue;
    const placed = placeMeetings(part, classes, choice.classOfPair, random);
    const placedValue = planValue(fair, placed);
    if (placedValue > value) {
      best = placed;
      value = placedValue;
    }
    if (bound > value) open.push(...splitAtClash(part, choice));
  }
  return { plan: best, isComplete: true };
}

function splitAtClash(part: OpenFair, { classOfPair }: Choice): OpenFair[] {
  const holder = new Map<string, number>();
  for (const [pair, slot] of classOfPair.entries()) {
    if (slot === null) continue;
    const { exhibitor } = part.pairs[pair]!;
    const key = `${exhibitor} ${slot}`;
    const other = holder.get(key);
    if (other !== undefined) {
      return [
        without(part, slot, (at) => at === other),
        without(part, slot, (at) => at !== other && part.pairs[at]!.exhibitor === exhibitor),
      ];
    }
    holder.set(key, pair);
  }
  return [];
}

/** The fair in which some pairs may not use the slot. A pair without a slot stays, for the numbering of the plan. */
function without(part: OpenFair, slot: number, isBarred: (pair: number) => boolean): OpenFair {
  return {
    ...part,
    pairs: part.pairs.map((pair, at) =>
      isBarred(at) ? { ...pair, slots: pair.slots.filter((one) => one !== slot) } : pair,
    ),
  };
}
