import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type AccessLogEntry = Schema<'AccessLogEntryDto'>;
export type AccessLogFilter = Omit<
  NonNullable<operations['listAccessLog']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** Who saw whom, the newest first. */
export function accessLogPagesQuery(filter: AccessLogFilter) {
  return infiniteQueryOptions({
    queryKey: ['access-log', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/access-log', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
