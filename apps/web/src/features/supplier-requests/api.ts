import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type SupplierRequest = Schema<'SupplierRequestDto'>;
export type NewSupplierRequest = Schema<'CreateSupplierRequestDto'>;
export type RequestAnswer = Schema<'AnswerSupplierRequestDto'>;
export type RequestFilter = Omit<
  NonNullable<operations['listSupplierRequests']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a new, answered or withdrawn request makes stale. */
export const REQUESTS_KEY = ['supplier-requests'] as const;

export function requestPagesQuery(filter: RequestFilter) {
  return infiniteQueryOptions({
    queryKey: [...REQUESTS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/supplier-requests', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function requestQuery(id: string) {
  return queryOptions({
    queryKey: [...REQUESTS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/supplier-requests/{id}', { params: { path: { id } }, signal })),
  });
}

/** The enterprise that is asked; null = none chosen yet. */
export function askedSupplierQuery(id: string | null) {
  return queryOptions({
    queryKey: ['suppliers', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

/** What the enterprise offers now. */
export function offeredItemsQuery(supplierId: string | null) {
  return queryOptions({
    queryKey: ['catalogue-items', 'of', supplierId, 'published'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/suppliers/{id}/catalogue-items', {
          params: { path: { id: supplierId ?? '' }, query: { limit: 200, state: ['published'] } },
          signal,
        }),
      ),
    enabled: supplierId !== null,
  });
}

export function createRequest(
  body: NewSupplierRequest,
  headers: IdempotencyHeaders,
): Promise<SupplierRequest> {
  return unwrap(api.POST('/api/v1/supplier-requests', { body, params: { header: headers } }));
}

/** @throws ProblemError REQUEST_STATE when somebody was faster */
export function answerRequest(id: string, body: RequestAnswer): Promise<SupplierRequest> {
  return unwrap(api.POST('/api/v1/supplier-requests/{id}/answer', { body, params: { path: { id } } }));
}

/** @throws ProblemError REQUEST_STATE when somebody was faster */
export function declineRequest(id: string, reason: string): Promise<SupplierRequest> {
  const body = { reason };
  return unwrap(api.POST('/api/v1/supplier-requests/{id}/decline', { body, params: { path: { id } } }));
}

/** @throws ProblemError REQUEST_STATE when the enterprise was faster */
export function withdrawRequest(id: string): Promise<SupplierRequest> {
  return unwrap(api.POST('/api/v1/supplier-requests/{id}/withdraw', { params: { path: { id } } }));
}
