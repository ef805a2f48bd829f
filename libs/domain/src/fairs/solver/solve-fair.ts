import { bestChoice } from './b-matching';
import { searchedPlan } from './exact-search';
import { filledUp } from './filling-up';
import { planValue, slotClasses, type OpenFair, type Plan } from './open-fair';
import { boundByPrices, type PlacePrices } from './schedule-bound';
import { improvedPlan } from './schedule-improvement';
import type { ScheduleProof } from './schedule-terms';
import type { SeededRandom } from './seeded-random';
import { keptPlaces } from './kept-places';
import { placeMeetings } from './slot-placement';

/** The steps of the solver, to be taken apart in its test. */
export const SOLVER_STEPS = {
  choose: bestChoice,
  place: placeMeetings,
  improve: improvedPlan,
  search: searchedPlan,
  keep: keptPlaces,
};
export type SolverSteps = typeof SOLVER_STEPS;

export interface SolvedFair {
  readonly plan: Plan;
  /** of the value: weights and floors */
  readonly bound: number;
  readonly prices: PlacePrices;
  readonly proof: ScheduleProof;
}

/**
 * Chooses the meetings, gives them slots, and, where availability left some without one, improves the plan and searches
 * for a better one. It is called the best only when its value is that of the bound or all else is ruled out.
 */
export function solveFair(
  fair: OpenFair,
  random: SeededRandom,
  steps: SolverSteps = SOLVER_STEPS,
): SolvedFair {
  const solved = bestPlan(fair, random, steps);
  return { ...solved, plan: steps.keep(fair, solved.plan) };
}

function bestPlan(fair: OpenFair, random: SeededRandom, steps: SolverSteps): SolvedFair {
  const classes = slotClasses(fair);
  const choice = steps.choose(fair, classes);
  const bound = boundByPrices(fair, choice.prices);
  const onePass = (part: OpenFair) => {
    const partClasses = slotClasses(part);
    return steps.place(part, partClasses, steps.choose(part, partClasses).classOfPair, random);
  };
  const placed = steps.place(fair, classes, choice.classOfPair, random);
  const plan = steps.improve(fair, placed, bound, onePass, random);
  const solved = { plan, bound, prices: choice.prices };
  if (planValue(fair, plan) >= bound) return { ...solved, proof: 'optimal_by_prices' };
  const found = steps.search(fair, plan, random);
  const value = planValue(fair, found.plan);
  if (value >= bound) return { ...solved, plan: found.plan, proof: 'optimal_by_prices' };
  return found.isComplete
    ? { ...solved, plan: found.plan, bound: value, proof: 'optimal_by_search' }
    : { ...solved, plan: filledUp(fair, found.plan), proof: 'bounded' };
}
