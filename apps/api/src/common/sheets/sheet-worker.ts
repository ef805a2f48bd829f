import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { streamXlsxRows } from 'hucre/xlsx';
import { cutMarkRuns } from '@ieum/domain';
import { csvRows, decodeCsv } from './csv-rows';
import type { SheetCell, SheetLimits, SheetMessage, SheetRow, SheetTask } from './sheet-message';
import { SheetProblem } from './sheet-problem';
import { refuseZipBomb } from './zip-bomb';

const ROWS_PER_MESSAGE = 250;
/** No spreadsheet has more (ISO/IEC 29500 leaves it open, every program stops here). */
const LAST_ROW = 1_048_576;

/** Reads one sheet in a thread of its own, so that no file can stop or fill the process that serves requests. */
const task = workerData as SheetTask;
const credit = new Int32Array(task.credit);

try {
  await send(task);
  post({ type: 'end' });
} catch (failure) {
  post(
    failure instanceof SheetProblem
      ? { type: 'failed', code: failure.code, details: failure.details }
      : { type: 'failed', code: 'FILE_UNREADABLE', details: { reason: 'content' } },
  );
}

async function send({ path, format, limits }: SheetTask): Promise<void> {
  const bytes = readFileSync(path);
  let batch: SheetRow[] = [];
  let count = 0;
  for await (const row of format === 'csv' ? fromCsv(bytes) : fromXlsx(bytes, limits)) {
    if (++count > limits.rows) throw new SheetProblem('IMPORT_TOO_MANY_ROWS', { limit: limits.rows });
    batch.push({ rowNumber: row.rowNumber, cells: soundCells(row.cells, limits) });
    if (batch.length < ROWS_PER_MESSAGE) continue;
    post({ type: 'rows', rows: batch });
    batch = [];
  }
  if (batch.length > 0) post({ type: 'rows', rows: batch });
}

interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly unknown[];
}

function* fromCsv(bytes: Buffer): Generator<RawRow> {
  let rowNumber = 0;
  for (const cells of csvRows(decodeCsv(bytes))) yield { rowNumber: ++rowNumber, cells };
}

async function* fromXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<RawRow> {
  refuseZipBomb(bytes, limits);
  let last = 0;
  for await (const row of streamXlsxRows(bytes)) {
    // Row numbers come from the file: they must rise, whatever it says.
    const said = row.index + 1;
    last = Number.isInteger(said) && said > last && said <= LAST_ROW ? said : last + 1;
    yield { rowNumber: last, cells: row.values };
  }
}

function soundCells(values: readonly unknown[], limits: SheetLimits): SheetCell[] {
  const cells = values.map((value) => soundCell(value, limits.cellLength));
  while (cells.length > 0 && cells.at(-1) === null) cells.pop();
  if (cells.length > limits.columns) {
    throw new SheetProblem('FILE_UNREADABLE', { reason: 'columns', limit: limits.columns });
  }
  return cells;
}

/**
 * NUL and halves of letters cannot be stored; they become the mark that the rules refuse as hazardous. Marks piled on
 * one letter are cut before the main thread normalises the cell.
 */
function soundCell(value: unknown, length: number): SheetCell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'string' || value === '') return null;
  return cutMarkRuns(value.slice(0, length).toWellFormed().replaceAll('\u0000', '\uFFFD'));
}

/** Waits while the receiver has not kept up: the whole thread sleeps, the parser too, so nothing piles up. */
function post(message: SheetMessage): void {
  while (Atomics.load(credit, 0) <= 0) Atomics.wait(credit, 0, 0);
  Atomics.sub(credit, 0, 1);
  parentPort?.postMessage(message);
}
