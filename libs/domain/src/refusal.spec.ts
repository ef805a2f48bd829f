import { describe, expect, it } from '@jest/globals';
import { isRefusal, refusal, REFUSAL_CODES } from './refusal';

describe('a refusal', () => {
  it('is a value with a code, and details only when there are some', () => {
    expect(refusal('PERIOD_CLOSED')).toEqual({ code: 'PERIOD_CLOSED' });
    expect(refusal('POLICY_INVALID', { field: 'decimals' })).toEqual({
      code: 'POLICY_INVALID',
      details: { field: 'decimals' },
    });
  });

  it('is told from other values', () => {
    expect(isRefusal(refusal('NOT_FOUND'))).toBe(true);
    for (const other of [null, 5, 'NOT_FOUND', {}, { code: 'TEAPOT' }]) expect(isRefusal(other)).toBe(false);
  });

  it('has no code twice', () => {
    expect(new Set(REFUSAL_CODES).size).toBe(REFUSAL_CODES.length);
  });
});
