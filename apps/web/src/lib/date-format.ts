import { dayOf, isDay, koreanDay, type Day } from '@ieum/domain';
import type { Language } from './define-messages';

/** The Korean calendar day of now; the only place of the screens that reads the clock for a day. */
export function today(): Day {
  return koreanDay(new Date());
}

/** 2016-03-05 → "2016. 3. 5." or "5 Mar 2016". */
export function showDay(day: Day | null | undefined, language: Language): string {
  if (day === null || day === undefined || !isDay(day)) return '–';
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: language === 'ko' ? 'numeric' : 'short',
    day: 'numeric',
  }).format(new Date(`${day}T00:00:00Z`));
}

/** An instant with offset, in Korean time and by the clock of 24 hours, as the slots of a fair and the English are. */
export function showInstant(instant: string | null | undefined, language: Language): string {
  if (instant === null || instant === undefined) return '–';
  return new Intl.DateTimeFormat(language === 'ko' ? 'ko-KR' : 'en-GB', {
    timeZone: 'Asia/Seoul',
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/**
 * Reads a day as people type it: 20160305, 2016-03-05, 2016.3.5, 2016/3/5, 2016. 3. 5.
 * Null when it is no day that exists.
 */
export function readDay(text: string): Day | null {
  const trimmed = text.normalize('NFKC').trim();
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(trimmed) ??
    /^(\d{4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,2})\s*\.?$/.exec(trimmed);
  return parts === null ? null : dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
