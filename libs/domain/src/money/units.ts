import { refusal, type Refusal } from '../refusal';
import { divideRounded, formatScaled } from './exact';

export const MONEY_UNITS = ['won', 'thousand_won', 'million_won', 'hundred_million_won'] as const;
export type MoneyUnit = (typeof MONEY_UNITS)[number];

/** How many won one unit is: 원, 천원, 백만원, 억원. */
export const UNIT_KRW: Readonly<Record<MoneyUnit, number>> = {
  won: 1,
  thousand_won: 1_000,
  million_won: 1_000_000,
  hundred_million_won: 100_000_000,
};

const SUFFIX_KRW: readonly (readonly [string, number])[] = [
  ['억원', 100_000_000],
  ['백만원', 1_000_000],
  ['만원', 10_000],
  ['천원', 1_000],
  ['원', 1],
  ['억', 100_000_000],
  ['만', 10_000],
];
const NUMBER = /^([-−△▲]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,8}))?$/;

/** Won shown in a unit with thousands separators, half-up: (160000, 'thousand_won') → "160". No unit word. */
export function formatKrw(amountKrw: number, unit: MoneyUnit = 'won', decimals = 0): string {
  if (!Number.isSafeInteger(amountKrw)) throw new RangeError(`not an amount in won: ${amountKrw}`);
  const scaled = divideRounded(
    BigInt(amountKrw) * 10n ** BigInt(decimals),
    BigInt(UNIT_KRW[unit]),
    'half_up',
  );
  return formatScaled(scaled, decimals).replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/**
 * Reads what a person typed as won. Accepts separators, full-width digits, a sign (−, △), and a unit word that
 * overrides `unit` ("1,200,000천원", "1.5억원"). Refuses junk, wrong grouping, fractions of a won and what is too
 * large: INVALID_INPUT {rule: 'money' | 'money_fraction' | 'money_range'}.
 */
export function parseKrw(text: string, unit: MoneyUnit = 'won'): number | Refusal {
  const compact = text.normalize('NFKC').replace(/[\s₩]/g, '');
  const suffix = SUFFIX_KRW.find(([word]) => compact.endsWith(word));
  const factor = BigInt(suffix?.[1] ?? UNIT_KRW[unit]);
  const match = NUMBER.exec(suffix === undefined ? compact : compact.slice(0, -suffix[0].length));
  if (match === null) return refusal('INVALID_INPUT', { rule: 'money' });
  const fraction = match[3] ?? '';
  const scaled = BigInt((match[2] ?? '').replaceAll(',', '') + fraction) * factor;
  const scale = 10n ** BigInt(fraction.length);
  if (scaled % scale !== 0n) return refusal('INVALID_INPUT', { rule: 'money_fraction' });
  const won = Number(scaled / scale);
  if (!Number.isSafeInteger(won)) return refusal('INVALID_INPUT', { rule: 'money_range' });
  return match[1] !== '' && won !== 0 ? -won : won;
}
