/**
 * Where each of Seoul's 25 districts stands on a grid of 7 × 7 tiles, [row, column] from 1, north up.
 * By the administrative code (the first five digits of the legal-dong code), not the look-alike of the statistics office.
 */
export const SEOUL_TILES: Readonly<Record<string, readonly [row: number, column: number]>> = {
  '11320': [1, 5],
  '11350': [1, 6],
  '11380': [2, 3],
  '11305': [2, 5],
  '11410': [3, 3],
  '11110': [3, 4],
  '11290': [3, 5],
  '11230': [3, 6],
  '11260': [3, 7],
  '11440': [4, 3],
  '11140': [4, 4],
  '11200': [4, 5],
  '11215': [4, 6],
  '11500': [5, 1],
  '11470': [5, 2],
  '11560': [5, 3],
  '11170': [5, 4],
  '11740': [5, 7],
  '11530': [6, 2],
  '11590': [6, 4],
  '11650': [6, 5],
  '11680': [6, 6],
  '11710': [6, 7],
  '11545': [7, 3],
  '11620': [7, 4],
};

export const RATE_LEVELS = ['none', 'low', 'middle', 'high', 'over'] as const;
export type RateLevel = (typeof RATE_LEVELS)[number];

/** Which shade a rate gets; null = no target. */
export function rateLevel(percent: number | null): RateLevel {
  if (percent === null) return 'none';
  if (percent < 50) return 'low';
  if (percent < 80) return 'middle';
  return percent < 100 ? 'high' : 'over';
}
