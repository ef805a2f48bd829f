import { DEPARTMENT_GROUPS, RANKING_ORDERS, type RankingOrder } from '@ieum/domain';
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
import { SCHEME_PATTERN } from './achievement.dto';
import { PurchaseFilterDto } from './purchase-filter.dto';
import { AverageRateDto, RateDto, RatePolicyDto } from '../../common/rate.dto';

export const RANKING_SCOPES = ['departments', 'districts'] as const;
export type RankingScope = (typeof RANKING_SCOPES)[number];
/** Districts are one group among themselves. */
export const RANKING_GROUPS = [...DEPARTMENT_GROUPS, 'district'] as const;
const SOURCES = ['live', 'published'] as const;

export class RankingQuery {
  @EnumField('RankingScope', RANKING_SCOPES, { optional: true }) scope?: RankingScope;
  @IdField({ optional: true, description: 'Of departments; default: the own institution' })
  institutionId?: string;
  @YearQuery() fiscalYear: number;
  @TextField({ max: 40, optional: true, example: 'social_economy', pattern: SCHEME_PATTERN }) scheme?: string;
  @EnumField('RankingOrder', RANKING_ORDERS, { optional: true }) order?: RankingOrder;
  @EnumField('RankingGroup', RANKING_GROUPS, { optional: true }) group?: string;
  @DayField({ optional: true, description: 'Live rankings only; default: today' }) asOf?: string;
}

export class RankingRowDto {
  @IdField() subjectId: string;
  @TextField({ max: 100, example: '일자리지원과' }) name: string;
  @EnumField('RankingGroup', RANKING_GROUPS) group: string;
  @IntField({ min: 1, nullable: true, description: 'Null: listed, not ranked' }) rank: number | null;
  @IntField({ min: 1, nullable: true }) rankInGroup: number | null;
  @KrwField({ nullable: true, description: 'Null = no target' }) targetKrw: number | null;
  @KrwField({ min: -MAX_KRW }) actualKrw: number;
  @KrwField({ min: -MAX_KRW, nullable: true, description: 'Last year; null = nothing is known' })
  previousKrw: number | null;
  @ObjectField(() => RateDto) achievementRate: RateDto;
  @ObjectField(() => RateDto, { description: 'Of last year: 100 = as much as then' }) growthRate: RateDto;
  @ObjectField(() => PurchaseFilterDto, { nullable: true, description: 'Null in a published ranking' })
  rows: PurchaseFilterDto | null;
}

export class RankingDto {
  @EnumField('RankingSource', SOURCES) source: string;
  @EnumField('RankingScope', RANKING_SCOPES) scope: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @YearField() fiscalYear: number;
  @TextField({ max: 40, example: 'social_economy' }) scheme: string;
  @EnumField('RankingOrder', RANKING_ORDERS) order: string;
  @EnumField('RankingGroup', RANKING_GROUPS, { nullable: true }) group: string | null;
  @DayField() asOf: string;
  @ObjectField(() => RatePolicyDto) policy: RatePolicyDto;
  @ListField(() => RankingRowDto, { maxItems: 2000 }) items: RankingRowDto[];
  @ObjectField(() => AverageRateDto) average: AverageRateDto;
  @IntField({ example: 31 }) ranked: number;
  @IntField({ example: 2, description: 'Listed without a rank' }) unranked: number;
  @IdField({ nullable: true }) publicationId: string | null;
  @IntField({ min: 1, nullable: true }) publicationVersion: number | null;
}
