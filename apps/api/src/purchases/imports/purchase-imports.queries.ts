import { createImportSummary, type ClassSummary, type ImportRowClass } from '@ieum/domain';
import type { Tx } from '../../database/transactions';
import type { ImportRow, SheetVerdictRow, ShownImportRow } from './purchase-import.row';

const SHOWN = `
  SELECT i.*, f.name AS file_name, r.importable_rows, r.importable_krw, to_jsonb(j) AS job
  FROM purchase_imports i
  JOIN files f ON f.institution_id = i.institution_id AND f.id = i.file_id
  LEFT JOIN jobs j ON j.institution_id = i.institution_id AND j.id = i.job_id
  CROSS JOIN LATERAL (
    SELECT count(*)::int AS importable_rows, coalesce(sum(w.amount_krw), 0)::bigint AS importable_krw
    FROM purchase_import_rows w
    WHERE w.institution_id = i.institution_id AND w.import_id = i.id AND w.included
      AND w.verdict IN ('purchase', 'probable_duplicate')) AS r`;

export async function shownImport(tx: Tx, id: string): Promise<ShownImportRow | undefined> {
  return (await tx.sql<ShownImportRow>(`${SHOWN} WHERE i.id = $1`, [id]))[0];
}

export function listImports(
  tx: Tx,
  filter: {
    readonly institutionIds: readonly string[] | undefined;
    readonly departmentId: string | undefined;
    readonly fiscalYear: number | undefined;
    readonly before: string | null;
    readonly limit: number;
  },
): Promise<ShownImportRow[]> {
  return tx.sql<ShownImportRow>(
    `${SHOWN}
     WHERE ($1::uuid[] IS NULL OR i.institution_id = ANY ($1)) AND ($2::uuid IS NULL OR i.department_id = $2)
       AND ($3::int IS NULL OR i.fiscal_year = $3) AND ($4::uuid IS NULL OR i.id < $4)
     ORDER BY i.id DESC LIMIT $5`,
    [
      filter.institutionIds ?? null,
      filter.departmentId ?? null,
      filter.fiscalYear ?? null,
      filter.before,
      filter.limit,
    ],
  );
}

/** The import, kept from everybody else until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<ImportRow | undefined> {
  return (await tx.sql<ImportRow>('SELECT * FROM purchase_imports WHERE id = $1 FOR UPDATE', [id]))[0];
}

export type ImportKey = Pick<ImportRow, 'institution_id' | 'id'>;

/** Values of object type are written as JSON. */
export async function saveImport(
  tx: Tx,
  key: ImportKey,
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  const assignments = Object.keys(change).map((name, index) => `${name} = $${index + 3}`);
  const values = Object.values(change).map((value) =>
    typeof value === 'object' && value !== null && !(value instanceof Date) ? JSON.stringify(value) : value,
  );
  await tx.sql(
    `UPDATE purchase_imports SET ${[...assignments, 'version = version + 1'].join(', ')}
     WHERE institution_id = $1 AND id = $2`,
    [key.institution_id, key.id, ...values],
  );
}

export async function clearRows(tx: Tx, key: ImportKey): Promise<void> {
  await tx.sql('DELETE FROM purchase_import_rows WHERE institution_id = $1 AND import_id = $2', [
    key.institution_id,
    key.id,
  ]);
}

/** One statement for the whole portion. */
export async function insertRows(tx: Tx, key: ImportKey, rows: readonly SheetVerdictRow[]): Promise<void> {
  await tx.sql(
    `INSERT INTO purchase_import_rows (institution_id, import_id, row_number, verdict, problems, notes, duplicate_of,
       included, amount_krw, cells, entry)
     SELECT $1, $2, r.row_number, r.verdict, r.problems, r.notes, r.duplicate_of, r.included, r.amount_krw, r.cells, r.entry
     FROM jsonb_to_recordset($3::jsonb) AS r (row_number int, verdict text, problems jsonb, notes jsonb, duplicate_of int,
       included boolean, amount_krw bigint, cells jsonb, entry jsonb)`,
    [key.institution_id, key.id, JSON.stringify(rows)],
  );
}

