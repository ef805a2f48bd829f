import { describe, expect, it } from '@jest/globals';
import { certificationRefusal, isSyntheticBusinessNumber, supplierWarnings } from './register.rules';

const certificate = {
  type: 'prospective_local',
  validFrom: '2015-06-08',
  validUntil: '2018-06-07',
  revokedOn: null,
  revocationReason: null,
  verified: true,
} as const;

describe('the register', () => {
  it('points out a number that is missing or fails its check digit, and takes it all the same', () => {
    expect(supplierWarnings(null)).toEqual(['business_number_missing']);
    expect(supplierWarnings('1234567890')).toEqual(['business_number_checksum']);
    expect(supplierWarnings('1208147521')).toEqual([]);
  });

  it('knows the numbers that are never issued', () => {
    expect(isSyntheticBusinessNumber('0001234567')).toBe(true);
    expect(isSyntheticBusinessNumber('1208147521')).toBe(false);
    expect(isSyntheticBusinessNumber(null)).toBe(false);
  });

  it('wants a reason for a revocation, and days in order', () => {
    expect(certificationRefusal(certificate)).toBeNull();
    expect(certificationRefusal({ ...certificate, revokedOn: '2016-01-01' })?.code).toBe('REASON_REQUIRED');
    expect(
      certificationRefusal({ ...certificate, revokedOn: '2016-01-01', revocationReason: ' ' })?.code,
    ).toBe('REASON_REQUIRED');
    expect(
      certificationRefusal({ ...certificate, revokedOn: '2016-01-01', revocationReason: '지정 취소' }),
    ).toBeNull();
    expect(certificationRefusal({ ...certificate, validUntil: '2015-06-07' })?.code).toBe(
      'CERTIFICATE_VALIDITY_INVALID',
    );
  });
});
