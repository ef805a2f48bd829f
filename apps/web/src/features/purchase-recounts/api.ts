import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Recount = Schema<'PurchaseRecountDto'>;
export type RecountSummary = Schema<'RecountSummaryDto'>;
export type SchemeDifference = Schema<'SchemeDifferenceDto'>;
export type RecountFilter = NonNullable<operations['summarisePurchaseRecounts']['parameters']['query']>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a decision makes stale. */
const RECOUNTS_KEY = ['purchase-recounts'] as const;
const PAGE_ROWS = 100;

export function recountPagesQuery(filter: RecountFilter) {
  return infiniteQueryOptions({
    queryKey: [...RECOUNTS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const query = { ...filter, limit: PAGE_ROWS, ...cursor };
      return unwrap(api.GET('/api/v1/purchase-recounts', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function recountSummaryQuery(filter: RecountFilter) {
  return queryOptions({
    queryKey: [...RECOUNTS_KEY, 'summary', filter],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/purchase-recounts/summary', { params: { query: filter }, signal })),
  });
}

export interface Decision {
  readonly outcome: 'recount' | 'keep';
  readonly ids: string[];
  readonly reason: string;
  /** where the signed rows lie that correct closed quarters */
  readonly day?: string;
}

/** All of them or none. */
export function decideRecounts({ outcome, ...body }: Decision, header: IdempotencyHeaders) {
  const params = { header };
  return outcome === 'recount'
    ? unwrap(api.POST('/api/v1/purchase-recounts/recount', { body, params }))
    : unwrap(
        api.POST('/api/v1/purchase-recounts/keep', { body: { ids: body.ids, reason: body.reason }, params }),
      );
}
