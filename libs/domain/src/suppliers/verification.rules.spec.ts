import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  enterpriseEvidenceRefusal,
  factsChangedSince,
  factsIn,
  proposedFacts,
  verificationRefusal,
} from './verification.rules';

describe('a verification', () => {
  it('is decided once, and refused only with a reason', () => {
    expect(verificationRefusal('pending', 'verified', null)).toBeNull();
    expect(verificationRefusal('pending', 'refused', '  ')?.code).toBe('REASON_REQUIRED');
    expect(verificationRefusal('pending', 'refused', '인증서 번호가 다름')).toBeNull();
    expect(verificationRefusal('verified', 'refused', '인증서 번호가 다름')?.code).toBe('VERIFICATION_STATE');
    expect(verificationRefusal('withdrawn', 'withdrawn', null)?.code).toBe('VERIFICATION_STATE');
  });
});

describe('a proposal of facts', () => {
  const standing = { name: '노란들판', address: null, districtCode: '11305' };

  it('holds what differs from what stands, and nothing else', () => {
    expect(proposedFacts(standing, { name: '노란들판', address: '도봉로 1', districtCode: null })).toEqual({
      address: '도봉로 1',
      districtCode: null,
    });
    expect(proposedFacts(standing, { address: null })).toEqual({});
    expect(factsIn({ address: null })).toEqual(['address']);
  });

  it('points out what changed since it was made', () => {
    const proposed = { address: '도봉로 1', name: '새 이름' };
    const then = { address: null, name: '노란들판' };
    expect(factsChangedSince(proposed, then, { ...standing })).toEqual([]);
    expect(factsChangedSince(proposed, then, { ...standing, address: '한천로 2' })).toEqual(['address']);
    expect(factsChangedSince({ name: '새 이름' }, then, { ...standing, address: '한천로 2' })).toEqual([]);
  });

  it('of a certificate comes with its evidence', () => {
    expect(enterpriseEvidenceRefusal(null)).toEqual(
      refusal('EVIDENCE_REQUIRED', { field: 'evidenceFileId' }),
    );
    expect(enterpriseEvidenceRefusal('a')).toBeNull();
  });
});
