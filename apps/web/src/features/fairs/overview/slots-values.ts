import { addDays, isRefusal, layFairSlots, type Day, type FairHours } from '@ieum/domain';
import type { FairDetail } from '../api';

/** What is typed of a fair's hours. */
export interface SlotsValues {
  readonly slotMinutes: number | null;
  readonly pauseMinutes: number | null;
  readonly hours: readonly FairHours[];
}

/** Every day from the first to the last. */
export function daysOf({ firstDay, lastDay }: Pick<FairDetail, 'firstDay' | 'lastDay'>): readonly Day[] {
  const days: Day[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days;
}

/** A morning and an afternoon of every day. */
export function usualHours(fair: FairDetail): SlotsValues {
  return {
    slotMinutes: fair.slotMinutes,
    pauseMinutes: 0,
    hours: daysOf(fair).flatMap((day) => [
      { day, from: '10:00', to: '12:00' },
      { day, from: '13:00', to: '17:00' },
    ]),
  };
}

/** A time as people type it: 930, 0930, 9:30 or 09:30; what is none stays as it is, for the rule to refuse. */
export function readTime(typed: string): string {
  const parts = /^(\d{1,2}):?(\d{2})$/.exec(typed.trim());
  return parts === null ? typed.trim() : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? ''}`;
}

export type SlotsOutlook = { readonly count: number } | { readonly wrong: 'hours' | 'slotMinutes' };

/** How many slots come of it, by the rule that the server cuts them with. */
export function outlookOf(fair: FairDetail, values: SlotsValues): SlotsOutlook {
  const { slotMinutes, pauseMinutes, hours } = values;
  if (slotMinutes === null || slotMinutes < 5 || slotMinutes > 240) return { wrong: 'slotMinutes' };
  if (pauseMinutes !== null && pauseMinutes > 60) return { wrong: 'slotMinutes' };
  const { firstDay, lastDay } = fair;
  const laid = layFairSlots({ firstDay, lastDay, hours, slotMinutes, pauseMinutes: pauseMinutes ?? 0 });
  if (!isRefusal(laid)) return { count: laid.length };
  return { wrong: laid.details?.['field'] === 'slotMinutes' ? 'slotMinutes' : 'hours' };
}
