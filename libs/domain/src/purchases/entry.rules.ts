import { isDay, isWithin, type Day } from '../calendar/day';
import { MAX_AMOUNT_KRW } from '../money/exact';
import type { RecognitionDateBasis } from '../purchase-targets/policy';
import { isRefusal, refusal, type Refusal } from '../refusal';
import { parseBusinessNumber } from '../text/business-number';
import { normaliseCompanyName } from '../text/company-name';
import { comparisonKey } from '../text/hangul';
import { textHazard } from '../text/text-hazards';
import { periodRefusal, placingDay, type PeriodState } from './period.rules';
import { editRefusal, type PurchaseStanding } from './transition.rules';
import {
  CHANNELS,
  PROCUREMENT_METHODS,
  PURCHASE_KINDS,
  type Channel,
  type ProcurementMethod,
  type PurchaseKind,
} from './vocabulary';

export interface PurchaseInput {
  readonly supplierName: string;
  readonly businessNumber: string | null;
  readonly item: string;
  readonly kind: PurchaseKind;
  readonly method: ProcurementMethod | null;
  readonly channel: Channel;
  readonly contractNumber: string | null;
  readonly contractDate: Day | null;
  readonly paymentDate: Day | null;
  readonly amountKrw: number;
  readonly supplyValueKrw: number | null;
}

export interface EntryFacts {
  readonly recognitionDate: RecognitionDateBasis;
  /** of the quarter in which the purchase lies (periodOf(placingDay)) */
  readonly periodState: PeriodState;
  readonly departmentValidFrom: Day | null;
  readonly departmentValidTo: Day | null;
  /** another purchase of this department and year has the contract number */
  readonly contractNumberTaken: boolean;
  /** how many purchases share supplier, date, amount and item */
  readonly probableDuplicates: number;
  readonly duplicateConfirmed: boolean;
}

export const PURCHASE_TEXT_LIMITS = { supplierName: 100, item: 200, contractNumber: 60 } as const;

/**
 * May this purchase be entered (or saved after an edit, see editRefusal)? PURCHASE_INVALID {field, rule},
 * PERIOD_CLOSED, PERIOD_SUBMITTED, DEPARTMENT_NOT_VALID, DUPLICATE_CONTRACT_NUMBER, and
 * PURCHASE_PROBABLE_DUPLICATE {count} until it is confirmed. A date outside the year only warns.
 */
export function purchaseRefusal(input: PurchaseInput, facts: EntryFacts): Refusal | null {
  const malformed = purchaseInputRefusal(input);
  if (malformed !== null) return malformed;
  const shut = periodRefusal(facts.periodState);
  if (shut !== null) return shut;
  const day = placingDay(input, facts.recognitionDate);
  if (day !== null && !isWithin(day, facts.departmentValidFrom, facts.departmentValidTo)) {
    return refusal('DEPARTMENT_NOT_VALID', { day });
  }
  if (input.contractNumber !== null && facts.contractNumberTaken) {
    return refusal('DUPLICATE_CONTRACT_NUMBER', { contractNumber: input.contractNumber });
  }
  if (facts.probableDuplicates > 0 && !facts.duplicateConfirmed) {
    return refusal('PURCHASE_PROBABLE_DUPLICATE', { count: facts.probableDuplicates });
  }
  return null;
}

/**
 * May an edit be saved like this? The codes of editRefusal, then those of purchaseRefusal. Whatever may still be edited
 * may stay in its quarter, also the answer to a returned purchase in a quarter that was handed in; moved into another
 * quarter, it finds that one as it is (`facts.periodState`).
 */
export function purchaseEditRefusal(
  input: PurchaseInput,
  facts: EntryFacts,
  standing: PurchaseStanding & { readonly staysInQuarter: boolean },
): Refusal | null {
  const refused = editRefusal(standing);
  if (refused !== null) return refused;
  return purchaseRefusal(input, standing.staysInQuarter ? { ...facts, periodState: 'open' } : facts);
}

/** The part of the rule that needs nothing but the form: PURCHASE_INVALID {field, rule}. */
export function purchaseInputRefusal(input: PurchaseInput): Refusal | null {
  return textRefusal(input) ?? codeRefusal(input) ?? dateRefusal(input) ?? amountRefusal(input);
}

/** Contract numbers compare without spaces, case and full-width forms. */
export function contractNumberKey(contractNumber: string): string {
  return comparisonKey(contractNumber).toUpperCase();
}

/** Equal keys = the same supplier: its business number, or its normalised name while the number is not known. */
export function supplierKey(input: Pick<PurchaseInput, 'supplierName' | 'businessNumber'>): string {
  return input.businessNumber ?? normaliseCompanyName(input.supplierName);
}

/** Equal keys = probably the same purchase: same supplier, date, amount and item. */
export function duplicateKey(
  input: Pick<
    PurchaseInput,
    'supplierName' | 'businessNumber' | 'item' | 'amountKrw' | 'contractDate' | 'paymentDate'
  >,
): string {
  const day = input.contractDate ?? input.paymentDate ?? '';
  return [supplierKey(input), day, input.amountKrw, comparisonKey(input.item)].join('|');
}

function textRefusal(input: PurchaseInput): Refusal | null {
  for (const field of ['supplierName', 'item', 'contractNumber'] as const) {
    const text = input[field];
    if (text === null) continue;
    if (text.trim() === '') return invalid(field, 'required');
    if (text.length > PURCHASE_TEXT_LIMITS[field]) return invalid(field, 'too_long');
    const hazard = textHazard(text);
    if (hazard !== null) return invalid(field, hazard);
  }
  const number = input.businessNumber;
  return number !== null && isRefusal(parseBusinessNumber(number))
    ? invalid('businessNumber', 'business_number')
    : null;
}

function codeRefusal(input: PurchaseInput): Refusal | null {
  if (!PURCHASE_KINDS.includes(input.kind)) return invalid('kind', 'unknown');
  if (input.method !== null && !PROCUREMENT_METHODS.includes(input.method))
    return invalid('method', 'unknown');
  return CHANNELS.includes(input.channel) ? null : invalid('channel', 'unknown');
}

function dateRefusal(input: PurchaseInput): Refusal | null {
  const { contractDate, paymentDate } = input;
  if (contractDate !== null && !isDay(contractDate)) return invalid('contractDate', 'day');
  if (paymentDate !== null && !isDay(paymentDate)) return invalid('paymentDate', 'day');
  return contractDate === null && paymentDate === null ? invalid('contractDate', 'required') : null;
}

function amountRefusal(input: PurchaseInput): Refusal | null {
  if (!isAmount(input.amountKrw)) return invalid('amountKrw', 'amount');
  const supply = input.supplyValueKrw;
  return supply !== null && !isAmount(supply) ? invalid('supplyValueKrw', 'amount') : null;
}

function isAmount(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0 && amount <= MAX_AMOUNT_KRW;
}

function invalid(field: keyof PurchaseInput, rule: string): Refusal {
  return refusal('PURCHASE_INVALID', { field, rule });
}
