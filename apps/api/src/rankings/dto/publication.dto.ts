import {
  AMOUNT_BASES,
  CERTIFICATION_TYPES,
  DENOMINATORS,
  DIFFERENCE_FIELDS,
  DIFFERENCE_KINDS,
  MALL_TARGET_PLACES,
  RECOGNITION_DATES,
  ROUNDINGS,
} from '@ieum/domain';
import {
  MAX_KRW,
  BooleanQuery,
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  IntQuery,
  KrwField,
  ListField,
  ObjectField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { SCHEME_PATTERN } from './achievement.dto';
import { RANKING_GROUPS, RANKING_SCOPES, type RankingScope } from './ranking.dto';
import { AverageRateDto, RateDto } from '../../common/rate.dto';

/** A ranking of districts; the institution's own adds which institution. */
export class PublishDistrictsDto {
  @YearField() fiscalYear: number;
  @IntField({ min: 1, max: 4, nullable: true, description: 'Null = an interim state of the year' })
  quarter: 1 | 2 | 3 | 4 | null;
  @TextField({ max: 40, example: 'social_economy', pattern: SCHEME_PATTERN }) schemeCode: string;
  @DayField({ description: 'From the end of the quarter to today' }) asOf: string;
  @TextField({ max: 500, optional: true, nullable: true, example: '3분기 정정 반영' }) reason?: string | null;
}

export class PublishDto extends PublishDistrictsDto {
  @IdField() institutionId: string;
}

export class ListPublicationsQuery extends PageQuery {
  @EnumField('RankingScope', RANKING_SCOPES, { optional: true }) scope?: RankingScope;
  @IdField({ optional: true }) institutionId?: string;
  @YearQuery({ optional: true }) fiscalYear?: number;
  @IntQuery({ min: 1, max: 4, optional: true }) quarter?: number;
  @TextField({ max: 40, optional: true, example: 'social_economy', pattern: SCHEME_PATTERN })
  schemeCode?: string;
}

export class PublicationSummaryDto {
  @IdField() id: string;
  @EnumField('RankingScope', RANKING_SCOPES) scope: RankingScope;
  @IdField({ nullable: true, description: 'Null for districts' }) institutionId: string | null;
  @TextField({ max: 100, nullable: true, example: '강북구' }) institutionName: string | null;
  @YearField() fiscalYear: number;
  @IntField({ min: 1, max: 4, nullable: true }) quarter: number | null;
  @TextField({ max: 40, example: 'social_economy' }) schemeCode: string;
  @TextField({ max: 100, nullable: true, example: '사회적경제기업 제품' }) schemeName: string | null;
  @DayField() asOf: string;
  @IntField({ min: 1, example: 1 }) version: number;
  @TextField({ max: 500, nullable: true, example: '3분기 정정 반영' }) reason: string | null;
  @InstantField() publishedAt: string;
}

export class PublicationPageDto {
  @ListField(() => PublicationSummaryDto, { maxItems: 200 }) items: PublicationSummaryDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

/** The policy that the figures were computed by; of districts only how their rates are rounded. */
export class PublishedPolicyDto {
  @EnumField('RecognitionDateBasis', RECOGNITION_DATES, { nullable: true }) recognitionDate: string | null;
  @EnumField('AmountBasis', AMOUNT_BASES, { nullable: true }) amountBasis: string | null;
  @EnumListField('CertificationType', CERTIFICATION_TYPES) eligibleCertificationTypes: string[];
  @EnumField('MallTargetPlace', MALL_TARGET_PLACES, { nullable: true }) mallTarget: string | null;
  @EnumField('Denominator', DENOMINATORS, { nullable: true }) denominator: string | null;
  @KrwField({ nullable: true }) denominatorExclusionKrw: number | null;
  @TextField({ max: 1000, nullable: true, example: '공공요금 제외' }) denominatorExclusionReason:
    string | null;
  @EnumField('Rounding', ROUNDINGS) rounding: string;
  @IntField({ max: 4, example: 1 }) decimals: number;
  @IntField({ nullable: true, max: 10_000 }) capPercent: number | null;
}

class RanksDto {
  @IntField({ min: 1, nullable: true }) rank: number | null;
  @IntField({ min: 1, nullable: true }) rankInGroup: number | null;
}

class RanksByOrderDto {
  @ObjectField(() => RanksDto) rate: RanksDto;
  @ObjectField(() => RanksDto) amount: RanksDto;
  @ObjectField(() => RanksDto) growth: RanksDto;
}

export class PublishedRowDto {
  @IdField() subjectId: string;
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @EnumField('RankingGroup', RANKING_GROUPS) group: string;
  @KrwField({ nullable: true }) targetKrw: number | null;
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @IntField({}) purchaseCount: number;
  @KrwField({ min: -MAX_KRW }) certifiedOnlyKrw: number;
  @KrwField({ min: -MAX_KRW, nullable: true }) previousKrw: number | null;
  @ObjectField(() => RateDto) achievementRate: RateDto;
  @ObjectField(() => RateDto) growthRate: RateDto;
  @ObjectField(() => RanksByOrderDto) ranks: RanksByOrderDto;
}

class PublishedTotalDto {
  @KrwField({ nullable: true }) targetKrw: number | null;
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @IntField({}) purchaseCount: number;
  @KrwField({ min: -MAX_KRW }) certifiedOnlyKrw: number;
  @ObjectField(() => RateDto) rate: RateDto;
}

class PublishedLineDto {
  @IdField() subjectId: string;
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @KrwField({ nullable: true }) targetKrw: number | null;
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @TextField({ max: 30, nullable: true, example: '98.5' }) display: string | null;
  @IntField({ min: 1, nullable: true }) rank: number | null;
}

class LineDifferenceDto {
  @EnumField('DifferenceKind', DIFFERENCE_KINDS) kind: string;
  @IdField() subjectId: string;
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @EnumListField('DifferenceField', DIFFERENCE_FIELDS) fields: string[];
  @ObjectField(() => PublishedLineDto, { nullable: true }) before: PublishedLineDto | null;
  @ObjectField(() => PublishedLineDto, { nullable: true }) after: PublishedLineDto | null;
}

class PurchaseChangesDto {
  @IntField({}) added: number;
  @IntField({}) changed: number;
  @IntField({}) removed: number;
}

/** Against the version before; empty for version 1. */
export class PublicationDifferenceDto {
  @ListField(() => LineDifferenceDto, { maxItems: 4000 }) lines: LineDifferenceDto[];
  @ObjectField(() => PurchaseChangesDto, { description: 'How many rows; the rows: …/purchases?changed=true' })
  purchases: PurchaseChangesDto;
}

/** Frozen when it was published; never computed again. */
export class PublicationDto extends PublicationSummaryDto {
  @ObjectField(() => PublishedPolicyDto) policy: PublishedPolicyDto;
  @ListField(() => PublishedRowDto, { maxItems: 2000, description: 'In the order of the rate ranking' })
  rows: PublishedRowDto[];
  @ObjectField(() => PublishedTotalDto) total: PublishedTotalDto;
  @ObjectField(() => AverageRateDto) average: AverageRateDto;
  @ObjectField(() => PublicationDifferenceDto) difference: PublicationDifferenceDto;
  @TextField({ max: 200_000, example: '2016년 강북구 사회적경제기업 제품 구매실적 공지' }) noticeText: string;
}

export class PublicationPurchasesQuery extends PageQuery {
  @IdField({ optional: true }) departmentId?: string;
  @BooleanQuery({ optional: true, description: 'Only what differs from the version before' })
  changed?: boolean;
}

/** A row behind a published figure. The amounts are frozen, the other fields are the ledger's. */
export class PublicationPurchaseDto {
  @IdField() purchaseId: string;
  @IdField() institutionId: string;
  @IdField() departmentId: string;
  @TextField({ max: 100, example: '일자리지원과' }) departmentName: string;
  @TextField({ max: 200, example: '현수막/배너 제작' }) item: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @DayField({ nullable: true }) recognitionDate: string | null;
  @IdField({ nullable: true, description: 'The purchase that this row adjusts' }) adjustsId: string | null;
  @KrwField({ min: -MAX_KRW, nullable: true, description: 'Null = no longer behind the figure' })
  amountKrw: number | null;
  @KrwField({ min: -MAX_KRW, nullable: true, description: 'In the version before; null = was not there' })
  previousAmountKrw: number | null;
}

export class PublicationPurchasePageDto {
  @ListField(() => PublicationPurchaseDto, { maxItems: 200 }) items: PublicationPurchaseDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}
