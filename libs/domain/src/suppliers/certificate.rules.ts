import { addDays, isDay, type Day } from '../calendar/day';
import { refusal, type Refusal } from '../refusal';

export const CERTIFICATION_TYPES = [
  'certified_social_enterprise',
  'prospective_local',
  'prospective_ministry',
  'village_enterprise',
  'prospective_village',
  'self_reliance_enterprise',
  'cooperative',
  'social_cooperative',
  'social_venture',
  'women_owned',
  'disabled_owned',
  'disabled_standard_workplace',
  'severe_disability_facility',
  'green_product',
  'startup',
  'sme',
] as const;
export type CertificationType = (typeof CERTIFICATION_TYPES)[number];

/**
 * What a district's own target counts: certified and prospective social enterprises, village and self-reliance
 * enterprises, cooperatives. A starting value; the year's counting policy decides.
 */
export const SOCIAL_ECONOMY_CERTIFICATION_TYPES: readonly CertificationType[] = [
  'certified_social_enterprise',
  'prospective_local',
  'prospective_ministry',
  'village_enterprise',
  'prospective_village',
  'self_reliance_enterprise',
  'cooperative',
  'social_cooperative',
];

export interface CertificateFacts {
  readonly type: CertificationType;
  readonly validFrom: Day;
  /** last valid day, inclusive; null = no limit */
  readonly validUntil: Day | null;
  /** first day on which it no longer holds; null = not revoked */
  readonly revokedOn: Day | null;
  readonly verified: boolean;
}

export const CERTIFICATE_STATES = ['pending', 'active', 'expiring', 'expired', 'revoked'] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Days before the last valid day from which a certificate is "expiring". */
export const EXPIRING_DAYS = 90;

/** State as of a day, both ends of the validity inclusive. Not yet verified or not yet begun is `pending`. */
export function certificateStateOn(certificate: CertificateFacts, day: Day): CertificateState {
  if (!certificate.verified) return 'pending';
  if (certificate.revokedOn !== null && certificate.revokedOn <= day) return 'revoked';
  if (day < certificate.validFrom) return 'pending';
  if (certificate.validUntil === null) return 'active';
  if (certificate.validUntil < day) return 'expired';
  return certificate.validUntil <= addDays(day, EXPIRING_DAYS) ? 'expiring' : 'active';
}

/** Does this certificate hold on that day? */
export function isCertificateValidOn(certificate: CertificateFacts, day: Day): boolean {
  const state = certificateStateOn(certificate, day);
  return state === 'active' || state === 'expiring';
}

/** Days must be real and in order; otherwise CERTIFICATE_VALIDITY_INVALID {field}. */
export function certificateDaysRefusal(certificate: CertificateFacts): Refusal | null {
  const { validFrom, validUntil, revokedOn } = certificate;
  if (!isDay(validFrom)) return refusal('CERTIFICATE_VALIDITY_INVALID', { field: 'validFrom' });
  if (validUntil !== null && (!isDay(validUntil) || validUntil < validFrom)) {
    return refusal('CERTIFICATE_VALIDITY_INVALID', { field: 'validUntil' });
  }
  if (revokedOn !== null && (!isDay(revokedOn) || revokedOn < validFrom)) {
    return refusal('CERTIFICATE_VALIDITY_INVALID', { field: 'revokedOn' });
  }
  return null;
}
