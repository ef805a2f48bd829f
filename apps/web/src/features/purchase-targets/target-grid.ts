import { checkTargetSum, isRefusal, parseKrw, type MoneyUnit, type TargetSumCheck } from '@ieum/domain';
import { plainKrw, showKrw } from '../../lib/money-format';
import type { Target } from './api';

export interface DepartmentTargets {
  readonly departmentId: string;
  readonly departmentName: string;
  readonly departmentGroup: Target['departmentGroup'];
  /** by scheme code */
  readonly targets: Readonly<Record<string, Target | undefined>>;
}

/** The list of targets as a table: a row per department, a column per scheme, in the order of the list. */
export function departmentRows(targets: readonly Target[]): DepartmentTargets[] {
  const rows = new Map<string, { row: DepartmentTargets; targets: Record<string, Target> }>();
  for (const target of targets) {
    let entry = rows.get(target.departmentId);
    if (entry === undefined) {
      const own: Record<string, Target> = {};
      const { departmentId, departmentName, departmentGroup } = target;
      entry = { row: { departmentId, departmentName, departmentGroup, targets: own }, targets: own };
      rows.set(target.departmentId, entry);
    }
    entry.targets[target.schemeCode] = target;
  }
  return [...rows.values()].map(({ row }) => row);
}

/** The amounts that departments have in a scheme; those without a target take no part. */
export function amountsOf(
  rows: readonly DepartmentTargets[],
  scheme: string,
  shown: (target: Target) => number | null,
): number[] {
  return rows.flatMap(({ targets }) => {
    const target = targets[scheme];
    const amount = target === undefined ? null : shown(target);
    return amount === null ? [] : [amount];
  });
}

/** Sum against the institution's target; null when the institution has none, so that nothing can differ. */
export function sumCheck(
  institutionTargetKrw: number | null,
  amounts: readonly number[],
): TargetSumCheck | null {
  return institutionTargetKrw === null ? null : checkTargetSum(institutionTargetKrw, amounts);
}

export type CellReading = { readonly ok: true; readonly targetKrw: number | null } | { readonly ok: false };

/** A typed amount in the unit of the table; an empty cell is "no target". Negative amounts are no target either way. */
export function readCell(text: string, unit: MoneyUnit): CellReading {
  if (text.trim() === '' || text.trim() === '-' || text.trim() === '–') return { ok: true, targetKrw: null };
  const amount = parseKrw(text, unit);
  return isRefusal(amount) || amount < 0 ? { ok: false } : { ok: true, targetKrw: amount };
}

/** What an unfocused cell shows: exact in its unit, never rounded while it may be edited. */
export function cellText(amountKrw: number | null, unit: MoneyUnit): string {
  if (amountKrw === null) return '';
  const inUnit = plainKrw(amountKrw, unit);
  return Number.isInteger(inUnit) ? showKrw(inUnit) : String(inUnit);
}

/** A copied block as rows of cells; the last line break of a spreadsheet's copy is no row. */
export function pastedBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n');
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

export interface CellChange {
  readonly target: Target;
  readonly targetKrw: number | null;
}

/**
 * Lays a pasted block over the table from a cell on. What falls outside is left out; `unreadable` counts the cells
 * that are no amount, of which none is changed.
 */
export function pasteChanges(
  block: readonly (readonly string[])[],
  place: { readonly row: number; readonly column: number },
  grid: { readonly rows: readonly DepartmentTargets[]; readonly schemes: readonly string[] },
  unit: MoneyUnit,
): { readonly changes: CellChange[]; readonly unreadable: number } {
  const changes: CellChange[] = [];
  let unreadable = 0;
  block.forEach((cells, down) =>
    cells.forEach((text, right) => {
      const scheme = grid.schemes[place.column + right];
      const target = scheme === undefined ? undefined : grid.rows[place.row + down]?.targets[scheme];
      if (target === undefined) return;
      const reading = readCell(text, unit);
      if (reading.ok) changes.push({ target, targetKrw: reading.targetKrw });
      else unreadable += 1;
    }),
  );
  return { changes, unreadable };
}
