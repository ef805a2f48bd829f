import type { DepartmentGroup } from '../institutions/vocabulary';

/** A line of a frozen snapshot: one department (or district) in one scheme. */
export interface SnapshotLine {
  readonly subjectId: string;
  readonly name: string;
  readonly scheme: string;
  readonly targetKrw: number | null;
  readonly actualKrw: number;
  /** as printed; null = 목표 없음 */
  readonly display: string | null;
  /** within the group: budgets differ between groups (domain.md §5) */
  readonly rank: number | null;
  /** of departments; null for districts, which are one group */
  readonly group: DepartmentGroup | null;
}

export const DIFFERENCE_KINDS = ['added', 'removed', 'changed'] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];
export const DIFFERENCE_FIELDS = ['name', 'targetKrw', 'actualKrw', 'display', 'rank'] as const;
export type DifferenceField = (typeof DIFFERENCE_FIELDS)[number];

export interface SnapshotDifference {
  readonly kind: DifferenceKind;
  readonly subjectId: string;
  readonly name: string;
  readonly scheme: string;
  /** fields that differ; empty for added and removed */
  readonly fields: readonly DifferenceField[];
  readonly before: SnapshotLine | null;
  readonly after: SnapshotLine | null;
}

/** What version n + 1 says otherwise than version n, in the order of the newer one, removed lines last. */
export function snapshotDifference(
  before: readonly SnapshotLine[],
  after: readonly SnapshotLine[],
): readonly SnapshotDifference[] {
  const [old, now] = [indexOf(before), indexOf(after)];
  const present = after.flatMap((line) => {
    const was = old.get(keyOf(line));
    if (was === undefined) return [differenceOf('added', line, { before: null, after: line })];
    const fields = DIFFERENCE_FIELDS.filter((field) => was[field] !== line[field]);
    return fields.length === 0 ? [] : [differenceOf('changed', line, { before: was, after: line }, fields)];
  });
  const gone = before.filter((line) => !now.has(keyOf(line)));
  return [...present, ...gone.map((line) => differenceOf('removed', line, { before: line, after: null }))];
}

function differenceOf(
  kind: DifferenceKind,
  line: SnapshotLine,
  pair: Pick<SnapshotDifference, 'before' | 'after'>,
  fields: readonly DifferenceField[] = [],
): SnapshotDifference {
  return { kind, subjectId: line.subjectId, name: line.name, scheme: line.scheme, fields, ...pair };
}

function indexOf(lines: readonly SnapshotLine[]): ReadonlyMap<string, SnapshotLine> {
  return new Map(lines.map((line) => [keyOf(line), line]));
}

function keyOf(line: SnapshotLine): string {
  return JSON.stringify([line.scheme, line.subjectId]);
}
