import type { ImportRowClass } from './import-row.rules';

/** Rows `from` to `to`, both included. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface ClassSummary {
  readonly class: ImportRowClass;
  readonly count: number;
  /** of what could be read as an amount */
  readonly sumKrw: number;
  /** the first ranges of row numbers, in order */
  readonly ranges: readonly RowRange[];
  /** rows beyond the last range shown */
  readonly moreRows: number;
}

export const SUMMARY_RANGES = 200;

/** Counts rows class by class as they come, in order; memory does not grow with the sheet. */
export function createImportSummary(): {
  add(rowClass: ImportRowClass, rowNumber: number, amountKrw: number | null): void;
  classes(): readonly ClassSummary[];
} {
  const found = new Map<
    ImportRowClass,
    { count: number; sumKrw: number; ranges: RowRange[]; more: number }
  >();
  return {
    add(rowClass, rowNumber, amountKrw) {
      const entry = found.get(rowClass) ?? { count: 0, sumKrw: 0, ranges: [], more: 0 };
      found.set(rowClass, entry);
      entry.count += 1;
      entry.sumKrw += amountKrw ?? 0;
      const last = entry.ranges.at(-1);
      if (last !== undefined && entry.more === 0 && last.to === rowNumber - 1)
        entry.ranges[entry.ranges.length - 1] = { from: last.from, to: rowNumber };
      else if (entry.ranges.length < SUMMARY_RANGES) entry.ranges.push({ from: rowNumber, to: rowNumber });
      else entry.more += 1;
    },
    classes() {
      return [...found].map(([rowClass, { count, sumKrw, ranges, more }]) => ({
        class: rowClass,
        count,
        sumKrw,
        ranges,
        moreRows: more,
      }));
    },
  };
}
