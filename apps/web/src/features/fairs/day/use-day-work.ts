import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { fairKey, type FairExhibitor, type Timetable } from '../api';
import { isCheckedIn, withAnswer } from './day-view';
import type { OutboxView } from './outbox';
import type { DayWork, OutboxEntry } from './outbox-entry';
import { useOutbox } from './use-outbox';

export interface DayWorkDone {
  readonly view: OutboxView;
  /** what of this fair waits to be sent, in order */
  readonly waiting: readonly OutboxEntry[];
  /** keeps and sends; about = the enterprise or the code, for whoever reads a refusal */
  readonly say: (work: DayWork, about: string) => void;
}

/** What is done at a fair on its day: kept on this device first, shown at once, and sent in order. */
export function useDayWork(
  fairId: string,
  onDone?: (entry: OutboxEntry, answer: unknown) => void,
): DayWorkDone {
  const queryClient = useQueryClient();
  const { outbox, view } = useOutbox();
  useEffect(
    () =>
      outbox.onDone((entry, answer) => {
        if (entry.fairId !== fairId) return;
        const key = [...fairKey(fairId), 'timetable'];
        queryClient.setQueriesData<Timetable>({ queryKey: key }, (timetable) =>
          timetable === undefined ? undefined : withAnswer(timetable, entry, answer),
        );
        if (isCheckedIn(answer))
          queryClient.setQueryData<{ items: FairExhibitor[] }>([...fairKey(fairId), 'exhibitors'], (list) =>
            list === undefined ? undefined : { items: list.items.map(cameToo(answer.exhibitorId)) },
          );
        onDone?.(entry, answer);
      }),
    [outbox, fairId, queryClient, onDone],
  );
  const say = useCallback(
    (work: DayWork, about: string) => void outbox.add({ fairId, work, about }),
    [outbox, fairId],
  );
  const waiting = view.waiting.filter((entry) => entry.fairId === fairId);
  useReadingAgain(fairId, waiting);
  return { view, waiting, say };
}

/** What has left the list is with the server, whichever tab of this browser sent it. */
function useReadingAgain(fairId: string, waiting: readonly OutboxEntry[]): void {
  const queryClient = useQueryClient();
  const keys = waiting.map(({ key }) => key).join(' ');
  const before = useRef(keys);
  useEffect(() => {
    const left = before.current.split(' ').filter((key) => key !== '' && !keys.includes(key));
    before.current = keys;
    if (left.length > 0) void queryClient.invalidateQueries({ queryKey: fairKey(fairId) });
  }, [keys, fairId, queryClient]);
}

const cameToo = (exhibitorId: string) => (one: FairExhibitor) =>
  one.id === exhibitorId ? { ...one, isCheckedIn: true } : one;
