import type { TileLevel } from '../../components/district-tiles';

/** Which shade a rate gets; null = no target. */
export function rateLevel(percent: number | null): TileLevel {
  if (percent === null) return 'none';
  if (percent < 50) return 'low';
  if (percent < 80) return 'middle';
  return percent < 100 ? 'high' : 'over';
}
