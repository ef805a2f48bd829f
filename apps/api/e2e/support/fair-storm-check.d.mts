/** Shapes of fair-storm-check.mjs, for the tests. */
import type { Refusal, StormParts } from './fair-storm.mjs';

type Sql = (text: string, values?: readonly unknown[]) => Promise<object[]>;

export interface Overlaps {
  readonly desk: number;
  readonly exhibitor: number;
  readonly person: number;
}

export function takeNotes(sql: Sql): Promise<void>;
export function clearNotes(sql: Sql): Promise<void>;
export function overlapsNow(sql: Sql): Promise<Overlaps>;
export function judge(
  sql: Sql,
  options: { parts: StormParts; refusals: readonly Refusal[]; shiftMs?: number },
): Promise<{ readonly overlaps: Overlaps; readonly unfounded: readonly Refusal[] }>;
