import { MAX_AMOUNT_KRW } from '../money/exact';
import { refusal, type Refusal } from '../refusal';
import type { CycleState } from './cycle.rules';
import type { MallTargetPlace } from './policy';

export const SURVEY_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];
export const SURVEY_ACTIONS = ['save', 'submit', 'return', 'accept'] as const;
export type SurveyAction = (typeof SURVEY_ACTIONS)[number];

export interface PlannedPurchase {
  readonly item: string;
  readonly amountKrw: number;
  /** 1..12, null = not yet known */
  readonly month: number | null;
}

export interface SurveyAnswer {
  readonly plannedPurchases: readonly PlannedPurchase[];
  readonly wishedTargetKrw: number | null;
  readonly wishedMallTargetKrw: number | null;
}

export const MAX_PLANNED_PURCHASES = 200;

/** Is the answer complete enough to submit? SURVEY_EMPTY, or SURVEY_INVALID {field, index?}. */
export function surveyAnswerRefusal(answer: SurveyAnswer, mallTarget: MallTargetPlace): Refusal | null {
  const { plannedPurchases, wishedTargetKrw, wishedMallTargetKrw } = answer;
  if (plannedPurchases.length === 0 && wishedTargetKrw === null) return refusal('SURVEY_EMPTY');
  if (plannedPurchases.length > MAX_PLANNED_PURCHASES)
    return refusal('SURVEY_INVALID', { field: 'plannedPurchases' });
  const index = plannedPurchases.findIndex((one) => !isPlanned(one));
  if (index >= 0) return refusal('SURVEY_INVALID', { field: 'plannedPurchases', index });
  if (!isAmountOrNone(wishedTargetKrw)) return refusal('SURVEY_INVALID', { field: 'wishedTargetKrw' });
  if (!isAmountOrNone(wishedMallTargetKrw))
    return refusal('SURVEY_INVALID', { field: 'wishedMallTargetKrw' });
  if (mallTarget === 'inside' && (wishedMallTargetKrw ?? 0) > (wishedTargetKrw ?? MAX_AMOUNT_KRW)) {
    return refusal('TARGET_MALL_ABOVE_MAIN', { mallKrw: wishedMallTargetKrw, mainKrw: wishedTargetKrw });
  }
  return null;
}

const FROM: Readonly<Record<SurveyAction, readonly SurveyState[]>> = {
  save: ['draft', 'returned'],
  submit: ['draft', 'returned'],
  return: ['submitted', 'accepted'],
  accept: ['submitted'],
};
const TO: Readonly<Record<SurveyAction, SurveyState | null>> = {
  save: null,
  submit: 'submitted',
  return: 'returned',
  accept: 'accepted',
};

/**
 * May this step be taken? SURVEY_CLOSED, SURVEY_STATE {state}, REASON_REQUIRED (return). A department answers while
 * the survey is open; an answer that was returned may be corrected until targets are set.
 */
export function surveyActionRefusal(
  facts: { readonly state: SurveyState; readonly cycleState: CycleState; readonly reason?: string | null },
  action: SurveyAction,
): Refusal | null {
  const { state, cycleState, reason } = facts;
  const mayCorrect = action === 'return' || action === 'accept' || state === 'returned';
  const open = cycleState === 'survey_open' || (cycleState === 'survey_closed' && mayCorrect);
  if (!open) return refusal('SURVEY_CLOSED', { cycleState });
  if (!FROM[action].includes(state)) return refusal('SURVEY_STATE', { state });
  if (action === 'return' && (reason ?? '').trim() === '')
    return refusal('REASON_REQUIRED', { field: 'reason' });
  return null;
}

/** State after a permitted step. */
export function nextSurveyState(state: SurveyState, action: SurveyAction): SurveyState {
  return TO[action] ?? state;
}

/**
 * What an answer proposes as targets; null = none. Only an answer that was given (submitted or accepted) proposes
 * anything; without a wished target the planned purchases add up to one.
 */
export function proposedTargets(
  state: SurveyState,
  answer: SurveyAnswer,
): { readonly mainKrw: number | null; readonly mallKrw: number | null } {
  if (state !== 'submitted' && state !== 'accepted') return { mainKrw: null, mallKrw: null };
  const plannedKrw = answer.plannedPurchases.reduce((sum, planned) => sum + planned.amountKrw, 0);
  const fromPlans = plannedKrw > 0 && plannedKrw <= MAX_AMOUNT_KRW ? plannedKrw : null;
  return { mainKrw: answer.wishedTargetKrw ?? fromPlans, mallKrw: answer.wishedMallTargetKrw };
}

export interface SurveyProgress {
  readonly departments: number;
  readonly answered: number;
  readonly accepted: number;
  /** no answer yet, draft or returned: to be reminded */
  readonly waiting: number;
}

/** The monitor's figures; null = the department has not begun. */
export function surveyProgress(states: readonly (SurveyState | null)[]): SurveyProgress {
  const accepted = states.filter((state) => state === 'accepted').length;
  const answered = states.filter((state) => state === 'submitted').length + accepted;
  return { departments: states.length, answered, accepted, waiting: states.length - answered };
}

function isPlanned(planned: PlannedPurchase): boolean {
  const { item, amountKrw, month } = planned;
  const monthFits = month === null || (Number.isInteger(month) && month >= 1 && month <= 12);
  return item.trim() !== '' && item.length <= 200 && monthFits && amountKrw > 0 && isAmountOrNone(amountKrw);
}

function isAmountOrNone(amount: number | null): boolean {
  return amount === null || (Number.isSafeInteger(amount) && amount >= 0 && amount <= MAX_AMOUNT_KRW);
}
