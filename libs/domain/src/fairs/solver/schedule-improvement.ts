import { NOT_MET, planValue, restOfFair, type OpenFair, type Plan } from './open-fair';
import type { SeededRandom } from './seeded-random';

const ROUNDS = 4;

/** Solves a fair as well as one pass can; given by the solver, which also uses it on the whole. */
export type OnePass = (fair: OpenFair, random: SeededRandom) => Plan;

/**
 * Frees one desk, or one slot, or two of either, and solves what then is open anew, while the rest stays; keeps what is
 * not worse. Ends at the bound, or when a round has brought nothing.
 */
export function improvedPlan(
  fair: OpenFair,
  plan: Plan,
  bound: number,
  onePass: OnePass,
  random: SeededRandom,
): Plan {
  let best = plan;
  let value = planValue(fair, best);
  for (let round = 0; round < ROUNDS && value < bound; round += 1) {
    const before = value;
    for (const isFreed of neighbourhoods(fair, random)) {
      const candidate = solvedAnew(fair, best, isFreed, onePass, random);
      const candidateValue = planValue(fair, candidate);
      if (candidateValue < value) continue;
      best = candidate;
      value = candidateValue;
      if (value >= bound) break;
    }
    if (value === before) break;
  }
  return best;
}

type IsFreed = (desk: number, slot: number) => boolean;

function neighbourhoods(fair: OpenFair, random: SeededRandom): IsFreed[] {
  const desks = random.shuffled(fair.freeSeats.map((_, desk) => desk));
  const slots = random.shuffled((fair.freeSeats[0] ?? []).map((_, slot) => slot));
  const neighbour = (list: readonly number[], at: number) => list[(at + 1) % list.length];
  return random.shuffled([
    ...desks.map(
      (one): IsFreed =>
        (desk) =>
          desk === one,
    ),
    ...desks.map(
      (one, at): IsFreed =>
        (desk) =>
          desk === one || desk === neighbour(desks, at),
    ),
    ...slots.map(
      (one): IsFreed =>
        (_, slot) =>
          slot === one,
    ),
    ...slots.map(
      (one, at): IsFreed =>
        (_, slot) =>
          slot === one || slot === neighbour(slots, at),
    ),
  ]);
}

function solvedAnew(
  fair: OpenFair,
  plan: Plan,
  isFreed: IsFreed,
  onePass: OnePass,
  random: SeededRandom,
): Plan {
  const isKept = (pair: number) => !isFreed(fair.pairs[pair]!.desk, plan[pair]!);
  const rest = restOfFair(fair, plan, isKept);
  const solved = onePass(rest.fair, random);
  const result = plan.map((slot, pair) => (slot !== NOT_MET && isKept(pair) ? slot : NOT_MET));
  solved.forEach((slot, at) => (result[rest.pairOf[at]!] = slot));
  return result;
}
