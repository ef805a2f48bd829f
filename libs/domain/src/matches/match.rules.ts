import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { MATCH_STAGES, type CandidateOutcome, type MatchAward, type MatchStage } from './vocabulary';

/** Still under way; a contract, or an end without one, leaves them. */
export const OPEN_MATCH_STAGES = ['identified', 'supported', 'proposed', 'selected'] as const;

/** A winner is chosen, with or without a contract yet. */
export const WON_MATCH_STAGES: readonly MatchStage[] = ['selected', 'contracted'];

function placeOf(stage: MatchStage): number {
  return OPEN_MATCH_STAGES.findIndex((one) => one === stage);
}

export function isOpenStage(stage: MatchStage): boolean {
  return placeOf(stage) >= 0;
}

/** Ended without a contract: it may be taken up again. */
export function isEndedStage(stage: MatchStage): boolean {
  return stage === 'lost' || stage === 'no_result';
}

/**
 * Is there a way from one stage to the other by hand? Forward over any of the open ones (what is written down afterwards
 * need not pretend that it waited), one step back, out of the work, and back into it. A contract alone leads to
 * `contracted` and its cancelling alone leads out again.
 */
export function mayMoveTo(from: MatchStage, to: MatchStage): boolean {
  if (from === to || from === 'contracted' || to === 'contracted') return false;
  if (isEndedStage(from)) return isOpenStage(to);
  return isEndedStage(to) || placeOf(to) >= placeOf(from) - 1;
}

/** The stages that a card can be moved to, in the order of the work. */
export function nextStages(from: MatchStage): MatchStage[] {
  return MATCH_STAGES.filter((to) => mayMoveTo(from, to));
}

/** Who goes back, or takes up again what had ended, says why. */
export function needsNote(from: MatchStage, to: MatchStage): boolean {
  return isEndedStage(from) || (isOpenStage(to) && placeOf(to) < placeOf(from));
}

export interface StageMove {
  readonly to: MatchStage;
  readonly note: string | null;
  readonly lostReason: string | null;
}

/**
 * May a person move the match so?
 * @returns MATCH_STAGE {from, to}, REASON_REQUIRED {field: note | lostReason}, MATCH_INVALID {field: lostReason} (a reason
 *   for losing what is not lost) or null; winners are looked at by winnersRefusal
 */
export function stageMoveRefusal(from: MatchStage, { to, note, lostReason }: StageMove): Refusal | null {
  if (!mayMoveTo(from, to)) return refusal('MATCH_STAGE', { from, to });
  if (to === 'lost' && lostReason === null) return refusal('REASON_REQUIRED', { field: 'lostReason' });
  if (to !== 'lost' && lostReason !== null) return refusal('MATCH_INVALID', { field: 'lostReason' });
  const lacksNote = needsNote(from, to) && (note ?? '').trim() === '';
  return lacksNote ? refusal('REASON_REQUIRED', { field: 'note' }) : null;
}

/** A signed contract is a fact, so the match follows it from any open stage. @returns MATCH_STAGE {from, to} or null */
export function contractedRefusal(from: MatchStage): Refusal | null {
  return isOpenStage(from) || from === 'contracted'
    ? null
    : refusal('MATCH_STAGE', { from, to: 'contracted' });
}

export interface CandidateFacts {
  readonly id: string;
  readonly outcome: CandidateOutcome;
}

/** Who won, and how they share it. */
export interface WinnersChoice {
  readonly winnerIds: readonly string[];
  readonly award: MatchAward | null;
  readonly leadId: string | null;
}

/** One winner is its own lead and a single award; nobody has to say so. */
export function completeChoice({ winnerIds, award, leadId }: WinnersChoice): WinnersChoice {
  const [only, ...others] = winnerIds;
  if (only === undefined || others.length > 0) return { winnerIds, award, leadId };
  return { winnerIds, award: award ?? 'single', leadId: leadId ?? only };
}

/**
 * Do the winners fit the match, and the award their number?
 * @returns MATCH_WINNER_MISSING, MATCH_INVALID {field: winnerIds (no candidate of this match, or withdrawn), award (single
 *   is one, several and consortium are two or more), leadId (not among the winners)} or null
 */
export function winnersRefusal(choice: WinnersChoice, candidates: readonly CandidateFacts[]): Refusal | null {
  const { winnerIds, award, leadId } = completeChoice(choice);
  const wrong = (field: string): Refusal => refusal('MATCH_INVALID', { field });
  if (winnerIds.length === 0) return refusal('MATCH_WINNER_MISSING');
  const eligible = new Set(candidates.filter(({ outcome }) => outcome !== 'withdrawn').map(({ id }) => id));
  if (new Set(winnerIds).size !== winnerIds.length || !winnerIds.every((id) => eligible.has(id)))
    return wrong('winnerIds');
  if (award === null || (award === 'single') !== (winnerIds.length === 1)) return wrong('award');
  return leadId !== null && winnerIds.includes(leadId) ? null : wrong('leadId');
}

/** What a move makes of a candidate. Who withdrew stays withdrawn; going back opens the choice again. */
export function outcomeAfter(to: MatchStage, before: CandidateOutcome, isWinner: boolean): CandidateOutcome {
  if (before === 'withdrawn') return before;
  if (to === 'selected') return isWinner ? 'selected' : 'not_selected';
  return to === 'lost' ? 'not_selected' : 'candidate';
}

/** Candidates are gathered until one is chosen. @returns MATCH_STAGE {from} or null */
export function gatheringRefusal(stage: MatchStage): Refusal | null {
  return isOpenStage(stage) && stage !== 'selected' ? null : refusal('MATCH_STAGE', { from: stage });
}

/** What has ended without a contract meets no further needs, until it is taken up again. @returns MATCH_STAGE {from} or null */
export function meetingRefusal(stage: MatchStage): Refusal | null {
  return isEndedStage(stage) ? refusal('MATCH_STAGE', { from: stage }) : null;
}

/** @returns MATCH_STAGE {from}, MATCH_CANDIDATE_STATE {outcome} or null */
export function candidateWithdrawRefusal(stage: MatchStage, outcome: CandidateOutcome): Refusal | null {
  const refused = gatheringRefusal(stage);
  if (refused !== null || outcome === 'candidate') return refused;
  return refusal('MATCH_CANDIDATE_STATE', { outcome });
}

/**
 * May this candidate be asked for an offer? While the match is open, and of the register: others have no account.
 * @returns MATCH_STAGE {from}, MATCH_CANDIDATE_STATE {outcome} or null
 */
export function candidateAskRefusal(
  stage: MatchStage,
  outcome: CandidateOutcome,
  isRegistered: boolean,
): Refusal | null {
  if (!isOpenStage(stage)) return refusal('MATCH_STAGE', { from: stage });
  const mayAnswer = isRegistered && (outcome === 'candidate' || outcome === 'selected');
  return mayAnswer ? null : refusal('MATCH_CANDIDATE_STATE', { outcome, isRegistered });
}

/** What was found was found by today. @returns MATCH_INVALID {field: identifiedOn} or null */
export function matchDayRefusal(identifiedOn: Day, today: Day): Refusal | null {
  return identifiedOn > today ? refusal('MATCH_INVALID', { field: 'identifiedOn' }) : null;
}
