import type { PriceBasis } from './vocabulary';

/** What is known of the price. Won; null = not known. */
export interface PriceFacts {
  readonly amountKrw: number | null;
  readonly amountIncludesVat: boolean;
  /** without VAT, as written in the contract */
  readonly supplyValueKrw: number | null;
}

export interface EstimatedPrice {
  /** 추정가격 without VAT; null when no price is known */
  readonly krw: number | null;
  readonly basis: PriceBasis;
}

/**
 * The estimated price without VAT that thresholds are compared with. The ledger never derives a supply value from an
 * amount; a hint may, and says so. A fraction of a won is rounded up, so that a guess never slips under a limit.
 */
export function estimatedPriceOf({
  amountKrw,
  amountIncludesVat,
  supplyValueKrw,
}: PriceFacts): EstimatedPrice {
  if (supplyValueKrw !== null) return { krw: supplyValueKrw, basis: 'supply_value' };
  if (amountKrw === null) return { krw: null, basis: 'missing' };
  if (!amountIncludesVat) return { krw: amountKrw, basis: 'amount_without_vat' };
  return { krw: Number((BigInt(amountKrw) * 10n + 10n) / 11n), basis: 'estimated_from_amount' };
}
