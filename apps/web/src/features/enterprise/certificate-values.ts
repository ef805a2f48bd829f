import {
  addDays,
  certificateDaysRefusal,
  CERTIFICATION_TYPES,
  enterpriseEvidenceRefusal,
  isFollowed,
  validityRuleFor,
  validUntilOf,
  type CertificationType,
  type CertificationValidityRule,
  type Day,
} from '@ieum/domain';
import type { CertificationChange, CertificationEntry, NewCertification } from './api';
import { isKeptFile, type KeptFile } from './evidence-upload';

/** What the form holds; '' = none. */
export interface CertificateValues {
  readonly type: string;
  readonly number: string;
  readonly issuer: string;
  readonly issuedOn: Day | null;
  readonly issueRound: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
  readonly hasNoLimit: boolean;
  readonly evidence: KeptFile | null;
}

export const EMPTY_CERTIFICATE: CertificateValues = {
  type: '',
  number: '',
  issuer: '',
  issuedOn: null,
  issueRound: '',
  validFrom: null,
  validUntil: null,
  hasNoLimit: false,
  evidence: null,
};

export function isCertificateValues(value: unknown): value is CertificateValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const isDayOrNone = (day: unknown) => day === null || typeof day === 'string';
  return (
    ['type', 'number', 'issuer', 'issueRound'].every((name) => typeof record[name] === 'string') &&
    ['issuedOn', 'validFrom', 'validUntil'].every((name) => isDayOrNone(record[name])) &&
    typeof record['hasNoLimit'] === 'boolean' &&
    (record['evidence'] === null || isKeptFile(record['evidence']))
  );
}

export function valuesOfEntry(entry: CertificationEntry): CertificateValues {
  return {
    type: entry.type,
    number: entry.number ?? '',
    issuer: entry.issuer ?? '',
    issuedOn: entry.issuedOn,
    issueRound: entry.issueRound ?? '',
    validFrom: entry.validFrom,
    validUntil: entry.validUntil,
    hasNoLimit: entry.validUntil === null,
    evidence: null,
  };
}

/** A renewal begins on the day after the old one ends, with a number of its own. */
export function renewalOf(entry: CertificationEntry): CertificateValues {
  return {
    ...EMPTY_CERTIFICATE,
    type: entry.type,
    issuer: entry.issuer ?? '',
    validFrom: entry.validUntil === null ? null : addDays(entry.validUntil, 1),
  };
}

export function typeOf(values: Pick<CertificateValues, 'type'>): CertificationType | null {
  return CERTIFICATION_TYPES.find((type) => type === values.type) ?? null;
}

export interface ProposedEnd {
  /** null = no limit */
  readonly validUntil: Day | null;
  readonly legalBasis: string;
}

/** How long such a certificate usually holds: a proposal, never more. Null when no guideline says anything. */
export function proposedEnd<Rule extends CertificationValidityRule & { readonly legalBasis: string }>(
  rules: readonly Rule[],
  values: Pick<CertificateValues, 'type' | 'validFrom'>,
): ProposedEnd | null {
  const type = typeOf(values);
  if (type === null || values.validFrom === null) return null;
  const rule = validityRuleFor(rules, type, values.validFrom);
  if (rule === undefined) return null;
  return { validUntil: validUntilOf(values.validFrom, rule.validMonths), legalBasis: rule.legalBasis };
}

/** Are the days in order? By the rule that the server calls too. */
export function periodFits({ type, validFrom, validUntil, hasNoLimit }: CertificateValues): boolean {
  if (validFrom === null) return false;
  const facts = {
    type: typeOf({ type }) ?? CERTIFICATION_TYPES[0],
    validFrom,
    validUntil: hasNoLimit ? null : validUntil,
    revokedOn: null,
    verified: false,
  };
  return certificateDaysRefusal(facts) === null;
}

/** @param kept the entry that is changed has its evidence already */
export function lacksEvidence(values: CertificateValues, kept: boolean): boolean {
  return !kept && enterpriseEvidenceRefusal(values.evidence?.id ?? null) !== null;
}

function textOrNone(text: string): string | null {
  const tidy = text.trim().normalize('NFC');
  return tidy === '' ? null : tidy;
}

export function changeOfCertificate(values: CertificateValues): CertificationChange & { validFrom: Day } {
  return {
    number: textOrNone(values.number),
    issuer: textOrNone(values.issuer),
    issuedOn: values.issuedOn,
    issueRound: textOrNone(values.issueRound),
    validFrom: values.validFrom ?? '',
    validUntil: values.hasNoLimit ? null : values.validUntil,
    ...(values.evidence === null ? {} : { evidenceFileId: values.evidence.id }),
  };
}

export function newCertificateOf(values: CertificateValues): NewCertification {
  return { type: typeOf(values) ?? CERTIFICATION_TYPES[0], ...changeOfCertificate(values) };
}

/**
 * Certificates that end within 90 days while nothing follows them: by the rule of the reminders, where a renewal that waits
 * counts as if it were verified already. What waits as a correction takes its certificate's place and follows nothing.
 */
export function toRenew(entries: readonly CertificationEntry[]): CertificationEntry[] {
  const others = entries.filter(
    ({ entryState, replacesId }) =>
      entryState === 'verified' || (entryState === 'waiting' && replacesId === null),
  );
  return entries.filter(
    (entry) => entry.entryState === 'verified' && entry.state === 'expiring' && !isFollowed(entry, others),
  );
}

/** How much of the validity is left on a day, 0 to 1; null without limit. For a picture beside the words. */
export function shareLeft(validFrom: Day, validUntil: Day | null, today: Day): number | null {
  if (validUntil === null) return null;
  const time = (day: Day) => new Date(`${day}T00:00:00Z`).getTime();
  const whole = time(addDays(validUntil, 1)) - time(validFrom);
  const left = time(addDays(validUntil, 1)) - time(today);
  return Math.max(0, Math.min(1, left / whole));
}
