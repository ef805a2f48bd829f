import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { unwrap } from './unwrap';

/** Departments of an institution, ended ones too: rows of past years keep last year's name. */
export function departmentsQuery(institutionId: string | null) {
  return queryOptions({
    queryKey: ['institutions', institutionId, 'departments'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/institutions/{id}/departments', {
          params: { path: { id: institutionId ?? '' }, query: { includeEnded: true } },
          signal,
        }),
      ),
    enabled: institutionId !== null,
    staleTime: 300_000,
  });
}

/** Buying institutions, for those who see more than one. */
export const institutionsQuery = queryOptions({
  queryKey: ['institutions', 'all'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/v1/institutions', { params: { query: { limit: 200 } }, signal })),
  staleTime: 300_000,
});

/** One institution; null = none is meant yet. */
export function institutionQuery(id: string | null) {
  return queryOptions({
    queryKey: ['institutions', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/institutions/{id}', { params: { path: { id: id ?? '' } }, signal })),
    enabled: id !== null,
  });
}
