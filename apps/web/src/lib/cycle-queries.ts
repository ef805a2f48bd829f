import type { Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { unwrap } from './unwrap';

export type Cycle = Schema<'PurchaseTargetCycleDto'>;
export type CycleTarget = Cycle['institutionTargets'][number];

/** Begins the key of everything that a step of the year makes stale: cycles, surveys, targets. */
export const CYCLES_KEY = ['cycles'] as const;

/** Years of an institution, newest first; null = every one that the reader may see. */
export function cyclesQuery(institutionId: string | null) {
  return queryOptions({
    queryKey: [...CYCLES_KEY, 'list', institutionId],
    queryFn: ({ signal }) => {
      const query = institutionId === null ? {} : { institutionId };
      return unwrap(api.GET('/api/v1/purchase-target-cycles', { params: { query }, signal }));
    },
  });
}

type PlainStep = 'open-survey' | 'close-survey' | 'notify' | 'start-reporting' | 'close';

/** Moves the year on. @throws ProblemError CYCLE_STATE, TARGET_MISSING … */
export function stepCycle(id: string, step: PlainStep): Promise<Cycle> {
  const params = { path: { id } };
  switch (step) {
    case 'open-survey':
      return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/open-survey', { params }));
    case 'close-survey':
      return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/close-survey', { params }));
    case 'notify':
      return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/notify', { params }));
    case 'start-reporting':
      return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/start-reporting', { params }));
    case 'close':
      return unwrap(api.POST('/api/v1/purchase-target-cycles/{id}/close', { params }));
  }
}

/**
 * The year to show when the address names none: the running one; otherwise the newest that has begun
 * (a district that set up 2016 afterwards still works on 2016).
 */
export function cycleToShow(cycles: readonly Cycle[], fiscalYear: string, thisYear: number): Cycle | null {
  return (
    cycles.find((cycle) => String(cycle.fiscalYear) === fiscalYear) ??
    cycles.find((cycle) => cycle.fiscalYear === thisYear) ??
    cycles[0] ??
    null
  );
}
