import { districtWords } from './district-messages';

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

/** The codes of the 25, in the order of the official list. */
export const SEOUL_DISTRICTS: readonly string[] = Object.keys(SEOUL_TILES).sort();

/** A district by its name in the reader's language; an unknown code as it is, none as null. */
export function districtName(code: string | null, language: 'ko' | 'en'): string | null {
  if (code === null) return null;
  const names: Readonly<Record<string, string>> = districtWords[language];
  return names[`district_${code}`] ?? code;
}
