import { isRefusal, rateTargetAmount, type CountingPolicy } from '@ieum/domain';
import type { CycleTarget } from '../../lib/cycle-queries';
import type { ChangeYear } from './api';

type TargetInput = NonNullable<ChangeYear['institutionTargets']>[number];

/** One scheme as it is being entered; an empty amount or rate leaves the scheme without a target. */
export interface InstitutionTargetValues {
  readonly schemeCode: string;
  readonly basis: 'amount' | 'rate';
  readonly targetKrw: number | null;
  /** per cent with up to two decimals, as typed */
  readonly ratePercent: string;
}

export function targetValuesOf(schemeCode: string, target: CycleTarget | undefined): InstitutionTargetValues {
  const points = target?.rateBasisPoints ?? null;
  return {
    schemeCode,
    basis: target?.basis ?? 'amount',
    targetKrw: target?.targetKrw ?? null,
    ratePercent: points === null ? '' : String(points / 100),
  };
}

/** 1/100 per cent, or null when it is no rate between 0 and 100 with at most two decimals. */
export function basisPointsOf(ratePercent: string): number | null {
  const text = ratePercent.normalize('NFKC').replace(/[\s%]/g, '');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text)) return null;
  const points = Math.round(Number(text) * 100);
  return points <= 10_000 ? points : null;
}

/** The targets as the API takes them; what was left empty is left out. */
export function targetInputsOf(values: readonly InstitutionTargetValues[]): TargetInput[] {
  return values.flatMap(({ schemeCode, basis, targetKrw, ratePercent }): TargetInput[] => {
    if (basis === 'amount') return targetKrw === null ? [] : [{ schemeCode, basis, targetKrw }];
    const rateBasisPoints = basisPointsOf(ratePercent);
    return rateBasisPoints === null ? [] : [{ schemeCode, basis, rateBasisPoints }];
  });
}

export interface DenominatorFacts extends Pick<CountingPolicy, 'denominator' | 'denominatorExclusionKrw'> {
  readonly denominatorKrw: number | null;
}

/** What a rate comes to in won, by the same rule as the server; null while there is nothing to multiply. */
export function rateAmount(ratePercent: string, facts: DenominatorFacts): number | null {
  const points = basisPointsOf(ratePercent);
  if (points === null) return null;
  const amount = rateTargetAmount(points, facts, facts.denominatorKrw);
  return isRefusal(amount) ? null : amount;
}
