import { nearWords, readSearchQuestion, type SearchWord } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { WordChoice } from './search-conditions';
import { whichFindAnything, wordsNear } from './near-words.queries';

export interface NearMatch {
  readonly typed: string;
  readonly meant: string;
}

export interface NearQuestion {
  readonly words: readonly WordChoice[];
  readonly nearMatches: readonly NearMatch[];
}

/** So many readings of one word are searched for. */
const MAX_READINGS = 3;

/**
 * The question with every word that finds nothing by itself replaced by what it may have meant.
 * @returns null when no word has another reading: nothing then means nothing
 */
export async function nearQuestion(tx: Tx, words: readonly WordChoice[]): Promise<NearQuestion | null> {
  const found = await whichFindAnything(tx, words);
  const nearMatches: NearMatch[] = [];
  const read: WordChoice[] = [];
  for (const [at, choice] of words.entries()) {
    const typed = choice[0]?.typed ?? '';
    const readings = found[at] === true ? [] : nearWords(typed, await wordsNear(tx, typed), MAX_READINGS);
    const meant = readings.flatMap((reading) => readSearchQuestion(reading));
    if (found[at] !== true && meant.length === 0) return null;
    read.push(meant.length === 0 ? choice : meant);
    nearMatches.push(...readings.map((reading) => ({ typed, meant: reading })));
  }
  return nearMatches.length === 0 ? null : { words: read, nearMatches };
}

/** Says of a found supplier which of its reasons rest on another reading. */
export function nearReasons(
  nearMatches: readonly NearMatch[],
  words: readonly SearchWord[],
): { field: string; text: string }[] {
  const read = new Set(words.map((word) => word.typed));
  return nearMatches
    .filter(({ meant }) => read.has(meant))
    .map(({ typed, meant }) => ({ field: 'near', text: `${typed} → ${meant}` }));
}
