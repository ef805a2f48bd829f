import { IntersectionType } from '@nestjs/swagger';
import { CHANNELS, COUNT_STATUSES, PURCHASE_KINDS, PURCHASE_STATES } from '@ieum/domain';
import {
  BooleanQuery,
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  IntQuery,
  TextField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { SHEET_FORMATS, type SheetFormat } from '../../common/sheets/sheet-writer';

export const PURCHASE_SORTS = ['newest', 'recognition_date', 'amount', 'supplier', 'item'] as const;
export type PurchaseSort = (typeof PURCHASE_SORTS)[number];

/** Filters of the ledger; every figure elsewhere opens it with the filters that give its rows. */
export class PurchaseFilterQuery {
  @IdField({ optional: true }) institutionId?: string;
  @YearQuery({ optional: true }) fiscalYear?: number;
  @IdField({ optional: true }) departmentId?: string;
  @IntQuery({ min: 1, max: 12, optional: true, description: 'month of recognition' }) month?: number;
  @IntQuery({ min: 1, max: 4, optional: true, description: 'quarter of recognition' }) quarter?: number;
  @TextField({
    max: 40,
    optional: true,
    example: 'social_economy',
    pattern: /^[a-z][a-z0-9_]*$/,
    description: 'counted in this scheme',
  })
  scheme?: string;
  @EnumListQuery('PurchaseState', PURCHASE_STATES, { optional: true }) state?: string[];
  @EnumListQuery('CountStatus', COUNT_STATUSES, { optional: true }) countStatus?: string[];
  @EnumListQuery('Channel', CHANNELS, { optional: true }) channel?: string[];
  @EnumListQuery('PurchaseKind', PURCHASE_KINDS, { optional: true }) kind?: string[];
  @IdField({ optional: true }) supplierId?: string;
  @IdField({ optional: true }) importId?: string;
  @IdField({ optional: true, description: 'the adjustments of this purchase' }) adjustsId?: string;
  @BooleanQuery({ optional: true, description: 'only rows with a warning' }) hasWarnings?: boolean;
  @DayField({ optional: true, description: 'recognised from' }) from?: string;
  @DayField({ optional: true, description: 'recognised until' }) to?: string;
  @TextField({
    max: 100,
    optional: true,
    example: '현수막',
    description: 'in item, supplier or contract number',
  })
  q?: string;
}

export class ListPurchasesQuery extends IntersectionType(PurchaseFilterQuery, PageQuery) {
  @EnumField('PurchaseSort', PURCHASE_SORTS, { optional: true }) sort?: PurchaseSort;
}

export class ExportPurchasesQuery extends PurchaseFilterQuery {
  @EnumField('PurchaseSort', PURCHASE_SORTS, { optional: true }) sort?: PurchaseSort;
  @EnumField('SheetFormat', SHEET_FORMATS, { optional: true }) format?: SheetFormat;
}
