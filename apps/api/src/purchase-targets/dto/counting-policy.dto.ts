import {
  AMOUNT_BASES,
  CERTIFICATION_TYPES,
  DENOMINATORS,
  MALL_TARGET_PLACES,
  RECOGNITION_DATES,
  ROUNDINGS,
  type CountingPolicy,
} from '@ieum/domain';
import {
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { toCountingPolicy, type CountingPolicyRow } from '../counting-policy.row';

export class CountingPolicyDto {
  @IdField() id: string;
  @IdField() institutionId: string;
  @YearField() fiscalYear: number;
  @EnumField('RecognitionDateBasis', RECOGNITION_DATES) recognitionDate: string;
  @EnumField('AmountBasis', AMOUNT_BASES) amountBasis: string;
  @EnumListField('CertificationType', CERTIFICATION_TYPES) eligibleCertificationTypes: string[];
  @EnumField('MallTargetPlace', MALL_TARGET_PLACES) mallTarget: string;
  @EnumField('Denominator', DENOMINATORS) denominator: string;
  @KrwField({
    nullable: true,
    description: 'The amount of the denominator, for targets that are a rate of it',
  })
  denominatorKrw: number | null;
  @KrwField({ description: 'Taken off the denominator by hand' }) denominatorExclusionKrw: number;
  @TextField({ max: 500, nullable: true, example: '민간위탁 제외' }) denominatorExclusionReason:
    string | null;
  @EnumField('Rounding', ROUNDINGS) rounding: string;
  @IntField({ max: 4, example: 1 }) decimals: number;
  @IntField({ min: 1, max: 10_000, nullable: true }) capPercent: number | null;
  @KrwField({ nullable: true, example: 20_000_000 }) splitThresholdKrw: number | null;
  @InstantField({ nullable: true, description: 'Frozen at the first close of the year' })
  frozenAt: string | null;
  @IntField({ min: 1 }) version: number;
}

export class CountingPolicyListDto {
  @ListField(() => CountingPolicyDto, { maxItems: 5000 }) items: CountingPolicyDto[];
}

/** What is left out stays as it is; for a new year, as the default is. */
export class CountingPolicyChangeDto {
  @EnumField('RecognitionDateBasis', RECOGNITION_DATES, { optional: true })
  recognitionDate?: CountingPolicy['recognitionDate'];
  @EnumField('AmountBasis', AMOUNT_BASES, { optional: true }) amountBasis?: CountingPolicy['amountBasis'];
  @EnumListField('CertificationType', CERTIFICATION_TYPES, { optional: true })
  eligibleCertificationTypes?: CountingPolicy['eligibleCertificationTypes'];
  @EnumField('MallTargetPlace', MALL_TARGET_PLACES, { optional: true })
  mallTarget?: CountingPolicy['mallTarget'];
  @EnumField('Denominator', DENOMINATORS, { optional: true }) denominator?: CountingPolicy['denominator'];
  @KrwField({ optional: true, nullable: true }) denominatorKrw?: number | null;
  @KrwField({ optional: true }) denominatorExclusionKrw?: number;
  @TextField({ max: 500, optional: true, nullable: true, example: '민간위탁 제외' })
  denominatorExclusionReason?: string | null;
  @EnumField('Rounding', ROUNDINGS, { optional: true }) rounding?: CountingPolicy['rounding'];
  @IntField({ max: 4, optional: true, example: 1 }) decimals?: number;
  @IntField({ min: 1, max: 10_000, optional: true, nullable: true }) capPercent?: number | null;
  @KrwField({ optional: true, nullable: true, example: 20_000_000 }) splitThresholdKrw?: number | null;
}

export class InstitutionYearQuery {
  @IdField({ optional: true }) institutionId?: string;
  @YearQuery({ optional: true }) fiscalYear?: number;
}

export function toCountingPolicyDto(row: CountingPolicyRow): CountingPolicyDto {
  const policy = toCountingPolicy(row);
  return {
    id: row.id,
    institutionId: row.institution_id,
    fiscalYear: row.fiscal_year,
    ...policy,
    eligibleCertificationTypes: [...policy.eligibleCertificationTypes],
    denominatorKrw: row.denominator_krw,
    frozenAt: row.frozen_at?.toISOString() ?? null,
    version: row.version,
  };
}
