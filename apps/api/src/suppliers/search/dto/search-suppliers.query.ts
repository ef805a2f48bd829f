import { IntersectionType } from '@nestjs/swagger';
import { CERTIFICATION_TYPES, PURCHASE_KINDS, SUPPLIER_SORTS } from '@ieum/domain';
import type { CertificationType, PurchaseKind, SupplierSort } from '@ieum/domain';
import {
  BooleanQuery,
  DayField,
  EnumField,
  EnumListQuery,
  KrwQuery,
  TextField,
  TextListQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { SHEET_FORMATS, type SheetFormat } from '../../../common/sheets/sheet-writer';

/** AND between the filters, OR inside one. */
export class SupplierFilterQuery {
  @TextField({
    max: 100,
    optional: true,
    example: '현수막',
    description:
      'Words of a name, an item, a category or the business; parts of two letters, initial consonants, business number',
  })
  q?: string;
  @TextListQuery({
    maxItems: 20,
    max: 10,
    pattern: /^(\d\d){1,5}$/,
    example: ['5512'],
    optional: true,
    description: 'Category codes of 2 to 10 digits; each includes what is below it',
  })
  category?: string[];
  @EnumListQuery('CertificationType', CERTIFICATION_TYPES, {
    optional: true,
    description: 'Holds one of these on the day: certifiedOn, else asOf, else today',
  })
  certification?: CertificationType[];
  @DayField({
    optional: true,
    description:
      'Valid on this day: one of `certification`; without it, any certificate of the social economy',
  })
  certifiedOn?: string;
  @TextListQuery({ maxItems: 30, max: 5, pattern: /^\d{5}$/, example: ['11305'], optional: true })
  district?: string[];
  @EnumListQuery('PurchaseKind', PURCHASE_KINDS, { optional: true }) kind?: PurchaseKind[];
  @KrwQuery({ optional: true, description: 'Offers something at this price or more' }) priceMin?: number;
  @KrwQuery({ optional: true, description: 'Offers something at this price or less' }) priceMax?: number;
  @BooleanQuery({ optional: true, description: 'Also those out of business (closedOn says since when)' })
  includeClosed?: boolean;
  @DayField({
    optional: true,
    description: 'The day that the answer is of when certifiedOn names none; default today',
  })
  asOf?: string;
  @EnumField('SupplierSort', SUPPLIER_SORTS, { optional: true, description: 'default relevance' })
  sort?: SupplierSort;
}

export class SearchSuppliersQuery extends IntersectionType(SupplierFilterQuery, PageQuery) {
  @BooleanQuery({ optional: true, description: 'false: without facets, which is faster; default true' })
  facets?: boolean;
}

export class ExportSuppliersQuery extends SupplierFilterQuery {
  @EnumField('SheetFormat', SHEET_FORMATS, { optional: true }) format?: SheetFormat;
}
