import {
  LIST_OUTCOMES,
  LIST_UNDO_OUTCOMES,
  LIST_VERDICTS,
  type FactDifference,
  type ImportState,
  type ListCandidate,
  type ListEntry,
  type ListOutcome,
  type ListProblem,
  type ListUndoOutcome,
  type ListVerdict,
  type Refusal,
  type ReviewReason,
} from '@ieum/domain';
import { toJobDto, type JobRow } from '../../jobs/job.row';
import type { SupplierImportDto, SupplierImportRowDto } from './dto/supplier-import.dto';

type Counts<Name extends string> = Partial<Record<Name, number>>;

/** A row of supplier_imports as PostgreSQL hands it over. */
export interface ListImportRow {
  id: string;
  file_id: string;
  file_name: string;
  sha256: string;
  source_name: string;
  as_of: string;
  state: ImportState;
  rows_found: number;
  counts: Counts<ListVerdict>;
  outcomes: Counts<ListOutcome>;
  undo_outcomes: Counts<ListUndoOutcome>;
  failure: Refusal | null;
  superseded_by_id: string | null;
  created_by: string;
  created_by_name: string;
  created_at: Date;
  checked_at: Date | null;
  applied_by: string | null;
  applied_by_name: string | null;
  applied_at: Date | null;
  undone_by: string | null;
  undone_by_name: string | null;
  undone_at: Date | null;
  version: number;
}

/** With what an answer shows beside the row itself. */
export interface ShownListImport extends ListImportRow {
  usable_rows: number;
  written_rows: number;
  /** another, applied import of the very same file */
  same_file_id: string | null;
  later_imports: number;
  job: JobRow | null;
}

/** A row of supplier_import_rows, as the dry run writes it. */
export interface ListVerdictRow {
  row_number: number;
  verdict: ListVerdict;
  included: boolean;
  entry: ListEntry | null;
  problems: readonly ListProblem[];
  notes: readonly ListProblem[];
  supplier_id: string | null;
  matched_by: 'number' | 'name' | 'decision' | null;
  likeness_bp: number | null;
  review_reason: ReviewReason | null;
  candidates: readonly ListCandidate[];
  differences: readonly FactDifference[];
  duplicate_of: number | null;
}

/** Why a part of a row stayed when its list was taken back; `field` null = the row as a whole. */
export interface KeptPart {
  readonly field: string | null;
  readonly reason: string;
}

export interface ShownListRow extends ListVerdictRow {
  supplier_name: string | null;
  outcome: ListOutcome | null;
  undo_outcome: ListUndoOutcome | null;
  kept: readonly KeptPart[];
}

export function toSupplierImportDto(row: ShownListImport): SupplierImportDto {
  return {
    id: row.id,
    fileId: row.file_id,
    fileName: row.file_name,
    sha256: row.sha256,
    sourceName: row.source_name,
    asOf: row.as_of,
    state: row.state,
    rowsFound: row.rows_found,
    counts: LIST_VERDICTS.map((verdict) => ({ verdict, count: row.counts[verdict] ?? 0 })),
    outcomes: LIST_OUTCOMES.map((outcome) => ({ outcome, count: row.outcomes[outcome] ?? 0 })),
    undoOutcomes: LIST_UNDO_OUTCOMES.map((outcome) => ({ outcome, count: row.undo_outcomes[outcome] ?? 0 })),
    usableRows: row.usable_rows,
    writtenRows: row.written_rows,
    sameFileAppliedAs: row.same_file_id,
    laterImports: row.later_imports,
    supersededById: row.superseded_by_id,
    failure: row.failure === null ? null : { code: row.failure.code, details: row.failure.details ?? {} },
    job: row.job === null ? null : toJobDto(row.job),
    createdBy: row.created_by,
    createdByName: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    appliedBy: row.applied_by,
    appliedByName: row.applied_by_name,
    appliedAt: row.applied_at?.toISOString() ?? null,
    undoneBy: row.undone_by,
    undoneByName: row.undone_by_name,
    undoneAt: row.undone_at?.toISOString() ?? null,
    version: row.version,
  };
}

export function toListRowDto(row: ShownListRow): SupplierImportRowDto {
  return {
    rowNumber: row.row_number,
    verdict: row.verdict,
    included: row.included,
    entry: row.entry,
    problems: [...row.problems],
    notes: [...row.notes],
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    matchedBy: row.matched_by,
    likenessBp: row.likeness_bp,
    reviewReason: row.review_reason,
    differences: [...row.differences],
    duplicateOf: row.duplicate_of,
    outcome: row.outcome,
    undoOutcome: row.undo_outcome,
    kept: [...row.kept],
  };
}

/** 0..1 as basis points. */
export function basisPoints(likeness: number): number {
  return Math.round(likeness * 10_000);
}
