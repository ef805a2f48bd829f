import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { oneImportKey, pollWhileBusy } from '../../lib/sheet-import';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type PurchaseImport = Schema<'PurchaseImportDto'>;
export type ImportRow = Schema<'PurchaseImportRowDto'>;
export type NewImport = Schema<'CreatePurchaseImportDto'>;
export type ImportChange = Schema<'ChangePurchaseImportDto'>;
export type RowClass = ImportRow['class'];
export type ImportField = PurchaseImport['mapping'][number]['field'];
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export const IMPORTS_KEY = ['purchase-imports'] as const;
const PAGE_ROWS = 200;

/** One import with its job; asked again and again while the job runs. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: oneImportKey(IMPORTS_KEY, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/purchase-imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: pollWhileBusy,
  });
}

export function importListQuery() {
  return infiniteQueryOptions({
    queryKey: [...IMPORTS_KEY, 'list'],
    queryFn: ({ pageParam, signal }) => {
      const query = pageParam === null ? { limit: 50 } : { limit: 50, cursor: pageParam };
      return unwrap(api.GET('/api/v1/purchase-imports', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Rows of one class, or of all; `version` and state make a new reading of the sheet a new list. */
export function importRowsQuery(one: PurchaseImport, rowClass: RowClass | null) {
  return infiniteQueryOptions({
    queryKey: [...IMPORTS_KEY, 'rows', one.id, one.job?.id ?? null, rowClass],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const classes = rowClass === null ? {} : { class: [rowClass] };
      const query = { limit: PAGE_ROWS, ...cursor, ...classes };
      return unwrap(
        api.GET('/api/v1/purchase-imports/{id}/rows', { params: { path: { id: one.id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function createImport(body: NewImport, headers: IdempotencyHeaders): Promise<PurchaseImport> {
  return unwrap(api.POST('/api/v1/purchase-imports', { body, params: { header: headers } }));
}

export function changeImport(one: PurchaseImport, body: ImportChange): Promise<PurchaseImport> {
  const params = { path: { id: one.id }, header: ifMatch(etagOf(one.version)) };
  return unwrap(api.PATCH('/api/v1/purchase-imports/{id}', { body, params }));
}

export function applyImport(id: string, headers: IdempotencyHeaders): Promise<PurchaseImport> {
  return unwrap(
    api.POST('/api/v1/purchase-imports/{id}/apply', { params: { path: { id }, header: headers } }),
  );
}

export function undoImport(id: string, headers: IdempotencyHeaders): Promise<PurchaseImport> {
  return unwrap(
    api.POST('/api/v1/purchase-imports/{id}/undo', { params: { path: { id }, header: headers } }),
  );
}
