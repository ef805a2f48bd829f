import type { CountingPolicy, Scheme } from '@ieum/domain';

/** A row of counting_policies. */
export interface CountingPolicyRow {
  institution_id: string;
  id: string;
  fiscal_year: number;
  recognition_date_basis: CountingPolicy['recognitionDate'];
  amount_basis: CountingPolicy['amountBasis'];
  eligible_certification_types: CountingPolicy['eligibleCertificationTypes'];
  mall_target_position: CountingPolicy['mallTarget'];
  denominator: CountingPolicy['denominator'];
  denominator_krw: number | null;
  excluded_krw: number | null;
  exclusion_reason: string | null;
  rounding: CountingPolicy['rounding'];
  decimals: number;
  cap_percent: number | null;
  split_threshold_krw: number | null;
  frozen_at: Date | null;
  version: number;
}

/** The part of it that the rules read. */
export type CountingRulesRow = Omit<
  CountingPolicyRow,
  'institution_id' | 'id' | 'fiscal_year' | 'denominator_krw' | 'frozen_at' | 'version'
>;

export interface SchemeRow {
  code: string;
  name: string;
  basis: Scheme['basis'];
  certification_types: Scheme['certificationTypes'];
  channels: Scheme['channels'];
}

export function toCountingPolicy(row: CountingRulesRow): CountingPolicy {
  return {
    recognitionDate: row.recognition_date_basis,
    amountBasis: row.amount_basis,
    eligibleCertificationTypes: row.eligible_certification_types,
    mallTarget: row.mall_target_position,
    denominator: row.denominator,
    denominatorExclusionKrw: row.excluded_krw ?? 0,
    denominatorExclusionReason: row.exclusion_reason,
    rounding: row.rounding,
    decimals: row.decimals,
    capPercent: row.cap_percent,
    splitThresholdKrw: row.split_threshold_krw,
  };
}

export function toScheme(row: SchemeRow): Scheme {
  return {
    code: row.code,
    name: row.name,
    basis: row.basis,
    certificationTypes: row.certification_types,
    channels: row.channels,
  };
}
