import { refusal, type Refusal } from '../refusal';
import type { Day } from '../calendar/day';

export interface DepartmentValidity {
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** A department lives from its first to its last day, both included. */
export function isDepartmentValidOn(department: DepartmentValidity, day: Day): boolean {
  return department.validFrom <= day && (department.validTo === null || day <= department.validTo);
}

/**
 * May a successor begin on `from`? The old department must still be living and must have lived at least one day.
 * @returns DEPARTMENT_NOT_VALID, DEPARTMENT_VALIDITY_INVALID or null
 */
export function departmentSuccessionRefusal(old: DepartmentValidity, from: Day): Refusal | null {
  if (old.validTo !== null) return refusal('DEPARTMENT_NOT_VALID', { validTo: old.validTo });
  if (from <= old.validFrom) return refusal('DEPARTMENT_VALIDITY_INVALID', { validFrom: old.validFrom });
  return null;
}
