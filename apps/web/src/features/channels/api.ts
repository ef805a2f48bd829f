import type { Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';

export type B2bLink = Schema<'B2bLinkDto'>;
export type Shop = Schema<'ShopDto'>;
export type ShopSale = Schema<'ShopSaleDto'>;
export type MarketDay = Schema<'MarketDayDto'>;
type Key = { readonly 'Idempotency-Key': string };

export const CHANNELS_KEY = ['channels'] as const;

const queryOf = (year: number | null, cursor: string | null) => ({
  limit: 50,
  ...(year === null ? {} : { year }),
  ...(cursor === null ? {} : { cursor }),
});

export function b2bLinkPages(year: number | null) {
  return infiniteQueryOptions({
    queryKey: [...CHANNELS_KEY, 'b2b-links', year],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/b2b-links', { params: { query: queryOf(year, pageParam) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function shopPages(year: number | null) {
  return infiniteQueryOptions({
    queryKey: [...CHANNELS_KEY, 'shops', year],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/shops', { params: { query: queryOf(year, pageParam) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function marketDayPages(year: number | null) {
  return infiniteQueryOptions({
    queryKey: [...CHANNELS_KEY, 'market-days', year],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/v1/market-days', { params: { query: queryOf(year, pageParam) }, signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function shopSalesQuery(id: string) {
  return queryOptions({
    queryKey: [...CHANNELS_KEY, 'shop-sales', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/shops/{id}/sales', { params: { path: { id } }, signal })),
  });
}

const changing = (id: string, version: number) => ({
  path: { id },
  header: { 'If-Match': etagOf(version) },
});

export const readLink = (id: string) =>
  unwrap(api.GET('/api/v1/b2b-links/{id}', { params: { path: { id } } }));
export const createLink = (body: Schema<'CreateB2bLinkDto'>, header: Key) =>
  unwrap(api.POST('/api/v1/b2b-links', { body, params: { header } }));
export const changeLink = (id: string, version: number, body: Schema<'ChangeB2bLinkDto'>) =>
  unwrap(api.PATCH('/api/v1/b2b-links/{id}', { body, params: changing(id, version) }));

export const readShop = (id: string) => unwrap(api.GET('/api/v1/shops/{id}', { params: { path: { id } } }));
export const createShop = (body: Schema<'CreateShopDto'>, header: Key) =>
  unwrap(api.POST('/api/v1/shops', { body, params: { header } }));
export const changeShop = (id: string, version: number, body: Schema<'ChangeShopDto'>) =>
  unwrap(api.PATCH('/api/v1/shops/{id}', { body, params: changing(id, version) }));
export const addShopSale = (id: string, body: Schema<'CreateShopSaleDto'>, header: Key) =>
  unwrap(api.POST('/api/v1/shops/{id}/sales', { body, params: { path: { id }, header } }));

export const readMarketDay = (id: string) =>
  unwrap(api.GET('/api/v1/market-days/{id}', { params: { path: { id } } }));
export const createMarketDay = (body: Schema<'CreateMarketDayDto'>, header: Key) =>
  unwrap(api.POST('/api/v1/market-days', { body, params: { header } }));
export const changeMarketDay = (id: string, version: number, body: Schema<'ChangeMarketDayDto'>) =>
  unwrap(api.PATCH('/api/v1/market-days/{id}', { body, params: changing(id, version) }));
