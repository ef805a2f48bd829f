import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { SHORTLISTS_KEY, type ShortlistDetail } from '../../lib/shortlist-queries';
import { etagOf, unwrap } from '../../lib/unwrap';

export type ShortlistEntry = ShortlistDetail['entries'][number];
export type ShortlistChange = Schema<'ChangeShortlistDto'>;
export type EntryChange = Schema<'ChangeShortlistEntryDto'>;
/** A list as it was read: its entries are part of its version. */
export type ReadShortlist = Pick<ShortlistDetail, 'id' | 'version'>;

export function shortlistQuery(id: string) {
  return queryOptions({
    queryKey: [...SHORTLISTS_KEY, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/shortlists/{id}', { params: { path: { id } }, signal })),
  });
}

export function changeShortlist(
  { id, version }: ReadShortlist,
  body: ShortlistChange,
): Promise<ShortlistDetail> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/shortlists/{id}', { body, params }));
}

export function changeEntry(
  { id, version }: ReadShortlist,
  entryId: string,
  body: EntryChange,
): Promise<ShortlistDetail> {
  const params = { path: { id, entryId }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/shortlists/{id}/entries/{entryId}', { body, params }));
}

export function removeEntry({ id, version }: ReadShortlist, entryId: string): Promise<ShortlistDetail> {
  const params = { path: { id, entryId }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.POST('/api/v1/shortlists/{id}/entries/{entryId}/remove', { params }));
}
