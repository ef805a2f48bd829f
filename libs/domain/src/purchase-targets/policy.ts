import { ROUNDINGS, type Rounding } from '../money/exact';
import type { RatePolicy } from '../money/rate';
import { refusal, type Refusal } from '../refusal';
import {
  CERTIFICATION_TYPES,
  SOCIAL_ECONOMY_CERTIFICATION_TYPES,
  type CertificationType,
} from '../suppliers/certificate.rules';

export const RECOGNITION_DATES = ['contract', 'payment'] as const;
export type RecognitionDateBasis = (typeof RECOGNITION_DATES)[number];
export const AMOUNT_BASES = ['vat_included', 'supply_value'] as const;
export type AmountBasis = (typeof AMOUNT_BASES)[number];
export const MALL_TARGET_PLACES = ['inside', 'beside'] as const;
export type MallTargetPlace = (typeof MALL_TARGET_PLACES)[number];
export const DENOMINATORS = ['none', 'total_purchases', 'available_budget'] as const;
export type Denominator = (typeof DENOMINATORS)[number];

/** One per institution and year; frozen at the first close of that year. */
export interface CountingPolicy {
  readonly recognitionDate: RecognitionDateBasis;
  readonly amountBasis: AmountBasis;
  readonly eligibleCertificationTypes: readonly CertificationType[];
  /** is the mall target part of the main target, or on top of it */
  readonly mallTarget: MallTargetPlace;
  readonly denominator: Denominator;
  /** taken off the denominator by hand; needs a reason when not 0 */
  readonly denominatorExclusionKrw: number;
  readonly denominatorExclusionReason: string | null;
  readonly rounding: Rounding;
  readonly decimals: number;
  readonly capPercent: number | null;
  /** split-purchase warning from this amount; null = no such warning */
  readonly splitThresholdKrw: number | null;
}

/**
 * What the form for a new year starts with. The split threshold starts at the general single-quotation limit
 * (ref_sole_source_thresholds, 20,000,000 won); law changes, so the year's row is what counts.
 */
export const DEFAULT_COUNTING_POLICY: CountingPolicy = {
  recognitionDate: 'contract',
  amountBasis: 'vat_included',
  eligibleCertificationTypes: SOCIAL_ECONOMY_CERTIFICATION_TYPES,
  mallTarget: 'inside',
  denominator: 'none',
  denominatorExclusionKrw: 0,
  denominatorExclusionReason: null,
  rounding: 'half_up',
  decimals: 1,
  capPercent: null,
  splitThresholdKrw: 20_000_000,
};

/**
 * What the year's rates are taken of, in won: the denominator less what was excluded by hand. Null when the policy has
 * none or its amount is not known.
 */
export function netDenominatorKrw(
  policy: Pick<CountingPolicy, 'denominator' | 'denominatorExclusionKrw'>,
  denominatorKrw: number | null,
): number | null {
  if (policy.denominator === 'none' || denominatorKrw === null) return null;
  return denominatorKrw - policy.denominatorExclusionKrw;
}

/** The part of the policy that rounds rates. */
export function ratePolicyOf(policy: CountingPolicy): RatePolicy {
  return { rounding: policy.rounding, decimals: policy.decimals, capPercent: policy.capPercent };
}

/** May this policy be saved? POLICY_FROZEN, or POLICY_INVALID {field}. */
export function policyRefusal(policy: CountingPolicy, facts: { readonly frozen: boolean }): Refusal | null {
  if (facts.frozen) return refusal('POLICY_FROZEN');
  const field = malformedField(policy);
  return field === null ? null : refusal('POLICY_INVALID', { field });
}

const DECIDES_COUNTING = ['recognitionDate', 'amountBasis', 'eligibleCertificationTypes'] as const;

/**
 * Purchases keep what was decided for them. So once there are any, nothing that decides about counting changes under
 * them: POLICY_FROZEN {field}. How rates are rounded and shown may change until the first close.
 */
export function recountRefusal(
  before: CountingPolicy,
  after: CountingPolicy,
  hasPurchases: boolean,
): Refusal | null {
  if (!hasPurchases) return null;
  const field = DECIDES_COUNTING.find((name) => decides(before[name]) !== decides(after[name]));
  return field === undefined ? null : refusal('POLICY_FROZEN', { field });
}

/**
 * A scheme decides what counts as well: none is added once the policy is frozen or a purchase was counted, since that
 * purchase would not be in it. POLICY_FROZEN {field}.
 */
export function schemesFrozenRefusal(facts: {
  readonly frozen: boolean;
  readonly hasPurchases: boolean;
}): Refusal | null {
  return facts.frozen || facts.hasPurchases ? refusal('POLICY_FROZEN', { field: 'schemes' }) : null;
}

/** A set of types is the same in any order. */
function decides(value: string | readonly string[]): string {
  return typeof value === 'string' ? value : [...value].sort().join();
}

function malformedField(policy: CountingPolicy): keyof CountingPolicy | null {
  const types = policy.eligibleCertificationTypes;
  if (!RECOGNITION_DATES.includes(policy.recognitionDate)) return 'recognitionDate';
  if (!AMOUNT_BASES.includes(policy.amountBasis)) return 'amountBasis';
  if (types.length === 0 || new Set(types).size !== types.length) return 'eligibleCertificationTypes';
  if (!types.every((type) => CERTIFICATION_TYPES.includes(type))) return 'eligibleCertificationTypes';
  if (!MALL_TARGET_PLACES.includes(policy.mallTarget)) return 'mallTarget';
  return malformedDenominator(policy) ?? malformedDisplay(policy);
}

function malformedDenominator(policy: CountingPolicy): keyof CountingPolicy | null {
  const exclusion = policy.denominatorExclusionKrw;
  if (!DENOMINATORS.includes(policy.denominator)) return 'denominator';
  if (!isWonFromZero(exclusion) || (policy.denominator === 'none' && exclusion !== 0))
    return 'denominatorExclusionKrw';
  if (exclusion !== 0 && (policy.denominatorExclusionReason ?? '').trim() === '')
    return 'denominatorExclusionReason';
  return null;
}

function malformedDisplay(policy: CountingPolicy): keyof CountingPolicy | null {
  const { decimals, capPercent, splitThresholdKrw } = policy;
  if (!ROUNDINGS.includes(policy.rounding)) return 'rounding';
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 4) return 'decimals';
  if (capPercent !== null && (!Number.isInteger(capPercent) || capPercent < 1 || capPercent > 10_000))
    return 'capPercent';
  if (splitThresholdKrw !== null && !isWonFromZero(splitThresholdKrw)) return 'splitThresholdKrw';
  return null;
}

function isWonFromZero(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
