import {
  isRefusal,
  newRequestRefusal,
  requestAnswerRefusal,
  type Day,
  type RequestAnswer as AnswerFacts,
} from '@ieum/domain';
import type { NewSupplierRequest, RequestAnswer } from './api';

/** What the form of a new request holds; '' = nothing typed or chosen. */
export interface RequestValues {
  readonly departmentId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly catalogueItemId: string;
  readonly title: string;
  readonly message: string;
  readonly quantity: string;
  readonly neededOn: Day | null;
}

export function emptyRequest(departmentId: string | null): RequestValues {
  return {
    departmentId: departmentId ?? '',
    supplierId: '',
    supplierName: '',
    catalogueItemId: '',
    title: '',
    message: '',
    quantity: '',
    neededOn: null,
  };
}

export function isRequestValues(value: unknown): value is RequestValues {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Record<string, unknown>;
  const texts = [
    'departmentId',
    'supplierId',
    'supplierName',
    'catalogueItemId',
    'title',
    'message',
    'quantity',
  ];
  return (
    texts.every((name) => typeof record[name] === 'string') &&
    (record['neededOn'] === null || typeof record['neededOn'] === 'string')
  );
}

/** Whole pieces; null = none typed, undefined = nothing readable. */
export function quantityOf(text: string): number | null | undefined {
  const digits = text.normalize('NFKC').replace(/[,\s]/gu, '');
  if (digits === '') return null;
  const quantity = /^\d{1,10}$/.test(digits) ? Number(digits) : 0;
  return quantity >= 1 && quantity <= 1_000_000_000 ? quantity : undefined;
}

export function requestOf(values: RequestValues): NewSupplierRequest {
  return {
    departmentId: values.departmentId,
    supplierId: values.supplierId,
    catalogueItemId: values.catalogueItemId === '' ? null : values.catalogueItemId,
    title: values.title.trim().normalize('NFC'),
    message: values.message.trim().normalize('NFC'),
    quantity: quantityOf(values.quantity) ?? null,
    neededOn: values.neededOn,
  };
}

/** What the rule that the server calls says of the day and of the enterprise; null = nothing against it. */
export function wrongRequestField(neededOn: Day | null, closedOn: Day | null, today: Day): string | null {
  const supplier = { isMerged: false, closedOn };
  const field = newRequestRefusal({ today, neededOn, supplier, item: null })?.details?.['field'];
  return typeof field === 'string' ? field : null;
}

/** What the form of an answer holds. */
export interface AnswerValues {
  readonly answer: string;
  readonly quotedAmountKrw: number | null;
  /** 'with' | 'without' | '' while nothing is chosen */
  readonly vat: string;
}

export const EMPTY_ANSWER: AnswerValues = { answer: '', quotedAmountKrw: null, vat: '' };

export function isAnswerValues(value: unknown): value is AnswerValues {
  if (typeof value !== 'object' || value === null) return false;
  const { answer, quotedAmountKrw, vat } = value as Record<string, unknown>;
  const isAmount = quotedAmountKrw === null || typeof quotedAmountKrw === 'number';
  return typeof answer === 'string' && isAmount && typeof vat === 'string';
}

function answerFacts({ answer, quotedAmountKrw, vat }: AnswerValues): AnswerFacts {
  const includesVat = vat === 'with' ? true : vat === 'without' ? false : null;
  return {
    answer: answer.trim().normalize('NFC'),
    quotedAmountKrw,
    quotedIncludesVat: quotedAmountKrw === null ? null : includesVat,
  };
}

export function answerOf(values: AnswerValues): RequestAnswer {
  return { ...answerFacts(values) };
}

/** Does the amount still lack the word about VAT? By the rule that the server calls too. */
export function lacksVat(values: AnswerValues): boolean {
  return isRefusal(requestAnswerRefusal(answerFacts(values)));
}

/** Who asks, as the enterprise reads it: the institution, and the department when it is one. */
export function askerOf(asked: {
  readonly institutionName: string;
  readonly departmentName: string | null;
}): string {
  return [asked.institutionName, asked.departmentName].filter((name) => name !== null).join(' ');
}
