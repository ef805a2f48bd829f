import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Publication = Schema<'PublicationDto'>;
export type PublicationSummary = Schema<'PublicationSummaryDto'>;
export type PublishedRow = Schema<'PublishedRowDto'>;
export type PublishedPurchase = Schema<'PublicationPurchaseDto'>;
export type PublicationFilter = Omit<
  NonNullable<operations['listPublications']['parameters']['query']>,
  'limit' | 'cursor'
>;
export type NewPublication = Schema<'PublishDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a new publication makes stale. */
export const PUBLICATIONS_KEY = ['publications'] as const;
const PAGE_ROWS = 50;

export function publicationPagesQuery(filter: PublicationFilter) {
  return infiniteQueryOptions({
    queryKey: [...PUBLICATIONS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      const query = { ...filter, limit: PAGE_ROWS, ...cursor };
      return unwrap(api.GET('/api/v1/publications', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Frozen: what was read once never changes. */
export function publicationQuery(id: string) {
  return queryOptions({
    queryKey: [...PUBLICATIONS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/publications/{id}', { params: { path: { id } }, signal })),
    staleTime: Infinity,
  });
}

/** All versions of the same ranking, newest first. */
export function versionsQuery(of: PublicationSummary | undefined) {
  return queryOptions({
    queryKey: [...PUBLICATIONS_KEY, 'versions', of?.id],
    queryFn: async ({ signal }) => {
      if (of === undefined) return [];
      const { scope, institutionId, fiscalYear, quarter, schemeCode } = of;
      const query = {
        scope,
        fiscalYear,
        schemeCode,
        limit: 200,
        ...(institutionId === null ? {} : { institutionId }),
        ...(quarter === null ? {} : { quarter }),
      };
      const page = await unwrap(api.GET('/api/v1/publications', { params: { query }, signal }));
      return page.items.filter((one) => one.quarter === quarter).sort((a, b) => b.version - a.version);
    },
    enabled: of !== undefined,
  });
}

export function publishedPurchasesQuery(
  id: string,
  filter: { readonly departmentId?: string; readonly changed?: boolean },
) {
  return infiniteQueryOptions({
    queryKey: [...PUBLICATIONS_KEY, 'purchases', id, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(
        api.GET('/api/v1/publications/{id}/purchases', { params: { path: { id }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** Quarters of the own institution's year, to say beforehand which is still open. */
export function quartersQuery(fiscalYear: number, enabled: boolean) {
  return queryOptions({
    queryKey: ['purchase-periods', 'publication', fiscalYear],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/purchase-periods', { params: { query: { fiscalYear } }, signal })),
    enabled,
  });
}

/** Freezes the next version; without an institution, of the districts. @throws ProblemError PUBLICATION_… */
export function publish(
  {
    institutionId,
    ...body
  }: Omit<NewPublication, 'institutionId'> & { readonly institutionId: string | null },
  headers: IdempotencyHeaders,
): Promise<Publication> {
  const params = { header: headers };
  return institutionId === null
    ? unwrap(api.POST('/api/v1/publications/districts', { body, params }))
    : unwrap(api.POST('/api/v1/publications', { body: { ...body, institutionId }, params }));
}
