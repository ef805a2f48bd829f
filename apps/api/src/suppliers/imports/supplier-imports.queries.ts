import type { FactDifference, ListVerdict } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { ListImportRow, ListVerdictRow, ShownListImport, ShownListRow } from './supplier-import.row';

const SHOWN = `
  SELECT i.*, r.usable_rows, r.written_rows, to_jsonb(j) AS job,
         (SELECT o.id FROM supplier_imports o WHERE o.sha256 = i.sha256 AND o.state = 'applied' AND o.id <> i.id
          ORDER BY o.applied_at DESC LIMIT 1) AS same_file_id,
         (SELECT count(*)::int FROM supplier_imports o
          WHERE o.state IN ('applied', 'undoing') AND o.applied_at > i.applied_at) AS later_imports
  FROM supplier_imports i
  LEFT JOIN jobs j ON j.id = i.job_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS usable_rows, count(*) FILTER (WHERE w.verdict IN ('new', 'changed'))::int AS written_rows
    FROM supplier_import_rows w
    WHERE w.import_id = i.id AND w.included AND w.verdict IN ('new', 'changed', 'unchanged', 'review')) AS r`;

export async function shownImport(tx: Tx, id: string): Promise<ShownListImport | undefined> {
  return (await tx.sql<ShownListImport & Record<string, unknown>>(`${SHOWN} WHERE i.id = $1`, [id]))[0];
}

export function listImports(tx: Tx, before: string | null, limit: number): Promise<ShownListImport[]> {
  return tx.sql<ShownListImport & Record<string, unknown>>(
    `${SHOWN} WHERE ($1::uuid IS NULL OR i.id < $1) ORDER BY i.id DESC LIMIT $2`,
    [before, limit],
  );
}

/** The import, kept from everybody else until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<ListImportRow | undefined> {
  const rows = await tx.sql<ListImportRow & Record<string, unknown>>(
    'SELECT * FROM supplier_imports WHERE id = $1 FOR UPDATE',
    [id],
  );
  return rows[0];
}

/** A long statement of background work (the search follows every row that is written); a request's limit is shorter. */
export async function allowLongStatements(tx: Tx): Promise<void> {
  await tx.sql(`SET LOCAL statement_timeout = '2min'`);
}

/** Values of object type are written as JSON. */
export async function saveImport(
  tx: Tx,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assignments = Object.keys(change).map((name, index) => `${name} = $${index + 2}`);
  const values = Object.values(change).map((value) =>
    typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
  );
  await tx.sql(
    `UPDATE supplier_imports SET ${[...assignments, 'version = version + 1'].join(', ')} WHERE id = $1`,
    [id, ...values],
  );
}

export async function clearRows(tx: Tx, importId: string): Promise<void> {
  await tx.sql('DELETE FROM supplier_import_rows WHERE import_id = $1', [importId]);
}

/** One statement for the whole portion. */
export async function insertRows(tx: Tx, importId: string, rows: readonly ListVerdictRow[]): Promise<void> {
  await tx.sql(
    `INSERT INTO supplier_import_rows (import_id, row_number, verdict, included, entry, problems, notes, supplier_id,
       matched_by, likeness_bp, review_reason, candidates, differences, duplicate_of)
     SELECT $1, r.row_number, r.verdict, r.included, r.entry, r.problems, r.notes, r.supplier_id, r.matched_by,
       r.likeness_bp, r.review_reason, r.candidates, r.differences, r.duplicate_of
     FROM jsonb_to_recordset($2::jsonb) AS r (row_number int, verdict text, included boolean, entry jsonb, problems jsonb,
       notes jsonb, supplier_id uuid, matched_by text, likeness_bp int, review_reason text, candidates jsonb,
       differences jsonb, duplicate_of int)`,
    [importId, JSON.stringify(rows)],
  );
}

export async function countVerdicts(tx: Tx, importId: string): Promise<Partial<Record<ListVerdict, number>>> {
  return countBy(tx, importId, 'verdict');
}

/** How many rows have which value of this column. */
export async function countBy(
  tx: Tx,
  importId: string,
  column: 'verdict' | 'outcome' | 'undo_outcome',
): Promise<Record<string, number>> {
  const rows = await tx.sql<{ name: string; count: number }>(
    `SELECT ${column} AS name, count(*)::int AS count FROM supplier_import_rows
     WHERE import_id = $1 AND ${column} IS NOT NULL GROUP BY 1`,
    [importId],
  );
  return Object.fromEntries(rows.map((row) => [row.name, row.count]));
}

const ROW = `
  SELECT r.row_number, r.verdict, r.included, r.entry, r.problems, r.notes, r.supplier_id, r.matched_by, r.likeness_bp,
         r.review_reason, r.candidates, r.differences, r.duplicate_of, r.outcome, r.undo_outcome, r.kept,
         s.name AS supplier_name
  FROM supplier_import_rows r LEFT JOIN suppliers s ON s.id = r.supplier_id`;

export function pageOfRows(
  tx: Tx,
  importId: string,
  filter: {
    readonly verdicts: readonly string[] | undefined;
    readonly undoOutcomes: readonly string[] | undefined;
    readonly after: number;
    readonly limit: number;
  },
): Promise<ShownListRow[]> {
  return tx.sql<ShownListRow & Record<string, unknown>>(
    `${ROW} WHERE r.import_id = $1 AND r.row_number > $2 AND ($3::text[] IS NULL OR r.verdict = ANY ($3))
       AND ($4::text[] IS NULL OR r.undo_outcome = ANY ($4))
     ORDER BY r.row_number LIMIT $5`,
    [importId, filter.after, filter.verdicts ?? null, filter.undoOutcomes ?? null, filter.limit],
  );
}

export async function rowsByNumber(
  tx: Tx,
  importId: string,
  rowNumbers: readonly number[],
): Promise<ReadonlyMap<number, ShownListRow>> {
  const rows = await tx.sql<ShownListRow & Record<string, unknown>>(
    `${ROW} WHERE r.import_id = $1 AND r.row_number = ANY ($2::int[])`,
    [importId, rowNumbers],
  );
  return new Map(rows.map((row) => [row.row_number, row]));
}

export async function chooseRow(
  tx: Tx,
  importId: string,
  rowNumber: number,
  included: boolean,
  differences: readonly FactDifference[],
): Promise<void> {
  await tx.sql(
    `UPDATE supplier_import_rows SET included = $3, differences = $4 WHERE import_id = $1 AND row_number = $2`,
    [importId, rowNumber, included, JSON.stringify(differences)],
  );
}
