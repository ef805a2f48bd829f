import { PURCHASE_KINDS, tidyLine, type PurchaseKind } from '@ieum/domain';
import { InvalidInput } from '../../common/invalid-input';
import type { CatalogueItemRow } from './catalogue.queries';
import type { ChangeCatalogueItemDto } from './dto/catalogue-item.dto';

/** What an enterprise writes about an item. */
export interface ItemFields {
  readonly name: string;
  readonly kind: PurchaseKind;
  readonly classificationCode: string | null;
  readonly detailProductCode: string | null;
  readonly description: string | null;
  readonly unit: string | null;
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
  readonly leadTimeDays: number | null;
  readonly minimumOrder: number | null;
  readonly regions: readonly string[];
  readonly directProduction: boolean;
}

/** @param before null = a new item; what the input leaves out stays as it was */
export function itemFields(before: CatalogueItemRow | null, input: ChangeCatalogueItemDto): ItemFields {
  const keep = <T>(given: T | undefined, was: T | undefined, otherwise: T): T =>
    given === undefined ? (was ?? otherwise) : given;
  const kind = PURCHASE_KINDS.find((one) => one === (input.kind ?? before?.kind)) ?? 'goods';
  return {
    name: tidyLine(keep(input.name, before?.name, '')),
    kind,
    classificationCode: keep(input.classificationCode, before?.classificationCode, null),
    detailProductCode: keep(input.detailProductCode, before?.detailProductCode, null),
    description: tidied(keep(input.description, before?.description, null), (text) => text.trim()),
    unit: tidied(keep(input.unit, before?.unit, null), tidyLine),
    priceKrw: keep(input.priceKrw, before?.priceKrw, null),
    priceIncludesVat: keep(input.priceIncludesVat, before?.priceIncludesVat, true),
    leadTimeDays: keep(input.leadTimeDays, before?.leadTimeDays, null),
    minimumOrder: keep(input.minimumOrder, before?.minimumOrder, null),
    regions: readRegions(keep(input.regions, before?.regions, [])),
    directProduction: keep(input.directProduction, before?.directProduction, false),
  };
}

export function itemColumns(fields: ItemFields): Readonly<Record<string, unknown>> {
  return {
    name: fields.name,
    kind: fields.kind,
    classification_code: fields.classificationCode,
    detail_product_code: fields.detailProductCode,
    description: fields.description,
    unit: fields.unit,
    price_krw: fields.priceKrw,
    price_includes_vat: fields.priceIncludesVat,
    lead_time_days: fields.leadTimeDays,
    minimum_order: fields.minimumOrder,
    regions: fields.regions,
    direct_production: fields.directProduction,
  };
}

function tidied(text: string | null, tidy: (text: string) => string): string | null {
  return text === null ? null : tidy(text);
}

/** District codes, each once, in order. */
function readRegions(codes: readonly string[]): string[] {
  const strange = codes.find((code) => !/^\d{5}$/.test(code));
  if (strange !== undefined) throw InvalidInput.of('regions', 'matches', 'must be district codes');
  return [...new Set(codes)].sort();
}
