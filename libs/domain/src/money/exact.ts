/** The greatest single amount, one thousand billion won: sums of nine thousand such amounts are still exact. */
export const MAX_AMOUNT_KRW = 1_000_000_000_000;

export const ROUNDINGS = ['half_up', 'truncate'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/**
 * Integer division with rounding. Symmetric about zero: half_up goes away from zero on a half, truncate goes
 * towards zero, so a refund shows the mirror image of its purchase. `divisor` must be positive.
 */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const size = dividend < 0n ? -dividend : dividend;
  const quotient = rounding === 'half_up' ? (2n * size + divisor) / (2n * divisor) : size / divisor;
  return dividend < 0n ? -quotient : quotient;
}

/** Writes an integer that stands for value × 10^decimals: (12567, 1) → "1256.7", (-5, 1) → "-0.5", (0, 2) → "0.00". */
export function formatScaled(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return scaled < 0n ? `-${text}` : text;
}
