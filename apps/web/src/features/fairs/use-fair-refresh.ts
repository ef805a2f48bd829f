import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { FAIRS_KEY } from './api';

/** After a change at one fair all that was read of fairs is asked for again. */
export function useFairRefresh(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: FAIRS_KEY }), [client]);
}
