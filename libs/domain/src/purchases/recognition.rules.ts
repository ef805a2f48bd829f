import { yearOf, type Day } from '../calendar/day';
import { CERTIFIED_ONLY, type Scheme } from '../purchase-targets/scheme';
import type { CountingPolicy } from '../purchase-targets/policy';
import {
  certificateStateOn,
  isCertificateValidOn,
  type CertificateFacts,
  type CertificationType,
} from '../suppliers/certificate.rules';
import type { Channel, PurchaseState } from './vocabulary';

export const COUNT_STATUSES = ['counted', 'needs_check', 'not_counted'] as const;
/** counted: in at least one certification scheme. needs_check: kept, 확인 필요. not_counted: draft, returned or voided. */
export type CountStatus = (typeof COUNT_STATUSES)[number];

export const RECOGNITION_REASONS = [
  'draft',
  'returned',
  'voided',
  'recognition_date_missing',
  'outside_fiscal_year',
  'supply_value_missing',
  'certificate_missing',
  'certificate_type_not_eligible',
  'certificate_unverified',
  'certificate_not_yet_valid',
  'certificate_expired',
  'certificate_revoked',
] as const;
export type RecognitionReason = (typeof RECOGNITION_REASONS)[number];

export interface RecognitionFacts {
  readonly state: PurchaseState;
  readonly fiscalYear: number;
  readonly channel: Channel;
  readonly contractDate: Day | null;
  readonly paymentDate: Day | null;
  /** with VAT; signed on an adjustment row */
  readonly amountKrw: number;
  /** without VAT; null = not known. Never derived by 10/11: part of what is bought is free of VAT. */
  readonly supplyValueKrw: number | null;
  /** set on an adjustment row: what was decided for the row it adjusts; the certificates of the later day play no part */
  readonly adjusts?: RecognitionDecision | null;
}

/** The part of a recognition that an adjustment inherits. */
export interface RecognitionDecision {
  readonly countedSchemes: readonly string[];
  readonly certifiedOnly: boolean;
  readonly countStatus: CountStatus;
  readonly reasons: readonly RecognitionReason[];
}

/** What is stored with the purchase. Amounts count only in `countedSchemes` (and in certified_only when true). */
export interface Recognition extends RecognitionDecision {
  readonly recognitionDate: Day | null;
  readonly recognizedAmountKrw: number | null;
}

/**
 * Does a purchase count, when, how much and where. `certificates` are those of its supplier (none = unregistered
 * or without); only those valid on the recognition date decide, so a later expiry changes nothing.
 */
export function recognise(
  purchase: RecognitionFacts,
  policy: CountingPolicy,
  certificates: readonly CertificateFacts[],
  schemes: readonly Scheme[],
): Recognition {
  const recognitionDate =
    policy.recognitionDate === 'contract' ? purchase.contractDate : purchase.paymentDate;
  const recognizedAmountKrw =
    policy.amountBasis === 'vat_included' ? purchase.amountKrw : purchase.supplyValueKrw;
  const dated = { recognitionDate, recognizedAmountKrw };
  if (purchase.state !== 'submitted' && purchase.state !== 'accepted') {
    return {
      ...dated,
      countedSchemes: [],
      certifiedOnly: false,
      countStatus: 'not_counted',
      reasons: [purchase.state],
    };
  }
  const reasons = missingFacts(purchase.fiscalYear, dated);
  if (recognitionDate === null || reasons.length > 0) return { ...dated, ...needsCheck(reasons) };
  if (purchase.adjusts) return { ...dated, ...inherited(purchase.adjusts) };
  return { ...dated, ...decide(purchase.channel, recognitionDate, policy, certificates, schemes) };
}

/**
 * Would a purchase be decided otherwise today (retroactive revocation, late certificate)? Nothing changes by
 * itself: it is for a person to look at.
 */
