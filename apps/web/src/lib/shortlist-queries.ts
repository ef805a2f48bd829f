import type { Schema } from '@ieum/api-client';
import type { ShortlistChoice } from '@ieum/domain';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { unwrap } from './unwrap';

export type Shortlist = Schema<'ShortlistDto'>;
export type ShortlistDetail = Schema<'ShortlistDetailDto'>;
export type NewShortlist = Schema<'CreateShortlistDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a changed list makes stale. */
export const SHORTLISTS_KEY = ['shortlists'] as const;

/** The own lists, newest first: those in use, or those of the archive. */
export function shortlistsQuery(archived = false) {
  return queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'list', archived],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/shortlists', { params: { query: { archived, limit: 200 } }, signal })),
  });
}

export function createShortlist(body: NewShortlist, headers: IdempotencyHeaders): Promise<ShortlistDetail> {
  return unwrap(api.POST('/api/v1/shortlists', { body, params: { header: headers } }));
}

/** @throws ProblemError SHORTLIST_ENTRY_EXISTS, SHORTLIST_FULL */
export function addToShortlist(
  id: string,
  choice: ShortlistChoice,
  headers: IdempotencyHeaders,
): Promise<ShortlistDetail> {
  const { supplierId, catalogueItemId } = choice;
  const body = { supplierId, catalogueItemId };
  return unwrap(
    api.POST('/api/v1/shortlists/{id}/entries', { body, params: { path: { id }, header: headers } }),
  );
}
