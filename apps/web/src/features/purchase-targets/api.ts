import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { CYCLES_KEY, type Cycle } from '../../lib/cycle-queries';
import { etagOf, ifMatch, unwrap, unwrapVersioned } from '../../lib/unwrap';

export type Target = Schema<'PurchaseTargetDto'>;
export type TargetRevision = Schema<'TargetRevisionListDto'>['items'][number];
export type PolicyRow = Schema<'CountingPolicyDto'>;
export type PolicyChange = Schema<'CountingPolicyChangeDto'>;
export type SchemeRow = Schema<'SchemeDto'>;
export type NewScheme = Schema<'CreateSchemeDto'>;
export type OpenYear = Schema<'OpenCycleDto'>;
export type ChangeYear = Schema<'ChangeCycleDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export function targetsQuery(cycleId: string | null) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'targets', cycleId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/purchase-targets', { params: { query: { cycleId: cycleId ?? '' } }, signal })),
    enabled: cycleId !== null,
  });
}

/** What the departments wished for, beside the amounts that are being set. */
export function wishesQuery(cycleId: string) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'surveys', cycleId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/demand-surveys', { params: { query: { cycleId } }, signal })),
  });
}

export function revisionsQuery(targetId: string) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'revisions', targetId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/purchase-targets/{id}/revisions', { params: { path: { id: targetId } }, signal }),
      ),
  });
}

export function institutionRevisionsQuery(cycleId: string) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'institution-revisions', cycleId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/purchase-target-cycles/{id}/target-revisions', {
          params: { path: { id: cycleId } },
          signal,
        }),
      ),
  });
}

export function proposeTargets(cycleId: string, overwrite: boolean) {
  const params = { path: { id: cycleId } };
  return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/propose', { params, body: { overwrite } }));
}

/** Sets a proposed amount; null = no target. @throws ProblemError 412 when somebody else was quicker */
export function setTarget(id: string, version: number, targetKrw: number | null): Promise<Target> {
  const params = { path: { id }, header: ifMatch(etagOf(version)) };
  return unwrap(api.PUT('/api/v1/purchase-targets/{id}', { params, body: { targetKrw } }));
}

export function reviseTarget(
  target: Pick<Target, 'id' | 'version'>,
  body: { readonly targetKrw: number | null; readonly reason: string },
  headers: IdempotencyHeaders,
): Promise<Target> {
  const header = { ...ifMatch(etagOf(target.version)), ...headers };
  return unwrap(
    api.POST('/api/v1/purchase-targets/{id}/revise', { params: { path: { id: target.id }, header }, body }),
  );
}

export function acknowledgeTarget(id: string): Promise<Target> {
  return unwrap(api.POST('/api/v1/purchase-targets/{id}/acknowledge', { params: { path: { id } } }));
}

export function confirmTargets(cycleId: string, reason: string | null): Promise<Cycle> {
  const params = { path: { id: cycleId } };
  return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/confirm', { params, body: { reason } }));
}

export function reopenYear(cycleId: string, reason: string): Promise<Cycle> {
  const params = { path: { id: cycleId } };
  return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/reopen', { params, body: { reason } }));
}

export function openYear(body: OpenYear, headers: IdempotencyHeaders): Promise<Cycle> {
  return unwrap(api.POST('/api/v1/purchase-target-cycles', { body, params: { header: headers } }));
}

export function changeYear(cycle: Pick<Cycle, 'id' | 'version'>, body: ChangeYear): Promise<Cycle> {
  const params = { path: { id: cycle.id }, header: ifMatch(etagOf(cycle.version)) };
  return unwrap(api.PATCH('/api/v1/purchase-target-cycles/{id}', { params, body }));
}

export function policiesQuery(institutionId: string | null) {
  return queryOptions({
    queryKey: ['counting-policies', institutionId],
    queryFn: ({ signal }) => {
      const query = institutionId === null ? {} : { institutionId };
      return unwrap(api.GET('/api/v1/counting-policies', { params: { query }, signal }));
    },
    enabled: institutionId !== null,
  });
}

export function policyQuery(id: string) {
  return queryOptions({
    queryKey: ['counting-policies', 'one', id],
    queryFn: ({ signal }) =>
      unwrapVersioned(api.GET('/api/v1/counting-policies/{id}', { params: { path: { id } }, signal })),
  });
}

export function changePolicy(id: string, etag: string, body: PolicyChange): Promise<PolicyRow> {
  const params = { path: { id }, header: ifMatch(etag) };
  return unwrap(api.PATCH('/api/v1/counting-policies/{id}', { params, body }));
}

export function schemesQuery(institutionId: string, fiscalYear: number) {
  return queryOptions({
    queryKey: ['schemes', institutionId, fiscalYear],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/schemes', { params: { query: { institutionId, fiscalYear } }, signal })),
  });
}

export function createScheme(body: NewScheme, headers: IdempotencyHeaders): Promise<SchemeRow> {
  return unwrap(api.POST('/api/v1/schemes', { body, params: { header: headers } }));
}
