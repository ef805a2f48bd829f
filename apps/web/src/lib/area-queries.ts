import { queryOptions } from '@tanstack/react-query';
import { api } from './api';
import { unwrap } from './unwrap';

/** The areas in which the person may work: the assigned ones, for the centre all of them. */
export const areasQuery = queryOptions({
  queryKey: ['support-areas'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/support-areas', { signal })),
  staleTime: 300_000,
});
