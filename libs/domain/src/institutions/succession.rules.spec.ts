import { describe, expect, it } from '@jest/globals';
import { departmentSuccessionRefusal, isDepartmentValidOn } from './succession.rules';

const living = { validFrom: '2015-01-01', validTo: null };

describe('a department and its successor', () => {
  it('lives on its first and its last day, and on no day beside them', () => {
    const ended = { validFrom: '2015-01-01', validTo: '2015-12-31' };
    expect(isDepartmentValidOn(ended, '2015-01-01')).toBe(true);
    expect(isDepartmentValidOn(ended, '2015-12-31')).toBe(true);
    expect(isDepartmentValidOn(ended, '2016-01-01')).toBe(false);
    expect(isDepartmentValidOn(living, '2014-12-31')).toBe(false);
    expect(isDepartmentValidOn(living, '2199-01-01')).toBe(true);
  });

  it('is succeeded once, and not before it began', () => {
    expect(departmentSuccessionRefusal(living, '2016-01-01')).toBeNull();
    expect(departmentSuccessionRefusal(living, '2015-01-01')?.code).toBe('DEPARTMENT_VALIDITY_INVALID');
    expect(departmentSuccessionRefusal({ ...living, validTo: '2015-12-31' }, '2016-01-01')?.code).toBe(
      'DEPARTMENT_NOT_VALID',
    );
  });
});
