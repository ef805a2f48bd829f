import { describe, expect, it } from '@jest/globals';
import { claimRefusal, MAX_CLAIMS_IN_30_DAYS } from './claim.rules';

describe('claiming an enterprise', () => {
  const invited = { isBound: false, hasOpenClaim: false, recentClaims: 0 };

  it('is for an account that has none, one claim at a time', () => {
    expect(claimRefusal(invited)).toBeNull();
    expect(claimRefusal({ ...invited, isBound: true })?.code).toBe('CLAIM_NOT_POSSIBLE');
    expect(claimRefusal({ ...invited, hasOpenClaim: true })?.code).toBe('CLAIM_EXISTS');
  });

  it('cannot be tried until one fits', () => {
    expect(claimRefusal({ ...invited, recentClaims: MAX_CLAIMS_IN_30_DAYS - 1 })).toBeNull();
    expect(claimRefusal({ ...invited, recentClaims: MAX_CLAIMS_IN_30_DAYS })?.code).toBe('TOO_MANY_REQUESTS');
  });
});
