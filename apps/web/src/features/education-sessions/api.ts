import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type EducationSession = Schema<'EducationSessionDto'>;
export type NewSession = Schema<'CreateEducationSessionDto'>;
export type SessionChange = Schema<'ChangeEducationSessionDto'>;
export type SessionHeld = Schema<'HoldEducationSessionDto'>;
export type SessionFilter = Omit<
  NonNullable<operations['listEducationSessions']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a new or changed session makes stale. */
export const SESSIONS_KEY = ['education-sessions'] as const;

export function sessionPagesQuery(filter: SessionFilter) {
  return infiniteQueryOptions({
    queryKey: [...SESSIONS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/education-sessions', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function sessionSummaryQuery(year: number) {
  return queryOptions({
    queryKey: [...SESSIONS_KEY, 'summary', year],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/education-sessions/summary', { params: { query: { year } }, signal })),
  });
}

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: [...SESSIONS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/education-sessions/{id}', { params: { path: { id } }, signal })),
  });
}

export function createSession(body: NewSession, headers: IdempotencyHeaders): Promise<EducationSession> {
  return unwrap(api.POST('/api/v1/education-sessions', { body, params: { header: headers } }));
}

const versioned = (id: string, version: number) => ({ path: { id }, header: ifMatch(etagOf(version)) });

export function changeSession(id: string, version: number, body: SessionChange): Promise<EducationSession> {
  return unwrap(api.PATCH('/api/v1/education-sessions/{id}', { body, params: versioned(id, version) }));
}

export function holdSession({ id, version }: EducationSession, body: SessionHeld): Promise<EducationSession> {
  return unwrap(api.POST('/api/v1/education-sessions/{id}/held', { body, params: versioned(id, version) }));
}

export function cancelSession({ id, version }: EducationSession, reason: string): Promise<EducationSession> {
  const body = { reason };
  return unwrap(api.POST('/api/v1/education-sessions/{id}/cancel', { body, params: versioned(id, version) }));
}
