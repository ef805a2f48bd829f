/**
 * The step of a price: its length in binary digits and the first three of them, so that steps grow with the price (each
 * is at most a quarter of it). The database makes the same when it writes the tokens of a supplier.
 * @param priceKrw a whole number from 1
 */
export function priceStepOf(priceKrw: number): string {
  const digits = priceKrw.toString(2);
  return `${digits.length}:${digits.slice(0, LEAD)}`;
}

const LEAD = 3;
/** Prices are safe integers. */
const MAX_DIGITS = 53;

/** Every step that may hold a price between two, both included; what lies in a step at either end is still to be looked at. */
export function priceStepsBetween(fromKrw: number, toKrw: number): string[] {
  const steps: string[] = [];
  for (let length = 1; length <= MAX_DIGITS; length++) {
    const rest = Math.max(0, length - LEAD);
    const leads = 2 ** Math.min(length - 1, LEAD - 1);
    for (let lead = leads; lead < 2 * leads; lead++) {
      const [lowest, highest] = [lead * 2 ** rest, (lead + 1) * 2 ** rest - 1];
      if (highest >= fromKrw && lowest <= toKrw) steps.push(`${length}:${lead.toString(2)}`);
    }
  }
  return steps;
}

/** A range of prices that the search counts, both ends included. */
export interface PriceBand {
  readonly fromKrw: number;
  /** null = and more */
  readonly toKrw: number | null;
}

const BAND_STARTS = [0, 10_000, 50_000, 100_000, 500_000, 1_000_000, 10_000_000] as const;

/** Every price lies in exactly one of them; the start names it. */
export const PRICE_BANDS: readonly PriceBand[] = BAND_STARTS.map((fromKrw, at) => {
  const next = BAND_STARTS[at + 1];
  return { fromKrw, toKrw: next === undefined ? null : next - 1 };
});
