import type { PurchaseKind } from '../purchases/vocabulary';

/**
 * What a threshold of the contract law's decree is about. `single_quote`: one quotation is enough (1인 견적);
 * `small_value_negotiated`: a direct contract is possible at all; `…_two_quotes`: the same with two quotations.
 */
export const AWARD_RULE_KINDS = [
  'single_quote',
  'small_value_negotiated',
  'small_value_negotiated_two_quotes',
] as const;
export type AwardRuleKind = (typeof AWARD_RULE_KINDS)[number];

/** For whom a threshold is. Which certificates make an enterprise one of a class is data of the rule. */
export const ENTERPRISE_CLASSES = [
  'general',
  'women_or_disabled',
  'social_enterprise',
  'small_or_preferential',
] as const;
export type EnterpriseClass = (typeof ENTERPRISE_CLASSES)[number];

/** What is contracted for, as the thresholds tell it apart: three sorts of works (종합, 전문, 그 밖의 공사). */
export const AWARD_CONTRACT_KINDS = [
  'goods',
  'services',
  'outsourcing',
  'works_general',
  'works_special',
  'works_other',
] as const;
export type AwardContractKind = (typeof AWARD_CONTRACT_KINDS)[number];

/** A purchase says "works" and no sort of them: a rule then applies only when it covers every sort. */
export const AWARD_CASE_KINDS = [...AWARD_CONTRACT_KINDS, 'works'] as const;
export type AwardCaseKind = PurchaseKind | AwardContractKind;

const WORKS: readonly AwardContractKind[] = ['works_general', 'works_special', 'works_other'];

/** Every contract kind that the case may be. */
export function contractKindsOf(kind: AwardCaseKind): readonly AwardContractKind[] {
  return kind === 'works' ? WORKS : [kind];
}

/** How far somebody has checked a threshold against the law. Guidance stays guidance in every case. */
export const RULE_VERIFICATIONS = ['verified', 'partly_verified', 'unverified'] as const;
export type RuleVerification = (typeof RULE_VERIFICATIONS)[number];

export const AWARD_VERDICTS = ['single_quote_possible', 'two_quotes', 'unknown'] as const;
export type AwardVerdict = (typeof AWARD_VERDICTS)[number];

/** Where the estimated price without VAT is from. */
export const PRICE_BASES = [
  'supply_value',
  'amount_without_vat',
  'estimated_from_amount',
  'missing',
] as const;
export type PriceBasis = (typeof PRICE_BASES)[number];

/** Why a rule does not say yes. */
export const AWARD_CONDITIONS = [
  'not_in_force',
  'contract_kind',
  'works_kind_unknown',
  'supplier_unknown',
  'certificate',
  'ratio_missing',
  'ratio_below',
  'amount_missing',
  'amount_above',
] as const;
export type AwardCondition = (typeof AWARD_CONDITIONS)[number];

/** What the reader should know beside the verdict. */
export const AWARD_NOTES = [
  'price_estimated',
  'depends_on_vat',
  'ratio_older_than_year',
  'ratio_after_day',
  'supplier_unknown',
  'supplier_closed',
  'rule_not_verified',
  'above_negotiated_limit',
] as const;
export type AwardNote = (typeof AWARD_NOTES)[number];
