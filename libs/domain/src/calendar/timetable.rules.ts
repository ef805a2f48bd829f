import { addDays, koreanDay, type Day } from './day';

/** 'HH:MM' in Korea. */
export type TimeOfDay = string;

const SHAPE = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isTimeOfDay(text: string): boolean {
  return SHAPE.test(text);
}

/** The latest day whose time has come: today from that time on, yesterday before it. `now` is an instant. */
export function dueDayOf(at: TimeOfDay, now: Date): Day {
  if (!isTimeOfDay(at)) throw new RangeError(`not a time of day: ${at}`);
  const today = koreanDay(now);
  const begins = new Date(`${today}T${at}:00+09:00`);
  return now.getTime() >= begins.getTime() ? today : addDays(today, -1);
}
