import { IntersectionType } from '@nestjs/swagger';
import { RECOUNT_STATES } from '@ieum/domain';
import { EnumListQuery, IdField, YearQuery } from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

export class RecountFilterQuery {
  @EnumListQuery('RecountState', RECOUNT_STATES, { optional: true }) state?: string[];
  @IdField({ optional: true }) supplierId?: string;
  @IdField({ optional: true }) purchaseId?: string;
  @IdField({ optional: true }) departmentId?: string;
  @IdField({ optional: true }) institutionId?: string;
  @YearQuery({ optional: true }) fiscalYear?: number;
}

export class ListRecountsQuery extends IntersectionType(RecountFilterQuery, PageQuery) {}
