import {
  CERTIFICATE_STATES,
  CERTIFICATION_TYPES,
  certificateStateOn,
  isClosedOn,
  MAX_SHORTLIST_ENTRIES,
  withoutRepeats,
  type Day,
} from '@ieum/domain';
import {
  BooleanField,
  BooleanQuery,
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { SHEET_FORMATS, type SheetFormat } from '../../../common/sheets/sheet-writer';
import type { ShortlistEntryRow, ShortlistRow } from '../shortlists.queries';

export class ShortlistChoiceDto {
  @IdField({ description: 'Of a merged enterprise: the one that remains' }) supplierId: string;
  @IdField({ nullable: true, description: 'null = the enterprise as such' }) catalogueItemId: string | null;
}

export class ShortlistDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '봄 행사 현수막' }) title: string;
  @TextField({ max: 1000, nullable: true, example: '현수막 20장, 4월 15일까지' }) purpose: string | null;
  @BooleanField() archived: boolean;
  @IntField({ max: MAX_SHORTLIST_ENTRIES, example: 2 }) entryCount: number;
  @ListField(() => ShortlistChoiceDto, { maxItems: MAX_SHORTLIST_ENTRIES }) choices: ShortlistChoiceDto[];
  @InstantField() updatedAt: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class ShortlistPageDto {
  @ListField(() => ShortlistDto, { maxItems: 200 }) items: ShortlistDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ShortlistCertificationDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @EnumField('CertificateState', CERTIFICATE_STATES, { description: 'Today' }) state: string;
  @DayField({ nullable: true, description: 'Last valid day; null = no limit' }) validUntil: string | null;
}

export class ShortlistItemDto {
  @IdField() id: string;
  @TextField({ max: 200, example: '현수막 제작' }) name: string;
  @BooleanField({ example: true, description: 'false: it is no longer offered' }) available: boolean;
  @KrwField({ nullable: true, description: 'null = on request, or no longer offered' }) priceKrw:
    number | null;
  @BooleanField({ nullable: true, example: true }) priceIncludesVat: boolean | null;
  @TextField({ max: 40, nullable: true, example: '장' }) unit: string | null;
}

export class ShortlistEntryDto {
  @IdField() id: string;
  @IdField({ description: 'Of a merged enterprise: the one that remains' }) supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({
    max: 100,
    nullable: true,
    example: '옛 이름',
    description: 'Was put on the list under this name and has been merged',
  })
  mergedFromName: string | null;
  @TextField({ max: 10, nullable: true, example: '0001234567' }) businessNumber: string | null;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @DayField({ nullable: true, description: 'First day out of business' }) closedOn: string | null;
  @BooleanField({ description: 'Out of business today' }) closed: boolean;
  @BooleanField({ example: true, description: 'Has a certificate that is valid today' }) certified: boolean;
  @ListField(() => ShortlistCertificationDto, { maxItems: 200 }) certifications: ShortlistCertificationDto[];
  @ObjectField(() => ShortlistItemDto, { nullable: true }) item: ShortlistItemDto | null;
  @TextField({ max: 500, nullable: true, example: '견적 요청함' }) note: string | null;
  @InstantField() addedAt: string;
}

export class ShortlistDetailDto extends ShortlistDto {
  @ListField(() => ShortlistEntryDto, { maxItems: MAX_SHORTLIST_ENTRIES }) entries: ShortlistEntryDto[];
  @DayField({ description: 'The day that certificates and closures are of' }) asOf: string;
}

export class ListShortlistsQuery extends PageQuery {
  @BooleanQuery({ optional: true, description: 'Archived ones instead of current ones' }) archived?: boolean;
}

export class ExportShortlistQuery {
  @EnumField('SheetFormat', SHEET_FORMATS, { optional: true }) format?: SheetFormat;
}

export class AddShortlistEntryDto {
  @IdField() supplierId: string;
  @IdField({ optional: true, nullable: true }) catalogueItemId?: string | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '견적 요청함' }) note?: string | null;
}

export class CreateShortlistDto {
  @TextField({ max: 100, example: '봄 행사 현수막' }) title: string;
  @TextField({ max: 1000, optional: true, nullable: true, example: '현수막 20장' }) purpose?: string | null;
  @ListField(() => AddShortlistEntryDto, {
    optional: true,
    maxItems: MAX_SHORTLIST_ENTRIES,
    description: 'Kept before signing in, for example; what is no longer there is left out',
  })
  entries?: AddShortlistEntryDto[];
}

/** What is left out stays. */
export class ChangeShortlistDto {
  @TextField({ max: 100, optional: true, example: '봄 행사 현수막' }) title?: string;
  @TextField({ max: 1000, optional: true, nullable: true, example: '현수막 20장' }) purpose?: string | null;
  @BooleanField({ optional: true }) archived?: boolean;
}

/** What is left out stays. */
export class ChangeShortlistEntryDto {
  @TextField({ max: 500, optional: true, nullable: true, example: '견적 받음' }) note?: string | null;
  @IntField({
    min: 1,
    max: MAX_SHORTLIST_ENTRIES,
    optional: true,
    example: 1,
    description: 'Its place in the list, from 1',
  })
  position?: number;
}

export function toShortlistDto(row: ShortlistRow, entries: readonly ShortlistEntryRow[]): ShortlistDto {
  const choices = withoutRepeats(entries).map(({ supplierId, catalogueItemId }) => ({
    supplierId,
    catalogueItemId,
  }));
  return {
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    archived: row.archivedAt !== null,
    entryCount: choices.length,
    choices,
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
  };
}

export function toShortlistDetailDto(
  row: ShortlistRow,
  entries: readonly ShortlistEntryRow[],
  today: Day,
): ShortlistDetailDto {
  return {
    ...toShortlistDto(row, entries),
    entries: withoutRepeats(entries).map((entry) => toEntryDto(entry, today)),
    asOf: today,
  };
}

function toEntryDto(row: ShortlistEntryRow, today: Day): ShortlistEntryDto {
  const certifications = row.certifications.map((one) => ({
    type: one.type,
    state: certificateStateOn(one, today),
    validUntil: one.validUntil,
  }));
  return {
    id: row.id,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    mergedFromName: row.mergedFromName,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    closedOn: row.closedOn,
    closed: isClosedOn(row.closedOn, today),
    certified: certifications.some(({ state }) => state === 'active' || state === 'expiring'),
    certifications,
    item: itemOf(row),
    note: row.note,
    addedAt: row.addedAt.toISOString(),
  };
}

function itemOf(row: ShortlistEntryRow): ShortlistItemDto | null {
  if (row.catalogueItemId === null) return null;
  const { item } = row;
  return {
    id: row.catalogueItemId,
    name: item?.name ?? row.itemName ?? '',
    available: item !== null,
    priceKrw: item?.priceKrw ?? null,
    priceIncludesVat: item?.priceIncludesVat ?? null,
    unit: item?.unit ?? null,
  };
}
