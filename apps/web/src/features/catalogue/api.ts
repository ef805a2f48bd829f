import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import type { CatalogueItem } from '../../lib/catalogue-item';
import { etagOf, unwrap } from '../../lib/unwrap';

export type ItemBody = Schema<'CreateCatalogueItemDto'>;
export type ItemChange = Schema<'ChangeCatalogueItemDto'>;
export type PhotoChange = Schema<'ChangeCataloguePhotoDto'>;
export type ItemState = CatalogueItem['state'];
export type ItemCategory = Schema<'ItemCategoryDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };
export type ItemStep = 'publish' | 'archive' | 'restore' | 'confirm';

/** Begins the key of everything that a changed item makes stale. */
export const CATALOGUE_KEY = ['catalogue-items'] as const;

interface ItemFilter {
  readonly state: ItemState[];
  readonly stale?: boolean;
}

export function itemPagesQuery(supplierId: string, filter: ItemFilter) {
  return infiniteQueryOptions({
    queryKey: [...CATALOGUE_KEY, 'own', supplierId, filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const params = { path: { id: supplierId }, query };
      return unwrap(api.GET('/api/v1/suppliers/{id}/catalogue-items', { params, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function itemQuery(id: string) {
  return queryOptions({
    queryKey: [...CATALOGUE_KEY, 'detail', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/catalogue-items/{id}', { params: { path: { id } }, signal })),
  });
}

/** The name of a supplier whose catalogue somebody else keeps. */
export function supplierNameQuery(id: string) {
  return queryOptions({
    queryKey: ['suppliers', 'name', id],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/v1/suppliers/{id}', { params: { path: { id } }, signal }))).name,
  });
}

/** Categories that an item can carry: by a part of the name or the beginning of the code. */
export async function findCategories(q: string, signal: AbortSignal): Promise<readonly ItemCategory[]> {
  const query = { q: q.normalize('NFC').slice(0, 50), limit: 30 };
  return (await unwrap(api.GET('/api/v1/item-categories', { params: { query }, signal }))).items;
}

/** @throws ProblemError CATEGORY_UNKNOWN {field}, SUPPLIER_MERGED */
export function createItem(
  supplierId: string,
  body: ItemBody,
  headers: IdempotencyHeaders,
): Promise<CatalogueItem> {
  const params = { path: { id: supplierId }, header: headers };
  return unwrap(api.POST('/api/v1/suppliers/{id}/catalogue-items', { body, params }));
}

type Read = Pick<CatalogueItem, 'id' | 'version'>;
const versioned = ({ id, version }: Read) => ({ path: { id }, header: { 'If-Match': etagOf(version) } });

/** @throws ProblemError VERSION_STALE, CATALOGUE_ITEM_INCOMPLETE {missing}, CATEGORY_UNKNOWN {field} */
export function changeItem(item: Read, body: ItemChange): Promise<CatalogueItem> {
  return unwrap(api.PATCH('/api/v1/catalogue-items/{id}', { body, params: versioned(item) }));
}

/** @throws ProblemError VERSION_STALE, CATALOGUE_ITEM_STATE, CATALOGUE_ITEM_INCOMPLETE {missing} */
export function takeStep(item: Read, step: ItemStep): Promise<CatalogueItem> {
  const params = versioned(item);
  switch (step) {
    case 'publish':
      return unwrap(api.POST('/api/v1/catalogue-items/{id}/publish', { params }));
    case 'archive':
      return unwrap(api.POST('/api/v1/catalogue-items/{id}/archive', { params }));
    case 'restore':
      return unwrap(api.POST('/api/v1/catalogue-items/{id}/restore', { params }));
    case 'confirm':
      return unwrap(api.POST('/api/v1/catalogue-items/{id}/confirm', { params }));
  }
}

export function copyItem(id: string, headers: IdempotencyHeaders): Promise<CatalogueItem> {
  return unwrap(api.POST('/api/v1/catalogue-items/{id}/copy', { params: { path: { id }, header: headers } }));
}

/** All of them or none. @returns how many */
export async function confirmItems(supplierId: string, itemIds: readonly string[]): Promise<number> {
  const answer = await unwrap(
    api.POST('/api/v1/suppliers/{id}/catalogue-items/confirm', {
      body: { itemIds: [...itemIds] },
      params: { path: { id: supplierId } },
    }),
  );
  return answer.confirmedCount;
}

/** @throws ProblemError PHOTO_INVALID {reason}, PHOTO_TOO_MANY */
export function addPhoto(
  id: string,
  body: { fileId: string; alternativeText: string },
  headers: IdempotencyHeaders,
): Promise<CatalogueItem> {
  const params = { path: { id }, header: headers };
  return unwrap(api.POST('/api/v1/catalogue-items/{id}/photos', { body, params }));
}

const photoOf = (item: Read, photoId: string) => {
  const { path, header } = versioned(item);
  return { path: { ...path, photoId }, header };
};

export function changePhoto(item: Read, photoId: string, body: PhotoChange): Promise<CatalogueItem> {
  const params = photoOf(item, photoId);
  return unwrap(api.PATCH('/api/v1/catalogue-items/{id}/photos/{photoId}', { body, params }));
}

export function removePhoto(item: Read, photoId: string): Promise<CatalogueItem> {
  const params = photoOf(item, photoId);
  return unwrap(api.DELETE('/api/v1/catalogue-items/{id}/photos/{photoId}', { params }));
}
