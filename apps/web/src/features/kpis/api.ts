import type { Schema } from '@ieum/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';
import { thisYear } from '../../lib/year-choice';

export type Kpi = Schema<'KpiDto'>;
export type KpiBoard = Schema<'KpiBoardDto'>;
export type KpiProgramme = Schema<'KpiProgrammeDto'>;
export type ComparedKpi = Schema<'ComparedKpiDto'>;
export type NewKpi = Schema<'CreateKpiDto'>;
export type KpiChange = Schema<'ChangeKpiDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export const KPI_KEY = ['kpis'] as const;

export function kpiBoardQuery(year: number, includeArchived: boolean) {
  return queryOptions({
    queryKey: [...KPI_KEY, 'board', year, includeArchived],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/kpis', { params: { query: { year, includeArchived } }, signal })),
  });
}

/** The board of the chosen year; without a choice this year's, or the latest that has one. */
export function useKpiBoard(chosen: number | null, includeArchived: boolean) {
  const first = useQuery(kpiBoardQuery(chosen ?? thisYear(), includeArchived));
  const isEmpty = chosen === null && first.data?.rowCount === 0;
  const year = isEmpty ? (first.data?.years[0] ?? thisYear()) : (chosen ?? thisYear());
  return { year, board: useQuery({ ...kpiBoardQuery(year, includeArchived), enabled: !first.isPending }) };
}

export function kpiComparisonQuery(years: readonly number[]) {
  return queryOptions({
    queryKey: [...KPI_KEY, 'compare', ...years],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/kpis/compare', { params: { query: { years: years.join(',') } }, signal })),
    enabled: years.length > 1,
  });
}

/** As it is saved now, past every cache. */
export function readKpi(id: string): Promise<Kpi> {
  return unwrap(api.GET('/api/v1/kpis/{id}', { params: { path: { id } } }));
}

/** @throws ProblemError KPI_INVALID, KPI_EXISTS */
export function createKpi(body: NewKpi, headers: IdempotencyHeaders): Promise<Kpi> {
  return unwrap(api.POST('/api/v1/kpis', { body, params: { header: headers } }));
}

/** @throws ProblemError KPI_INVALID, KPI_EXISTS, VERSION_STALE */
export function changeKpi({ id, version }: Pick<Kpi, 'id' | 'version'>, body: KpiChange): Promise<Kpi> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/kpis/{id}', { body, params }));
}

/** @throws ProblemError KPI_INVALID */
export function copyKpis(
  body: { readonly fromYear: number; readonly toYear: number },
  headers: IdempotencyHeaders,
): Promise<Schema<'CopiedKpisDto'>> {
  return unwrap(api.POST('/api/v1/kpis/copy', { body, params: { header: headers } }));
}
