import { CHANNELS, IMPORT_FIELDS, IMPORT_ROW_CLASSES, PURCHASE_KINDS } from '@ieum/domain';
import {
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  IntListField,
  ListField,
  YearField,
  YearQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { ImportColumnDto, MAX_ROW } from './purchase-import.dto';

const MAX_CHOICES = 1_000;

export class CreatePurchaseImportDto {
  @IdField() fileId: string;
  @YearField() fiscalYear: number;
  @IdField({
    optional: true,
    nullable: true,
    description:
      "Whose purchases: a clerk's own department; null or left out by a manager = as the sheet says",
  })
  departmentId?: string | null;
  @IntField({
    min: 1,
    max: MAX_ROW,
    optional: true,
    example: 1,
    description: 'Row of the headings; found when left out',
  })
  headerRow?: number;
  @ListField(() => ImportColumnDto, {
    maxItems: IMPORT_FIELDS.length,
    optional: true,
    description: 'Which column holds what; remembered or guessed from the headings when left out',
  })
  mapping?: ImportColumnDto[];
  @EnumField('PurchaseKind', PURCHASE_KINDS, { optional: true }) defaultKind?: string;
  @EnumField('Channel', CHANNELS, { optional: true }) defaultChannel?: string;
}

/** Mapping, heading row and defaults are checked anew; choices are taken as they are. Not both at once. */
export class ChangePurchaseImportDto {
  @IntField({ min: 1, max: MAX_ROW, optional: true, example: 1 }) headerRow?: number;
  @ListField(() => ImportColumnDto, { maxItems: IMPORT_FIELDS.length, optional: true })
  mapping?: ImportColumnDto[];
  @EnumField('PurchaseKind', PURCHASE_KINDS, { optional: true }) defaultKind?: string;
  @EnumField('Channel', CHANNELS, { optional: true }) defaultChannel?: string;
  @IntListField({
    min: 1,
    max: MAX_ROW,
    maxItems: MAX_CHOICES,
    optional: true,
    example: [17],
    description: 'Rows to write although they look like duplicates',
  })
  include?: number[];
  @IntListField({
    min: 1,
    max: MAX_ROW,
    maxItems: MAX_CHOICES,
    optional: true,
    example: [18],
    description: 'Rows to leave out',
  })
  exclude?: number[];
}

export class ListPurchaseImportsQuery extends PageQuery {
  @YearQuery({ optional: true }) fiscalYear?: number;
}

export class ListImportRowsQuery extends PageQuery {
  @EnumListQuery('ImportRowClass', IMPORT_ROW_CLASSES, { optional: true }) class?: string[];
}
