import { Injectable } from '@nestjs/common';
import { MAX_COUNTED_SUPPLIERS, readSearchQuestion, type Day } from '@ieum/domain';
import type { Actor } from '../../common/actor';
import { Clock } from '../../common/clock';
import { decodeCursor, DEFAULT_LIMIT, pageOf } from '../../common/paging';
import { Transactions, type Tx } from '../../database/transactions';
import type { FoundSupplierDto, FoundSuppliersDto } from './dto/found-suppliers.dto';
import type { SearchSuppliersQuery } from './dto/search-suppliers.query';
import { toFoundSupplierDto } from './found-supplier';
import { foundSuppliers } from './found-suppliers.queries';
import { nearQuestion, type NearMatch } from './near-matches';
import type { SearchQuestion } from './search-conditions';
import type { PageWish, SortKey } from './search-pages';
import { countSuppliers, findSuppliers, type FoundRows } from './supplier-search.queries';

/** Public-sector purchases of a supplier, as counted by whoever owns the ledger. */
export interface SupplierRecord {
  readonly supplierId: string;
  readonly purchaseCount: number;
  readonly buyerCount: number;
}

/** The public search: its index holds nothing that is not everybody's, so it asks nobody who they are. */
@Injectable()
export class SupplierSearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  search(actor: Actor, query: SearchSuppliersQuery): Promise<FoundSuppliersDto> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const wish: PageWish = {
      sort: query.sort ?? 'relevance',
      after: sortKeyOf(query.cursor),
      rows: limit + 1,
    };
    const today = this.clock.today();
    const asked = questionOf(query, today);
    if (asked === null) return Promise.resolve(nothing(query, today));
    return this.transactions.run(actor, async (tx) => {
      const { question, found, nearMatches } = await find(tx, asked, wish, query.facets ?? true);
      const page = pageOf([...found.rows], limit, (row) => row.key);
      return {
        items: await shown(
          tx,
          page.items.map((row) => row.id),
          question,
          nearMatches,
        ),
        nextCursor: page.nextCursor,
        total: Math.min(found.total, MAX_COUNTED_SUPPLIERS),
        totalIsExact: found.total <= MAX_COUNTED_SUPPLIERS,
        facets: found.facets,
        facetsAreExact: found.facetsAreExact,
        nearMatches: [...nearMatches],
        asOf: question.day,
      };
    });
  }

  /** How many the search finds; nobody counts beyond `most`. */
  count(actor: Actor, query: SearchSuppliersQuery, most: number): Promise<number> {
    const asked = questionOf(query, this.clock.today());
    if (asked === null) return Promise.resolve(0);
    return this.transactions.run(actor, async (tx) => {
      const { question, found } = await find(tx, asked, { sort: 'name', after: null, rows: 1 }, false);
      return found.total <= MAX_COUNTED_SUPPLIERS ? found.total : countSuppliers(tx, question, most);
    });
  }

  /**
   * Keeps the public-sector record of suppliers; those not named keep theirs, unknown and merged ones are left out.
   * @param asOf the day that the counts are of
   */
  async keepRecords(tx: Tx, rows: readonly SupplierRecord[], asOf: Day): Promise<void> {
    await tx.sql(
      `UPDATE supplier_search AS t SET purchase_count = r.purchases, buyer_count = r.buyers, record_as_of = $4
       FROM unnest($1::uuid[], $2::integer[], $3::integer[]) AS r (id, purchases, buyers)
       WHERE t.supplier_id = r.id
         AND (t.purchase_count, t.buyer_count, t.record_as_of) IS DISTINCT FROM (r.purchases, r.buyers, $4::date)`,
      [
        rows.map((row) => row.supplierId),
        rows.map((row) => row.purchaseCount),
        rows.map((row) => row.buyerCount),
        asOf,
      ],
    );
  }
}

/** A question with words but without any letter finds nothing: null. */
function questionOf(query: SearchSuppliersQuery, today: Day): SearchQuestion | null {
  const words = readSearchQuestion(query.q ?? '');
  if (query.q !== undefined && words.length === 0) return null;
  const certification = [...new Set(query.certification ?? [])];
  return {
    words: words.map((word) => [word]),
    district: [...new Set(query.district ?? [])],
    category: [...new Set(query.category ?? [])],
    kind: [...new Set(query.kind ?? [])],
    certification,
    certified: query.certifiedOn !== undefined || certification.length > 0,
    priceMin: query.priceMin ?? null,
    priceMax: query.priceMax ?? null,
    includeClosed: query.includeClosed ?? false,
    day: query.certifiedOn ?? query.asOf ?? today,
  };
}

interface Found {
  readonly question: SearchQuestion;
  readonly found: FoundRows;
  readonly nearMatches: readonly NearMatch[];
}

/** What the words find; and only when that is nothing, what they may have meant. */
async function find(tx: Tx, asked: SearchQuestion, wish: PageWish, withFacets: boolean): Promise<Found> {
  const exact = { question: asked, found: await findSuppliers(tx, asked, wish, withFacets), nearMatches: [] };
  if (exact.found.total > 0 || asked.words.length === 0) return exact;
  const near = await nearQuestion(tx, asked.words);
  if (near === null) return exact;
  const question = { ...asked, words: near.words };
  const found = await findSuppliers(tx, question, wish, withFacets);
  return found.total === 0 ? exact : { question, found, nearMatches: near.nearMatches };
}

async function shown(
  tx: Tx,
  ids: readonly string[],
  question: SearchQuestion,
  nearMatches: readonly NearMatch[],
): Promise<FoundSupplierDto[]> {
  if (ids.length === 0) return [];
  const words = question.words.flat();
  const rows = await foundSuppliers(tx, ids, words, question);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids
    .map((id) => byId.get(id))
    .filter((row) => row !== undefined)
    .map((row) => toFoundSupplierDto(row, words, nearMatches, question.day));
}

function nothing(query: SearchSuppliersQuery, today: Day): FoundSuppliersDto {
  const none = { district: [], certification: [], category: [], kind: [], price: [] };
  return {
    items: [],
    nextCursor: null,
    total: 0,
    totalIsExact: true,
    facets: query.facets === false ? null : none,
    facetsAreExact: true,
    nearMatches: [],
    asOf: query.certifiedOn ?? query.asOf ?? today,
  };
}

function sortKeyOf(cursor: string | undefined): SortKey | null {
  const key = decodeCursor(cursor, ['int4', 'int4', 'text', 'id']);
  if (key === undefined) return null;
  return [Number(key[0]), Number(key[1]), String(key[2]), String(key[3])];
}
