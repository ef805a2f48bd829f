import type { Language } from '../../lib/define-messages';
import { showDay } from '../../lib/date-format';
import type { FairSlot } from './api';

const NO_BREAK = '\u00a0';

interface Days {
  readonly firstDay: string;
  readonly lastDay: string;
}

/** One day, or from the first to the last. A line breaks between the days, never within one. */
export function fairDays({ firstDay, lastDay }: Days, language: Language): string {
  const whole = (day: string) => showDay(day, language).replaceAll(' ', NO_BREAK);
  return firstDay === lastDay ? whole(firstDay) : `${whole(firstDay)} – ${whole(lastDay)}`;
}

/** 2026-05-12T01:00:00Z → "10:00", Korean time in either language. */
export function clockTime(instant: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Seoul',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** "10:00–10:30". */
export function slotTimes({ startsAt, endsAt }: Pick<FairSlot, 'startsAt' | 'endsAt'>): string {
  return `${clockTime(startsAt)}–${clockTime(endsAt)}`;
}

/** "2026. 5. 12. 10:00–10:30", for a slot among those of several days. */
export function slotText(slot: Pick<FairSlot, 'day' | 'startsAt' | 'endsAt'>, language: Language): string {
  return `${showDay(slot.day, language)} ${slotTimes(slot)}`;
}

export interface DayOfSlots {
  readonly day: string;
  readonly slots: readonly FairSlot[];
}

/** The slots, which come in order of time, under their days. */
export function slotsByDay(slots: readonly FairSlot[]): readonly DayOfSlots[] {
  const days = [...new Set(slots.map(({ day }) => day))];
  return days.map((day) => ({ day, slots: slots.filter((slot) => slot.day === day) }));
}

/** "강북구청 일자리지원과"; the institution alone where no department is named. */
export function deskName({
  institutionName,
  departmentName,
}: {
  readonly institutionName: string;
  readonly departmentName: string | null;
}): string {
  return departmentName === null ? institutionName : `${institutionName} ${departmentName}`;
}
