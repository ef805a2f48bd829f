import { MATCH_STAGES, SUPPORT_KINDS } from '@ieum/domain';
import {
  BooleanQuery,
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { SalesMatchDto } from './match.dto';

export class ListMatchesQuery extends PageQuery {
  @YearQuery({ optional: true, description: 'In which it was identified' }) year?: number;
  @EnumListQuery('MatchStage', MATCH_STAGES, { optional: true }) stage?: string[];
  @EnumListQuery('SupportKind', SUPPORT_KINDS, { optional: true, description: 'One of them' })
  supportKind?: string[];
  @IdField({ optional: true }) adviserId?: string;
  @BooleanQuery({ optional: true, description: 'Those of the caller' }) mine?: boolean;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) departmentId?: string;
  @IdField({ optional: true, description: 'A candidate; also under the row that it was merged from' })
  supplierId?: string;
  @TextField({ max: 100, optional: true, example: '위탁', description: 'Part of title, buyer or candidate' })
  q?: string;
}

class MatchStageTotalDto {
  @EnumField('MatchStage', MATCH_STAGES) stage: string;
  @IntField({ example: 3 }) count: number;
  @KrwField({ example: 20_000_000 }) estimatedValueKrw: number;
}

class SupportKindCountDto {
  @EnumField('SupportKind', SUPPORT_KINDS) kind: string;
  @IntField({ example: 12 }) count: number;
}

/** Of everything that the filter finds. A match with several winners, and its contract, count once. */
export class MatchTotalsDto {
  @IntField({ example: 27 }) count: number;
  @IntField({ example: 18, description: 'Selected or contracted' }) wonCount: number;
  @IntField({ example: 17, description: 'With a signed contract' }) contractedCount: number;
  @KrwField({ example: 6_418_000_000 }) estimatedValueKrw: number;
  @KrwField({ example: 6_418_000_000 }) contractKrw: number;
  @ListField(() => MatchStageTotalDto, { maxItems: 7 }) stages: MatchStageTotalDto[];
  @ListField(() => SupportKindCountDto, { maxItems: 8, description: 'A match may have several kinds' })
  supportKinds: SupportKindCountDto[];
}

export class MatchPageDto {
  @ListField(() => SalesMatchDto, { maxItems: 200 }) items: SalesMatchDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @ObjectField(() => MatchTotalsDto, { nullable: true, description: 'With the first page' })
  totals: MatchTotalsDto | null;
}

export class MatchSummaryQuery {
  @YearQuery() year: number;
}

/** The year by its kept totals; answers as fast with many matches as with few. */
export class MatchSummaryDto {
  @YearField() year: number;
  @IntField({ example: 27 }) count: number;
  @IntField({ example: 18, description: 'Selected or contracted' }) wonCount: number;
  @KrwField({ example: 6_418_000_000 }) estimatedValueKrw: number;
  @IntField({ example: 17, description: 'Contracts that a match led to, signed in the year' })
  contractCount: number;
  @KrwField({ example: 6_418_000_000 }) contractKrw: number;
  @ListField(() => MatchStageTotalDto, { maxItems: 7 }) stages: MatchStageTotalDto[];
}
