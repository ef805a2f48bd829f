import { CATEGORY_LEVELS, categoryLevelOf } from '@ieum/domain';
import { BooleanField, EnumField, ListField, TextField } from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import type { CategoryNameRow, ItemCategoryRow } from '../item-categories.queries';

const CODE = /^(?:\d{2}){1,5}$/;

/** One step of the way from 대분류 down. */
export class CategoryNameDto {
  @TextField({ max: 10, example: '55121706', pattern: CODE }) code: string;
  @TextField({ max: 200, example: '현수막' }) name: string;
  @TextField({ max: 200, nullable: true, example: 'Banners' }) nameEn: string | null;
}

export class ItemCategoryDto {
  @TextField({ max: 10, example: '55121706', pattern: CODE }) code: string;
  @TextField({ max: 200, example: '현수막' }) name: string;
  @TextField({ max: 200, nullable: true, example: 'Banners' }) nameEn: string | null;
  @EnumField('CategoryLevel', CATEGORY_LEVELS, { description: '2, 4, 6, 8 and 10 digits' }) level: string;
  @ListField(() => CategoryNameDto, { maxItems: 5, description: 'From the top down to itself' })
  path: CategoryNameDto[];
  @BooleanField({ example: false, description: 'Something lies below it' }) hasChildren: boolean;
  @BooleanField({ description: 'The name is that of the official list; false = ours' }) isOfficial: boolean;
}

export class ItemCategoryPageDto {
  @ListField(() => ItemCategoryDto, { maxItems: 200 }) items: ItemCategoryDto[];
  @TextField({ max: 400, nullable: true, example: 'WyI1NSJd' }) nextCursor: string | null;
}

/** Without `q`: what lies directly below `parent`, without it the top of the tree. */
export class ListItemCategoriesQuery extends PageQuery {
  @TextField({
    max: 50,
    optional: true,
    example: '현수막',
    description:
      'Part of a name, initial consonants, or the beginning of a code; only what an item can carry',
  })
  q?: string;
  @TextField({ max: 10, optional: true, example: '5512', pattern: CODE, description: 'Below this code' })
  parent?: string;
}

export function toCategoryNameDto(row: CategoryNameRow): CategoryNameDto {
  return { code: row.code, name: row.name, nameEn: row.nameEn };
}

export function toItemCategoryDto(row: ItemCategoryRow): ItemCategoryDto {
  return {
    code: row.code,
    name: row.name,
    nameEn: row.nameEn,
    level: categoryLevelOf(row.code) ?? 'commodity',
    path: row.path.map(toCategoryNameDto),
    hasChildren: row.hasChildren,
    isOfficial: row.isOfficial,
  };
}
