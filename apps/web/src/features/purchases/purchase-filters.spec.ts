import { describe, expect, it } from '@jest/globals';
import { filterOf, LIST_STATE, sortOf, type ListState } from './purchase-filters';

const DEPARTMENT = '019aa5d0-7c1e-7000-8000-000000000001';

function stateWith(patch: Partial<ListState>): ListState {
  return { ...LIST_STATE, ...patch };
}

describe('the filters of the ledger', () => {
  it('show the current year when the address names none', () => {
    expect(filterOf(stateWith({}), 2026)).toEqual({ fiscalYear: 2026 });
  });

  it('show all years of one import, because nobody knows which it is of', () => {
    expect(filterOf(stateWith({ importId: DEPARTMENT }), 2026)).toEqual({ importId: DEPARTMENT });
  });

  it('carry what a figure of another screen links with', () => {
    const state = stateWith({
      fiscalYear: '2016',
      departmentId: DEPARTMENT,
      quarter: '2',
      state: ['submitted', 'accepted'],
      countStatus: ['needs_check'],
      scheme: 'hamkke_nuri_mall',
      hasWarnings: 'true',
      from: '2016-04-01',
      q: ' 현수막 ',
    });
    expect(filterOf(state, 2026)).toEqual({
      fiscalYear: 2016,
      departmentId: DEPARTMENT,
      quarter: 2,
      state: ['submitted', 'accepted'],
      countStatus: ['needs_check'],
      scheme: 'hamkke_nuri_mall',
      hasWarnings: true,
      from: '2016-04-01',
      q: '현수막',
    });
  });

  it('leave out what somebody broke in the address instead of asking for the impossible', () => {
    const state = stateWith({
      fiscalYear: 'abc',
      departmentId: 'x',
      quarter: '5',
      month: '0',
      state: ['eaten'],
      scheme: 'DROP TABLE',
      from: '2016-02-30',
    });
    expect(filterOf(state, 2026)).toEqual({});
  });

  it('ask for Hangul in its composed form', () => {
    expect(filterOf(stateWith({ q: '현수막'.normalize('NFD') }), 2016).q).toBe('현수막');
  });

  it('sort by what the server can sort by, or by the newest', () => {
    expect(sortOf('amount')).toBe('amount');
    expect(sortOf('colour')).toBe('newest');
  });
});
