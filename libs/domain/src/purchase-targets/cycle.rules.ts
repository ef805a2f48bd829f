import { yearOf, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';

export const CYCLE_STATES = [
  'survey_open',
  'survey_closed',
  'targets_set',
  'notified',
  'reporting',
  'closed',
] as const;
export type CycleState = (typeof CYCLE_STATES)[number];

export const CYCLE_ACTIONS = [
  'open_survey',
  'close_survey',
  'confirm',
  'notify',
  'start_reporting',
  'close',
  'reopen',
] as const;
export type CycleAction = (typeof CYCLE_ACTIONS)[number];

interface Step {
  readonly from: CycleState;
  readonly to: CycleState;
}

/** A cycle is born in survey_open; `open_survey` takes a closed survey back, `reopen` a closed year. */
export const CYCLE_STEPS: Readonly<Record<CycleAction, Step>> = {
  open_survey: { from: 'survey_closed', to: 'survey_open' },
  close_survey: { from: 'survey_open', to: 'survey_closed' },
  confirm: { from: 'survey_closed', to: 'targets_set' },
  notify: { from: 'targets_set', to: 'notified' },
  start_reporting: { from: 'notified', to: 'reporting' },
  close: { from: 'reporting', to: 'closed' },
  reopen: { from: 'closed', to: 'reporting' },
};

/** Only the manager of the institution moves its year on; the departments answer and acknowledge. */
export const CYCLE_ACTOR = 'manager';

/** May this role take this step now? FORBIDDEN, CYCLE_STATE {state, needed}, REASON_REQUIRED (re-opening). */
export function cycleRefusal(
  state: CycleState,
  action: CycleAction,
  by: { readonly role: string; readonly reason?: string | null },
): Refusal | null {
  if (by.role !== CYCLE_ACTOR) return refusal('FORBIDDEN');
  const needed = CYCLE_STEPS[action].from;
  if (state !== needed) return refusal('CYCLE_STATE', { state, needed });
  if (action === 'reopen' && (by.reason ?? '').trim() === '')
    return refusal('REASON_REQUIRED', { field: 'reason' });
  return null;
}

/** The steps that this state allows to the manager. */
export function cycleActionsFrom(state: CycleState): readonly CycleAction[] {
  return CYCLE_ACTIONS.filter((action) => CYCLE_STEPS[action].from === state);
}

/**
 * The day that says which departments take part in a year: today while the year runs, its first day when the year is
 * past (a year set up afterwards) or still to come (opened in December).
 */
export function departmentsDay(fiscalYear: number, today: Day): Day {
  return yearOf(today) === fiscalYear ? today : `${fiscalYear}-01-01`;
}

/** Targets are proposed from the answers until they are confirmed: CYCLE_STATE {state, needed}. */
export function proposeRefusal(state: CycleState): Refusal | null {
  if (state === 'survey_open' || state === 'survey_closed') return null;
  return refusal('CYCLE_STATE', { state, needed: 'survey_closed' });
}

/**
 * May the institution's own targets be changed? Freely during the survey, with a reason once the targets are set
 * (REASON_REQUIRED), not at all in a closed year (CYCLE_STATE).
 */
export function institutionTargetsRefusal(state: CycleState, reason: string | null): Refusal | null {
  if (state === 'closed') return refusal('CYCLE_STATE', { state, needed: 'reporting' });
  if (state === 'survey_open' || state === 'survey_closed' || (reason ?? '').trim() !== '') return null;
  return refusal('REASON_REQUIRED', { field: 'reason' });
}
