import { DENOMINATORS, DEPARTMENT_GROUPS, PACE_STATUSES } from '@ieum/domain';
import {
  MAX_KRW,
  DayField,
  EnumField,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { AverageRateDto, RateDto, RatePolicyDto } from '../../common/rate.dto';
import { PurchaseFilterDto } from './purchase-filter.dto';

export const ACHIEVEMENT_GROUPINGS = ['department', 'month', 'institution'] as const;
export type AchievementGrouping = (typeof ACHIEVEMENT_GROUPINGS)[number];
export const PACE_SHAPES = ['linear', 'last_year'] as const;
export const SCHEME_PATTERN = /^[a-z][a-z0-9_]{1,39}$/;

export class AchievementQuery {
  @IdField({ optional: true, description: 'Default: the own institution' }) institutionId?: string;
  @YearQuery() fiscalYear: number;
  @TextField({ max: 40, optional: true, example: 'social_economy', pattern: SCHEME_PATTERN }) scheme?: string;
  @EnumField('AchievementGrouping', ACHIEVEMENT_GROUPINGS, { optional: true }) groupBy?: AchievementGrouping;
  @IdField({ optional: true, description: 'Only this department' }) departmentId?: string;
  @DayField({ optional: true, description: 'Default: today, with all that is in the books' }) asOf?: string;
  @EnumField('PaceShape', PACE_SHAPES, { optional: true }) pace?: (typeof PACE_SHAPES)[number];
}

export class CertifiedOnlyDto {
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @IntField({ example: 3 }) purchaseCount: number;
  @ObjectField(() => PurchaseFilterDto) rows: PurchaseFilterDto;
}

export class PaceDto {
  @KrwField({ nullable: true, description: 'Where the target should stand on the as-of day' })
  expectedKrw: number | null;
  @ObjectField(() => RateDto, { description: 'Expected amount of the target' }) expectedRate: RateDto;
  @KrwField({ nullable: true, min: -MAX_KRW }) aheadKrw: number | null;
  @EnumField('PaceStatus', PACE_STATUSES, { nullable: true }) status: string | null;
}

/** One department, month or institution. A month has the year's target and says how far the year came with it. */
export class AchievementRowDto {
  @IdField({ nullable: true, description: 'Department or institution; null for a month' }) id: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) name: string | null;
  @EnumField('DepartmentGroup', DEPARTMENT_GROUPS, { nullable: true }) group: string | null;
  @IntField({ min: 1, max: 12, nullable: true, example: 3 }) month: number | null;
  @KrwField({ nullable: true, example: 50_000_000, description: 'Null = no target' }) targetKrw:
    number | null;
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @IntField({ example: 7, description: 'Rows that count, adjustments included' }) purchaseCount: number;
  @KrwField({ min: -MAX_KRW, nullable: true, description: 'Months only: the year up to this month' })
  cumulativeKrw: number | null;
  @ObjectField(() => RateDto) rate: RateDto;
  @ObjectField(() => CertifiedOnlyDto, { description: 'Certified social enterprises only, of all schemes' })
  certifiedOnly: CertifiedOnlyDto;
  @ObjectField(() => PaceDto) pace: PaceDto;
  @KrwField({ min: -MAX_KRW, nullable: true, description: 'What the year will come to at this pace' })
  forecastKrw: number | null;
  @ObjectField(() => PurchaseFilterDto) rows: PurchaseFilterDto;
}

/** What the institution spends in all (counting policy), less what was taken off by hand, and the share that counts. */
export class DenominatorDto {
  @EnumField('Denominator', DENOMINATORS) kind: string;
  @KrwField({ nullable: true }) denominatorKrw: number | null;
  @KrwField({ nullable: true }) excludedKrw: number | null;
  @TextField({ max: 1000, nullable: true, example: '공공요금 제외' }) exclusionReason: string | null;
  @ObjectField(() => RateDto) rate: RateDto;
}

export class AchievementReportDto {
  @IdField({ nullable: true }) institutionId: string | null;
  @YearField() fiscalYear: number;
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @TextField({ max: 100, nullable: true, example: '사회적경제기업 제품' }) schemeName: string | null;
  @EnumField('AchievementGrouping', ACHIEVEMENT_GROUPINGS) groupBy: string;
  @DayField() asOf: string;
  @EnumField('PaceShape', PACE_SHAPES) paceShape: string;
  @ObjectField(() => RatePolicyDto) policy: RatePolicyDto;
  @ListField(() => AchievementRowDto, { maxItems: 2000 }) items: AchievementRowDto[];
  @ObjectField(() => AchievementRowDto, { description: 'The institution (or all that are listed)' })
  total: AchievementRowDto;
  @KrwField({ nullable: true, description: 'Sum of the targets of the departments; by department only' })
  departmentTargetsKrw: number | null;
  @ObjectField(() => AverageRateDto) average: AverageRateDto;
  @ObjectField(() => DenominatorDto, { nullable: true }) denominator: DenominatorDto | null;
}
