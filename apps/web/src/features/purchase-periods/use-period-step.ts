import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../../components/toast';

/** One step on a quarter: runs it, says so, reads everything anew; a refusal stays to be shown. */
export function usePeriodStep() {
  const say = useToast();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (done: string, step: () => Promise<unknown>) => {
    setBusy(true);
    setFailure(null);
    try {
      await step();
      say(done);
    } catch (error) {
      setFailure(error);
    }
    await client.invalidateQueries();
    setBusy(false);
  };
  return { busy, failure, run };
}
