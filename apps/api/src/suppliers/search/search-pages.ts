import type { SupplierSort } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { conditionOf, nameCondition, rankOf, Values, type SearchQuestion } from './search-conditions';

/** Where a row stands in the order: two whole numbers that lead, then name and id; all of them rise. */
export type SortKey = readonly [number, number, string, string];

export interface FoundRow {
  id: string;
  key: SortKey;
}

export interface PageWish {
  readonly sort: SupplierSort;
  readonly after: SortKey | null;
  /** rows to read */
  readonly rows: number;
}

/** As the expressions of the indexes of migration 0013. */
const BY_RECORD = '(-t.purchase_count)';
const BY_FRESHNESS = `(coalesce(date '1900-01-01' - t.confirmed_on, 1))`;

export function leadOf(
  question: SearchQuestion,
  sort: SupplierSort,
  values: Values,
): readonly [string, string] {
  return [sort === 'relevance' ? rankOf(question, values) : '0', secondLead(sort)];
}

function secondLead(sort: SupplierSort): string {
  if (sort === 'name') return '0';
  return sort === 'freshness' ? BY_FRESHNESS : BY_RECORD;
}

export function pageSql(rows: string, wish: PageWish, values: Values): string {
  const after =
    wish.after === null ? '' : `WHERE (a, b, name_key, supplier_id) > ${keyOf(wish.after, values)}`;
  return `SELECT ${PAGE} FROM (SELECT * FROM (${rows}) AS r ${after}
    ORDER BY a, b, name_key, supplier_id LIMIT ${wish.rows}) AS page`;
}

const PAGE = `json_agg(json_build_object('id', supplier_id, 'key', json_build_array(a, b, name_key, supplier_id))
  ORDER BY a, b, name_key, supplier_id)`;

function keyOf([a, b, name, id]: SortKey, values: Values): string {
  return `(${values.add(a, 'integer')}, ${values.add(b, 'integer')}, ${values.add(name, 'text')}, ${values.add(id, 'uuid')})`;
}

/** Many matches, not most: all of them fetched by the index and sorted. */
export async function pageOfMany(tx: Tx, question: SearchQuestion, wish: PageWish): Promise<FoundRow[]> {
  const values = new Values();
  const [a, b] = leadOf(question, wish.sort, values);
  const rows = `SELECT t.supplier_id, ${a} AS a, ${b} AS b, t.name_key
    FROM supplier_search AS t WHERE ${conditionOf(question, 'index', values)}`;
  return pageOf(tx, rows, wish, values);
}

/**
 * Most of the register matches: one walks along an index in the order asked for and takes what matches. By relevance the
 * matches in names go first; the others follow by record.
 * @param fewNamed whether so few match by name that they are fetched and sorted instead
 */
export async function pageOfMost(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  fewNamed: (condition: string, values: Values) => Promise<boolean>,
): Promise<FoundRow[]> {
  if (wish.sort !== 'relevance' || question.words.length === 0) return walk(tx, question, wish, 0, 'all');
  const named = (wish.after?.[0] ?? 0) === 0 ? await namedPage(tx, question, wish, fewNamed) : [];
  if (named.length >= wish.rows) return named;
  const after = (wish.after?.[0] ?? 0) === 0 ? null : wish.after;
  const others = { ...wish, after, rows: wish.rows - named.length };
  return [...named, ...(await walk(tx, question, others, 1, 'unnamed'))];
}

async function namedPage(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  fewNamed: (condition: string, values: Values) => Promise<boolean>,
): Promise<FoundRow[]> {
  const expected = new Values();
  const isFew = await fewNamed(nameCondition(question, 'index', expected), expected);
  if (!isFew) return walk(tx, question, wish, 0, 'named');
  const values = new Values();
  const others = conditionOf({ ...question, words: [] }, 'row', values);
  const rows = `SELECT t.supplier_id, 0 AS a, ${BY_RECORD} AS b, t.name_key FROM supplier_search AS t
    WHERE ${nameCondition(question, 'index', values)} AND ${others}`;
  return pageOf(tx, rows, wish, values);
}

async function pageOf(tx: Tx, rows: string, wish: PageWish, values: Values): Promise<FoundRow[]> {
  const [row] = await tx.sql<{ page: FoundRow[] | null }>(
    `SELECT (${pageSql(rows, wish, values)}) AS page`,
    values.list,
  );
  return row?.page ?? [];
}

/** @param lead the first number of the key of these rows */
async function walk(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  lead: 0 | 1,
  which: 'all' | 'named' | 'unnamed',
): Promise<FoundRow[]> {
  const values = new Values();
  const second = secondLead(wish.sort);
  const order = wish.sort === 'name' ? 't.name_key, t.supplier_id' : `${second}, t.name_key, t.supplier_id`;
  const conditions = [conditionOf(question, 'row', values)];
  if (which === 'named') conditions.push(nameCondition(question, 'row', values));
  if (which === 'unnamed') conditions.push(`NOT (${nameCondition(question, 'row', values)})`);
  if (wish.after !== null) conditions.push(`(${order}) > ${afterOf(wish, wish.after, values)}`);
  const [row] = await tx.sql<{ page: FoundRow[] | null }>(
    `SELECT ${PAGE} AS page FROM (
       SELECT t.supplier_id, ${lead} AS a, ${second} AS b, t.name_key FROM supplier_search AS t
       WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${wish.rows}) AS page`,
    values.list,
  );
  return row?.page ?? [];
}

function afterOf(wish: PageWish, [, second, name, id]: SortKey, values: Values): string {
  const rest = `${values.add(name, 'text')}, ${values.add(id, 'uuid')}`;
  return wish.sort === 'name' ? `(${rest})` : `(${values.add(second, 'integer')}, ${rest})`;
}
