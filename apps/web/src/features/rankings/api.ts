import type { operations, Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type Ranking = Schema<'RankingDto'>;
export type RankingRow = Schema<'RankingRowDto'>;
export type RankingOrder = Schema<'RankingOrder'>;
export type RankingQuestion = NonNullable<operations['getRanking']['parameters']['query']>;

/** Live for those who may see it, as last published for anybody else. @throws ProblemError NOT_FOUND */
export function rankingQuery(question: RankingQuestion) {
  return queryOptions({
    queryKey: ['rankings', question],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/rankings', { params: { query: question }, signal })),
  });
}

/** What has been published: which institutions and years somebody without an account can choose. */
export const publishedQuery = queryOptions({
  queryKey: ['publications', 'choices'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/v1/publications', { params: { query: { limit: 200 } }, signal })),
});
