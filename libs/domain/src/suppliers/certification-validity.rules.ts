import { addDays, dayOf, daysInMonth, monthOf, yearOf, type Day } from '../calendar/day';
import type { CertificationType } from './certificate.rules';

/** How long a certificate of a type holds by default. Practice and guidelines change, so it is dated, editable data. */
export interface CertificationValidityRule {
  readonly type: CertificationType;
  /** for certificates that begin on this day or later, until a later rule of the type */
  readonly effectiveFrom: Day;
  /** null = no limit */
  readonly validMonths: number | null;
}

/** The rule for a certificate that begins on this day; undefined when none says anything. */
export function validityRuleFor<Rule extends CertificationValidityRule>(
  rules: readonly Rule[],
  type: CertificationType,
  validFrom: Day,
): Rule | undefined {
  return rules
    .filter((rule) => rule.type === type && rule.effectiveFrom <= validFrom)
    .reduce<Rule | undefined>(
      (found, rule) => (found === undefined || found.effectiveFrom < rule.effectiveFrom ? rule : found),
      undefined,
    );
}

/**
 * The last valid day of a certificate that begins on `validFrom` and holds for so many months: the day before the same
 * date; where the month has no such date, the month's last day (민법 제160조).
 * @returns null without limit
 */
export function validUntilOf(validFrom: Day, validMonths: number | null): Day | null {
  if (validMonths === null) return null;
  const months = yearOf(validFrom) * 12 + monthOf(validFrom) - 1 + validMonths;
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1];
  const same = dayOf(year, month, Number(validFrom.slice(8, 10)));
  return same === null ? dayOf(year, month, daysInMonth(year, month)) : addDays(same, -1);
}
