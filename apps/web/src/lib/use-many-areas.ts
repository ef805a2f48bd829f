import { useQuery } from '@tanstack/react-query';
import { areasQuery } from './area-queries';

/** Has the person several areas to choose from? Who works in a single one is not asked. */
export function useManyAreas(): boolean {
  const { data } = useQuery(areasQuery);
  return (data?.items.length ?? 0) > 1;
}
