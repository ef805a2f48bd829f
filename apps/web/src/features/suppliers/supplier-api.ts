import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Supplier = Schema<'SupplierDto'>;
export type Certification = Supplier['certifications'][number];
export type CatalogueItem = Schema<'CatalogueItemDto'>;

/** Begins the key of everything that a changed supplier makes stale. */
export const SUPPLIERS_KEY = ['suppliers'] as const;

const PAGE_ITEMS = 60;
/** For a comparison: what is shown of a catalogue beyond that would fill the page with one supplier. */
const COMPARED_ITEMS = 200;

/** Its published part for anybody; a merged id answers the row that it was merged into. */
export function supplierQuery(id: string, asOf: string | null) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'detail', id, asOf],
    queryFn: ({ signal }) => {
      const query = asOf === null ? {} : { asOf };
      return unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id }, query }, signal }));
    },
  });
}

/** What it offers, published items only. */
export function cataloguePagesQuery(supplierId: string) {
  return infiniteQueryOptions({
    queryKey: [...SUPPLIERS_KEY, 'catalogue', supplierId],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: PAGE_ITEMS, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { path: { id: supplierId }, query };
      return unwrap(api.GET('/api/v1/suppliers/{id}/catalogue-items', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function comparedItemsQuery(supplierId: string) {
  return queryOptions({
    queryKey: [...SUPPLIERS_KEY, 'compared-items', supplierId],
    queryFn: ({ signal }) => {
      const params = { path: { id: supplierId }, query: { limit: COMPARED_ITEMS } };
      return unwrap(api.GET('/api/v1/suppliers/{id}/catalogue-items', { params, signal }));
    },
  });
}
