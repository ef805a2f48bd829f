/** Basis points as a percentage with as many decimals as it has: 2990 → "29.9". */
export function showBasisPoints(basisPoints: number): string {
  return String(basisPoints / 100);
}
