import { keyStrokes, partsOf, strokesKept } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { choiceCondition, Values, type WordChoice } from './search-conditions';

/** For each choice of words: does it find anything by itself? */
export async function whichFindAnything(tx: Tx, choices: readonly WordChoice[]): Promise<boolean[]> {
  const values = new Values();
  const each = choices.map(
    (choice) => `EXISTS (SELECT FROM supplier_search AS t WHERE ${choiceCondition(choice, 'index', values)})`,
  );
  const [row] = await tx.sql<{ found: boolean[] }>(`SELECT ARRAY[${each.join(', ')}] AS found`, values.list);
  return row?.found ?? [];
}

const MAX_CANDIDATES = 500;

/** Words that may be one slip away; the domain decides which are. */
export async function wordsNear(tx: Tx, typed: string): Promise<string[]> {
  const strokes = keyStrokes(typed);
  const values = new Values();
  const kept = strokesKept(strokes).map((pieces) => {
    const parts = [...new Set(pieces.flatMap((piece) => partsOf(piece, 3)))];
    return `ieum_stroke_parts(strokes) @> ${values.add(parts, 'text[]')}`;
  });
  if (kept.length === 0) return [];
  const rows = await tx.sql<{ word: string }>(
    `SELECT word FROM supplier_search_words WHERE ${kept.join(' OR ')}
     ORDER BY abs(char_length(strokes) - ${values.add(strokes.length, 'integer')}), word LIMIT ${MAX_CANDIDATES}`,
    values.list,
  );
  return rows.map((row) => row.word);
}