export function decisionDiffers(stored: RecognitionDecision, recomputed: RecognitionDecision): boolean {
  const sameSchemes = stored.countedSchemes.length === recomputed.countedSchemes.length;
  const [status, certified] = [stored.countStatus, stored.certifiedOnly];
  if (status !== recomputed.countStatus || certified !== recomputed.certifiedOnly || !sameSchemes)
    return true;
  return stored.countedSchemes.some((code) => !recomputed.countedSchemes.includes(code));
}

/** The codes under which an amount is totalled: the counted schemes and, when it applies, certified_only. */
export function totalledUnder(
  decision: Pick<RecognitionDecision, 'countedSchemes' | 'certifiedOnly'>,
): readonly string[] {
  return decision.certifiedOnly ? [...decision.countedSchemes, CERTIFIED_ONLY] : decision.countedSchemes;
}

function missingFacts(
  fiscalYear: number,
  dated: Pick<Recognition, 'recognitionDate' | 'recognizedAmountKrw'>,
) {
  const reasons: RecognitionReason[] = [];
  if (dated.recognitionDate === null) reasons.push('recognition_date_missing');
  else if (yearOf(dated.recognitionDate) !== fiscalYear) reasons.push('outside_fiscal_year');
  if (dated.recognizedAmountKrw === null) reasons.push('supply_value_missing');
  return reasons;
}

function needsCheck(reasons: readonly RecognitionReason[]): RecognitionDecision {
  return { countedSchemes: [], certifiedOnly: false, countStatus: 'needs_check', reasons };
}

function inherited(decision: RecognitionDecision): RecognitionDecision {
  const { countedSchemes, certifiedOnly, countStatus, reasons } = decision;
  return { countedSchemes, certifiedOnly, countStatus, reasons };
}

function decide(
  channel: Channel,
  day: Day,
  policy: CountingPolicy,
  certificates: readonly CertificateFacts[],
  schemes: readonly Scheme[],
): RecognitionDecision {
  const held = new Set(certificates.filter((one) => isCertificateValidOn(one, day)).map((one) => one.type));
  const counts = (scheme: Scheme) =>
    scheme.basis === 'channel'
      ? scheme.channels.includes(channel)
      : typesOf(scheme, policy).some((type) => held.has(type));
  const counted = schemes.filter(counts);
  const countedSchemes = counted.map((scheme) => scheme.code);
  const certifiedOnly = held.has('certified_social_enterprise');
  if (certifiedOnly || counted.some((scheme) => scheme.basis === 'certification')) {
    return { countedSchemes, certifiedOnly, countStatus: 'counted', reasons: [] };
  }
  const wanted = new Set(
    schemes.filter((scheme) => scheme.basis === 'certification').flatMap((scheme) => typesOf(scheme, policy)),
  );
  return {
    countedSchemes,
    certifiedOnly,
    countStatus: 'needs_check',
    reasons: whyNot(certificates, wanted, day),
  };
}

function typesOf(scheme: Scheme, policy: CountingPolicy): readonly CertificationType[] {
  return scheme.certificationTypes.length === 0
    ? policy.eligibleCertificationTypes
    : scheme.certificationTypes;
}

function whyNot(
  certificates: readonly CertificateFacts[],
  wanted: ReadonlySet<CertificationType>,
  day: Day,
): readonly RecognitionReason[] {
  if (certificates.length === 0) return ['certificate_missing'];
  const eligible = certificates.filter((one) => wanted.has(one.type));
  if (eligible.length === 0) return ['certificate_type_not_eligible'];
  return [...new Set(eligible.map((one) => whyInvalid(one, day)))];
}

function whyInvalid(certificate: CertificateFacts, day: Day): RecognitionReason {
  if (!certificate.verified) return 'certificate_unverified';
  const state = certificateStateOn(certificate, day);
  if (state === 'revoked') return 'certificate_revoked';
  return state === 'expired' ? 'certificate_expired' : 'certificate_not_yet_valid';
}
