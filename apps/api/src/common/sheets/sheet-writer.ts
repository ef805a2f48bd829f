import { writeXlsxStream } from 'hucre/xlsx';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

export const SHEET_FORMATS = ['xlsx', 'csv'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];
export type SheetCell = string | number | null;

export const SHEET_MEDIA_TYPE: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** What a spreadsheet would take for a formula when it begins a cell; the full-width twins as well. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Our port to the spreadsheet library. Rows are pulled as the reader takes them, so memory stays flat.
 * Text never becomes a formula: in .xlsx it is written as a text cell, in .csv an apostrophe goes before it.
 */
export function writeSheet(
  format: SheetFormat,
  sheet: { name: string; headings: readonly string[]; rows: AsyncIterable<readonly SheetCell[]> },
): Readable {
  if (format === 'xlsx') {
    const columns = sheet.headings.map((header) => ({ header }));
    return fromWeb(
      writeXlsxStream(mutable(sheet.rows), { name: sheet.name, columns, freezePane: { rows: 1 } }),
    );
  }
  return Readable.from(csvLines(sheet.headings, sheet.rows));
}

async function* mutable(rows: AsyncIterable<readonly SheetCell[]>): AsyncGenerator<SheetCell[]> {
  for await (const row of rows) yield [...row];
}

/** With a byte order mark: without it Excel reads Korean as another encoding. */
async function* csvLines(
  headings: readonly string[],
  rows: AsyncIterable<readonly SheetCell[]>,
): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${csvLine(headings)}`;
  for await (const row of rows) yield csvLine(row);
}

function csvLine(cells: readonly SheetCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: SheetCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function fromWeb(stream: globalThis.ReadableStream<Uint8Array>): Readable {
  return Readable.fromWeb(stream as ReadableStream<Uint8Array>);
}
