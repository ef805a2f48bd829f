import { daysBetween, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import { MAX_FAIR_DAYS, type FairState } from './vocabulary';

/** What may be written down of a fair, and how it goes from one state to the next. Only its organiser does either. */

const invalid = (field: string): Refusal => refusal('FAIR_INVALID', { field });

/** What a report counts of a fair that was held without bookings here; null = not known. */
export interface RecordedFigures {
  readonly visitors: number | null;
  readonly recordedEnterprises: number | null;
  readonly recordedDesks: number | null;
  readonly recordedConsultations: number | null;
}

export interface FairFields extends RecordedFigures {
  readonly today: Day;
  readonly state: FairState;
  readonly name: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  readonly applicationsCloseOn: Day | null;
}

const FIGURES = ['visitors', 'recordedEnterprises', 'recordedDesks', 'recordedConsultations'] as const;

const WAS_HELD: readonly FairState[] = ['held', 'followed_up'];

/** Figures are of something that has begun, and what was held does not lie ahead. @returns FAIR_INVALID {field} or null */
export function fairRefusal(facts: FairFields): Refusal | null {
  const { today, state, name, firstDay, lastDay, applicationsCloseOn } = facts;
  if (name.trim() === '') return invalid('name');
  if (lastDay < firstDay || daysBetween(firstDay, lastDay) >= MAX_FAIR_DAYS) return invalid('lastDay');
  if (WAS_HELD.includes(state) && lastDay > today) return invalid('lastDay');
  if (applicationsCloseOn !== null && applicationsCloseOn > lastDay) return invalid('applicationsCloseOn');
  const early = FIGURES.find((figure) => facts[figure] !== null && today < firstDay);
  return early === undefined ? null : invalid(early);
}

/** Slots are laid until the fair was held. @returns FAIR_STATE {state} or null */
export function slotChangeRefusal(state: FairState): Refusal | null {
  return WAS_HELD.includes(state) ? refusal('FAIR_STATE', { state }) : null;
}

/** The days of an open fair stand: people have them in their calendars. @returns FAIR_STATE {state} or null */
export function dayChangeRefusal(state: FairState): Refusal | null {
  return state === 'open' ? refusal('FAIR_STATE', { state }) : null;
}

/** One step further; applications may be opened again while nothing is open to book. */
const NEXT_STATES: Readonly<Record<FairState, readonly FairState[]>> = {
  // straight to held: a fair that was held without being run here, of which a report tells
  planned: ['applications', 'held'],
  applications: ['scheduling'],
  scheduling: ['open', 'applications'],
  open: ['held'],
  held: ['followed_up'],
  followed_up: [],
};

export function nextFairStates(from: FairState): readonly FairState[] {
  return NEXT_STATES[from];
}

export interface FairMoveFacts extends RecordedFigures {
  readonly today: Day;
  readonly lastDay: Day;
  readonly slots: number;
  /** results of which it is not known yet what came of them (isOutcomeKnown) */
  readonly openFollowUps: number;
}

/** What a move waits for; `step`: there is no such step. */
export type FairMoveObstacle = 'step' | 'slots' | 'days' | 'figures' | 'follow_ups';

/** @returns FAIR_STATE {from, to, waitsFor: FairMoveObstacle}, or null */
export function fairMoveRefusal(from: FairState, to: FairState, facts: FairMoveFacts): Refusal | null {
  const obstacle = NEXT_STATES[from].includes(to) ? obstacleOf(from, to, facts) : 'step';
  return obstacle === null ? null : refusal('FAIR_STATE', { from, to, waitsFor: obstacle });
}

function obstacleOf(from: FairState, to: FairState, facts: FairMoveFacts): FairMoveObstacle | null {
  if (to === 'followed_up') return facts.openFollowUps > 0 ? 'follow_ups' : null;
  if (to !== 'held') return facts.slots > 0 ? null : 'slots';
  if (from === 'planned') {
    if (facts.today <= facts.lastDay) return 'days';
    return isRecorded(facts) ? null : 'figures';
  }
  return facts.today < facts.lastDay ? 'days' : null;
}

/** Does a report tell what came of it? The number of visitors alone tells of no meeting. */
export function isRecorded(figures: RecordedFigures): boolean {
  const { recordedEnterprises, recordedDesks, recordedConsultations } = figures;
  return recordedEnterprises !== null || recordedDesks !== null || recordedConsultations !== null;
}
