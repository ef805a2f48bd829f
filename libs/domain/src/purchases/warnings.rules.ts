import { addDays, daysBetween, yearOf, type Day } from '../calendar/day';
import type { RefusalDetails } from '../refusal';
import { isClosedOn } from '../suppliers/closing.rules';
import { comparisonKey } from '../text/hangul';
import type { RecognitionReason } from './recognition.rules';

/** What is worth a second look. A warning never blocks; only a probable duplicate must be confirmed. */
export const PURCHASE_WARNINGS = [
  'split_purchase',
  'probable_duplicate',
  'certificate_missing',
  'certificate_expired',
  'closed_business',
  'vat_mismatch',
  'outside_fiscal_year',
] as const;
export type PurchaseWarningCode = (typeof PURCHASE_WARNINGS)[number];

export interface PurchaseWarning {
  readonly code: PurchaseWarningCode;
  readonly details: RefusalDetails;
}

/** A purchase of the same department and supplier. */
export interface NearbyPurchase {
  readonly item: string;
  readonly day: Day;
  readonly amountKrw: number;
}

export interface WarningFacts {
  readonly item: string;
  readonly day: Day;
  readonly amountKrw: number;
  readonly supplyValueKrw: number | null;
  readonly fiscalYear: number;
  /** from recognise() */
  readonly reasons: readonly RecognitionReason[];
  /** first day out of business; null = in business or not known */
  readonly closedOn: Day | null;
  readonly probableDuplicates: number;
  /** other purchases of the same department and supplier, at least those 30 days around `day` */
  readonly nearby: readonly NearbyPurchase[];
  readonly splitThresholdKrw: number | null;
}

/** Purchases so many days apart or less may be one purchase that was split. */
export const SPLIT_WINDOW_DAYS = 30;

export function purchaseWarnings(facts: WarningFacts): readonly PurchaseWarning[] {
  const warnings: PurchaseWarning[] = [];
  const warn = (code: PurchaseWarningCode, details: RefusalDetails = {}) => warnings.push({ code, details });
  const split = splitPurchase(facts);
  if (split !== null) warn('split_purchase', { ...split });
  if (facts.probableDuplicates > 0) warn('probable_duplicate', { count: facts.probableDuplicates });
  const certificate = certificateWarning(facts.reasons);
  if (certificate !== null) warn(certificate);
  if (isClosedOn(facts.closedOn, facts.day)) warn('closed_business', { closedOn: facts.closedOn });
  if (!vatFits(facts.amountKrw, facts.supplyValueKrw))
    warn('vat_mismatch', { vatKrw: facts.amountKrw - (facts.supplyValueKrw ?? 0) });
  if (yearOf(facts.day) !== facts.fiscalYear) warn('outside_fiscal_year', { fiscalYear: facts.fiscalYear });
  return warnings;
}

/**
 * Two or more purchases of one item, each at most the threshold, that lie within 30 days and exceed it together.
 * Gives the greatest such group that contains this purchase.
 */
export function splitPurchase(
  facts: Pick<WarningFacts, 'item' | 'day' | 'amountKrw' | 'nearby' | 'splitThresholdKrw'>,
): { readonly count: number; readonly sumKrw: number; readonly thresholdKrw: number } | null {
  const threshold = facts.splitThresholdKrw;
  if (threshold === null || facts.amountKrw > threshold) return null;
  const item = comparisonKey(facts.item);
  const others = facts.nearby.filter(
    (one) =>
      one.amountKrw <= threshold &&
      comparisonKey(one.item) === item &&
      Math.abs(daysBetween(one.day, facts.day)) <= SPLIT_WINDOW_DAYS,
  );
  const starts = [facts.day, ...others.map((one) => one.day)].filter((start) => start <= facts.day);
  const groups = starts.map((start) => groupFrom(start, facts.amountKrw, others));
  const [greatest] = groups.sort((a, b) => b.sumKrw - a.sumKrw);
  return greatest !== undefined && greatest.count > 1 && greatest.sumKrw > threshold
    ? { ...greatest, thresholdKrw: threshold }
    : null;
}

/** VAT is a tenth of the supply value (± 10 won for rounding), or nothing for what is free of tax. */
export function vatFits(amountKrw: number, supplyValueKrw: number | null): boolean {
  if (supplyValueKrw === null || supplyValueKrw === amountKrw) return true;
  return Math.abs((amountKrw - supplyValueKrw) * 10 - supplyValueKrw) <= 100;
}

function groupFrom(start: Day, ownKrw: number, others: readonly NearbyPurchase[]) {
  const end = addDays(start, SPLIT_WINDOW_DAYS);
  const inside = others.filter((one) => start <= one.day && one.day <= end);
  return { count: inside.length + 1, sumKrw: inside.reduce((sum, one) => sum + one.amountKrw, ownKrw) };
}

function certificateWarning(reasons: readonly RecognitionReason[]): PurchaseWarningCode | null {
  if (reasons.includes('certificate_expired') || reasons.includes('certificate_revoked'))
    return 'certificate_expired';
  return reasons.some((reason) => reason.startsWith('certificate_')) ? 'certificate_missing' : null;
}
