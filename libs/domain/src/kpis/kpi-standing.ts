import { averageRate, rateOf, type AverageRate, type Rate, type RatePolicy } from '../money/rate';
import type { KpiFacts } from './kpi.rules';
import { KPI_RATE_POLICY } from './vocabulary';

/** Where a row stands. Null: there is nothing to show (–), which is not zero. */
export interface KpiStanding {
  /** counted from rows; null: the row is typed in, or its source counts nothing yet */
  readonly computed: number | null;
  /** ours: what was counted, or typed in */
  readonly actual: number | null;
  readonly rate: Rate | null;
  readonly officialRate: Rate | null;
  /** official − actual; null unless both are there */
  readonly difference: number | null;
}

type Measured = Pick<
  KpiFacts,
  'basis' | 'source' | 'target' | 'enteredActual' | 'official' | 'rounding' | 'decimals'
>;

/** @param counted what the row's source gives for its year; null = no such source */
export function kpiStanding(kpi: Measured, counted: number | null): KpiStanding {
  const computed = kpi.source === 'entered' ? null : counted;
  const actual = kpi.basis === 'quality' ? null : kpi.source === 'entered' ? kpi.enteredActual : computed;
  const policy = kpiRatePolicy(kpi);
  return {
    computed,
    actual,
    rate: rateWithBoth(actual, kpi.target, policy),
    officialRate: rateWithBoth(kpi.official, kpi.target, policy),
    difference: actual === null || kpi.official === null ? null : kpi.official - actual,
  };
}

/** As the row rounds, and as the board where the row says nothing. */
export function kpiRatePolicy({ rounding, decimals }: Pick<KpiFacts, 'rounding' | 'decimals'>): RatePolicy {
  return {
    ...KPI_RATE_POLICY,
    rounding: rounding ?? KPI_RATE_POLICY.rounding,
    decimals: decimals ?? KPI_RATE_POLICY.decimals,
  };
}

export interface KpiAverages {
  readonly average: AverageRate;
  readonly officialAverage: AverageRate;
  /** rows that the averages could have been over */
  readonly rowCount: number;
}

/** The unweighted mean over those rows that have a rate, ours and the stated one beside it. */
export function kpiAverages(standings: readonly KpiStanding[]): KpiAverages {
  const meanOf = (rates: readonly (Rate | null)[]) =>
    averageRate(
      rates.filter((rate) => rate !== null),
      { ...KPI_RATE_POLICY, decimals: 1 },
    );
  return {
    average: meanOf(standings.map(({ rate }) => rate)),
    officialAverage: meanOf(standings.map(({ officialRate }) => officialRate)),
    rowCount: standings.length,
  };
}

/** Without a target, or without anything to compare with it, there is no rate: never 0 %. */
function rateWithBoth(reached: number | null, target: number | null, policy: RatePolicy): Rate | null {
  return reached === null || target === null || target <= 0 ? null : rateOf(reached, target, policy);
}

export interface KpiChange {
  readonly change: number | null;
  /** to 4 decimals; null: nothing to compare with, or from nothing at all */
  readonly changePercent: number | null;
}

/** From one year to the next one that is compared. Unless both are known there is no change. */
export function kpiChange(before: number | null, now: number | null): KpiChange {
  if (before === null || now === null) return { change: null, changePercent: null };
  const change = now - before;
  return { change, changePercent: rateOf(change, before, KPI_RATE_POLICY).percent };
}
