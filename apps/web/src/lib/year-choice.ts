import { yearOf } from '@ieum/domain';
import { today } from './date-format';

/** The year of an address; null when there is none, or somebody broke it. */
export function yearFrom(text: string): number | null {
  return /^20\d\d$/.test(text) ? Number(text) : null;
}

export function thisYear(): number {
  return yearOf(today());
}

/** What can be chosen: years that have rows, this one, and the one that is shown. The latest first. */
export function yearsToChoose(withRows: readonly number[], shown: number): readonly number[] {
  return [...new Set([...withRows, thisYear(), shown])].sort((a, b) => b - a);
}
