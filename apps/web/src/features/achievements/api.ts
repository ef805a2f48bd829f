import type { operations, Schema } from '@ieum/api-client';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { ProblemError } from '../../lib/problem-error';
import { unwrap } from '../../lib/unwrap';

export type Report = Schema<'AchievementReportDto'>;
export type ReportRow = Schema<'AchievementRowDto'>;
export type ReportQuestion = NonNullable<operations['getAchievements']['parameters']['query']>;

export function achievementsQuery(question: ReportQuestion) {
  return queryOptions({
    queryKey: ['achievements', question],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/achievements', { params: { query: question }, signal })),
  });
}

/** As above for a year or scheme that may have no books: null then, and the picture goes without it. */
export function optionalAchievementsQuery(question: ReportQuestion) {
  return queryOptions({
    queryKey: ['achievements', 'optional', question],
    queryFn: async ({ signal }): Promise<Report | null> => {
      try {
        return await unwrap(api.GET('/api/v1/achievements', { params: { query: question }, signal }));
      } catch (error) {
        if (error instanceof ProblemError && [404, 409, 422].includes(error.status)) return null;
        throw error;
      }
    },
  });
}
