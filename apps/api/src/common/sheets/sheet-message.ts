import type { RefusalDetails } from '@ieum/domain';

/** A cell as it travels and is kept; days are text, YYYY-MM-DD. */
export type SheetCell = string | number | boolean | null;

export interface SheetRow {
  /** as in the sheet, 1 = first row */
  readonly rowNumber: number;
  readonly cells: readonly SheetCell[];
}

/** What stops a sheet: sizes that no ledger has. */
export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  /** letters kept of a cell; longer than any field may be, so that a cut cell is refused and not shortened */
  readonly cellLength: number;
  readonly inflatedBytes: number;
  /** inflated ÷ packed */
  readonly inflationRatio: number;
}

export interface SheetTask {
  readonly path: string;
  readonly format: 'xlsx' | 'csv';
  readonly limits: SheetLimits;
  /** Int32: how many messages the reader may still send; it sleeps at 0 */
  readonly credit: SharedArrayBuffer;
}

export type SheetProblemCode = 'FILE_UNREADABLE' | 'FILE_TOO_LARGE' | 'IMPORT_TOO_MANY_ROWS';

export type SheetMessage =
  | { readonly type: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly type: 'end' }
  | { readonly type: 'failed'; readonly code: SheetProblemCode; readonly details: RefusalDetails };
