import { refusal, type Refusal } from '../../refusal';
import type { FairState, ScheduleState } from '../vocabulary';

/** A schedule is made when applications are decided, and again while the fair is open and something changes. */
const SCHEDULED_IN: readonly FairState[] = ['scheduling', 'open'];

export function computeScheduleRefusal(fairState: FairState): Refusal | null {
  return SCHEDULED_IN.includes(fairState) ? null : refusal('FAIR_STATE', { state: fairState });
}

/** @param facts.isOutdated something that the schedule was computed from has changed */
export function applyScheduleRefusal(facts: {
  readonly fairState: FairState;
  readonly scheduleState: ScheduleState;
  readonly isOutdated: boolean;
}): Refusal | null {
  if (facts.scheduleState !== 'ready') return refusal('FAIR_SCHEDULE_STATE', { state: facts.scheduleState });
  return (
    computeScheduleRefusal(facts.fairState) ?? (facts.isOutdated ? refusal('FAIR_SCHEDULE_OUTDATED') : null)
  );
}

/** What is applied stays on record as applied; a failed one is of no use anyway. */
export function discardScheduleRefusal(scheduleState: ScheduleState): Refusal | null {
  const mayGo = scheduleState === 'ready' || scheduleState === 'solving';
  return mayGo ? null : refusal('FAIR_SCHEDULE_STATE', { state: scheduleState });
}
