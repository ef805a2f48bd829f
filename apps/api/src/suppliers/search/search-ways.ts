import type { Tx } from '../../database/transactions';
import {
  conditionOf,
  FACETS,
  hasTokens,
  isChosen,
  Values,
  type Facet,
  type Form,
  type SearchQuestion,
} from './search-conditions';

/** How each look reaches its matches: the counted ones, those without the choice of a facet, and a page beyond the count. */
export interface Ways {
  readonly looks: Readonly<Record<Facet | 'hits', Form>>;
  readonly page: Form;
  /** from so many expected matches on a page is walked to */
  readonly pageWalksFrom: number;
}

/** Registers so small are never walked. */
const SMALL = 10_000;
/**
 * Fetching costs the matches m; walking to k of them passes k · N / m rows. They meet where m² is about k · N, for a page
 * (of fifty, and a margin for orders that have the matches at their end) sooner than for the counted ones.
 */
const walksFrom = (rows: number) => ({ page: 30 * Math.sqrt(rows), counted: 100 * Math.sqrt(rows) });

/**
 * Never a scan over the whole table, whose tokens lie out of line: row by row they cost a hundred times the index. No
 * compiling, which costs more than these statements; no parallel workers, whose rows come in any order.
 */
const SETTINGS = `SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
  set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true),
  (SELECT reltuples FROM pg_class WHERE oid = 'supplier_search'::regclass) AS rows`;

/** By what the planner expects of the tokens; a question without any can only be walked. */
export async function waysOf(tx: Tx, question: SearchQuestion, withFacets: boolean): Promise<Ways> {
  const [settings] = await tx.sql<{ rows: number }>(SETTINGS);
  const rows = settings?.rows ?? 0;
  const from = walksFrom(rows);
  const expected = async (facet?: Facet): Promise<number> => {
    if (!hasTokens(question, facet)) return Infinity;
    return rows <= SMALL ? 0 : expectedMatches(tx, question, facet);
  };
  const chosen = withFacets ? FACETS.filter((facet) => isChosen(question, facet)) : [];
  const [hits = 0, ...widened] = await Promise.all([expected(), ...chosen.map((facet) => expected(facet))]);
  const looks: Record<Facet | 'hits', Form> = {
    hits: hits > from.counted ? 'row' : 'index',
    district: 'index',
    certification: 'index',
    category: 'index',
    kind: 'index',
    price: 'index',
  };
  chosen.forEach((facet, at) => {
    if ((widened[at] ?? 0) > from.counted) looks[facet] = 'row';
  });
  return { looks, page: hits > from.page ? 'row' : 'index', pageWalksFrom: from.page };
}

function expectedMatches(tx: Tx, question: SearchQuestion, without: Facet | undefined): Promise<number> {
  const values = new Values();
  return expectedRows(tx, conditionOf(question, 'index', values, without), values);
}

/** What the planner expects of a condition, from its statistics on tokens. */
export async function expectedRows(tx: Tx, condition: string, values: Values): Promise<number> {
  const [row] = await tx.sql<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(
    `EXPLAIN (FORMAT JSON) SELECT FROM supplier_search AS t WHERE ${condition}`,
    values.list,
  );
  return row?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}

/** At most `limit` matches: any when the index finds them, the first by record when one walks. */
export function sampleSql(
  columns: string,
  question: SearchQuestion,
  form: Form,
  limit: number,
  values: Values,
  without?: Facet,
): string {
  const order = form === 'row' ? 'ORDER BY -t.purchase_count, t.name_key, t.supplier_id' : '';
  return `SELECT t.supplier_id, ${columns} FROM supplier_search AS t
    WHERE ${conditionOf(question, form, values, without)} ${order} LIMIT ${limit}`;
}
