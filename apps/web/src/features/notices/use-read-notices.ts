import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NOTICES_KEY, readNotice } from './api';

/** Marks notices as read, one after another; again is no harm. */
export function useReadNotices() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (ids: readonly string[]) => {
      for (const id of ids) await readNotice(id);
    },
    onSettled: () => client.invalidateQueries({ queryKey: NOTICES_KEY }),
  });
}
