import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

export type PurchasePeriod = Schema<'PurchasePeriodDto'>;
export type DepartmentSubmission = PurchasePeriod['departments'][number];
export type SubmissionKind = Schema<'SubmissionKind'>;

/** The four quarters of a year and where each department stands. */
export function periodsQuery(institutionId: string | null, fiscalYear: number) {
  return queryOptions({
    queryKey: ['purchase-periods', institutionId, fiscalYear],
    queryFn: ({ signal }) => {
      const place = institutionId === null ? {} : { institutionId };
      return unwrap(
        api.GET('/api/v1/purchase-periods', { params: { query: { fiscalYear, ...place } }, signal }),
      );
    },
    enabled: institutionId !== null,
  });
}

export function submitPeriod(id: string, kind: SubmissionKind): Promise<PurchasePeriod> {
  return unwrap(
    api.POST('/api/v1/purchase-periods/{id}/submit', { params: { path: { id } }, body: { kind } }),
  );
}

export function withdrawPeriod(id: string): Promise<PurchasePeriod> {
  return unwrap(api.POST('/api/v1/purchase-periods/{id}/withdraw', { params: { path: { id } }, body: {} }));
}

export function closePeriod(id: string, reason: string): Promise<PurchasePeriod> {
  const body = reason === '' ? {} : { reason };
  return unwrap(api.POST('/api/v1/purchase-periods/{id}/close', { params: { path: { id } }, body }));
}

export function reopenPeriod(id: string, reason: string): Promise<PurchasePeriod> {
  return unwrap(
    api.POST('/api/v1/purchase-periods/{id}/reopen', { params: { path: { id } }, body: { reason } }),
  );
}
