import type { Schema } from '@ieum/api-client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { etagOf, unwrap } from '../../lib/unwrap';
import { thisYear } from '../../lib/year-choice';

export type Budget = Schema<'BudgetDto'>;
export type BudgetList = Schema<'BudgetListDto'>;
export type NewBudget = Schema<'CreateBudgetDto'>;
export type BudgetChange = Schema<'ChangeBudgetDto'>;
type IdempotencyHeaders = { readonly 'Idempotency-Key': string };

export const BUDGET_KEY = ['budgets'] as const;

export function budgetsQuery(year: number, includeArchived: boolean) {
  return queryOptions({
    queryKey: [...BUDGET_KEY, year, includeArchived],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/budgets', { params: { query: { year, includeArchived } }, signal })),
  });
}

/** Budgets of the chosen year; without a choice this year's, or the latest that has some. */
export function useBudgets(chosen: number | null, includeArchived: boolean) {
  const first = useQuery(budgetsQuery(chosen ?? thisYear(), includeArchived));
  const isEmpty = chosen === null && first.data?.programmes.length === 0;
  const year = isEmpty ? (first.data?.years[0] ?? thisYear()) : (chosen ?? thisYear());
  return { year, list: useQuery({ ...budgetsQuery(year, includeArchived), enabled: !first.isPending }) };
}

/** As it is saved now, past every cache. */
export function readBudget(id: string): Promise<Budget> {
  return unwrap(api.GET('/api/v1/budgets/{id}', { params: { path: { id } } }));
}

/** @throws ProblemError BUDGET_INVALID, BUDGET_EXISTS */
export function createBudget(body: NewBudget, headers: IdempotencyHeaders): Promise<Budget> {
  return unwrap(api.POST('/api/v1/budgets', { body, params: { header: headers } }));
}

/** @throws ProblemError BUDGET_INVALID, BUDGET_EXISTS, VERSION_STALE */
export function changeBudget(
  { id, version }: Pick<Budget, 'id' | 'version'>,
  body: BudgetChange,
): Promise<Budget> {
  const params = { path: { id }, header: { 'If-Match': etagOf(version) } };
  return unwrap(api.PATCH('/api/v1/budgets/{id}', { body, params }));
}
