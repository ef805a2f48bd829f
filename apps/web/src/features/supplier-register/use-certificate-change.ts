import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { SUPPLIERS_KEY, VERIFICATIONS_KEY } from './api';
import { registerMessages } from './messages';

/** Runs one change of a certificate: busy meanwhile, the refusal in words, fresh data afterwards. */
export function useCertificateChange(onDone: () => void) {
  const t = useMessages(registerMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const refresh = async () => {
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: SUPPLIERS_KEY }),
      queryClient.invalidateQueries({ queryKey: VERIFICATIONS_KEY }),
    ]);
  };
  const run = async (change: () => Promise<unknown>, done: string) => {
    setBusy(true);
    setFault(null);
    try {
      await change();
      await refresh();
      say(done);
      onDone();
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      setFault(stale ? t('certificateStale') : sentence(error));
      if (stale) await refresh();
    }
    setBusy(false);
  };
  return { busy, fault, setFault, run };
}
