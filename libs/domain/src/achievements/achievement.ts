import { monthOf, type Day } from '../calendar/day';
import { rateOf, type Rate, type RatePolicy } from '../money/rate';
import { totalledUnder, type Recognition } from '../purchases/recognition.rules';
import { compareText } from '../text/text-order';

/** A ledger row as far as totals need it: purchase or signed adjustment. */
export interface LedgerRow extends Pick<
  Recognition,
  'recognitionDate' | 'recognizedAmountKrw' | 'countedSchemes' | 'certifiedOnly'
> {
  readonly departmentId: string;
}

/** One counter of the books: a department's month in one scheme (or in certified_only). */
export interface AchievementCell {
  readonly departmentId: string;
  /** 1..12 */
  readonly month: number;
  readonly scheme: string;
  readonly amountKrw: number;
  /** rows that count, adjustments included */
  readonly rows: number;
}

/** What one row adds to the counters: nothing, or one cell per scheme that counts it. */
export function achievementCellsOf(row: LedgerRow): readonly AchievementCell[] {
  const { departmentId, recognitionDate, recognizedAmountKrw } = row;
  if (recognitionDate === null || recognizedAmountKrw === null) return [];
  const month = monthOf(recognitionDate);
  return totalledUnder(row).map((scheme) => ({
    departmentId,
    month,
    scheme,
    amountKrw: recognizedAmountKrw,
    rows: 1,
  }));
}

/** The change of the counters when a row is added (before null), removed (after null) or changed. No zero cells. */
export function achievementDelta(
  before: LedgerRow | null,
  after: LedgerRow | null,
): readonly AchievementCell[] {
  const removed = before === null ? [] : achievementCellsOf(before).map(negated);
  return sumCells([...removed, ...(after === null ? [] : achievementCellsOf(after))]);
}

/**
 * All counters recomputed from the rows of one institution and year: the model that the incrementally kept ones
 * must equal. With `asOf`, rows recognised later are left out. Sorted by department, month, scheme; no empty cells.
 */
export function achievementTotals(
  rows: readonly LedgerRow[],
  asOf: Day | null = null,
): readonly AchievementCell[] {
  const until = rows.filter((row) => asOf === null || (row.recognitionDate ?? asOf) <= asOf);
  return sumCells(until.flatMap(achievementCellsOf));
}

/** Adds cells of the same department, month and scheme; cells that come to nothing are left out. */
export function sumCells(cells: readonly AchievementCell[]): readonly AchievementCell[] {
  const sums = new Map<string, AchievementCell>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.departmentId, cell.month, cell.scheme]);
    const sum = sums.get(key);
    sums.set(key, sum === undefined ? cell : added(sum, cell));
  }
  return [...sums.values()].filter((cell) => cell.amountKrw !== 0 || cell.rows !== 0).sort(compareCells);
}

/** Sum of one scheme, of the institution or of one department. */
export function schemeTotalKrw(
  cells: readonly AchievementCell[],
  scheme: string,
  departmentId?: string,
): number {
  return cells
    .filter(
      (cell) => cell.scheme === scheme && (departmentId === undefined || cell.departmentId === departmentId),
    )
    .reduce((sum, cell) => sum + cell.amountKrw, 0);
}

/** Twelve monthly amounts, January first. */
export function monthlyKrw(
  cells: readonly AchievementCell[],
  scheme: string,
  departmentId?: string,
): readonly number[] {
  return Array.from({ length: 12 }, (_, index) =>
    schemeTotalKrw(
      cells.filter((cell) => cell.month === index + 1),
      scheme,
      departmentId,
    ),
  );
}

export interface Achievement {
  readonly targetKrw: number | null;
  readonly actualKrw: number;
  readonly achievementRate: Rate;
  /** target − actual, never below 0; null without target */
  readonly remainingKrw: number | null;
}

/** Achievement of a target; null or 0 is "목표 없음". */
export function achievementOf(actualKrw: number, targetKrw: number | null, policy: RatePolicy): Achievement {
  const achievementRate = rateOf(actualKrw, targetKrw, policy);
  const remainingKrw = targetKrw === null || targetKrw <= 0 ? null : Math.max(0, targetKrw - actualKrw);
  return { targetKrw, actualKrw, achievementRate, remainingKrw };
}

function added(a: AchievementCell, b: AchievementCell): AchievementCell {
  return { ...a, amountKrw: a.amountKrw + b.amountKrw, rows: a.rows + b.rows };
}

function negated(cell: AchievementCell): AchievementCell {
  return { ...cell, amountKrw: -cell.amountKrw, rows: -cell.rows };
}

function compareCells(a: AchievementCell, b: AchievementCell): number {
  return compareText(a.departmentId, b.departmentId) || a.month - b.month || compareText(a.scheme, b.scheme);
}
