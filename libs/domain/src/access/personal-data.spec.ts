import { describe, expect, it } from '@jest/globals';
import { accessLogKeptFrom } from './personal-data';

describe('the access log', () => {
  it('is kept for two years', () => {
    expect(accessLogKeptFrom('2016-06-15')).toBe('2014-06-15');
  });

  it('goes no day too early after a 29 February', () => {
    expect(accessLogKeptFrom('2016-02-29')).toBe('2014-02-28');
  });
});
