import { VISITEE_KINDS } from '@ieum/domain';
import {
  EnumField,
  IdField,
  IntField,
  ListField,
  PersonNameField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';

export class VisitSummaryQuery {
  @YearQuery() year: number;
  @IdField({ optional: true, description: 'Only this area' }) areaId?: string;
}

class VisiteeKindSumDto {
  @EnumField('VisiteeKind', VISITEE_KINDS) visiteeKind: string;
  @IntField({ example: 404, description: 'Different ones that were visited' }) institutions: number;
  @IntField({ example: 485 }) visits: number;
}

class AdviserVisitsDto {
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId', nullable: true }) adviserName: string | null;
  @IdField({ nullable: true }) teamId: string | null;
  @TextField({ max: 100, nullable: true, example: '강동지원단' }) teamName: string | null;
  @IntField({ example: 144 }) visits: number;
}

/** Of the areas that one sees. What was planned or cancelled is in no figure. */
export class VisitSummaryDto {
  @YearField() year: number;
  @IntField({ example: 477 }) institutions: number;
  @IntField({ example: 654 }) visits: number;
  @ListField(() => VisiteeKindSumDto, { maxItems: VISITEE_KINDS.length }) byKind: VisiteeKindSumDto[];
  @ListField(() => AdviserVisitsDto, { maxItems: 1000, description: 'Most visits first' })
  byAdviser: AdviserVisitsDto[];
}

export class SupportAreaDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '강동구' }) name: string;
}

export class SupportAreaListDto {
  @ListField(() => SupportAreaDto, { maxItems: 1000 }) items: SupportAreaDto[];
}
