import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { ifMatch, unwrap, unwrapVersioned } from '../../lib/unwrap';

export type Purchase = Schema<'PurchaseDto'>;
export type PurchaseFields = Schema<'PurchaseFieldsDto'>;
export type NewPurchase = Schema<'CreatePurchaseDto'>;
export type NewAdjustment = Schema<'AdjustPurchaseDto'>;
export type Supplier = Schema<'SupplierDto'>;
export type FoundSupplier = Schema<'FoundSupplierDto'>;
export type PurchaseFilter = NonNullable<operations['summarisePurchases']['parameters']['query']>;
export type PurchaseSort = Schema<'PurchaseSort'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a written purchase makes stale. */
export const PURCHASES_KEY = ['purchases'] as const;
const PAGE_ROWS = 100;

export function purchasePagesQuery(filter: PurchaseFilter, sort: PurchaseSort) {
  return infiniteQueryOptions({
    queryKey: [...PURCHASES_KEY, 'list', filter, sort],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const query = { ...filter, sort, limit: PAGE_ROWS, ...cursor };
      return unwrap(api.GET('/api/v1/purchases', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function purchaseSummaryQuery(filter: PurchaseFilter) {
  return queryOptions({
    queryKey: [...PURCHASES_KEY, 'summary', filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/purchases/summary', { params: { query: filter }, signal })),
  });
}

export function purchaseQuery(id: string) {
  return queryOptions({
    queryKey: [...PURCHASES_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/v1/purchases/{id}', { params: { path: { id } }, signal })),
  });
}

/** The signed rows that change this purchase, newest first. */
export function adjustmentsQuery(purchaseId: string) {
  return queryOptions({
    queryKey: [...PURCHASES_KEY, 'adjustments', purchaseId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/purchases', { params: { query: { adjustsId: purchaseId, limit: 200 } }, signal }),
      ),
  });
}

/** Rows of one item in a department's year, among which a double one would be. */
export function sameItemQuery(departmentId: string, fiscalYear: number, item: string) {
  const query = { departmentId, fiscalYear, q: item.normalize('NFC').slice(0, 100), limit: 200 };
  return queryOptions({
    queryKey: [...PURCHASES_KEY, 'same-item', query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/purchases', { params: { query }, signal })),
  });
}

export function createPurchase(body: NewPurchase, headers: IdempotencyHeaders): Promise<Purchase> {
  return unwrap(api.POST('/api/v1/purchases', { body, params: { header: headers } }));
}

export function editPurchase(id: string, etag: string, body: PurchaseFields): Promise<Purchase> {
  return unwrap(
    api.PATCH('/api/v1/purchases/{id}', { body, params: { path: { id }, header: ifMatch(etag) } }),
  );
}

export function actOnPurchase(
  id: string,
  etag: string,
  action: 'submit' | 'accept' | 'void',
): Promise<Purchase> {
  const params = { path: { id }, header: ifMatch(etag) };
  if (action === 'submit') return unwrap(api.POST('/api/v1/purchases/{id}/submit', { params }));
  if (action === 'accept') return unwrap(api.POST('/api/v1/purchases/{id}/accept', { params }));
  return unwrap(api.POST('/api/v1/purchases/{id}/void', { params }));
}

export function returnPurchase(id: string, etag: string, reason: string): Promise<Purchase> {
  const params = { path: { id }, header: ifMatch(etag) };
  return unwrap(api.POST('/api/v1/purchases/{id}/return', { params, body: { reason } }));
}

export function adjustPurchase(
  id: string,
  body: NewAdjustment,
  headers: IdempotencyHeaders,
): Promise<Purchase> {
  return unwrap(
    api.POST('/api/v1/purchases/{id}/adjust', { body, params: { path: { id }, header: headers } }),
  );
}

/** Registered suppliers for the text, those out of business too: a purchase may be older than the closing. */
export function searchSuppliers(q: string, signal: AbortSignal) {
  const all = { limit: 20, includeClosed: true, facets: false };
  const query = q === '' ? all : { ...all, q };
  return unwrap(api.GET('/api/v1/suppliers', { params: { query }, signal }));
}

export function supplierQuery(id: string | null) {
  return queryOptions({
    queryKey: ['suppliers', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

/** The quarters of a year with the state of each department; the same rows that the screen of quarters shows. */
export function periodsQuery(institutionId: string, fiscalYear: number) {
  return queryOptions({
    queryKey: ['purchase-periods', institutionId, fiscalYear],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/purchase-periods', { params: { query: { institutionId, fiscalYear } }, signal }),
      ),
  });
}
