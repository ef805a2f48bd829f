import type { Day } from '../calendar/day';

/** Is the enterprise out of business on that day? @param closedOn the first such day; null = none is known */
export function isClosedOn(closedOn: Day | null, day: Day): boolean {
  return closedOn !== null && closedOn <= day;
}
