import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  applyImportRefusal,
  changeImportRefusal,
  chooseRowRefusal,
  IMPORT_STATES,
  undoImportRefusal,
} from './import-batch.rules';
import { IMPORT_ROW_CLASSES } from './import-row.rules';

describe('an import', () => {
  it('is applied once, after the dry run, when there is something to write', () => {
    expect(applyImportRefusal({ state: 'checked', importable: 1 })).toBeNull();
    expect(applyImportRefusal({ state: 'checked', importable: 0 })).toEqual(
      refusal('IMPORT_NOTHING_TO_APPLY'),
    );
    expect(applyImportRefusal({ state: 'checking', importable: 1 })).toEqual(
      refusal('IMPORT_STATE', { state: 'checking' }),
    );
    for (const state of ['applying', 'applied'] as const) {
      expect(applyImportRefusal({ state, importable: 1 })).toEqual(refusal('IMPORT_ALREADY_APPLIED'));
    }
  });

  it('changes its mapping and choices after a check, also one that failed', () => {
    expect(IMPORT_STATES.filter((state) => changeImportRefusal(state) === null)).toEqual([
      'checked',
      'failed',
    ]);
    expect(changeImportRefusal('applied')).toEqual(refusal('IMPORT_STATE', { state: 'applied' }));
  });

  it('leaves a choice for purchases and probable duplicates only', () => {
    expect(IMPORT_ROW_CLASSES.filter((one) => chooseRowRefusal(7, one) === null)).toEqual([
      'purchase',
      'probable_duplicate',
    ]);
    expect(chooseRowRefusal(7, null)).toEqual(refusal('INVALID_INPUT', { field: 'rows', row: 7 }));
  });

  it('is taken back as a whole, only when applied and untouched, and not out of a closed quarter', () => {
    const clean = { rowsInClosedPeriod: 0, rowsAdjusted: 0, rowsChanged: 0 };
    const allowed = IMPORT_STATES.filter((state) => undoImportRefusal({ ...clean, state }) === null);
    expect(allowed).toEqual(['applied']);
    expect(undoImportRefusal({ ...clean, state: 'applied', rowsInClosedPeriod: 3 })).toEqual(
      refusal('IMPORT_UNDO_BLOCKED', { inClosedPeriod: 3, adjusted: 0, changed: 0 }),
    );
    for (const fact of ['rowsAdjusted', 'rowsChanged']) {
      expect(undoImportRefusal({ ...clean, state: 'applied', [fact]: 1 })?.code).toBe('IMPORT_UNDO_BLOCKED');
    }
  });
});
