import {
  parseBusinessNumber,
  purchaseInputRefusal,
  yearOf,
  type Channel,
  type Day,
  type ProcurementMethod,
  type PurchaseInput,
  type PurchaseKind,
} from '@ieum/domain';
import type { Purchase, PurchaseFields } from './api';

export interface AttachedFile {
  readonly id: string;
  readonly name: string;
}

/** What somebody typed. Amounts in won; plain data, so that it can be kept as a draft. */
export interface PurchaseFormValues {
  readonly departmentId: string;
  readonly supplierId: string | null;
  readonly supplierName: string;
  readonly businessNumber: string;
  readonly item: string;
  readonly kind: PurchaseKind | '';
  readonly channel: Channel | '';
  readonly method: ProcurementMethod | '';
  readonly contractNumber: string;
  readonly contractDate: Day | null;
  readonly paymentDate: Day | null;
  /** '' = the year of the date */
  readonly fiscalYear: string;
  readonly amountKrw: number | null;
  readonly supplyValueKrw: number | null;
  readonly budgetObjectCode: string;
  readonly note: string;
  readonly files: readonly AttachedFile[];
}

export type PurchaseFormField = keyof PurchaseFormValues;

export function emptyPurchase(departmentId: string): PurchaseFormValues {
  return {
    departmentId,
    supplierId: null,
    supplierName: '',
    businessNumber: '',
    item: '',
    kind: 'goods',
    channel: 'contract',
    method: 'direct_single_quote',
    contractNumber: '',
    contractDate: null,
    paymentDate: null,
    fiscalYear: '',
    amountKrw: null,
    supplyValueKrw: null,
    budgetObjectCode: '',
    note: '',
    files: [],
  };
}

/** The next purchase of a pile usually shares how and when it was bought. */
export function nextPurchase(last: PurchaseFormValues): PurchaseFormValues {
  const { departmentId, kind, channel, method, contractDate, paymentDate, fiscalYear } = last;
  return {
    ...emptyPurchase(departmentId),
    kind,
    channel,
    method,
    contractDate,
    paymentDate,
    fiscalYear,
  };
}

export function valuesOf(purchase: Purchase, files: readonly AttachedFile[]): PurchaseFormValues {
  return {
    departmentId: purchase.departmentId,
    supplierId: purchase.supplierId,
    supplierName: purchase.supplierName,
    businessNumber: purchase.businessNumber ?? '',
    item: purchase.item,
    kind: purchase.kind,
    channel: purchase.channel,
    method: purchase.method ?? '',
    contractNumber: purchase.contractNumber ?? '',
    contractDate: purchase.contractDate,
    paymentDate: purchase.paymentDate,
    fiscalYear: String(purchase.fiscalYear),
    amountKrw: purchase.amountKrw,
    supplyValueKrw: purchase.supplyValueKrw,
    budgetObjectCode: purchase.budgetObjectCode ?? '',
    note: purchase.note ?? '',
    files,
  };
}

/** A draft from another release of the form must not break this one. */
export function isPurchaseDraft(value: unknown): value is PurchaseFormValues {
  if (typeof value !== 'object' || value === null) return false;
  const wanted: Readonly<Record<string, unknown>> = { ...emptyPurchase('') };
  const given: Readonly<Record<string, unknown>> = { ...value };
  const isOptional = (key: string) =>
    wanted[key] === null || key === 'kind' || key === 'channel' || key === 'method';
  return Object.keys(wanted).every(
    (key) => key in given && (isOptional(key) || typeof given[key] === typeof wanted[key]),
  );
}

/** The year that a purchase is entered for; null while neither a year nor a date is known. */
export function fiscalYearOf(
  values: Pick<PurchaseFormValues, 'fiscalYear' | 'contractDate' | 'paymentDate'>,
): number | null {
  if (values.fiscalYear !== '') return Number(values.fiscalYear);
  const day = values.contractDate ?? values.paymentDate;
  return day === null ? null : yearOf(day);
}

/** What a field that holds nothing means to the rule: never a value that could pass for one. */
export function inputOf(values: PurchaseFormValues): PurchaseInput {
  return {
    supplierName: values.supplierName,
    businessNumber: orNull(values.businessNumber),
    item: values.item,
    kind: values.kind as PurchaseKind,
    method: values.method === '' ? null : values.method,
    channel: values.channel as Channel,
    contractNumber: orNull(values.contractNumber),
    contractDate: values.contractDate,
    paymentDate: values.paymentDate,
    amountKrw: values.amountKrw ?? Number.NaN,
    supplyValueKrw: values.supplyValueKrw,
  };
}

export interface FieldFault {
  readonly field: keyof PurchaseInput;
  readonly rule: string;
}

const FAULTLESS: PurchaseInput = {
  supplierName: 'x',
  businessNumber: null,
  item: 'x',
  kind: 'goods',
  method: null,
  channel: 'contract',
  contractNumber: null,
  contractDate: '2016-01-01',
  paymentDate: null,
  amountKrw: 1,
  supplyValueKrw: null,
};

/** Every fault that the rule of entry sees, not only the first: each found one is put right and the rule asked again. */
export function faultsOf(values: PurchaseFormValues): readonly FieldFault[] {
  let input = inputOf(values);
  const faults: FieldFault[] = [];
  for (;;) {
    const refused = purchaseInputRefusal(input);
    const field = FIELDS.find((one) => one === refused?.details?.field);
    if (refused === null || field === undefined || faults.some((fault) => fault.field === field))
      return faults;
    faults.push({ field, rule: String(refused.details?.rule ?? '') });
    input = { ...input, [field]: FAULTLESS[field] };
  }
}

const FIELDS = Object.keys(FAULTLESS) as (keyof PurchaseInput)[];

/** The request's fields. Call it only for values without faults. */
export function bodyOf(values: PurchaseFormValues): PurchaseFields | null {
  const { kind, channel, method, amountKrw } = values;
  if (kind === '' || channel === '' || amountKrw === null) return null;
  const number = orNull(values.businessNumber);
  const digits = number === null ? null : parseBusinessNumber(number);
  const supplier =
    values.supplierId === null
      ? {
          supplierId: null,
          supplierName: values.supplierName.trim().normalize('NFC'),
          businessNumber: typeof digits === 'string' ? digits : null,
        }
      : { supplierId: values.supplierId };
  return {
    ...supplier,
    item: values.item.trim().normalize('NFC'),
    kind,
    channel,
    method: method === '' ? null : method,
    contractNumber: orNull(values.contractNumber),
    contractDate: values.contractDate,
    paymentDate: values.paymentDate,
    amountKrw,
    supplyValueKrw: values.supplyValueKrw,
    budgetObjectCode: orNull(values.budgetObjectCode),
    note: orNull(values.note),
    fileIds: values.files.map((file) => file.id),
  };
}

/** A help only: most purchases carry 10 % VAT, but part of what is bought may be free of it. Won. */
export function supplyValueHelp(amountKrw: number): number {
  return Math.round((amountKrw * 10) / 11);
}

function orNull(text: string): string | null {
  const trimmed = text.trim().normalize('NFC');
  return trimmed === '' ? null : trimmed;
}
