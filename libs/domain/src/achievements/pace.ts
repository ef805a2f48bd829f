import { daysInMonth, lastDayOfQuarter, monthOf, yearOf, type Day } from '../calendar/day';
import { divideRounded } from '../money/exact';

/** linear over the reporting months, or in the shape of last year's months */
export type PaceShape =
  | { readonly kind: 'linear'; readonly firstMonth: number; readonly lastMonth: number }
  | { readonly kind: 'last_year'; readonly monthlyKrw: readonly number[] };

export const LINEAR_PACE: PaceShape = { kind: 'linear', firstMonth: 1, lastMonth: 12 };

export interface Pace {
  readonly expectedKrw: number | null;
  /** actual − expected */
  readonly aheadKrw: number | null;
  /** what the year would come to if it went on like this; null before there is anything to go by */
  readonly forecastKrw: number | null;
  /** share of the year's work that should be done, in percent with 2 decimals */
  readonly elapsedPercent: number;
}

/**
 * Where a target should stand on `today` in its fiscal year, and where the year will end. Days of the running
 * month count by their share. Won, rounded half-up. A shape without any amount falls back to linear.
 */
export function paceOf(
  facts: {
    readonly fiscalYear: number;
    readonly today: Day;
    readonly targetKrw: number | null;
    readonly actualKrw: number;
  },
  shape: PaceShape = LINEAR_PACE,
): Pace {
  const [done, whole] = progressOf(facts.fiscalYear, facts.today, weightsOf(shape));
  const target = facts.targetKrw === null || facts.targetKrw <= 0 ? null : facts.targetKrw;
  const expectedKrw = target === null ? null : Number(divideRounded(BigInt(target) * done, whole, 'half_up'));
  const forecastKrw =
    done === 0n ? null : Number(divideRounded(BigInt(facts.actualKrw) * whole, done, 'half_up'));
  return {
    expectedKrw,
    aheadKrw: expectedKrw === null ? null : facts.actualKrw - expectedKrw,
    forecastKrw,
    elapsedPercent: Number(divideRounded(done * 10_000n, whole, 'half_up')) / 100,
  };
}

export const PACE_STATUSES = ['reached', 'on_track', 'behind'] as const;
export type PaceStatus = (typeof PACE_STATUSES)[number];

/** The year's target is reached, stands where it should stand today, or is behind; null without target. */
export function paceStatusOf(
  pace: Pick<Pace, 'aheadKrw'>,
  standing: { readonly targetKrw: number | null; readonly actualKrw: number },
): PaceStatus | null {
  if (pace.aheadKrw === null || standing.targetKrw === null) return null;
  if (standing.actualKrw >= standing.targetKrw) return 'reached';
  return pace.aheadKrw >= 0 ? 'on_track' : 'behind';
}

/** Twelve weights ≥ 0, January first, not all zero. */
function weightsOf(shape: PaceShape): readonly number[] {
  if (shape.kind === 'last_year') {
    const weights = Array.from({ length: 12 }, (_, index) => Math.max(0, shape.monthlyKrw[index] ?? 0));
    return weights.some((weight) => weight > 0) ? weights : weightsOf(LINEAR_PACE);
  }
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const reporting = months.map((month) => (shape.firstMonth <= month && month <= shape.lastMonth ? 1 : 0));
  return reporting.some((weight) => weight > 0) ? reporting : months.map(() => 1);
}

/** [done, whole] as integers: months before today in full, today's month by its days (denominator 28·29·30·31). */
function progressOf(fiscalYear: number, today: Day, weights: readonly number[]): readonly [bigint, bigint] {
  const scale = 28n * 29n * 30n * 31n;
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n) * scale;
  if (yearOf(today) < fiscalYear) return [0n, whole];
  if (today >= lastDayOfQuarter(fiscalYear, 4)) return [whole, whole];
  const month = monthOf(today);
  const share = (scale * BigInt(Number(today.slice(8, 10)))) / BigInt(daysInMonth(fiscalYear, month));
  const before = weights.slice(0, month - 1).reduce((sum, weight) => sum + BigInt(weight), 0n) * scale;
  return [before + BigInt(weights[month - 1] ?? 0) * share, whole];
}
