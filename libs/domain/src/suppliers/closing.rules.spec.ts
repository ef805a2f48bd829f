import { describe, expect, it } from '@jest/globals';
import { isClosedOn } from './closing.rules';

describe('an enterprise', () => {
  it('is out of business from its closing day on, and never without one', () => {
    const days = ['2026-11-19', '2026-11-20', '2026-11-21'];
    expect(days.map((day) => isClosedOn('2026-11-20', day))).toEqual([false, true, true]);
    expect(isClosedOn(null, '2026-11-20')).toBe(false);
  });
});
