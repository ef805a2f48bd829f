import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type NoticeRow = Schema<'NoticeDto'>;

export const NOTICES_KEY = ['notices'] as const;
const LATEST = 6;
const PAGE_ROWS = 30;

/**
 * The newest notices and how many are unread. Read again when the window comes back, not by a timer: a timer would
 * renew the session of somebody who has left the desk.
 */
export const latestNoticesQuery = queryOptions({
  queryKey: [...NOTICES_KEY, 'latest'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/v1/notices', { params: { query: { limit: LATEST } }, signal })),
});

export function noticePagesQuery(unreadOnly: boolean) {
  return infiniteQueryOptions({
    queryKey: [...NOTICES_KEY, 'pages', unreadOnly],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        limit: PAGE_ROWS,
        ...(unreadOnly ? { unreadOnly } : {}),
        ...(pageParam === null ? {} : { cursor: pageParam }),
      };
      return unwrap(api.GET('/api/v1/notices', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function readNotice(id: string): Promise<unknown> {
  return unwrap(api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } }));
}
