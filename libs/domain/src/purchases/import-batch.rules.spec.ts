import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import { applyImportRefusal, IMPORT_STATES, undoImportRefusal } from './import-batch.rules';

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

  it('is taken back as a whole, only when applied, and not out of a closed quarter or from under adjustments', () => {
    const clean = { rowsInClosedPeriod: 0, rowsAdjusted: 0 };
    const allowed = IMPORT_STATES.filter((state) => undoImportRefusal({ ...clean, state }) === null);
    expect(allowed).toEqual(['applied']);
    expect(undoImportRefusal({ state: 'applied', rowsInClosedPeriod: 3, rowsAdjusted: 0 })).toEqual(
      refusal('IMPORT_UNDO_BLOCKED', { inClosedPeriod: 3, adjusted: 0 }),
    );
    expect(undoImportRefusal({ state: 'applied', rowsInClosedPeriod: 0, rowsAdjusted: 1 })?.code).toBe(
      'IMPORT_UNDO_BLOCKED',
    );
  });
});
