import {
  CATALOGUE_ITEM_STATES,
  isStale,
  MAX_PHOTOS,
  missingForPublication,
  PUBLISHING_FIELDS,
  PURCHASE_KINDS,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListField,
  EnumListQuery,
  BooleanQuery,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  TextField,
  TextListField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import type { CatalogueItemRow } from '../catalogue.queries';
import { CategoryNameDto, toCategoryNameDto } from './item-category.dto';

export const MAX_REGIONS = 25;
export const MAX_ITEM_NAME = 100;
export const MAX_DESCRIPTION = 4000;
export const MAX_UNIT = 20;

export class CataloguePhotoDto {
  @IdField({ description: 'Its picture: GET /catalogue-items/{id}/photos/{photoId}' }) id: string;
  @TextField({ max: 200, example: '행사장에 걸린 파란 현수막' }) alternativeText: string;
  @IntField({ min: 1, example: 1600 }) width: number;
  @IntField({ min: 1, example: 1200 }) height: number;
}

export class CatalogueItemDto {
  @IdField() id: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: MAX_ITEM_NAME, example: '현수막 (5m × 0.9m)' }) name: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: string;
  @TextField({ max: 8, nullable: true, example: '55121706' }) classificationCode: string | null;
  @TextField({ max: 10, nullable: true, example: '8010150701' }) detailProductCode: string | null;
  @ListField(() => CategoryNameDto, { maxItems: 5, description: 'From the top down to its own category' })
  categoryPath: CategoryNameDto[];
  @TextField({ max: MAX_DESCRIPTION, nullable: true, example: '친환경 원단, 실외용' })
  description: string | null;
  @TextField({ max: MAX_UNIT, nullable: true, example: '장' }) unit: string | null;
  @KrwField({ nullable: true, example: 55_000, description: 'null = on request' }) priceKrw: number | null;
  @BooleanField({ example: true }) priceIncludesVat: boolean;
  @IntField({ nullable: true, max: 3650, example: 3 }) leadTimeDays: number | null;
  @IntField({ nullable: true, min: 1, example: 1 }) minimumOrder: number | null;
  @TextListField({ maxItems: MAX_REGIONS, max: 5, example: ['11305'], description: 'Empty = everywhere' })
  regions: string[];
  @BooleanField({ description: 'Made by the enterprise itself (직접생산)' }) directProduction: boolean;
  @EnumField('CatalogueItemState', CATALOGUE_ITEM_STATES) state: string;
  @DayField({ nullable: true, description: 'Somebody last said on this day that it is still so' })
  confirmedOn: string | null;
  @BooleanField({ description: 'Not confirmed for more than 12 months' }) isStale: boolean;
  @EnumListField('PublishingField', PUBLISHING_FIELDS, { description: 'What publishing would ask for' })
  missing: string[];
  @ListField(() => CataloguePhotoDto, { maxItems: MAX_PHOTOS }) photos: CataloguePhotoDto[];
  @InstantField({ nullable: true }) publishedAt: string | null;
  @InstantField() updatedAt: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class CatalogueItemPageDto {
  @ListField(() => CatalogueItemDto, { maxItems: 200 }) items: CatalogueItemDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListCatalogueItemsQuery extends PageQuery {
  @EnumListQuery('CatalogueItemState', CATALOGUE_ITEM_STATES, {
    optional: true,
    description:
      'Default: published. Drafts and archived items are given to their enterprise and to register keepers alone',
  })
  state?: string[];
  @BooleanQuery({ optional: true, description: 'Only items not confirmed for more than 12 months' })
  stale?: boolean;
}

/** What may be left out of a new item and of a change. */
class OptionalItemFieldsDto {
  @TextField({ max: 8, optional: true, nullable: true, example: '55121706', pattern: /^\d{8}$/ })
  classificationCode?: string | null;
  @TextField({ max: 10, optional: true, nullable: true, example: '5512170601', pattern: /^\d{10}$/ })
  detailProductCode?: string | null;
  @TextField({ max: MAX_DESCRIPTION, optional: true, nullable: true, example: '친환경 원단, 실외용' })
  description?: string | null;
  @TextField({ max: MAX_UNIT, optional: true, nullable: true, example: '장' }) unit?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, example: 55_000, description: 'null = on request' })
  priceKrw?: number | null;
  @BooleanField({ optional: true, example: true }) priceIncludesVat?: boolean;
  @IntField({ optional: true, nullable: true, max: 3650, example: 3 }) leadTimeDays?: number | null;
  @IntField({ optional: true, nullable: true, min: 1, example: 1 }) minimumOrder?: number | null;
  @TextListField({
    optional: true,
    maxItems: MAX_REGIONS,
    max: 5,
    example: ['11305'],
    description: 'District codes of five digits; empty = everywhere',
  })
  regions?: string[];
  @BooleanField({ optional: true }) directProduction?: boolean;
}

/** What is left out of a change stays as it is; null takes it away. */
export class ChangeCatalogueItemDto extends OptionalItemFieldsDto {
  @TextField({ max: MAX_ITEM_NAME, optional: true, example: '현수막 (5m × 0.9m)' }) name?: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS, { optional: true }) kind?: string;
}

/** Not the change with its name made required: a subclass inherits "may be left out" along with the rest. */
export class CreateCatalogueItemDto extends OptionalItemFieldsDto {
  @TextField({ max: MAX_ITEM_NAME, example: '현수막 (5m × 0.9m)' }) name: string;
  @EnumField('PurchaseKind', PURCHASE_KINDS) kind: string;
}

/** @param today the day that `isStale` is of */
export function toCatalogueItemDto(row: CatalogueItemRow, today: string): CatalogueItemDto {
  return {
    id: row.id,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    name: row.name,
    kind: row.kind,
    classificationCode: row.classificationCode,
    detailProductCode: row.detailProductCode,
    categoryPath: row.categoryPath.map(toCategoryNameDto),
    description: row.description,
    unit: row.unit,
    priceKrw: row.priceKrw,
    priceIncludesVat: row.priceIncludesVat,
    leadTimeDays: row.leadTimeDays,
    minimumOrder: row.minimumOrder,
    regions: row.regions,
    directProduction: row.directProduction,
    state: row.state,
    confirmedOn: row.confirmedOn,
    isStale: isStale(row.confirmedOn, today),
    missing: missingForPublication(row),
    photos: row.photos.map(({ id, alternativeText, width, height }) => ({
      id,
      alternativeText,
      width,
      height,
    })),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}
