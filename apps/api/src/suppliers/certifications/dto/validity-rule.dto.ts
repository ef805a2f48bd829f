import { CERTIFICATION_TYPES, type CertificationType } from '@ieum/domain';
import { DayField, EnumField, IdField, IntField, ListField, TextField } from '../../../common/fields';

const MAX_MONTHS = 600;
const LEGAL_BASIS = { max: 500, example: '예비사회적기업 지정기간 3년. 지침 개정 여부 확인 필요' };
const EFFECTIVE_FROM = 'For certificates that begin on this day or later, until a later rule of the type';

export class CertificationValidityRuleDto {
  @IdField() id: string;
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: CertificationType;
  @DayField({ description: EFFECTIVE_FROM }) effectiveFrom: string;
  @IntField({ min: 1, max: MAX_MONTHS, nullable: true, example: 36, description: 'null = no limit' })
  validMonths: number | null;
  @TextField(LEGAL_BASIS) legalBasis: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class CertificationValidityRuleListDto {
  @ListField(() => CertificationValidityRuleDto, { maxItems: 500 }) items: CertificationValidityRuleDto[];
}

export class CreateCertificationValidityRuleDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: CertificationType;
  @DayField({ description: EFFECTIVE_FROM }) effectiveFrom: string;
  @IntField({ min: 1, max: MAX_MONTHS, nullable: true, example: 36, description: 'null = no limit' })
  validMonths: number | null;
  @TextField(LEGAL_BASIS) legalBasis: string;
}

/** What is left out stays; the type never changes. */
export class ChangeCertificationValidityRuleDto {
  @DayField({ optional: true, description: EFFECTIVE_FROM }) effectiveFrom?: string;
  @IntField({ min: 1, max: MAX_MONTHS, optional: true, nullable: true, example: 36 })
  validMonths?: number | null;
  @TextField({ ...LEGAL_BASIS, optional: true }) legalBasis?: string;
}
