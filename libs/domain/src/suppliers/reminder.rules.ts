import { addDays, daysBetween, type Day } from '../calendar/day';
import type { CertificationType } from './certificate.rules';

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
  /** isFollowed by another verified certificate */
  readonly isRenewed: boolean;
  readonly supplierIsClosed: boolean;
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
  if (certificate.isRenewed || certificate.supplierIsClosed) return null;
  const daysLeft = daysBetween(today, validUntil);
  if (daysLeft < 0) return null;
  const reached = REMINDER_DAYS.filter((days) => daysLeft <= days);
  const nearest = reached.at(-1);
  return nearest === undefined || sent.some((days) => days <= nearest) ? null : nearest;
}

export interface FollowFacts {
  readonly id: string;
  readonly type: CertificationType;
  readonly validFrom: Day;
  /** last valid day, inclusive; null = no limit */
  readonly validUntil: Day | null;
  readonly revokedOn: Day | null;
}

/**
 * Does one of the others go on when this certificate ends: of the same type, without a gap and not revoked? Of two that
 * end on the same day (a duplicate brought the same paper) the one with the smaller id is asked about, and no other.
 */
export function isFollowed(
  certificate: Pick<FollowFacts, 'id' | 'type' | 'validUntil'>,
  others: readonly FollowFacts[],
): boolean {
  const { id, type, validUntil } = certificate;
  if (validUntil === null) return false;
  return others.some(
    (other) =>
      other.type === type &&
      other.revokedOn === null &&
      other.validFrom <= addDays(validUntil, 1) &&
      (other.validUntil === null ||
        other.validUntil > validUntil ||
        (other.validUntil === validUntil && other.id < id)),
  );
}
