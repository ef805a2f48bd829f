import { MAX_COUNTED_SUPPLIERS, PRICE_BANDS } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import { conditionOf, FACETS, isChosen, Values, type Facet, type SearchQuestion } from './search-conditions';
import { leadOf, pageOfMany, pageOfMost, pageSql, type FoundRow, type PageWish } from './search-pages';
import { expectedRows, sampleSql, waysOf, type Ways } from './search-ways';

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

const COUNTED = MAX_COUNTED_SUPPLIERS + 1;
const MAX_FACET_VALUES = 300;
const FACET_COLUMNS =
  ', t.district_code, t.kinds, t.categories, t.prices, t.certificate_types, t.certificate_from, t.certificate_until';

type FirstLook = { total: number; most: number; page: FoundRow[] | null } & Partial<
  Record<Facet, FacetCount[] | null>
>;

/**
 * Count, page and facets of a question. Up to MAX_COUNTED_SUPPLIERS matches all of it is exact and comes from one look
 * at them. Above, counting stops there, facets are counted over those, and the page is read by itself in order.
 */
export async function findSuppliers(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  withFacets: boolean,
): Promise<FoundRows> {
  const ways = await waysOf(tx, question, withFacets);
  const look = await firstLook(tx, question, wish, withFacets, ways);
  return {
    rows: await pageAfter(tx, question, wish, ways, look),
    total: look.total,
    facets: withFacets
      ? {
          district: look.district ?? [],
          certification: look.certification ?? [],
          category: look.category ?? [],
          kind: look.kind ?? [],
          price: look.price ?? [],
        }
      : null,
    facetsAreExact: look.most < COUNTED,
  };
}

/** How many suppliers answer the question; nobody counts beyond `most`. */
export async function countSuppliers(tx: Tx, question: SearchQuestion, most: number): Promise<number> {
  const { looks } = await waysOf(tx, question, false);
  const values = new Values();
  const [row] = await tx.sql<{ total: number }>(
    `SELECT count(*)::integer AS total FROM (SELECT FROM supplier_search AS t
       WHERE ${conditionOf(question, looks.hits, values)} LIMIT ${most}) AS found`,
    values.list,
  );
  return row?.total ?? 0;
}

function pageAfter(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  ways: Ways,
  look: FirstLook,
): Promise<FoundRow[]> | FoundRow[] {
  if (look.total < COUNTED) return look.page ?? [];
  if (ways.page === 'index') return pageOfMany(tx, question, wish);
  return pageOfMost(
    tx,
    question,
    wish,
    async (named, values) => (await expectedRows(tx, named, values)) <= ways.pageWalksFrom,
  );
}

async function firstLook(
  tx: Tx,
  question: SearchQuestion,
  wish: PageWish,
  withFacets: boolean,
  ways: Ways,
): Promise<FirstLook> {
  const values = new Values();
  const [a, b] = leadOf(question, wish.sort, values);
  const columns = withFacets ? FACET_COLUMNS : '';
  const chosen = withFacets ? FACETS.filter((facet) => isChosen(question, facet)) : [];
  const hits = sampleSql(
    `${a} AS a, ${b} AS b, t.name_key${columns}`,
    question,
    ways.looks.hits,
    COUNTED,
    values,
  );
  const widened = chosen.map((facet) => {
    const rows = sampleSql(FACET_COLUMNS.slice(2), question, ways.looks[facet], COUNTED, values, facet);
    return `, without_${facet} AS MATERIALIZED (${rows})`;
  });
  const sourceOf = (facet: Facet) => (chosen.includes(facet) ? `without_${facet}` : 'hits');
  const sizes = ['hits', ...chosen.map(sourceOf)].map(
    (source) => `(SELECT count(*)::integer FROM ${source})`,
  );
  const facets = (withFacets ? FACETS : []).map(
    (facet) => `, (${facetSql(facet, sourceOf(facet), question, values)}) AS ${facet}`,
  );
  const page = pageSql('SELECT supplier_id, a, b, name_key FROM hits', wish, values);
  const [row] = await tx.sql<FirstLook>(
    `WITH hits AS MATERIALIZED (${hits})${widened.join('')}
     SELECT (SELECT count(*)::integer FROM hits) AS total, greatest(${sizes.join(', ')}) AS most, (${page}) AS page
     ${facets.join('')}`,
    values.list,
  );
  return row ?? { total: 0, most: 0, page: null };
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
  if (facet === 'category')
    return `SELECT value FROM ${source}, unnest(categories) AS value WHERE length(value) <= 8`;
  if (facet === 'price') {
    const starts = values.add(
      PRICE_BANDS.map((band) => band.fromKrw),
      'bigint[]',
    );
    // Two items in one band are one supplier.
    return `SELECT DISTINCT supplier_id, (${starts})[width_bucket(price, ${starts})]::text AS value
      FROM ${source}, unnest(prices) AS price`;
  }
  const day = values.add(question.day, 'date');
  // Two certificates of one type are one holder.
  return `SELECT DISTINCT supplier_id, type AS value
    FROM ${source}, unnest(certificate_types, certificate_from, certificate_until) AS c (type, valid_from, valid_until)
    WHERE ${day} BETWEEN valid_from AND valid_until`;
}
