import { queryOptions } from '@tanstack/react-query';
import { api } from '../../lib/api';
import { unwrap } from '../../lib/unwrap';

/** Accounts to try the product with; empty wherever the demo flag is not set. */
export const demoAccountsQuery = queryOptions({
  queryKey: ['auth', 'demo-accounts'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/auth/demo-accounts', { signal })),
  staleTime: Infinity,
});
