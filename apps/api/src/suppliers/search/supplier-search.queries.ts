import { keyStrokes, MAX_COUNTED_SUPPLIERS, partsOf, strokesKept, type SupplierSort } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import {
  conditionOf,
  FACETS,
  isChosen,
  rankOf,
  Values,
  wordCondition,
  type Facet,
  type SearchQuestion,
  type WordChoice,
} from './search-conditions';

/** Where a row stands in the order: two whole numbers that lead, then name and id. */
export type SortKey = readonly [number, number, string, string];

export interface FoundRow {
  id: string;
  key: SortKey;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface FoundRows {
  readonly rows: FoundRow[];
  /** at most MAX_COUNTED_SUPPLIERS + 1 */
  readonly total: number;
  readonly facets: Readonly<Record<Facet, FacetCount[]>> | null;
  readonly facetsAreExact: boolean;
}

export interface PageWish {
  readonly sort: SupplierSort;
  readonly after: SortKey | null;
  /** rows to read */
  readonly rows: number;
}

const COUNTED = MAX_COUNTED_SUPPLIERS + 1;
const MAX_FACET_VALUES = 300;
const FRESHNESS = `coalesce(t.confirmed_on - date '1900-01-01', -1)`;

function leadOf(question: SearchQuestion, sort: SupplierSort, values: Values): readonly [string, string] {
  if (sort === 'relevance') return [rankOf(question, values), '-t.purchase_count'];
  if (sort === 'record') return ['0', '-t.purchase_count'];
  if (sort === 'freshness') return ['0', `-${FRESHNESS}`];
  return ['0', '0'];
}

/**
 * Count, first page and facets of a question. Up to MAX_COUNTED_SUPPLIERS matches all of it is exact and comes from one
 * look at them; above, counting stops there and the page is read in order by itself.
 */
export async function findSuppliers(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  withFacets: boolean,
): Promise<FoundRows> {
  const values = new Values();
  const lead = leadOf(question, wish.sort, values);
  const condition = conditionOf(question, values);
  const columns = withFacets
    ? ', t.district_code, t.kinds, t.categories, t.certificate_types, t.certificate_from, t.certificate_until'
    : '';
  const sources = FACETS.map((facet) =>
    withFacets && isChosen(question, facet) ? `without_${facet}` : 'hits',
  );
  const widened = FACETS.filter((facet) => withFacets && isChosen(question, facet)).map(
    (facet) => `, without_${facet} AS MATERIALIZED (
      SELECT t.supplier_id${columns} FROM supplier_search AS t WHERE ${conditionOf(question, values, facet)} LIMIT ${COUNTED})`,
  );
  const facets = (withFacets ? FACETS : []).map(
    (facet, at) => `(${facetSql(facet, sources[at] ?? 'hits', question, values)}) AS ${facet}`,
  );
  const [row] = await tx.sql<
    { total: number; page: FoundRow[] | null; most: number } & Partial<Record<Facet, FacetCount[] | null>>
  >(
    `WITH hits AS MATERIALIZED (
       SELECT t.supplier_id, ${lead[0]} AS a, ${lead[1]} AS b, t.name_key${columns}
       FROM supplier_search AS t WHERE ${condition} LIMIT ${COUNTED})${widened.join('')}
     SELECT (SELECT count(*)::integer FROM hits) AS total,
            greatest(${[...new Set(['hits', ...sources])].map((source) => `(SELECT count(*)::integer FROM ${source})`).join(', ')}) AS most,
            (${pageSql('SELECT supplier_id, a, b, name_key FROM hits', wish, values)}) AS page
            ${facets.map((sql) => `, ${sql}`).join('')}`,
    values.list,
  );
  const total = row?.total ?? 0;
  return {
    rows: total < COUNTED ? (row?.page ?? []) : await pageOfMany(tx, question, wish),
    total,
    facets: withFacets
      ? {
          district: row?.district ?? [],
          certification: row?.certification ?? [],
          category: row?.category ?? [],
          kind: row?.kind ?? [],
        }
      : null,
    facetsAreExact: (row?.most ?? 0) < COUNTED,
  };
}

async function pageOfMany(tx: Tx, question: SearchQuestion, wish: PageWish): Promise<FoundRow[]> {
  const values = new Values();
  const lead = leadOf(question, wish.sort, values);
  const rows = `SELECT t.supplier_id, ${lead[0]} AS a, ${lead[1]} AS b, t.name_key
    FROM supplier_search AS t WHERE ${conditionOf(question, values)}`;
  const [row] = await tx.sql<{ page: FoundRow[] | null }>(
    `SELECT (${pageSql(rows, wish, values)}) AS page`,
    values.list,
  );
  return row?.page ?? [];
}

function pageSql(rows: string, wish: PageWish, values: Values): string {
  const after =
    wish.after === null
      ? ''
      : `WHERE (a, b, name_key, supplier_id) > (${values.add(wish.after[0], 'integer')}, ${values.add(wish.after[1], 'integer')},
           ${values.add(wish.after[2], 'text')}, ${values.add(wish.after[3], 'uuid')})`;
  return `SELECT json_agg(json_build_object('id', supplier_id, 'key', json_build_array(a, b, name_key, supplier_id))
                          ORDER BY a, b, name_key, supplier_id)
    FROM (SELECT * FROM (${rows}) AS r ${after} ORDER BY a, b, name_key, supplier_id LIMIT ${wish.rows}) AS page`;
}

function facetSql(facet: Facet, source: string, question: SearchQuestion, values: Values): string {
  return `SELECT json_agg(json_build_object('value', value, 'count', count) ORDER BY count DESC, value)
    FROM (SELECT value, count(*)::integer AS count FROM (${facetValues(facet, source, question, values)}) AS v
          GROUP BY value ORDER BY 2 DESC, 1 LIMIT ${MAX_FACET_VALUES}) AS f`;
}

function facetValues(facet: Facet, source: string, question: SearchQuestion, values: Values): string {
  if (facet === 'district')
    return `SELECT district_code AS value FROM ${source} WHERE district_code IS NOT NULL`;
  if (facet === 'kind') return `SELECT unnest(kinds) AS value FROM ${source}`;
  if (facet === 'category') return `SELECT unnest(categories) AS value FROM ${source}`;
  const day = values.add(question.day, 'date');
  // Two certificates of one type are one holder.
  return `SELECT DISTINCT supplier_id, type AS value
    FROM ${source}, unnest(certificate_types, certificate_from, certificate_until) AS c (type, valid_from, valid_until)
    WHERE ${day} BETWEEN valid_from AND valid_until`;
}

/** For each choice of words: does it find anything by itself? */
export async function whichFindAnything(tx: Tx, choices: readonly WordChoice[]): Promise<boolean[]> {
  const values = new Values();
  const each = choices.map(
    (choice) =>
      `EXISTS (SELECT FROM supplier_search AS t WHERE ${choice.map((word) => `(${wordCondition(word, values)})`).join(' OR ')})`,
  );
  const [row] = await tx.sql<{ found: boolean[] }>(`SELECT ARRAY[${each.join(', ')}] AS found`, values.list);
  return row?.found ?? [];
}

const MAX_CANDIDATES = 500;

/** Words that may be one slip away; the domain decides which are. */
export async function wordsNear(tx: Tx, typed: string): Promise<string[]> {
  const strokes = keyStrokes(typed);
  const values = new Values();
  const kept = strokesKept(strokes).map(
    (pieces) =>
      `ieum_stroke_parts(strokes) @> ${values.add([...new Set(pieces.flatMap((piece) => partsOf(piece, 3)))], 'text[]')}`,
  );
  if (kept.length === 0) return [];
  const rows = await tx.sql<{ word: string }>(
    `SELECT word FROM supplier_search_words WHERE ${kept.join(' OR ')}
     ORDER BY abs(char_length(strokes) - ${values.add(strokes.length, 'integer')}), word LIMIT ${MAX_CANDIDATES}`,
    values.list,
  );
  return rows.map((row) => row.word);
}
