import {
  DEFAULT_COUNTING_POLICY,
  policyRefusal,
  type CertificationType,
  type CountingPolicy,
} from '@ieum/domain';
import type { PolicyRow } from './api';

/** The policy as it is being entered, with the amount of its denominator. */
export interface PolicyValues extends CountingPolicy {
  readonly denominatorKrw: number | null;
}

export const NEW_POLICY: PolicyValues = { ...DEFAULT_COUNTING_POLICY, denominatorKrw: null };

export function policyValuesOf(row: PolicyRow): PolicyValues {
  return {
    recognitionDate: row.recognitionDate,
    amountBasis: row.amountBasis,
    eligibleCertificationTypes: row.eligibleCertificationTypes,
    mallTarget: row.mallTarget,
    denominator: row.denominator,
    denominatorKrw: row.denominatorKrw,
    denominatorExclusionKrw: row.denominatorExclusionKrw,
    denominatorExclusionReason: row.denominatorExclusionReason,
    rounding: row.rounding,
    decimals: row.decimals,
    capPercent: row.capPercent,
    splitThresholdKrw: row.splitThresholdKrw,
  };
}

/** A denominator that is not used takes nothing off and needs no reason. */
export function tidyPolicy(values: PolicyValues): PolicyValues {
  if (values.denominator === 'none') {
    return {
      ...values,
      denominatorKrw: null,
      denominatorExclusionKrw: 0,
      denominatorExclusionReason: null,
    };
  }
  const reason = values.denominatorExclusionReason?.trim().normalize('NFC') ?? '';
  return { ...values, denominatorExclusionReason: reason === '' ? null : reason };
}

/** The field that the rule refuses, or null when the policy can be saved. */
export function wrongField(values: PolicyValues): string | null {
  const field = policyRefusal(tidyPolicy(values), { frozen: false })?.details?.['field'];
  return typeof field === 'string' ? field : null;
}

/** The policy as the API takes it. */
export function policyBody(values: PolicyValues) {
  const { eligibleCertificationTypes, ...rest } = tidyPolicy(values);
  const types: CertificationType[] = [...eligibleCertificationTypes];
  return { ...rest, eligibleCertificationTypes: types };
}

/** Tells whether something kept by the browser still has the shape of a policy. */
export function isPolicyValues(value: unknown): value is PolicyValues {
  if (typeof value !== 'object' || value === null) return false;
  return (
    Object.keys(NEW_POLICY).every((key) => key in value) &&
    'eligibleCertificationTypes' in value &&
    Array.isArray(value.eligibleCertificationTypes)
  );
}
