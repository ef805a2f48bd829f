import { IntersectionType } from '@nestjs/swagger';
import { CONTRACT_SOURCES, CONTRACT_STATES } from '@ieum/domain';
import {
  BooleanQuery,
  EnumField,
  EnumListQuery,
  IdField,
  TextField,
  YearQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { SHEET_FORMATS, type SheetFormat } from '../../../common/sheets/sheet-writer';

export class ContractFilterQuery {
  @YearQuery({ optional: true, description: 'of signing' }) year?: number;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) departmentId?: string;
  @IdField({ optional: true }) matchId?: string;
  @IdField({ optional: true }) fairId?: string;
  @IdField({ optional: true }) adviserId?: string;
  @IdField({ optional: true }) teamId?: string;
  @EnumField('ContractSource', CONTRACT_SOURCES, { optional: true }) source?: string;
  @EnumListQuery('ContractState', CONTRACT_STATES, { optional: true }) state?: string[];
  @BooleanQuery({ optional: true, description: 'whether a living purchase names it' }) isPurchased?: boolean;
  @TextField({
    max: 100,
    optional: true,
    example: '현수막',
    description: 'in item, contract number or a party',
  })
  q?: string;
}

export class ListContractsQuery extends IntersectionType(ContractFilterQuery, PageQuery) {}

export class ExportContractsQuery extends ContractFilterQuery {
  @EnumField('SheetFormat', SHEET_FORMATS, { optional: true }) format?: SheetFormat;
}
