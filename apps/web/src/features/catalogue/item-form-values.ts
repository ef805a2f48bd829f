import {
  DETAIL_PRODUCT_DIGITS,
  CLASSIFICATION_DIGITS,
  missingForPublication,
  PURCHASE_KINDS,
  tidyLine,
  type PublishingField,
  type PurchaseKind,
} from '@ieum/domain';
import type { CatalogueItem } from '../../lib/catalogue-item';
import type { ItemBody } from './api';

export interface CategoryStep {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
}

/** What somebody typed; plain data, so that it can be kept as a draft. */
export interface ItemFormValues {
  readonly name: string;
  readonly kind: PurchaseKind;
  /** from the top down to the chosen category of 8 or 10 digits; [] = none */
  readonly category: readonly CategoryStep[];
  readonly description: string;
  readonly unit: string;
  readonly priceKrw: number | null;
  readonly priceIncludesVat: boolean;
  readonly leadTimeDays: string;
  readonly minimumOrder: string;
  readonly regions: readonly string[];
  readonly directProduction: boolean;
}

export type ItemFormField = keyof ItemFormValues;

export const EMPTY_ITEM: ItemFormValues = {
  name: '',
  kind: 'goods',
  category: [],
  description: '',
  unit: '',
  priceKrw: null,
  priceIncludesVat: true,
  leadTimeDays: '',
  minimumOrder: '',
  regions: [],
  directProduction: false,
};

export function valuesOf(item: CatalogueItem): ItemFormValues {
  return {
    name: item.name,
    kind: item.kind,
    category: item.categoryPath,
    description: item.description ?? '',
    unit: item.unit ?? '',
    priceKrw: item.priceKrw,
    priceIncludesVat: item.priceIncludesVat,
    leadTimeDays: item.leadTimeDays === null ? '' : String(item.leadTimeDays),
    minimumOrder: item.minimumOrder === null ? '' : String(item.minimumOrder),
    regions: item.regions,
    directProduction: item.directProduction,
  };
}

const MAX_LEAD_TIME = 3650;
const MAX_ORDER = 2_147_483_647;

/** The request; only for values without faults. */
export function bodyOf(values: ItemFormValues): ItemBody {
  return {
    name: tidyLine(values.name),
    kind: values.kind,
    classificationCode: codeOf(values, CLASSIFICATION_DIGITS),
    detailProductCode: codeOf(values, DETAIL_PRODUCT_DIGITS),
    description: textOrNull(values.description.normalize('NFC').trim()),
    unit: textOrNull(tidyLine(values.unit)),
    priceKrw: values.priceKrw,
    priceIncludesVat: values.priceIncludesVat,
    leadTimeDays: readWhole(values.leadTimeDays, 0, MAX_LEAD_TIME) ?? null,
    minimumOrder: readWhole(values.minimumOrder, 1, MAX_ORDER) ?? null,
    regions: [...values.regions],
    directProduction: values.directProduction,
  };
}

export interface ItemFault {
  readonly field: ItemFormField;
  readonly rule: PublishingField | 'leadTimeDays' | 'minimumOrder' | 'priceKrw';
}

/** Where a publishing field stands in the form. */
export const FORM_FIELD_OF: Readonly<Record<PublishingField, ItemFormField>> = {
  name: 'name',
  classificationCode: 'category',
  description: 'description',
  unit: 'unit',
};

/** @param isPublic after saving everybody sees it: then nothing that publishing asks for may be missing */
export function faultsOf(values: ItemFormValues, isPublic: boolean): ItemFault[] {
  const body = bodyOf(values);
  const missing = missingForPublication({
    name: body.name,
    kind: values.kind,
    classificationCode: body.classificationCode ?? null,
    description: body.description ?? null,
    unit: body.unit ?? null,
    priceKrw: values.priceKrw,
  });
  const faults: ItemFault[] = missing
    .filter((field) => isPublic || field === 'name')
    .map((field) => ({ field: FORM_FIELD_OF[field], rule: field }));
  if (values.priceKrw !== null && values.priceKrw < 1) faults.push({ field: 'priceKrw', rule: 'priceKrw' });
  if (readWhole(values.leadTimeDays, 0, MAX_LEAD_TIME) === undefined)
    faults.push({ field: 'leadTimeDays', rule: 'leadTimeDays' });
  if (readWhole(values.minimumOrder, 1, MAX_ORDER) === undefined)
    faults.push({ field: 'minimumOrder', rule: 'minimumOrder' });
  return faults;
}

export function isItemDraft(value: unknown): value is ItemFormValues {
  if (typeof value !== 'object' || value === null) return false;
  const draft: Partial<Record<ItemFormField, unknown>> = value;
  const texts = [draft.name, draft.description, draft.unit, draft.leadTimeDays, draft.minimumOrder];
  return (
    texts.every((text) => typeof text === 'string') &&
    PURCHASE_KINDS.some((kind) => kind === draft.kind) &&
    Array.isArray(draft.category) &&
    draft.category.every(isStep) &&
    Array.isArray(draft.regions) &&
    draft.regions.every((region) => typeof region === 'string') &&
    (draft.priceKrw === null || typeof draft.priceKrw === 'number') &&
    typeof draft.priceIncludesVat === 'boolean' &&
    typeof draft.directProduction === 'boolean'
  );
}

function isStep(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'code' in value && 'name' in value;
}

function codeOf(values: ItemFormValues, digits: number): string | null {
  return values.category.find(({ code }) => code.length === digits)?.code ?? null;
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}

/** null = nothing typed; undefined = no whole number within the limits */
function readWhole(text: string, min: number, max: number): number | null | undefined {
  const typed = text.normalize('NFKC').replace(/[,\s]/gu, '');
  if (typed === '') return null;
  const value = /^\d{1,10}$/.test(typed) ? Number(typed) : -1;
  return value >= min && value <= max ? value : undefined;
}
