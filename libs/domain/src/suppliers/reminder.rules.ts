import { daysBetween, type Day } from '../calendar/day';

/** Days before the last valid day on which somebody is reminded, the farthest first. */
export const REMINDER_DAYS = [90, 30, 7] as const;
export type ReminderDays = (typeof REMINDER_DAYS)[number];

export interface ReminderFacts {
  /** last valid day, inclusive; null = no limit */
  readonly validUntil: Day | null;
  readonly verified: boolean;
  readonly isRevoked: boolean;
  /** a corrected entry took its place */
  readonly isReplaced: boolean;
  /** another verified certificate of the same type goes on after it */
  readonly isRenewed: boolean;
  readonly supplierIsClosed: boolean;
  readonly supplierIsMerged: boolean;
  /** of this certificate with this last day */
  readonly sent: readonly ReminderDays[];
}

/**
 * Which reminder is due on a day: the nearest one that was reached, once. Whoever was not reminded in time (the system was
 * down, the certificate came late) gets that one and not the earlier ones as well.
 * @returns null when nobody is to be reminded
 */
export function dueReminder(certificate: ReminderFacts, today: Day): ReminderDays | null {
  const { validUntil, verified, sent } = certificate;
  if (validUntil === null || !verified || certificate.isRevoked || certificate.isReplaced) return null;
  if (certificate.isRenewed || certificate.supplierIsClosed || certificate.supplierIsMerged) return null;
  const daysLeft = daysBetween(today, validUntil);
  if (daysLeft < 0) return null;
  const reached = REMINDER_DAYS.filter((days) => daysLeft <= days);
  const nearest = reached.at(-1);
  return nearest === undefined || sent.some((days) => days <= nearest) ? null : nearest;
}
