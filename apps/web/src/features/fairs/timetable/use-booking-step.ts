import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useToast } from '../../../components/toast';
import { useMessages } from '../../../lib/language';
import { ProblemError } from '../../../lib/problem-error';
import { useProblemSentence } from '../../../lib/problem-sentences';
import { fairKey } from '../api';
import { takenOf, type Taken } from './taken';
import { timetableMessages } from './timetable-messages';

export interface Refused {
  readonly sentence: string;
  /** where the place was taken: what else there is */
  readonly taken: Taken | null;
}

export interface BookingStep {
  readonly busy: boolean;
  readonly refused: Refused | null;
  /** what a screen finds wrong before anything is sent; null = nothing any more */
  readonly complain: (sentence: string | null) => void;
  /** @returns whether it was done */
  readonly run: (step: () => Promise<unknown>, said: string) => Promise<boolean>;
}

/** One step with a booking: done and said, or refused with the reason and with what else there is. */
export function useBookingStep(fairId: string): BookingStep {
  const t = useMessages(timetableMessages);
  const say = useToast();
  const sentence = useProblemSentence();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  const complain = useCallback(
    (text: string | null) => setRefused(text === null ? null : { sentence: text, taken: null }),
    [],
  );
  const run = useCallback(
    async (step: () => Promise<unknown>, said: string) => {
      setBusy(true);
      setRefused(null);
      let isDone = true;
      try {
        await step();
        say(said);
      } catch (error) {
        isDone = false;
        const isStale = error instanceof ProblemError && error.code === 'VERSION_STALE';
        setRefused({ sentence: isStale ? t('stale') : sentence(error), taken: takenOf(error) });
      }
      setBusy(false);
      // Refused or done: what the screen shows is not what is there any more.
      void queryClient.invalidateQueries({ queryKey: fairKey(fairId) });
      return isDone;
    },
    [fairId, queryClient, say, sentence, t],
  );
  return { busy, refused, complain, run };
}
