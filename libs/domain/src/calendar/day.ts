/** A calendar day of Korea, 'YYYY-MM-DD', from storage to screen; never an instant. */
export type Day = string;
export type Quarter = 1 | 2 | 3 | 4;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2199;

/** True only for a day that exists, written YYYY-MM-DD, in 1900..2199. */
export function isDay(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const match = SHAPE.exec(value);
  if (match === null) return false;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return false;
  return date >= 1 && date <= daysInMonth(year, month);
}

/** Number of days of a month (1..12). */
export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** Builds a day from its parts; null when there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const day = `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
  return isDay(day) ? day : null;
}

/** Days since 1970-01-01 (negative before). Throws RangeError for what is not a day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.UTC(yearOf(day), monthOf(day) - 1, Number(day.slice(8, 10))) / 86_400_000;
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return fromDayNumber(dayNumber(day) + count);
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** Inside [from, to], both ends inclusive; null means no limit on that side. */
export function isWithin(day: Day, from: Day | null, to: Day | null): boolean {
  return (from === null || from <= day) && (to === null || day <= to);
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** 1..12 */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function quarterOf(day: Day): Quarter {
  return quarterOfMonth(monthOf(day));
}

/** Quarter of a month 1..12. */
export function quarterOfMonth(month: number): Quarter {
  return month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4;
}

export function firstDayOfQuarter(year: number, quarter: Quarter): Day {
  return `${pad(year, 4)}-${pad(quarter * 3 - 2, 2)}-01`;
}

export function lastDayOfQuarter(year: number, quarter: Quarter): Day {
  const month = quarter * 3;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(daysInMonth(year, month), 2)}`;
}

/** The Korean day of an instant. Korea keeps UTC+9 all year (no summer time since 1988), whatever the host's zone. */
export function koreanDay(instant: Date): Day {
  return fromDayNumber(Math.floor((instant.getTime() + 9 * 3_600_000) / 86_400_000));
}

function fromDayNumber(count: number): Day {
  return new Date(count * 86_400_000).toISOString().slice(0, 10);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
