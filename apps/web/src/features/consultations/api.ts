import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type Consultation = Schema<'ConsultationDto'>;
export type NewConsultation = Schema<'CreateConsultationDto'>;
export type ConsultationChange = Schema<'ChangeConsultationDto'>;
export type ConsultationFilter = Omit<
  NonNullable<operations['listConsultations']['parameters']['query']>,
  'limit' | 'cursor'
>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a new or changed consultation makes stale. */
export const CONSULTATIONS_KEY = ['consultations'] as const;

export function consultationPagesQuery(filter: ConsultationFilter) {
  return infiniteQueryOptions({
    queryKey: [...CONSULTATIONS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/consultations', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function consultationSummaryQuery(year: number) {
  return queryOptions({
    queryKey: [...CONSULTATIONS_KEY, 'summary', year],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/consultations/summary', { params: { query: { year } }, signal })),
  });
}

export function consultationQuery(id: string) {
  return queryOptions({
    queryKey: [...CONSULTATIONS_KEY, 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/consultations/{id}', { params: { path: { id } }, signal })),
  });
}

/** The needs that a consultation left. */
export function needsOfQuery(consultationId: string) {
  return queryOptions({
    queryKey: ['needs', 'of-consultation', consultationId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/needs', { params: { query: { consultationId, limit: 50 } }, signal })),
  });
}

export function createConsultation(
  body: NewConsultation,
  headers: IdempotencyHeaders,
): Promise<Consultation> {
  return unwrap(api.POST('/api/v1/consultations', { body, params: { header: headers } }));
}

const versioned = (id: string, version: number) => ({ path: { id }, header: ifMatch(etagOf(version)) });

export function changeConsultation(
  id: string,
  version: number,
  body: ConsultationChange,
): Promise<Consultation> {
  return unwrap(api.PATCH('/api/v1/consultations/{id}', { body, params: versioned(id, version) }));
}

export function voidConsultation({ id, version }: Consultation, reason: string): Promise<Consultation> {
  return unwrap(
    api.POST('/api/v1/consultations/{id}/void', { body: { reason }, params: versioned(id, version) }),
  );
}
