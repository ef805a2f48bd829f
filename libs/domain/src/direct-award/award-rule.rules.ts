import { isDay, type Day } from '../calendar/day';
import { MAX_AMOUNT_KRW } from '../money/exact';
import { refusal, type Refusal } from '../refusal';
import { CERTIFICATION_TYPES, type CertificationType } from '../suppliers/certificate.rules';
import {
  AWARD_CONTRACT_KINDS,
  AWARD_RULE_KINDS,
  ENTERPRISE_CLASSES,
  type AwardContractKind,
  type AwardRuleKind,
  type EnterpriseClass,
  type RuleVerification,
} from './vocabulary';

/** A dated threshold, as an administrator keeps it. Law changes by rows: one ends, the next begins. */
export interface AwardRuleFacts {
  readonly rule: AwardRuleKind;
  readonly enterpriseClass: EnterpriseClass;
  /** certificates that make an enterprise one of the class; none for `general` */
  readonly certificationTypes: readonly CertificationType[];
  /** basis points (3000 = 30 %); null = no such condition */
  readonly minVulnerableEmploymentBp: number | null;
  readonly contractKinds: readonly AwardContractKind[];
  /** of the estimated price without VAT, the limit itself included. Won. */
  readonly limitKrw: number;
  /** first day; null = from ever */
  readonly validFrom: Day | null;
  /** last day, inclusive; null = until it is ended */
  readonly validTo: Day | null;
  readonly legalBasis: string;
  readonly verification: RuleVerification;
}

export interface AwardRule extends AwardRuleFacts {
  readonly id: string;
}

/** May the rule be kept like this? RULE_INVALID {field} or null. */
export function awardRuleRefusal(rule: AwardRuleFacts): Refusal | null {
  const field = faultyField(rule);
  return field === null ? null : refusal('RULE_INVALID', { field });
}

function faultyField(rule: AwardRuleFacts): keyof AwardRuleFacts | null {
  const { certificationTypes, minVulnerableEmploymentBp: ratio, contractKinds, validFrom, validTo } = rule;
  if (!AWARD_RULE_KINDS.includes(rule.rule)) return 'rule';
  if (!ENTERPRISE_CLASSES.includes(rule.enterpriseClass)) return 'enterpriseClass';
  const isGeneral = rule.enterpriseClass === 'general';
  if (!isSetOf(certificationTypes, CERTIFICATION_TYPES) || isGeneral !== (certificationTypes.length === 0))
    return 'certificationTypes';
  // What everybody may have cannot ask for a ratio: nobody keeps one of general firms.
  if (ratio !== null && (isGeneral || !Number.isInteger(ratio) || ratio < 1 || ratio > 10_000))
    return 'minVulnerableEmploymentBp';
  if (contractKinds.length === 0 || !isSetOf(contractKinds, AWARD_CONTRACT_KINDS)) return 'contractKinds';
  if (!Number.isSafeInteger(rule.limitKrw) || rule.limitKrw < 1 || rule.limitKrw > MAX_AMOUNT_KRW)
    return 'limitKrw';
  if (validFrom !== null && !isDay(validFrom)) return 'validFrom';
  if (validTo !== null && (!isDay(validTo) || (validFrom !== null && validTo < validFrom))) return 'validTo';
  return rule.legalBasis.trim() === '' ? 'legalBasis' : null;
}

function isSetOf<T>(values: readonly T[], allowed: readonly T[]): boolean {
  return new Set(values).size === values.length && values.every((value) => allowed.includes(value));
}

/** Two limits of the same rule for the same class, contract kind and day: nobody could say which one holds. */
export function awardRulesOverlap(one: AwardRuleFacts, other: AwardRuleFacts): boolean {
  return (
    one.rule === other.rule &&
    one.enterpriseClass === other.enterpriseClass &&
    one.contractKinds.some((kind) => other.contractKinds.includes(kind)) &&
    (one.validFrom === null || other.validTo === null || one.validFrom <= other.validTo) &&
    (other.validFrom === null || one.validTo === null || other.validFrom <= one.validTo)
  );
}

/** @param others the rules beside it, itself left out. RULE_OVERLAP {ruleId} or null. */
export function awardRuleOverlapRefusal(rule: AwardRuleFacts, others: readonly AwardRule[]): Refusal | null {
  const other = others.find((one) => awardRulesOverlap(rule, one));
  return other === undefined ? null : refusal('RULE_OVERLAP', { ruleId: other.id });
}
