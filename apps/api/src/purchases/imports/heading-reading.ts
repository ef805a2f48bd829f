import { findHeadingRow, guessMapping, headingKey, mappingRefusal, type ImportMapping } from '@ieum/domain';
import { createHash } from 'node:crypto';
import type { SheetLook } from './purchase-import.row';
import type { SheetCell, SheetRow } from '../../common/sheets/sheet-message';

const SAMPLE_ROWS = 5;

export interface Headings {
  /** as in the sheet, 1 = first row; null = none found */
  readonly row: number | null;
  readonly look: SheetLook;
  /** tells sheets of the same headings */
  readonly hash: string;
}

/** Finds the headings in the first portion of a sheet. @param wanted the row that a person named, or null */
export function readHeadings(rows: readonly SheetRow[], wanted: number | null): Headings {
  const found =
    wanted ?? rows[findHeadingRow(rows.map(({ cells }) => cells.map(asHeading))) ?? -1]?.rowNumber;
  const heading = rows.find((row) => row.rowNumber === found);
  const after = rows.filter((row) => row.rowNumber > (heading?.rowNumber ?? 0));
  const headings = heading?.cells ?? [];
  return {
    row: heading?.rowNumber ?? null,
    look: { headings, sample: after.slice(0, SAMPLE_ROWS).map((row) => row.cells) },
    hash: createHash('sha256')
      .update(headings.map((cell) => headingKey(asHeading(cell))).join('|'))
      .digest('base64url'),
  };
}

/** A person's mapping, else the one remembered for such headings, else a guess. */
export function chooseMapping(
  headings: Headings,
  given: ImportMapping,
  remembered: ImportMapping | undefined,
): ImportMapping {
  if (Object.keys(given).length > 0) return given;
  if (remembered !== undefined && mappingRefusal(remembered) === null) return remembered;
  return guessMapping(headings.look.headings.map(asHeading));
}

function asHeading(cell: SheetCell): string | number | null {
  return typeof cell === 'boolean' ? String(cell) : cell;
}
