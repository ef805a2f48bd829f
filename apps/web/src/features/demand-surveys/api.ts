import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { CYCLES_KEY } from '../../lib/cycle-queries';
import { ifMatch, unwrap, unwrapVersioned } from '../../lib/unwrap';

export type Survey = Schema<'DemandSurveyDto'>;
export type SurveyRow = Schema<'DemandSurveyRowDto'>;
export type SurveyList = Schema<'DemandSurveyListDto'>;
export type SurveyAnswerBody = Schema<'AnswerSurveyDto'>;

/** Answers of a year: of every department for a manager, of the own one for a clerk. */
export function surveysQuery(cycleId: string | null) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'surveys', cycleId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/demand-surveys', { params: { query: { cycleId: cycleId ?? '' } }, signal })),
    enabled: cycleId !== null,
  });
}

export function surveyQuery(id: string) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'survey', id],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/v1/demand-surveys/{id}', { params: { path: { id } }, signal })),
  });
}

export function answerSurvey(id: string, etag: string, body: SurveyAnswerBody): Promise<Survey> {
  const params = { path: { id }, header: ifMatch(etag) };
  return unwrap(api.PUT('/api/v1/demand-surveys/{id}', { body, params }));
}

export function submitSurvey(id: string): Promise<Survey> {
  return unwrap(api.POST('/api/v1/demand-surveys/{id}/submit', { params: { path: { id } } }));
}

export function acceptSurvey(id: string): Promise<Survey> {
  return unwrap(api.POST('/api/v1/demand-surveys/{id}/accept', { params: { path: { id } } }));
}

export function returnSurvey(id: string, reason: string): Promise<Survey> {
  const params = { path: { id } };
  return unwrap(api.POST('/api/v1/demand-surveys/{id}/return', { params, body: { reason } }));
}
