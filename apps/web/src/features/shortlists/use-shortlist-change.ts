import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useToast } from '../../components/toast';
import { useMessages } from '../../lib/language';
import { ProblemError } from '../../lib/problem-error';
import { useProblemSentence } from '../../lib/problem-sentences';
import { SHORTLISTS_KEY, type ShortlistDetail } from '../../lib/shortlist-queries';
import { shortlistQuery } from './api';
import { shortlistMessages } from './messages';

/** Runs one change of a list at a time; after a change in another tab the list is read anew and the person decides again. */
export function useShortlistChange() {
  const t = useMessages(shortlistMessages);
  const sentence = useProblemSentence();
  const say = useToast();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  /** @returns whether it was done */
  const run = async (change: () => Promise<ShortlistDetail>, done: string | null): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFault(null);
    try {
      const saved = await change();
      client.setQueryData(shortlistQuery(saved.id).queryKey, saved);
      await client.invalidateQueries({ queryKey: [...SHORTLISTS_KEY, 'list'] });
      if (done !== null) say(done);
      return true;
    } catch (error) {
      const stale = error instanceof ProblemError && error.status === 412;
      if (stale) await client.invalidateQueries({ queryKey: SHORTLISTS_KEY });
      setFault(stale ? t('stale') : sentence(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, run };
}
