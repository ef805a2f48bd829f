import { divideRounded, formatScaled, type Rounding } from './exact';

/** How a rate is shown. `capPercent` limits the display only; `percent` is never capped. */
export interface RatePolicy {
  readonly rounding: Rounding;
  /** digits after the point in `display`, 0..4 */
  readonly decimals: number;
  readonly capPercent: number | null;
}

/** The rate object of the API. Both `percent` and `display` are null when there is no denominator (목표 없음). */
export interface Rate {
  readonly numeratorKrw: number;
  readonly denominatorKrw: number | null;
  /** exact to 4 decimals, rounded half-up */
  readonly percent: number | null;
  /** as the policy rounds it, without a percent sign */
  readonly display: string | null;
  readonly policy: RatePolicy;
}

const PERCENT_DECIMALS = 4;

/**
 * numerator ÷ denominator in percent, computed on integers. A denominator of null, 0 or less is "no target".
 * Negative numerators (refunds above purchases) round symmetrically: −0.5 → −1 half-up, −0.9 → 0 truncated.
 * Throws RangeError when an amount is not a safe integer.
 */
export function rateOf(numeratorKrw: number, denominatorKrw: number | null, policy: RatePolicy): Rate {
  assertWon(numeratorKrw);
  if (denominatorKrw !== null) assertWon(denominatorKrw);
  if (denominatorKrw === null || denominatorKrw <= 0) {
    return { numeratorKrw, denominatorKrw, percent: null, display: null, policy };
  }
  const [top, bottom] = [BigInt(numeratorKrw) * 100n, BigInt(denominatorKrw)];
  return { numeratorKrw, denominatorKrw, ...percentAndDisplay(top, bottom, policy), policy };
}

/** Exact order by cross multiplication: negative, 0 or positive. A rate without target is below every other. */
export function compareRates(a: Rate, b: Rate): number {
  if (!hasRate(a) || !hasRate(b)) return Number(hasRate(a)) - Number(hasRate(b));
  const left = BigInt(a.numeratorKrw) * BigInt(b.denominatorKrw ?? 1);
  const right = BigInt(b.numeratorKrw) * BigInt(a.denominatorKrw ?? 1);
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * Several subjects as one: the sums over those that have a target. Whoever has none is in no rate, neither above nor
 * below the line. No target at all gives no rate.
 */
export function combinedRate(
  rates: readonly Pick<Rate, 'numeratorKrw' | 'denominatorKrw' | 'percent'>[],
  policy: RatePolicy,
): Rate {
  const rated = rates.filter(hasRate);
  const numeratorKrw = rated.reduce((sum, rate) => sum + rate.numeratorKrw, 0);
  const denominatorKrw = rated.reduce((sum, rate) => sum + (rate.denominatorKrw ?? 0), 0);
  return rateOf(numeratorKrw, rated.length === 0 ? null : denominatorKrw, policy);
}

export interface AverageRate {
  readonly percent: number | null;
  readonly display: string | null;
  /** how many rates had a target and took part */
  readonly counted: number;
}

/** Unweighted mean of the rates that exist, exact until it is rounded; rates without target take no part. */
export function averageRate(rates: readonly Rate[], policy: RatePolicy): AverageRate {
  let [top, bottom, counted] = [0n, 1n, 0];
  for (const rate of rates) {
    if (!hasRate(rate)) continue;
    const denominator = BigInt(rate.denominatorKrw ?? 1);
    top = top * denominator + BigInt(rate.numeratorKrw) * bottom;
    bottom *= denominator;
    const divisor = greatestCommonDivisor(top, bottom);
    [top, bottom, counted] = [top / divisor, bottom / divisor, counted + 1];
  }
  if (counted === 0) return { percent: null, display: null, counted };
  return { ...percentAndDisplay(top * 100n, bottom * BigInt(counted), policy), counted };
}

/** False for "목표 없음". */
export function hasRate(rate: Pick<Rate, 'percent'>): boolean {
  return rate.percent !== null;
}

function percentAndDisplay(
  top: bigint,
  bottom: bigint,
  policy: RatePolicy,
): { percent: number; display: string } {
  const percent =
    Number(divideRounded(top * 10n ** BigInt(PERCENT_DECIMALS), bottom, 'half_up')) / 10 ** PERCENT_DECIMALS;
  const scale = 10n ** BigInt(policy.decimals);
  const shown = divideRounded(top * scale, bottom, policy.rounding);
  const cap = policy.capPercent === null ? null : BigInt(policy.capPercent) * scale;
  return { percent, display: formatScaled(cap !== null && shown > cap ? cap : shown, policy.decimals) };
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function assertWon(amount: number): void {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not an amount in won: ${amount}`);
}
