import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type AuditEvent = Schema<'AuditEventDto'>;
export type AuditFilter = Omit<
  NonNullable<operations['listAuditEvents']['parameters']['query']>,
  'limit' | 'cursor'
>;

/** Who changed what, the newest first. */
export function auditPagesQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ['audit-events', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/audit-events', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}
