import { scheduleQuestion, type ScheduleFacts } from './schedule-facts';
import { scheduleOfPeople, type ScheduleOfPeople } from './fair-schedule-of-people';
import { scheduleDifference, type ScheduleDifference } from './schedule-changes';
import { SOLVER_STEPS, type SolverSteps } from '../solver/solve-fair';

/** What a schedule is going through, in this order; reading and saving are the caller's. */
export const SCHEDULE_STEPS = ['reading', 'choosing', 'placing', 'proving', 'saving'] as const;
export type ScheduleStep = (typeof SCHEDULE_STEPS)[number];

/** A schedule that nobody has applied yet, with what it would change. */
export type ScheduleDraft = ScheduleOfPeople & ScheduleDifference;

/** @param onStep is told when a further step begins */
export function scheduleDraft(
  facts: ScheduleFacts,
  now: Date,
  seed: number,
  onStep: (step: ScheduleStep) => void = () => undefined,
): ScheduleDraft {
  const personOf = new Map(facts.exhibitors.map(({ id, personId }) => [id, personId]));
  const schedule = scheduleOfPeople(scheduleQuestion(facts, now, seed), personOf, watched(onStep));
  return { ...schedule, ...scheduleDifference(facts, now, schedule) };
}

/** The solver's steps, announced: they run again and again on parts of the fair, so only what is further is news. */
function watched(onStep: (step: ScheduleStep) => void): SolverSteps {
  let last = -1;
  const reach = (step: ScheduleStep) => {
    const at = SCHEDULE_STEPS.indexOf(step);
    if (at <= last) return;
    last = at;
    onStep(step);
  };
  return {
    choose: (...args) => (reach('choosing'), SOLVER_STEPS.choose(...args)),
    place: (...args) => (reach('placing'), SOLVER_STEPS.place(...args)),
    improve: (...args) => (reach('proving'), SOLVER_STEPS.improve(...args)),
    search: SOLVER_STEPS.search,
    keep: SOLVER_STEPS.keep,
  };
}
