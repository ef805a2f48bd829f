import type { operations, Schema } from '@ieum/api-client';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, ifMatch, unwrap } from '../../lib/unwrap';

export type Visit = Schema<'VisitDto'>;
export type NewVisit = Schema<'CreateVisitDto'>;
export type VisitOutcome = Schema<'FinishVisitDto'>;
export type VisitChange = Schema<'ChangeVisitDto'>;
export type VisitSummary = Schema<'VisitSummaryDto'>;
export type PlanningRow = Schema<'VisitPlanningRowDto'>;
export type SupportArea = Schema<'SupportAreaDto'>;
type QueryOf<Id extends 'listVisits' | 'listVisitPlanning'> = Omit<
  NonNullable<operations[Id]['parameters']['query']>,
  'limit' | 'cursor'
>;
export type VisitFilter = QueryOf<'listVisits'>;
export type PlanningFilter = QueryOf<'listVisitPlanning'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

/** Begins the key of everything that a visit makes stale: lists, sums and planning. */
export const VISITS_KEY = ['visits'] as const;

export function visitPagesQuery(filter: VisitFilter) {
  return infiniteQueryOptions({
    queryKey: [...VISITS_KEY, 'list', filter],
    queryFn: ({ pageParam, signal }) => visitPage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

function visitPage(filter: VisitFilter, cursor: string | null, signal: AbortSignal) {
  const query = { ...filter, limit: 200, ...(cursor === null ? {} : { cursor }) };
  return unwrap(api.GET('/api/v1/visits', { params: { query }, signal }));
}

/** A calendar of more than so many visits is a list. */
const MAX_CALENDAR_PAGES = 5;

/** All visits of a month. */
export function visitsOfMonthQuery(filter: VisitFilter) {
  return queryOptions({
    queryKey: [...VISITS_KEY, 'month', filter],
    queryFn: async ({ signal }) => {
      const visits: Visit[] = [];
      let cursor: string | null = null;
      for (let count = 0; count < MAX_CALENDAR_PAGES; count++) {
        const page: Schema<'VisitPageDto'> = await visitPage(filter, cursor, signal);
        visits.push(...page.items);
        cursor = page.nextCursor;
        if (cursor === null) break;
      }
      return { visits, isWhole: cursor === null };
    },
  });
}

export function visitQuery(id: string) {
  return queryOptions({
    queryKey: [...VISITS_KEY, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/visits/{id}', { params: { path: { id } }, signal })),
  });
}

export function visitSummaryQuery(year: number) {
  return queryOptions({
    queryKey: [...VISITS_KEY, 'summary', year],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/visits/summary', { params: { query: { year } }, signal })),
  });
}

export function planningPagesQuery(filter: PlanningFilter) {
  return infiniteQueryOptions({
    queryKey: [...VISITS_KEY, 'planning', filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return unwrap(api.GET('/api/v1/visit-planning', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
  });
}

export function createVisit(body: NewVisit, headers: IdempotencyHeaders): Promise<Visit> {
  return unwrap(api.POST('/api/v1/visits', { body, params: { header: headers } }));
}

/** @throws ProblemError VERSION_STALE when somebody was faster */
export function changeVisit(id: string, version: number, body: VisitChange): Promise<Visit> {
  const header = ifMatch(etagOf(version));
  return unwrap(api.PATCH('/api/v1/visits/{id}', { body, params: { path: { id }, header } }));
}

/** @throws ProblemError VISIT_STATE when it is not planned any more; the same holds for the steps below */
export function finishVisit(id: string, body: VisitOutcome): Promise<Visit> {
  return unwrap(api.POST('/api/v1/visits/{id}/done', { body, params: { path: { id } } }));
}

export function followUpVisit(id: string, note: string | null): Promise<Visit> {
  return unwrap(api.POST('/api/v1/visits/{id}/follow-up', { body: { note }, params: { path: { id } } }));
}

export function cancelVisit(id: string, reason: string): Promise<Visit> {
  return unwrap(api.POST('/api/v1/visits/{id}/cancel', { body: { reason }, params: { path: { id } } }));
}

export function undoVisit(id: string): Promise<Visit> {
  return unwrap(api.POST('/api/v1/visits/{id}/undo', { params: { path: { id } } }));
}

/** @throws ProblemError INSTITUTION_NAME_EXISTS when the area has one of this name */
export function registerInstitution(
  body: Schema<'RegisterInstitutionDto'>,
  headers: IdempotencyHeaders,
): Promise<Schema<'InstitutionDto'>> {
  return unwrap(api.POST('/api/v1/institutions', { body, params: { header: headers } }));
}

/** Institutions of the own areas for a typed text, those first that nobody has visited for the longest time. */
export async function institutionsToVisit(
  text: string,
  signal: AbortSignal,
): Promise<readonly PlanningRow[]> {
  const query = { ...(text === '' ? {} : { q: text.slice(0, 100).normalize('NFC') }), limit: 20 };
  return (await unwrap(api.GET('/api/v1/visit-planning', { params: { query }, signal }))).items;
}
