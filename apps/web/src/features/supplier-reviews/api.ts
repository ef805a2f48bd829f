import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Review = Schema<'SupplierReviewDto'>;
export type Candidate = Review['candidates'][number];
export type Decision = Schema<'DecideSupplierReviewDto'>;
export type ReviewState = Review['state'];
export type Merge = Schema<'SupplierMergeDto'>;
export type Supplier = Schema<'SupplierDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export const REVIEWS_KEY = ['supplier-reviews'] as const;
export const MERGES_KEY = ['supplier-merges'] as const;
const PAGE = 50;

export function reviewsQuery(states: readonly ReviewState[]) {
  return infiniteQueryOptions({
    queryKey: [...REVIEWS_KEY, states],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const query = { limit: PAGE, state: [...states], ...cursor };
      return unwrap(api.GET('/api/v1/supplier-reviews', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** @throws ProblemError REVIEW_STATE when somebody else was faster */
export function decideReview(id: string, body: Decision, headers: IdempotencyHeaders): Promise<Review> {
  const params = { path: { id }, header: headers };
  return unwrap(api.POST('/api/v1/supplier-reviews/{id}/decide', { body, params }));
}

export function supplierQuery(id: string) {
  return queryOptions({
    queryKey: ['suppliers', 'merge', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id } }, signal })),
    enabled: id !== '',
  });
}

/** What was merged into a supplier, or what it was merged into; the latest first. */
export function mergesQuery(id: string) {
  return queryOptions({
    queryKey: [...MERGES_KEY, id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/suppliers/{id}/merges', { params: { path: { id } }, signal })),
  });
}

/** @throws ProblemError MERGE_INVALID, CONFLICT */
export function mergeSupplier(
  id: string,
  body: Schema<'MergeSupplierDto'>,
  headers: IdempotencyHeaders,
): Promise<Merge> {
  const params = { path: { id }, header: headers };
  return unwrap(api.POST('/api/v1/suppliers/{id}/merge', { body, params }));
}

export function unmergeSupplier(id: string, reason: string, headers: IdempotencyHeaders): Promise<Merge> {
  const params = { path: { id }, header: headers };
  return unwrap(api.POST('/api/v1/suppliers/{id}/unmerge', { body: { reason }, params }));
}
