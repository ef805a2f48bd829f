import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type Need = Schema<'NeedDto'>;
export type NeedFilter = Omit<
  NonNullable<operations['listNeeds']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** Begins the key of everything that a new, changed or matched need makes stale. */
export const NEEDS_KEY = ['needs'] as const;

export function needPagesQuery(filter: NeedFilter) {
  return infiniteQueryOptions({
    queryKey: [...NEEDS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/needs', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function needQuery(id: string) {
  return queryOptions({
    queryKey: [...NEEDS_KEY, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/needs/{id}', { params: { path: { id } }, signal })),
  });
}

/** @throws ProblemError VERSION_STALE or NEED_STATE when somebody was faster */
export function changeNeed(id: string, version: number, body: Schema<'ChangeNeedDto'>): Promise<Need> {
  const header = ifMatch(etagOf(version));
  return unwrap(api.PATCH('/api/v1/needs/{id}', { body, params: { path: { id }, header } }));
}

export function closeNeed(id: string, reason: string): Promise<Need> {
  return unwrap(api.POST('/api/v1/needs/{id}/close', { body: { reason }, params: { path: { id } } }));
}
