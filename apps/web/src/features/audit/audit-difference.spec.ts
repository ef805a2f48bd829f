import { describe, expect, it } from '@jest/globals';
import { differenceOf } from './audit-difference';

describe('the difference of an audit event', () => {
  it('names only what changed, and leaves the row version out', () => {
    expect(
      differenceOf(
        { name: '일자리지원과', version: 1, valid_to: null },
        { name: '일자리청년과', version: 2, valid_to: null },
      ),
    ).toEqual([{ field: 'name', before: '일자리지원과', after: '일자리청년과', changed: true }]);
  });

  it('lists what a new row holds and what a removed one held', () => {
    expect(differenceOf(null, { amount_krw: 160000, note: null })).toEqual([
      { field: 'amount_krw', before: null, after: '160000', changed: true },
    ]);
    expect(differenceOf({ schemes: ['a'] }, null)).toEqual([
      { field: 'schemes', before: '["a"]', after: null, changed: true },
    ]);
  });

  it('takes a field that appears or goes for a change', () => {
    expect(differenceOf({ a: 'x' }, { b: 'y' }).map(({ field }) => field)).toEqual(['b', 'a']);
  });
});
