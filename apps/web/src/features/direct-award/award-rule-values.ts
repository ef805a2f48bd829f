import {
  awardRuleOverlapRefusal,
  awardRuleRefusal,
  type AwardContractKind,
  type AwardRuleFacts,
  type AwardRuleKind,
  type CertificationType,
  type Day,
  type EnterpriseClass,
  type Refusal,
  type RuleVerification,
} from '@ieum/domain';
import { readBasisPoints } from '../../lib/percent-format';
import type { AwardRule, NewAwardRule } from './api';

/** What is typed; plain data, so that it can be kept as a draft. */
export interface AwardRuleValues {
  readonly rule: AwardRuleKind;
  readonly enterpriseClass: EnterpriseClass;
  readonly certificationTypes: readonly CertificationType[];
  /** per cent, as typed; '' = no such condition */
  readonly minRatio: string;
  readonly contractKinds: readonly AwardContractKind[];
  readonly limitKrw: number | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  readonly legalBasis: string;
  readonly verification: RuleVerification;
  readonly verificationNote: string;
  readonly source: string;
  /** why it is corrected; not asked of a new one */
  readonly reason: string;
}

export const EMPTY_RULE: AwardRuleValues = {
  rule: 'single_quote',
  enterpriseClass: 'general',
  certificationTypes: [],
  minRatio: '',
  contractKinds: ['goods', 'services'],
  limitKrw: null,
  validFrom: null,
  validTo: null,
  legalBasis: '',
  verification: 'unverified',
  verificationNote: '',
  source: '',
  reason: '',
};

export function valuesOf(rule: AwardRule): AwardRuleValues {
  const ratio = rule.minVulnerableEmploymentBp;
  return {
    rule: rule.rule,
    enterpriseClass: rule.enterpriseClass,
    certificationTypes: rule.certificationTypes,
    minRatio: ratio === null ? '' : String(ratio / 100),
    contractKinds: rule.contractKinds,
    limitKrw: rule.limitKrw,
    validFrom: rule.validFrom,
    validTo: rule.validTo,
    legalBasis: rule.legalBasis,
    verification: rule.verification,
    verificationNote: rule.verificationNote ?? '',
    source: rule.source ?? '',
    reason: '',
  };
}

/** What the rule of rules is asked: nothing typed could pass for a value that was. */
export function factsOf(values: AwardRuleValues): AwardRuleFacts {
  const isGeneral = values.enterpriseClass === 'general';
  return {
    rule: values.rule,
    enterpriseClass: values.enterpriseClass,
    certificationTypes: isGeneral ? [] : values.certificationTypes,
    minVulnerableEmploymentBp: isGeneral ? null : ratioOf(values.minRatio),
    contractKinds: values.contractKinds,
    limitKrw: values.limitKrw ?? Number.NaN,
    validFrom: values.validFrom,
    validTo: values.validTo,
    legalBasis: values.legalBasis,
    verification: values.verification,
  };
}

/** NaN for what is no percentage: the rule then names the field. */
function ratioOf(text: string): number | null {
  const basisPoints = readBasisPoints(text);
  return basisPoints === undefined ? Number.NaN : basisPoints;
}

/** RULE_INVALID {field} or RULE_OVERLAP {ruleId}; the server asks the same. @param ownId of the rule that is corrected */
export function refusalOf(
  values: AwardRuleValues,
  rules: readonly AwardRule[],
  ownId: string | null,
): Refusal | null {
  const facts = factsOf(values);
  return (
    awardRuleRefusal(facts) ??
    awardRuleOverlapRefusal(
      facts,
      rules.filter((one) => one.id !== ownId),
    )
  );
}

/** The request. Call it only for values that the rule lets through. */
export function bodyOf(values: AwardRuleValues): NewAwardRule {
  const facts = factsOf(values);
  return {
    ...facts,
    certificationTypes: [...facts.certificationTypes],
    contractKinds: [...facts.contractKinds],
    legalBasis: facts.legalBasis.trim().normalize('NFC'),
    verificationNote: orNull(values.verificationNote),
    source: orNull(values.source),
  };
}

/** A draft from another release of the form must not break this one. */
export function isRuleValues(value: unknown): value is AwardRuleValues {
  if (typeof value !== 'object' || value === null) return false;
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.entries(EMPTY_RULE).every(
    ([key, wanted]) =>
      key in given &&
      (wanted === null ||
        (typeof given[key] === typeof wanted && Array.isArray(given[key]) === Array.isArray(wanted))),
  );
}

function orNull(text: string): string | null {
  const trimmed = text.trim().normalize('NFC');
  return trimmed === '' ? null : trimmed;
}
