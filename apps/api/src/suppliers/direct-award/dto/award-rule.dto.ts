import {
  AWARD_CONTRACT_KINDS,
  AWARD_RULE_KINDS,
  CERTIFICATION_TYPES,
  ENTERPRISE_CLASSES,
  RULE_VERIFICATIONS,
  type AwardContractKind,
  type AwardRuleKind,
  type CertificationType,
  type EnterpriseClass,
  type RuleVerification,
} from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  TextField,
} from '../../../common/fields';
import type { AwardRuleRow } from '../direct-award.queries';

const BASIS = '지방계약법 시행령 제30조 (조항 확인 필요)';

/** What a hint tells of a rule. */
export class AwardRuleFactsDto {
  @IdField() id: string;
  @EnumField('AwardRuleKind', AWARD_RULE_KINDS) rule: string;
  @EnumField('EnterpriseClass', ENTERPRISE_CLASSES) enterpriseClass: string;
  @EnumListField('CertificationType', CERTIFICATION_TYPES) certificationTypes: string[];
  @IntField({
    min: 1,
    max: 10_000,
    nullable: true,
    example: 3_000,
    description: 'Basis points; null = no such condition',
  })
  minVulnerableEmploymentBp: number | null;
  @EnumListField('AwardContractKind', AWARD_CONTRACT_KINDS) contractKinds: string[];
  @KrwField({
    min: 1,
    example: 50_000_000,
    description: 'Of the estimated price without VAT; itself included',
  })
  limitKrw: number;
  @DayField({ nullable: true, description: 'First day; null = from ever' }) validFrom: string | null;
  @DayField({ nullable: true, description: 'Last day; null = until it is ended' }) validTo: string | null;
  @TextField({ max: 300, example: BASIS }) legalBasis: string;
  @EnumField('RuleVerification', RULE_VERIFICATIONS) verification: string;
  @TextField({ max: 500, nullable: true, example: '금액을 보도로 확인했습니다.' }) verificationNote:
    string | null;
  @TextField({ max: 300, nullable: true, example: '연합뉴스 AKR20180716123400004' }) source: string | null;
}

export class AwardRuleDto extends AwardRuleFactsDto {
  @TextField({
    max: 500,
    nullable: true,
    example: '법령 개정',
    description: 'Why it was last corrected or ended',
  })
  changeReason: string | null;
  @InstantField() changedAt: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class AwardRuleListDto {
  @ListField(() => AwardRuleDto, { maxItems: 1_000 }) items: AwardRuleDto[];
}

export class ListAwardRulesQuery {
  @DayField({ optional: true, description: 'Only rules in force on this day' }) on?: string;
}

export class CreateAwardRuleDto {
  @EnumField('AwardRuleKind', AWARD_RULE_KINDS) rule: AwardRuleKind;
  @EnumField('EnterpriseClass', ENTERPRISE_CLASSES) enterpriseClass: EnterpriseClass;
  @EnumListField('CertificationType', CERTIFICATION_TYPES, {
    optional: true,
    description: 'None for the general class',
  })
  certificationTypes?: CertificationType[];
  @IntField({ min: 1, max: 10_000, optional: true, nullable: true, example: 3_000 })
  minVulnerableEmploymentBp?: number | null;
  @EnumListField('AwardContractKind', AWARD_CONTRACT_KINDS) contractKinds: AwardContractKind[];
  @KrwField({ min: 1, example: 50_000_000 }) limitKrw: number;
  @DayField({ optional: true, nullable: true }) validFrom?: string | null;
  @DayField({ optional: true, nullable: true }) validTo?: string | null;
  @TextField({ max: 300, example: BASIS }) legalBasis: string;
  @EnumField('RuleVerification', RULE_VERIFICATIONS) verification: RuleVerification;
  @TextField({ max: 500, optional: true, nullable: true, example: '시행령 원문을 확인했습니다.' })
  verificationNote?: string | null;
  @TextField({ max: 300, optional: true, nullable: true, example: '국가법령정보센터' }) source?:
    string | null;
}

/** What is left out stays. Why is asked in any case: others rely on it. */
export class CorrectAwardRuleDto {
  @TextField({ max: 500, example: '시행일을 바로잡습니다.' }) reason: string;
  @EnumField('AwardRuleKind', AWARD_RULE_KINDS, { optional: true }) rule?: AwardRuleKind;
  @EnumField('EnterpriseClass', ENTERPRISE_CLASSES, { optional: true }) enterpriseClass?: EnterpriseClass;
  @EnumListField('CertificationType', CERTIFICATION_TYPES, { optional: true })
  certificationTypes?: CertificationType[];
  @IntField({ min: 1, max: 10_000, optional: true, nullable: true, example: 3_000 })
  minVulnerableEmploymentBp?: number | null;
  @EnumListField('AwardContractKind', AWARD_CONTRACT_KINDS, { optional: true })
  contractKinds?: AwardContractKind[];
  @KrwField({ min: 1, optional: true, example: 50_000_000 }) limitKrw?: number;
  @DayField({ optional: true, nullable: true }) validFrom?: string | null;
  @DayField({ optional: true, nullable: true }) validTo?: string | null;
  @TextField({ max: 300, optional: true, example: BASIS }) legalBasis?: string;
  @EnumField('RuleVerification', RULE_VERIFICATIONS, { optional: true }) verification?: RuleVerification;
  @TextField({ max: 500, optional: true, nullable: true, example: '시행령 원문을 확인했습니다.' })
  verificationNote?: string | null;
  @TextField({ max: 300, optional: true, nullable: true, example: '국가법령정보센터' }) source?:
    string | null;
}

export class EndAwardRuleDto {
  @DayField({ description: 'Last day on which it applies' }) validTo: string;
  @TextField({ max: 500, example: '시행령 개정' }) reason: string;
}

export function toAwardRuleFactsDto(row: AwardRuleRow): AwardRuleFactsDto {
  return {
    id: row.id,
    rule: row.rule,
    enterpriseClass: row.enterpriseClass,
    certificationTypes: [...row.certificationTypes],
    minVulnerableEmploymentBp: row.minVulnerableEmploymentBp,
    contractKinds: [...row.contractKinds],
    limitKrw: row.limitKrw,
    validFrom: row.validFrom,
    validTo: row.validTo,
    legalBasis: row.legalBasis,
    verification: row.verification,
    verificationNote: row.verificationNote,
    source: row.source,
  };
}

export function toAwardRuleDto(row: AwardRuleRow): AwardRuleDto {
  return {
    ...toAwardRuleFactsDto(row),
    changeReason: row.changeReason,
    changedAt: row.changedAt.toISOString(),
    version: row.version,
  };
}
