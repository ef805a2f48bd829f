import type { TileLevel } from '../../components/district-tiles';

export interface CountBound {
  readonly level: TileLevel;
  readonly from: number;
  /** null = and more */
  readonly to: number | null;
}

const LEVELS = ['low', 'middle', 'high'] as const;

/** Three shades of about equal width from one supplier up to the most that a district has; fewer for small counts. */
export function countBounds(most: number): readonly CountBound[] {
  if (most < 1) return [];
  const width = Math.ceil(most / LEVELS.length);
  return LEVELS.map((level, index) => ({ level, from: index * width + 1, to: (index + 1) * width }))
    .filter(({ from }) => from <= most)
    .map((bound, index, all) => (index === all.length - 1 && index > 0 ? { ...bound, to: null } : bound));
}

export function countLevel(count: number, bounds: readonly CountBound[]): TileLevel {
  return bounds.find(({ from, to }) => count >= from && (to === null || count <= to))?.level ?? 'none';
}
