import {
  IMPORT_FIELDS,
  type Channel,
  type ClassSummary,
  type ImportField,
  type ImportMapping,
  type ImportProblem,
  type ImportRowClass,
  type ImportState,
  type ImportValues,
  type PurchaseKind,
  type Refusal,
} from '@ieum/domain';
import { toJobDto, type JobRow } from '../../jobs/job.row';
import type { PurchaseImportDto, PurchaseImportRowDto } from './dto/purchase-import.dto';
import type { SheetCell } from '../../common/sheets/sheet-message';

export interface SheetLook {
  readonly headings: readonly SheetCell[];
  readonly sample: readonly (readonly SheetCell[])[];
}

/** A row of purchase_imports as PostgreSQL hands it over. */
export interface ImportRow {
  institution_id: string;
  id: string;
  file_id: string;
  department_id: string | null;
  fiscal_year: number;
  state: ImportState;
  mapping: ImportMapping;
  header_row: number | null;
  default_kind: PurchaseKind;
  default_channel: Channel;
  sheet: SheetLook;
  rows_found: number;
  summary: ClassSummary[];
  failure: Refusal | null;
  created_by: string;
  created_at: Date;
  applied_at: Date | null;
  undone_at: Date | null;
  version: number;
}

/** With what an answer shows beside the row itself. */
export interface ShownImportRow extends ImportRow {
  file_name: string;
  importable_rows: number;
  importable_krw: number;
  job: JobRow | null;
}

/** A row of purchase_import_rows. */
export interface SheetVerdictRow {
  row_number: number;
  verdict: ImportRowClass;
  problems: ImportProblem[];
  notes: ImportProblem[];
  duplicate_of: number | null;
  included: boolean;
  amount_krw: number | null;
  cells: SheetCell[];
  entry: ImportValues | null;
}

export function toPurchaseImportDto(row: ShownImportRow): PurchaseImportDto {
  return {
    id: row.id,
    institutionId: row.institution_id,
    departmentId: row.department_id,
    fiscalYear: row.fiscal_year,
    fileId: row.file_id,
    fileName: row.file_name,
    state: row.state,
    headerRow: row.header_row,
    mapping: IMPORT_FIELDS.flatMap((field) => {
      const column = row.mapping[field];
      return column === undefined ? [] : [{ field, column }];
    }),
    defaultKind: row.default_kind,
    defaultChannel: row.default_channel,
    headings: row.sheet.headings.map(textOf),
    sample: row.sheet.sample.map((cells) => ({ cells: cells.map(textOf) })),
    rowsFound: row.rows_found,
    summary: row.summary.map((one) => ({ ...one, ranges: [...one.ranges] })),
    importableRows: row.importable_rows,
    importableKrw: row.importable_krw,
    failure: row.failure === null ? null : { code: row.failure.code, details: row.failure.details ?? {} },
    job: row.job === null ? null : toJobDto(row.job),
    createdAt: row.created_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoneAt: row.undone_at?.toISOString() ?? null,
    version: row.version,
  };
}

export function toImportRowDto(row: SheetVerdictRow): PurchaseImportRowDto {
  return {
    rowNumber: row.row_number,
    class: row.verdict,
    included: row.included,
    problems: row.problems,
    notes: row.notes,
    duplicateOf: row.duplicate_of,
    amountKrw: row.amount_krw,
    cells: row.cells.map(textOf),
  };
}

/** The wire's list of columns as the rules' mapping. */
export function mappingOf(columns: readonly { field: string; column: number }[]): ImportMapping {
  const mapping: Partial<Record<ImportField, number>> = {};
  for (const { field, column } of columns) mapping[field as ImportField] = column;
  return mapping;
}

function textOf(cell: SheetCell): string {
  return cell === null ? '' : String(cell);
}
