import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { EducationSessionState } from './vocabulary';

export const EDUCATION_SESSION_ACTIONS = ['change', 'hold', 'recount', 'cancel'] as const;
export type EducationSessionAction = (typeof EDUCATION_SESSION_ACTIONS)[number];

/** One that was held may be corrected, its attendees too, or taken back when it never was; a cancelled one stays as it is. */
const FROM: Readonly<Record<EducationSessionAction, readonly EducationSessionState[]>> = {
  change: ['planned', 'held'],
  hold: ['planned'],
  recount: ['held'],
  cancel: ['planned', 'held'],
};

/** @returns EDUCATION_SESSION_STATE {state}, REASON_REQUIRED (cancel) or null */
export function educationSessionActionRefusal(
  state: EducationSessionState,
  action: EducationSessionAction,
  reason: string | null = null,
): Refusal | null {
  if (!FROM[action].includes(state)) return refusal('EDUCATION_SESSION_STATE', { state });
  const lacksReason = action === 'cancel' && (reason ?? '').trim() === '';
  return lacksReason ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
}

/** `attendees` is null exactly while it is only planned. */
export interface EducationSessionFacts {
  readonly today: Day;
  readonly heldOn: Day;
  readonly attendees: number | null;
  /** known of itself when there is an institution; otherwise somebody chooses it */
  readonly hasArea: boolean;
}

/** @returns EDUCATION_SESSION_INVALID {field: heldOn (held on a day to come), areaId (nobody's)} or null */
export function educationSessionRefusal(facts: EducationSessionFacts): Refusal | null {
  const wrong = (field: string): Refusal => refusal('EDUCATION_SESSION_INVALID', { field });
  if (facts.attendees !== null && facts.heldOn > facts.today) return wrong('heldOn');
  return facts.hasArea ? null : wrong('areaId');
}
