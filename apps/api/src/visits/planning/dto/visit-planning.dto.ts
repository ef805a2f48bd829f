import { INSTITUTION_KINDS, PURCHASE_KINDS } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  IdField,
  IntField,
  ListField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

export const PLANNING_SORTS = ['last_visit', 'open_needs', 'under_target'] as const;
export type PlanningSort = (typeof PLANNING_SORTS)[number];

export class VisitPlanningQuery extends PageQuery {
  @IdField({ optional: true }) areaId?: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS, { optional: true }) kind?: string;
  @TextField({ max: 100, optional: true, example: '초등학교', description: 'Part of the name' }) q?: string;
  @EnumField('PlanningSort', PLANNING_SORTS, {
    optional: true,
    description: 'Longest not visited, most open needs, or most departments under target first',
  })
  sort?: PlanningSort;
}

export class VisitPlanningRowDto {
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '원당초등학교' }) institutionName: string;
  @EnumField('InstitutionKind', INSTITUTION_KINDS) kind: string;
  @IdField() areaId: string;
  @TextField({ max: 100, example: '강북구' }) areaName: string;
  @DayField({ nullable: true, description: 'null: never' }) lastVisitedOn: string | null;
  @DayField({ nullable: true, description: 'The next planned visit' }) plannedOn: string | null;
  @IntField({ example: 2 }) openNeeds: number;
  @IntField({
    example: 3,
    description: 'Departments whose purchases are behind the pace of their target today',
  })
  departmentsUnderTarget: number;
  @EnumListField('PurchaseKind', PURCHASE_KINDS, {
    description:
      'Of what those departments bought last year, the kinds that enterprises of the register offer',
  })
  offeredKinds: string[];
}

export class VisitPlanningPageDto {
  @ListField(() => VisitPlanningRowDto, { maxItems: 200 }) items: VisitPlanningRowDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}
