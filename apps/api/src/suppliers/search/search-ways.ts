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

/** How the matches of a question are reached, and those without the choice of a facet. */
export type Ways = Readonly<Record<Facet | 'hits', Form>>;

/** So many matches are fetched and sorted faster than one walks past the others in order. */
export const MANY = 50_000;

/**
 * Never a scan over the whole table, whose tokens lie out of line: row by row they cost a hundred times the index. No
 * compiling, which costs more than these statements; no parallel workers, whose rows come in any order.
 */
const SETTINGS = `SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
  set_config('work_mem', '64MB', true), set_config('max_parallel_workers_per_gather', '0', true),
  (SELECT reltuples FROM pg_class WHERE oid = 'supplier_search'::regclass) AS rows`;

/** @returns for each look whether tokens find it or a walk does: where the planner expects more than MANY, one walks */
export async function waysOf(tx: Tx, question: SearchQuestion, withFacets: boolean): Promise<Ways> {
  const [settings] = await tx.sql<{ rows: number }>(SETTINGS);
  const chosen = withFacets ? FACETS.filter((facet) => isChosen(question, facet)) : [];
  const ways: Record<Facet | 'hits', Form> = {
    hits: 'index',
    district: 'index',
    certification: 'index',
    category: 'index',
    kind: 'index',
  };
  const isSmall = (settings?.rows ?? 0) <= MANY;
  const looks = [undefined, ...chosen].map(async (facet) => {
    if (!hasTokens(question, facet)) ways[facet ?? 'hits'] = 'row';
    else if (!isSmall && (await expectedMatches(tx, question, facet)) > MANY) ways[facet ?? 'hits'] = 'row';
  });
  await Promise.all(looks);
  return ways;
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
