import { describe, expect, it } from '@jest/globals';
import { filterOf, LIST_STATE } from './recount-filters';

const id = '019aa5d0-7c1e-7000-8000-000000000001';

describe('the filters of recounts', () => {
  it('ask for what is to be decided, of all years, when the address says nothing', () => {
    expect(filterOf(LIST_STATE)).toEqual({ state: ['open'] });
  });

  it('take what a link names', () => {
    expect(filterOf({ ...LIST_STATE, state: '', fiscalYear: '2016', supplierId: id })).toEqual({
      fiscalYear: 2016,
      supplierId: id,
    });
  });

  it('leave out what somebody broke in the address', () => {
    expect(filterOf({ ...LIST_STATE, state: 'gone', fiscalYear: '16x', departmentId: '7' })).toEqual({});
  });
});
