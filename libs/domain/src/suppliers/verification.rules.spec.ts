import { describe, expect, it } from '@jest/globals';
import { verificationRefusal } from './verification.rules';

describe('a verification', () => {
  it('is decided once, and refused only with a reason', () => {
    expect(verificationRefusal('pending', 'verified', null)).toBeNull();
    expect(verificationRefusal('pending', 'refused', '  ')?.code).toBe('REASON_REQUIRED');
    expect(verificationRefusal('pending', 'refused', '인증서 번호가 다름')).toBeNull();
    expect(verificationRefusal('verified', 'refused', '인증서 번호가 다름')?.code).toBe('VERIFICATION_STATE');
    expect(verificationRefusal('withdrawn', 'withdrawn', null)?.code).toBe('VERIFICATION_STATE');
  });
});
