import { refusal, type Refusal } from '../refusal';
import type { ImportRowClass } from './import-row.rules';

export const IMPORT_STATES = [
  'checking',
  'checked',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** May the dry run be applied? IMPORT_ALREADY_APPLIED, IMPORT_STATE {state}, IMPORT_NOTHING_TO_APPLY. */
export function applyImportRefusal(facts: {
  readonly state: ImportState;
  readonly importable: number;
}): Refusal | null {
  if (facts.state === 'applied' || facts.state === 'applying') return refusal('IMPORT_ALREADY_APPLIED');
  if (facts.state !== 'checked') return refusal('IMPORT_STATE', { state: facts.state });
  return facts.importable === 0 ? refusal('IMPORT_NOTHING_TO_APPLY') : null;
}

/** May mapping and choices still be changed? A sheet that could not be checked may get another mapping. */
export function changeImportRefusal(state: ImportState): Refusal | null {
  return state === 'checked' || state === 'failed' ? null : refusal('IMPORT_STATE', { state });
}

/**
 * May a person decide whether this row is written? Only where there is a doubt or a purchase to leave out: INVALID_INPUT
 * {field, row} otherwise.
 */
export function chooseRowRefusal(rowNumber: number, rowClass: ImportRowClass | null): Refusal | null {
  return rowClass === 'purchase' || rowClass === 'probable_duplicate'
    ? null
    : refusal('INVALID_INPUT', { field: 'rows', row: rowNumber });
}

/**
 * May the batch be taken back as a whole? IMPORT_STATE {state}; IMPORT_UNDO_BLOCKED {inClosedPeriod, adjusted, changed}
 * when rows lie in a quarter that is handed in or closed, have been adjusted, or were edited or reviewed since.
 */
export function undoImportRefusal(facts: {
  readonly state: ImportState;
  readonly rowsInClosedPeriod: number;
  readonly rowsAdjusted: number;
  readonly rowsChanged: number;
}): Refusal | null {
  const { state, rowsInClosedPeriod, rowsAdjusted, rowsChanged } = facts;
  if (state !== 'applied') return refusal('IMPORT_STATE', { state });
  if (rowsInClosedPeriod === 0 && rowsAdjusted === 0 && rowsChanged === 0) return null;
  return refusal('IMPORT_UNDO_BLOCKED', {
    inClosedPeriod: rowsInClosedPeriod,
    adjusted: rowsAdjusted,
    changed: rowsChanged,
  });
}
