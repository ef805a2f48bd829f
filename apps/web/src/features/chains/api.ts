import type { operations, Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type ChainStep = Schema<'ChainStepDto'>;
export type ChainStart = NonNullable<operations['getChain']['parameters']['query']>;
export type Conversion = Schema<'ConversionDto'>;
export type ConversionGroup = Schema<'ConversionGroup'>;

export function chainQuery(start: ChainStart) {
  return queryOptions({
    queryKey: ['chains', start],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/chains', { params: { query: start }, signal })),
    enabled: Object.keys(start).length > 0,
  });
}

export function conversionQuery(groupBy: ConversionGroup, year: number) {
  return queryOptions({
    queryKey: ['chains', 'conversion', groupBy, groupBy === 'year' ? null : year],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/chains/conversion', { params: { query: { groupBy, year } }, signal })),
  });
}
