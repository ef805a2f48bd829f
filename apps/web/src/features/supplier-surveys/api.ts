import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type SupplierSurvey = Schema<'SupplierSurveyDto'>;
export type SurveyAnswer = Schema<'AnswerSupplierSurveyDto'>;
export type SurveyFilter = Omit<
  NonNullable<operations['listSupplierSurveys']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a survey sent, answered or visited makes stale. */
export const SURVEYS_KEY = ['supplier-surveys'] as const;

export function surveyPagesQuery(filter: SurveyFilter) {
  return infiniteQueryOptions({
    queryKey: [...SURVEYS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/supplier-surveys', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

/** What the own enterprise was asked. */
export const ownSurveysQuery = queryOptions({
  queryKey: [...SURVEYS_KEY, 'own'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/supplier-surveys/own', { signal })),
});

/** Visits to an enterprise that took place, for the second round. */
export function visitsToQuery(supplierId: string) {
  return queryOptions({
    queryKey: ['visits', 'to-supplier', supplierId],
    queryFn: ({ signal }) => {
      const query = { supplierId, state: ['done' as const, 'followed_up' as const], limit: 50 };
      return unwrap(api.GET('/api/v1/visits', { params: { query }, signal }));
    },
  });
}

export function sendSurveys(
  body: Schema<'SendSupplierSurveysDto'>,
  headers: IdempotencyHeaders,
): Promise<Schema<'SentSupplierSurveysDto'>> {
  return unwrap(api.POST('/api/v1/supplier-surveys', { body, params: { header: headers } }));
}

/** @throws ProblemError SUPPLIER_SURVEY_STATE when a colleague was faster */
export function answerSurvey(id: string, body: SurveyAnswer): Promise<SupplierSurvey> {
  return unwrap(api.POST('/api/v1/supplier-surveys/{id}/answer', { body, params: { path: { id } } }));
}

export function visitSurvey(id: string, body: Schema<'VisitSupplierSurveyDto'>): Promise<SupplierSurvey> {
  return unwrap(api.POST('/api/v1/supplier-surveys/{id}/visit', { body, params: { path: { id } } }));
}
