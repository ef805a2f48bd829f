import type { Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { CallerKind } from './vocabulary';

/** Who called, about what of ours, and what was found. Days are of the Korean calendar. */
export interface ConsultationFacts {
  readonly today: Day;
  readonly consultedOn: Day;
  readonly callerKind: CallerKind;
  readonly hasInstitution: boolean;
  readonly hasDepartment: boolean;
  readonly hasSupplier: boolean;
  /** known of itself when there is an institution; otherwise somebody chooses it */
  readonly hasArea: boolean;
  readonly needCount: number;
}

/**
 * May this be written down as a consultation?
 * @returns CONSULTATION_INVALID {field: consultedOn (a day to come), institutionId or supplierId (not of this kind of
 *   caller), departmentId or needs (of no institution), areaId (nobody's)} or null
 */
export function consultationRefusal(facts: ConsultationFacts): Refusal | null {
  const { callerKind, hasInstitution } = facts;
  const wrong = (field: string): Refusal => refusal('CONSULTATION_INVALID', { field });
  if (facts.consultedOn > facts.today) return wrong('consultedOn');
  if (hasInstitution && callerKind !== 'public_body') return wrong('institutionId');
  if (facts.hasSupplier && callerKind !== 'enterprise') return wrong('supplierId');
  if (facts.hasDepartment && !hasInstitution) return wrong('departmentId');
  if (facts.needCount > 0 && !hasInstitution) return wrong('needs');
  return facts.hasArea ? null : wrong('areaId');
}

/** One that was taken back stays as it is. @returns CONSULTATION_STATE or null */
export function consultationChangeRefusal(isVoided: boolean): Refusal | null {
  return isVoided ? refusal('CONSULTATION_STATE') : null;
}

/** @returns CONSULTATION_STATE (taken back already), REASON_REQUIRED or null */
export function consultationVoidRefusal(isVoided: boolean, reason: string): Refusal | null {
  const lacksReason = reason.trim() === '' ? refusal('REASON_REQUIRED', { field: 'reason' }) : null;
  return consultationChangeRefusal(isVoided) ?? lacksReason;
}
