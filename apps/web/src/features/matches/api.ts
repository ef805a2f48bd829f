import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type Match = Schema<'SalesMatchDto'>;
export type MatchDetail = Schema<'MatchDetailDto'>;
export type Candidate = Schema<'MatchCandidateDto'>;
export type MatchPage = Schema<'MatchPageDto'>;
export type MatchTotals = Schema<'MatchTotalsDto'>;
export type StageMove = Schema<'MoveMatchDto'>;
export type NewMatch = Schema<'CreateMatchDto'>;
export type MatchChange = Schema<'ChangeMatchDto'>;
export type MatchQuestion = Schema<'AskCandidatesDto'>;
export type Need = Schema<'NeedDto'>;
export type MatchFilter = Omit<
  NonNullable<operations['listMatches']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a match which moves makes stale. */
export const MATCHES_KEY = ['matches'] as const;

export function matchPagesQuery(filter: MatchFilter) {
  return infiniteQueryOptions({
    queryKey: [...MATCHES_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 200, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/matches', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function matchQuery(id: string) {
  return queryOptions({
    queryKey: [...MATCHES_KEY, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/matches/{id}', { params: { path: { id } }, signal })),
  });
}

/** The need that a match begins with; null = none. */
export function needQuery(id: string | null) {
  return queryOptions({
    queryKey: ['needs', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/needs/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}

/** Open needs of the match's institution, which it could meet as well. */
export function openNeedsQuery(institutionId: string) {
  return queryOptions({
    queryKey: ['needs', 'open', institutionId],
    queryFn: ({ signal }) => {
      const query = { institutionId, state: ['open' as const], limit: 100 };
      return unwrap(api.GET('/api/v1/needs', { params: { query }, signal }));
    },
  });
}

export function attachNeeds(id: string, needIds: string[]): Promise<MatchDetail> {
  return unwrap(api.POST('/api/v1/matches/{id}/needs', { params: { path: { id } }, body: { needIds } }));
}

export function matchHistoryQuery(id: string) {
  return queryOptions({
    queryKey: [...MATCHES_KEY, 'one', id, 'history'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/matches/{id}/history', { params: { path: { id } }, signal })),
  });
}

/** What the candidates were asked, and what they answered. */
export function matchRequestsQuery(id: string) {
  return queryOptions({
    queryKey: [...MATCHES_KEY, 'one', id, 'requests'],
    queryFn: ({ signal }) => {
      const query = { matchId: id, limit: 200 };
      return unwrap(api.GET('/api/v1/supplier-requests', { params: { query }, signal }));
    },
  });
}

/** @throws ProblemError VERSION_STALE when somebody moved it since `version` was read */
export function moveMatch(id: string, version: number, body: StageMove): Promise<MatchDetail> {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.POST('/api/v1/matches/{id}/stage', { params, body }));
}

export function createMatch(body: NewMatch, header: IdempotencyHeaders): Promise<MatchDetail> {
  return unwrap(api.POST('/api/v1/matches', { params: { header }, body }));
}

export function changeMatch(id: string, version: number, body: MatchChange): Promise<MatchDetail> {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.PATCH('/api/v1/matches/{id}', { params, body }));
}

export function addCandidates(
  id: string,
  body: Schema<'AddCandidatesDto'>,
  header: IdempotencyHeaders,
): Promise<MatchDetail> {
  return unwrap(api.POST('/api/v1/matches/{id}/candidates', { params: { path: { id }, header }, body }));
}

export function withdrawCandidate(id: string, candidateId: string): Promise<MatchDetail> {
  const path = { id, candidateId };
  return unwrap(
    api.POST('/api/v1/matches/{id}/candidates/{candidateId}/withdraw', { params: { path }, body: {} }),
  );
}

export function askCandidates(id: string, body: MatchQuestion, header: IdempotencyHeaders) {
  return unwrap(api.POST('/api/v1/matches/{id}/requests', { params: { path: { id }, header }, body }));
}
