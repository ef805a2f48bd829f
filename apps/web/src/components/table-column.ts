import type { ReactNode } from 'react';

export type ColumnKind = 'text' | 'number' | 'money' | 'day' | 'state' | 'action';
export type PlainValue = string | number | null;

export interface TableColumn<Row> {
  readonly key: string;
  readonly label: string;
  /** decides alignment and how a plain value is shown; money is won and follows the unit of the table */
  readonly kind?: ColumnKind;
  /** what is sorted by and, without `cell`, shown */
  readonly value?: (row: Row) => PlainValue;
  readonly cell?: (row: Row) => ReactNode;
  /** rem; needed for steady columns while thousands of rows scroll */
  readonly width?: number;
  readonly sortable?: boolean;
  /** may be taken away by the reader; the first column never is */
  readonly hideable?: boolean;
  readonly hiddenAtFirst?: boolean;
}

export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

export interface TableTotals {
  /** says what is summed: "합계 (표시한 12건)" */
  readonly label: string;
  /** by column key; money columns may give won as a number */
  readonly cells: Readonly<Record<string, ReactNode>>;
}

const WIDTHS: Readonly<Record<ColumnKind, number>> = {
  text: 18,
  number: 10,
  money: 14,
  day: 12,
  state: 11,
  action: 12,
};

export function columnWidth<Row>(column: TableColumn<Row>): number {
  return column.width ?? WIDTHS[column.kind ?? 'text'];
}

export function isNumeric<Row>(column: TableColumn<Row>): boolean {
  return column.kind === 'number' || column.kind === 'money';
}

/** One class for a column from its heading down to its sum, so that print can leave a column out whole. */
export function cellClass<Row>(column: TableColumn<Row>): string {
  return isNumeric(column) ? 'data-table__number' : `data-table__${column.kind ?? 'text'}`;
}

/** The rows in order; missing values last in either direction; equal values keep their place. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  sort: TableSort | null,
): readonly Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.value;
  if (sort === null || value === undefined) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  const collator = new Intl.Collator('ko-KR', { numeric: true });
  return [...rows].sort((one, other) => {
    const [a, b] = [value(one), value(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return (
      sign * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)))
    );
  });
}
