/** Basis points as a percentage with as many decimals as it has: 2990 → "29.9". */
export function showBasisPoints(basisPoints: number): string {
  return String(basisPoints / 100);
}

/** Percent as basis points, without a float: "30.5 %" → 3050; null = none, undefined = not readable. */
export function readBasisPoints(text: string): number | null | undefined {
  const typed = text.normalize('NFKC').replace(/[\s%]/gu, '');
  if (typed === '') return null;
  const [, whole, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(typed) ?? [];
  return whole === undefined ? undefined : Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
}
