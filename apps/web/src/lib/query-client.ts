import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from './problem-error';

const RETRIES = 2;

/** Refusals are final; only an unreachable or busy server is asked again. */
function mayRetry(failures: number, error: Error): boolean {
  const passing = error instanceof ProblemError && (error.status === 0 || error.status === 503);
  return passing && failures < RETRIES;
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: mayRetry, staleTime: 15_000, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
