import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';
import { SUPPLIERS_KEY } from './supplier-api';

export type SupplierQuestion = Omit<
  NonNullable<operations['listSuppliers']['parameters']['query']>,
  'cursor' | 'limit' | 'facets'
>;
export type FoundSuppliers = Schema<'FoundSuppliersDto'>;
export type FoundSupplier = Schema<'FoundSupplierDto'>;
export type FoundItem = Schema<'FoundItemDto'>;
export type Facets = NonNullable<FoundSuppliers['facets']>;
export type FacetValue = Schema<'FacetValueDto'>;
export type NearMatch = Schema<'NearMatchDto'>;

const PAGE_ROWS = 20;

/** The results; facets and the total come with the first page only. The old ones stay while new ones are fetched. */
export function searchPagesQuery(question: SupplierQuestion) {
  return infiniteQueryOptions({
    queryKey: [...SUPPLIERS_KEY, 'search', question],
    queryFn: ({ pageParam, signal }) => {
      const place = pageParam === null ? {} : { cursor: pageParam, facets: false };
      const query = { ...question, limit: PAGE_ROWS, ...place };
      return unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
  });
}

/** Counts of a question without its rows: for the map, and for what a loosened filter would find. */
export function searchCountsQuery(question: SupplierQuestion, facets: boolean) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'counts', question, facets],
    queryFn: ({ signal }) => {
      const query = { ...question, limit: 1, facets };
      return unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
