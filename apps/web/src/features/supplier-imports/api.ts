import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { oneImportKey, pollWhileBusy } from '../../lib/sheet-import';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type SupplierImport = Schema<'SupplierImportDto'>;
export type ListRow = Schema<'SupplierImportRowDto'>;
export type Verdict = ListRow['verdict'];
type NewList = Schema<'CreateSupplierImportDto'>;
type Choices = Schema<'ChangeSupplierImportDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export const LISTS_KEY = ['supplier-imports'] as const;
const PAGE_ROWS = 100;

/** One manifest with its job; asked again and again while the job runs. */
export function listQuery(id: string) {
  return queryOptions({
    queryKey: oneImportKey(LISTS_KEY, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/supplier-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: pollWhileBusy,
  });
}

export function listsQuery() {
  return infiniteQueryOptions({
    queryKey: [...LISTS_KEY, 'list'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? { limit: 50 } : { limit: 50, cursor: pageParam };
      return unwrap(api.GET('/api/v1/supplier-imports', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Rows of one verdict, or what stayed of a list that was taken back; the job makes a new reading a new list. */
export function listRowsQuery(one: SupplierImport, shown: Verdict | 'kept') {
  return infiniteQueryOptions({
    queryKey: [...LISTS_KEY, 'rows', one.id, one.job?.id ?? null, one.version, shown],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const filter = shown === 'kept' ? { undoOutcome: ['kept' as const] } : { verdict: [shown] };
      const query = { limit: PAGE_ROWS, ...cursor, ...filter };
      return unwrap(
        api.GET('/api/v1/supplier-imports/{id}/rows', { params: { path: { id: one.id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function createList(body: NewList, headers: IdempotencyHeaders): Promise<SupplierImport> {
  return unwrap(api.POST('/api/v1/supplier-imports', { body, params: { header: headers } }));
}

export function chooseRows(one: SupplierImport, body: Choices): Promise<SupplierImport> {
  const params = { path: { id: one.id }, header: ifMatch(etagOf(one.version)) };
  return unwrap(api.PATCH('/api/v1/supplier-imports/{id}', { body, params }));
}

export function applyList(id: string, headers: IdempotencyHeaders): Promise<SupplierImport> {
  return unwrap(
    api.POST('/api/v1/supplier-imports/{id}/apply', { params: { path: { id }, header: headers } }),
  );
}

export function undoList(id: string, headers: IdempotencyHeaders): Promise<SupplierImport> {
  return unwrap(
    api.POST('/api/v1/supplier-imports/{id}/undo', { params: { path: { id }, header: headers } }),
  );
}
