import { describe, expect, it } from '@jest/globals';
import { applyListRefusal, chooseListRowRefusal, reviewRefusal, undoListRefusal } from './list-batch.rules';
import { mergeRefusal, unmergeRefusal } from './merge.rules';

describe('a list', () => {
  it('is applied once, when it was checked and says something', () => {
    const facts = { state: 'checked', usableRows: 1, sameFileApplied: false } as const;
    expect(applyListRefusal(facts)).toBeNull();
    expect(applyListRefusal({ ...facts, state: 'applied' })?.code).toBe('IMPORT_ALREADY_APPLIED');
    expect(applyListRefusal({ ...facts, state: 'applying' })?.code).toBe('IMPORT_ALREADY_APPLIED');
    expect(applyListRefusal({ ...facts, state: 'undone' })?.code).toBe('IMPORT_STATE');
    expect(applyListRefusal({ ...facts, sameFileApplied: true })?.code).toBe('IMPORT_ALREADY_APPLIED');
    expect(applyListRefusal({ ...facts, usableRows: 0 })?.code).toBe('IMPORT_NOTHING_TO_APPLY');
  });

  it('is taken back while it is the last one', () => {
    expect(undoListRefusal({ state: 'applied', laterImports: 0 })).toBeNull();
    expect(undoListRefusal({ state: 'applied', laterImports: 1 })?.code).toBe('IMPORT_UNDO_BLOCKED');
    expect(undoListRefusal({ state: 'undone', laterImports: 0 })?.code).toBe('IMPORT_STATE');
  });

  it('lets people choose where there is something to write, and only what people wrote', () => {
    const own = { field: 'address', before: '가', after: '나', byHand: true, taken: false } as const;
    const row = { verdict: 'changed', differences: [own, { ...own, field: 'name', byHand: false }] } as const;
    expect(chooseListRowRefusal(2, row, ['address'])).toBeNull();
    expect(chooseListRowRefusal(2, row, ['name'])?.details).toEqual({ field: 'rows', row: 2 });
    expect(chooseListRowRefusal(2, { verdict: 'unchanged', differences: [] }, [])?.code).toBe(
      'INVALID_INPUT',
    );
    expect(chooseListRowRefusal(2, undefined, [])?.code).toBe('INVALID_INPUT');
  });
});

describe('a doubtful row', () => {
  const open = { state: 'pending', candidateIds: ['a'] } as const;
  it('is decided once, as one of its candidates or as another enterprise; set aside with a reason', () => {
    const decide = (
      decision: 'same' | 'different' | 'dismissed',
      supplierId: string | null,
      reason: string | null,
    ) => reviewRefusal(open, { decision, supplierId, reason })?.code ?? null;
    expect(decide('same', 'a', null)).toBeNull();
    expect(decide('same', 'b', null)).toBe('INVALID_INPUT');
    expect(decide('same', null, null)).toBe('INVALID_INPUT');
    expect(decide('different', null, null)).toBeNull();
    expect(decide('dismissed', null, ' ')).toBe('REASON_REQUIRED');
    expect(decide('dismissed', null, '폐업')).toBeNull();
    expect(
      reviewRefusal({ ...open, state: 'same' }, { decision: 'different', supplierId: null, reason: null })
        ?.code,
    ).toBe('REVIEW_STATE');
  });
});

describe('a merge', () => {
  const facts = { id: 'a', mergedIntoId: null, survivorId: 'b', hasAccount: false, reason: '같은 기업' };
  it('needs two rows that stand for themselves, and a reason', () => {
    expect(mergeRefusal(facts)).toBeNull();
    expect(mergeRefusal({ ...facts, reason: ' ' })?.code).toBe('REASON_REQUIRED');
    expect(mergeRefusal({ ...facts, mergedIntoId: 'c' })?.details).toEqual({ rule: 'merged' });
    expect(mergeRefusal({ ...facts, survivorId: 'a' })?.details).toEqual({ rule: 'same' });
    expect(mergeRefusal({ ...facts, hasAccount: true })?.details).toEqual({ rule: 'account' });
  });
  it('is undone once, with a reason', () => {
    expect(unmergeRefusal({ mergedIntoId: 'b', reason: '다른 기업' })).toBeNull();
    expect(unmergeRefusal({ mergedIntoId: null, reason: '다른 기업' })?.code).toBe('MERGE_NOT_MERGED');
    expect(unmergeRefusal({ mergedIntoId: 'b', reason: '' })?.code).toBe('REASON_REQUIRED');
  });
});