export function pageOfRows(
  tx: Tx,
  key: ImportKey,
  filter: { readonly classes: readonly string[] | undefined; readonly after: number; readonly limit: number },
): Promise<SheetVerdictRow[]> {
  return tx.sql<SheetVerdictRow>(
    `SELECT row_number, verdict, problems, notes, duplicate_of, included, amount_krw, cells, entry
     FROM purchase_import_rows
     WHERE institution_id = $1 AND import_id = $2 AND row_number > $3 AND ($4::text[] IS NULL OR verdict = ANY ($4))
     ORDER BY row_number LIMIT $5`,
    [key.institution_id, key.id, filter.after, filter.classes ?? null, filter.limit],
  );
}

const SUMMARY_PAGE = 20_000;

/** Class by class: how many, which, how much. Read in portions, so that memory does not grow with the sheet. */
export async function summariseRows(
  tx: Tx,
  key: ImportKey,
): Promise<{ rowsFound: number; summary: readonly ClassSummary[] }> {
  const summary = createImportSummary();
  let after = 0;
  let rowsFound = 0;
  for (;;) {
    const rows = await tx.sql<{ row_number: number; verdict: ImportRowClass; amount_krw: number | null }>(
      `SELECT row_number, verdict, amount_krw FROM purchase_import_rows
       WHERE institution_id = $1 AND import_id = $2 AND row_number > $3 ORDER BY row_number LIMIT ${SUMMARY_PAGE}`,
      [key.institution_id, key.id, after],
    );
    for (const row of rows) summary.add(row.verdict, row.row_number, row.amount_krw);
    rowsFound += rows.length;
    after = rows.at(-1)?.row_number ?? after;
    if (rows.length < SUMMARY_PAGE) return { rowsFound, summary: summary.classes() };
  }
}

export async function verdictsOf(
  tx: Tx,
  key: ImportKey,
  rowNumbers: readonly number[],
): Promise<ReadonlyMap<number, ImportRowClass>> {
  const rows = await tx.sql<{ row_number: number; verdict: ImportRowClass }>(
    `SELECT row_number, verdict FROM purchase_import_rows
     WHERE institution_id = $1 AND import_id = $2 AND row_number = ANY ($3::int[])`,
    [key.institution_id, key.id, rowNumbers],
  );
  return new Map(rows.map((row) => [row.row_number, row.verdict]));
}

export async function chooseRows(
  tx: Tx,
  key: ImportKey,
  rowNumbers: readonly number[],
  included: boolean,
): Promise<void> {
  await tx.sql(
    `UPDATE purchase_import_rows SET included = $4
     WHERE institution_id = $1 AND import_id = $2 AND row_number = ANY ($3::int[])`,
    [key.institution_id, key.id, rowNumbers, included],
  );
}

export async function rememberedMapping(tx: Tx, institutionId: string, headingHash: string) {
  const rows = await tx.sql<{ mapping: ImportRow['mapping'] }>(
    'SELECT mapping FROM import_column_mappings WHERE institution_id = $1 AND heading_hash = $2',
    [institutionId, headingHash],
  );
  return rows[0]?.mapping;
}

export async function rememberMapping(
  tx: Tx,
  institutionId: string,
  headingHash: string,
  mapping: ImportRow['mapping'],
): Promise<void> {
  await tx.sql(
    `INSERT INTO import_column_mappings (institution_id, heading_hash, mapping) VALUES ($1, $2, $3)
     ON CONFLICT ON CONSTRAINT pk_import_column_mappings DO UPDATE SET mapping = excluded.mapping, updated_at = now()`,
    [institutionId, headingHash, JSON.stringify(mapping)],
  );
}
