import { refusal, type Refusal } from '../refusal';

export const IMPORT_STATES = [
  'uploaded',
  'checking',
  'checked',
  'applying',
  'applied',
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

/**
 * May the batch be taken back as a whole? IMPORT_STATE {state}; IMPORT_UNDO_BLOCKED {inClosedPeriod, adjusted} when
 * rows lie in a closed quarter or have been adjusted since.
 */
export function undoImportRefusal(facts: {
  readonly state: ImportState;
  readonly rowsInClosedPeriod: number;
  readonly rowsAdjusted: number;
}): Refusal | null {
  const { state, rowsInClosedPeriod, rowsAdjusted } = facts;
  if (state !== 'applied') return refusal('IMPORT_STATE', { state });
  if (rowsInClosedPeriod === 0 && rowsAdjusted === 0) return null;
  return refusal('IMPORT_UNDO_BLOCKED', { inClosedPeriod: rowsInClosedPeriod, adjusted: rowsAdjusted });
}
