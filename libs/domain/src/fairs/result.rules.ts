import type { MatchStage } from '../matches/vocabulary';
import { refusal, type Refusal } from '../refusal';
import type { FollowUpState, MeetingNextStep } from './vocabulary';

/** What was put down of a meeting, as far as a rule asks. */
export interface MeetingOutcome {
  readonly nextStep: MeetingNextStep;
  readonly expectedValueKrw: number | null;
}

/**
 * May this be put down? Where nothing follows, nothing can be expected of it.
 * @returns FAIR_RESULT_INVALID {field, rule} or null
 */
export function meetingOutcomeRefusal({ nextStep, expectedValueKrw }: MeetingOutcome): Refusal | null {
  return nextStep === 'nothing' && expectedValueKrw !== null
    ? refusal('FAIR_RESULT_INVALID', { field: 'expectedValueKrw', rule: 'unexpected' })
    : null;
}

/** Does somebody have to say later what came of it? Whatever leads further does. */
export function opensFollowUp(nextStep: MeetingNextStep): boolean {
  return nextStep !== 'nothing';
}

/**
 * The follow-up once a result is put down, for the first time or anew. What a match carries on stays with it. What was
 * closed stays closed while the next step is the same, so that sending the same again changes nothing.
 */
export function followUpAfter(
  before: { readonly state: FollowUpState; readonly nextStep: MeetingNextStep } | null,
  nextStep: MeetingNextStep,
): FollowUpState {
  if (before?.state === 'matched') return 'matched';
  if (!opensFollowUp(nextStep)) return 'none';
  return before?.state === 'closed' && before.nextStep === nextStep ? 'closed' : 'open';
}

/**
 * May a match begin from the meeting, or the follow-up be closed? While it is open.
 * @returns FAIR_FOLLOW_UP_STATE {state} or null
 */
export function followUpRefusal(state: FollowUpState): Refusal | null {
  return state === 'open' ? null : refusal('FAIR_FOLLOW_UP_STATE', { state });
}

const ENDS: readonly MatchStage[] = ['contracted', 'lost', 'no_result'];

/** Is it known what came of the meeting? Closed, or its match has ended, with a contract or without. */
export function isOutcomeKnown(state: FollowUpState, matchStage: MatchStage | null): boolean {
  if (state === 'matched') return matchStage !== null && ENDS.includes(matchStage);
  return state !== 'open';
}
