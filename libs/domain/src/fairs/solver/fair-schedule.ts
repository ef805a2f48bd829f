import { bestChoice } from './b-matching';
import { floorConflicts } from './floor-conflicts';
import { filledFloors, planPreference, type OpenFair } from './open-fair';
import { boundByPrices } from './schedule-bound';
import { gains, inOrder, totalWeight } from '../schedule/schedule-meetings';
import { numberedFair, pairKey, wantedPairs } from './schedule-question';
import type { FairSchedule, ScheduledMeeting, ScheduleQuestion } from './schedule-terms';
import { SeededRandom } from './seeded-random';
import { solveFair, SOLVER_STEPS, type SolvedFair, type SolverSteps } from './solve-fair';
import { unmetWishes } from './unmet-wishes';

/**
 * The schedule of a fair: the meetings of greatest total preference, each with a slot, so that nobody is in two
 * places, a pair meets at most once, floors come before preference, and locked meetings stay. Says what it is worth,
 * what nothing can exceed and how that is known, who gains what, which wishes stay open and why, and which floors
 * cannot be met. Large fairs take a second or more: call it in a job.
 * @param steps those of the solver; the test takes one out to see that it is missed
 */
export function fairSchedule(question: ScheduleQuestion, steps: SolverSteps = SOLVER_STEPS): FairSchedule {
  const random = new SeededRandom(question.seed);
  const wanted = wantedPairs(question);
  const numbered = numberedFair(question, wanted, random);
  const { fair, deskIds, exhibitorIds, scale } = numbered;
  const solved = solveFair(fair, random, steps);

  const weightOf = (key: string) => wanted.get(key)?.weight ?? 0;
  const locked = question.locked.map((one): ScheduledMeeting => {
    const { deskId, exhibitorId, slot } = one;
    return { deskId, exhibitorId, slot, weight: weightOf(pairKey(one)), isLocked: true };
  });
  const solvedMeetings = fair.pairs.flatMap(({ desk, exhibitor }, at): ScheduledMeeting[] => {
    const slot = question.slots[solved.plan[at]!];
    if (slot === undefined) return [];
    const pair = { deskId: deskIds[desk]!, exhibitorId: exhibitorIds[exhibitor]! };
    return [{ ...pair, slot, weight: weightOf(pairKey(pair)), isLocked: false }];
  });
  const meetings = inOrder(question, [...locked, ...solvedMeetings]);
  const lockedWeight = totalWeight(locked);
  const missing = exhibitorIds.map((id) => {
    const floor = question.exhibitors.find((one) => one.id === id)?.floor ?? 0;
    return Math.max(0, floor - locked.filter(({ exhibitorId }) => exhibitorId === id).length);
  });
  return {
    meetings,
    preference: totalWeight(meetings),
    bound: lockedWeight + Math.floor(preferenceBound(fair, solved) / scale),
    proof: solved.proof,
    ...gains(question, meetings),
    unmet: unmetWishes(question, wanted, meetings),
    floorConflicts: floorConflicts(numbered, solved.plan, missing, solved.proof !== 'bounded'),
  };
}

/** In the fair's own scale. The bound is of floors and preference together; this is what it leaves for preference beside the plan's floors. */
function preferenceBound(fair: OpenFair, { plan, bound, proof }: SolvedFair): number {
  if (proof !== 'bounded') return planPreference(fair, plan);
  const beside = bound - fair.floorReward * filledFloors(fair, plan);
  if (fair.floorReward === 0) return beside;
  const floorless: OpenFair = { ...fair, floors: fair.floors.map(() => 0), floorReward: 0 };
  return Math.min(beside, boundByPrices(floorless, bestChoice(floorless).prices));
}
