import { addDays, koreanDay, lastDayOfQuarter, type Day, type Quarter } from '@ieum/domain';
import { queryOptions } from '@tanstack/react-query';
import type { Schema } from '@ieum/api-client';
import { api } from '../../lib/api';
import { ProblemError } from '../../lib/problem-error';
import { unwrap } from '../../lib/unwrap';

export type Period = Schema<'PurchasePeriodDto'>;
type Visit = Schema<'VisitDto'>;
type SupplierRequest = Schema<'SupplierRequestDto'>;
export type AchievementReport = Schema<'AchievementReportDto'>;

/** Achievement by department as of today; null where the year keeps no books of this scheme yet. */
export function standingQuery(institutionId: string | null, fiscalYear: number, scheme: string) {
  return queryOptions({
    queryKey: ['achievements', 'home', institutionId, fiscalYear, scheme],
    queryFn: async ({ signal }): Promise<AchievementReport | null> => {
      const place = institutionId === null ? {} : { institutionId };
      const query = { fiscalYear, scheme, groupBy: 'department' as const, ...place };
      try {
        return await unwrap(api.GET('/api/v1/achievements', { params: { query }, signal }));
      } catch (error) {
        if (error instanceof ProblemError && [404, 409, 422].includes(error.status)) return null;
        throw error;
      }
    },
  });
}

export function homePeriodsQuery(institutionId: string | null, fiscalYear: number) {
  return queryOptions({
    queryKey: ['purchase-periods', institutionId, fiscalYear],
    queryFn: ({ signal }) => {
      const place = institutionId === null ? {} : { institutionId };
      return unwrap(
        api.GET('/api/v1/purchase-periods', { params: { query: { fiscalYear, ...place } }, signal }),
      );
    },
  });
}

export function latestPurchasesQuery(fiscalYear: number) {
  return queryOptions({
    queryKey: ['purchases', 'latest', fiscalYear],
    queryFn: ({ signal }) => {
      const query = { fiscalYear, sort: 'newest' as const, limit: 5 };
      return unwrap(api.GET('/api/v1/purchases', { params: { query }, signal }));
    },
  });
}

/** How many published items of an enterprise nobody has confirmed for 12 months; counts to 200. */
export function staleItemsQuery(supplierId: string) {
  return queryOptions({
    queryKey: ['catalogue-items', 'stale', supplierId],
    queryFn: async ({ signal }) => {
      const query = { state: ['published' as const], stale: true, limit: 200 };
      const params = { path: { id: supplierId }, query };
      return (await unwrap(api.GET('/api/v1/suppliers/{id}/catalogue-items', { params, signal }))).items
        .length;
    },
  });
}

/** Quarters that are over and still open, earliest first. */
export function quartersDue(periods: readonly Period[], today: Day): Period[] {
  return periods
    .filter((period) => period.state === 'open' && quarterEnd(period) < today)
    .sort((one, other) => one.quarter - other.quarter);
}

/** Of those, the ones that the department has not handed in. */
export function quartersToHandIn(
  periods: readonly Period[],
  departmentId: string | null,
  today: Day,
): Period[] {
  return quartersDue(periods, today).filter(({ departments }) =>
    departments.some((one) => one.departmentId === departmentId && one.state === 'open'),
  );
}

export interface DueVisit {
  readonly visit: Visit;
  readonly dueOn: Day;
  /** a promised next step; otherwise a visit that was planned */
  readonly isStep: boolean;
}

/** Planned visits and promised next steps as one list, the oldest first. */
export function dueVisits(planned: readonly Visit[], withSteps: readonly Visit[]): readonly DueVisit[] {
  const visits = planned.map((visit) => ({ visit, dueOn: visit.visitedOn, isStep: false }));
  const steps = withSteps.map((visit) => ({
    visit,
    dueOn: visit.nextStepOn ?? visit.visitedOn,
    isStep: true,
  }));
  return [...visits, ...steps].sort((one, other) => one.dueOn.localeCompare(other.dueOn));
}

/** Requests whose last day is over, the longest waiting first. */
export function overdueRequests(sent: readonly SupplierRequest[], today: Day): readonly SupplierRequest[] {
  return sent
    .filter(({ answerBy }) => answerBy !== null && answerBy < today)
    .sort((one, other) => (one.answerBy ?? '').localeCompare(other.answerBy ?? ''));
}

/** What an enterprise can still answer in time, the shortest time first; without a last day nothing presses. */
export function pressingRequests(sent: readonly SupplierRequest[], today: Day): readonly SupplierRequest[] {
  return sent
    .filter(({ answerBy }) => answerBy !== null && answerBy >= today)
    .sort((one, other) => (one.answerBy ?? '').localeCompare(other.answerBy ?? ''));
}

const LATELY_DAYS = 14;

/** An answer is news for two weeks: the latest first. */
export function answeredLately(answered: readonly SupplierRequest[], today: Day): readonly SupplierRequest[] {
  const since = addDays(today, -LATELY_DAYS);
  return answered
    .filter(({ answeredAt }) => answeredAt !== null && koreanDay(new Date(answeredAt)) >= since)
    .sort((one, other) => (other.answeredAt ?? '').localeCompare(one.answeredAt ?? ''));
}

export function handedIn(period: Period): number {
  return period.departments.filter((one) => one.state !== 'open').length;
}

function quarterEnd(period: Period): Day {
  return lastDayOfQuarter(period.fiscalYear, asQuarter(period.quarter));
}

function asQuarter(number: number): Quarter {
  return number === 1 || number === 2 || number === 3 ? number : 4;
}
