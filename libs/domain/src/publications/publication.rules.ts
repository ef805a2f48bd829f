import { firstDayOfQuarter, lastDayOfQuarter, type Day, type Quarter } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';
import type { SnapshotDifference } from './difference';

const QUARTERS: readonly Quarter[] = [1, 2, 3, 4];

export interface PublicationFacts {
  readonly fiscalYear: number;
  /** the year up to the end of this quarter; null = an interim state of the year on the as-of day */
  readonly quarter: Quarter | null;
  readonly asOf: Day;
  readonly today: Day;
  /** quarters of the year that are not closed (of districts: in any district that takes part) */
  readonly openQuarters: readonly Quarter[];
  readonly reason: string | null;
}

/**
 * May this be published? INVALID_INPUT {field} for an as-of day in the future, before the year or before the end of
 * the quarter; PUBLICATION_PERIOD_OPEN {quarter} while one of its quarters can still be edited. Only an interim state
 * (without quarter) may be published over open quarters, and only for a reason.
 */
export function publicationRefusal(facts: PublicationFacts): Refusal | null {
  const { fiscalYear, quarter, asOf, today, reason } = facts;
  const earliest =
    quarter === null ? firstDayOfQuarter(fiscalYear, 1) : lastDayOfQuarter(fiscalYear, quarter);
  if (asOf > today || asOf < earliest)
    return refusal('INVALID_INPUT', { field: 'asOf', earliest, latest: today });
  const open = coveredQuarters(facts).find((one) => facts.openQuarters.includes(one));
  if (open === undefined) return null;
  if (quarter !== null || (reason ?? '').trim() === '')
    return refusal('PUBLICATION_PERIOD_OPEN', { quarter: open });
  return null;
}

/** The quarters whose purchases a publication states: all up to its quarter, or all that have begun on the day. */
export function coveredQuarters(
  facts: Pick<PublicationFacts, 'fiscalYear' | 'quarter' | 'asOf'>,
): readonly Quarter[] {
  const { fiscalYear, quarter, asOf } = facts;
  return QUARTERS.filter((one) =>
    quarter === null ? firstDayOfQuarter(fiscalYear, one) <= asOf : one <= quarter,
  );
}

/**
 * Purchases count up to this day; adjustments of those purchases up to the as-of day, so that a correction of a closed
 * quarter reaches that quarter's next version although the adjustment itself lies in a later quarter.
 */
export function countedUntil(facts: Pick<PublicationFacts, 'fiscalYear' | 'quarter' | 'asOf'>): Day {
  const end = lastDayOfQuarter(facts.fiscalYear, facts.quarter ?? 4);
  return facts.asOf < end ? facts.asOf : end;
}

/** A version that would say what the version before it says is refused: PUBLICATION_UNCHANGED {version}. */
export function correctionRefusal(facts: {
  readonly previousVersion: number | null;
  readonly differences: readonly SnapshotDifference[];
  /** rows behind the figures that were added, removed or changed */
  readonly changedPurchases: number;
}): Refusal | null {
  const { previousVersion, differences, changedPurchases } = facts;
  if (previousVersion === null || differences.length > 0 || changedPurchases > 0) return null;
  return refusal('PUBLICATION_UNCHANGED', { version: previousVersion });
}
