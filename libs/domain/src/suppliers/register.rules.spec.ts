import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import type { ActorFacts } from '../access/access.rules';
import { ROLES } from '../access/permissions';
import {
  certificationRefusal,
  isSyntheticBusinessNumber,
  mergedRefusal,
  sameNameRefusal,
  supplierViewOf,
  supplierWarnings,
  tidyHomepage,
  vulnerableEmploymentRefusal,
} from './register.rules';

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

  it('asks once whether a namesake is another enterprise, and warns from then on', () => {
    const others = [{ id: 'a', name: '푸른환경코리아' }];
    expect(sameNameRefusal(others, false)).toEqual(
      refusal('SUPPLIER_NAME_EXISTS', { supplierId: 'a', name: '푸른환경코리아', count: 1 }),
    );
    expect(sameNameRefusal(others, true)).toBeNull();
    expect(sameNameRefusal([], false)).toBeNull();
    expect(supplierWarnings(null, true)).toEqual(['business_number_missing', 'name_exists']);
    expect(supplierWarnings('1208147521', true)).toEqual(['name_exists']);
    expect(supplierWarnings('1234567890', true)).toEqual(['business_number_checksum', 'name_exists']);
  });

  it('changes nothing on a row that was merged, and says where it went', () => {
    expect(mergedRefusal('b')).toEqual(refusal('SUPPLIER_MERGED', { supplierId: 'b' }));
    expect(mergedRefusal(null)).toBeNull();
  });

  it('takes a share of employment with its day, never a later one than today', () => {
    const today = '2016-07-01';
    expect(vulnerableEmploymentRefusal(3000, '2016-07-01', today)).toBeNull();
    expect(vulnerableEmploymentRefusal(0, '2015-12-31', today)).toBeNull();
    expect(vulnerableEmploymentRefusal(null, null, today)).toBeNull();
    for (const [bp, on, field] of [
      [3000, '2016-07-02', 'vulnerableEmploymentOn'],
      [3000, null, 'vulnerableEmploymentOn'],
      [null, '2016-01-01', 'vulnerableEmploymentOn'],
      [10_001, '2016-01-01', 'vulnerableEmploymentBp'],
      [-1, '2016-01-01', 'vulnerableEmploymentBp'],
      [0.5, '2016-01-01', 'vulnerableEmploymentBp'],
    ] as const)
      expect(vulnerableEmploymentRefusal(bp, on, today)).toEqual(
        refusal('VULNERABLE_EMPLOYMENT_INVALID', { field }),
      );
  });

  it('shows the whole row to who keeps it and to the enterprise itself, and less to others', () => {
    const nobody: ActorFacts = {
      role: 'enterprise',
      institutionId: null,
      departmentId: null,
      enterpriseId: null,
      assignedInstitutionIds: [],
    };
    expect(supplierViewOf(nobody, 'a')).toBe('public');
    expect(supplierViewOf({ ...nobody, enterpriseId: 'b' }, 'a')).toBe('public');
    expect(supplierViewOf({ ...nobody, enterpriseId: 'a' }, 'a')).toBe('whole');
    expect(ROLES.map((role) => `${role} ${supplierViewOf({ ...nobody, role }, 'a')}`)).toEqual([
      'clerk staff',
      'support whole',
      'enterprise public',
      'manager whole',
      'admin whole',
    ]);
  });

  it('gives a homepage without scheme one, and leaves the others', () => {
    expect(tidyHomepage(' www.example.com ')).toBe('http://www.example.com');
    expect(tidyHomepage('HTTPS://example.com')).toBe('HTTPS://example.com');
  });
});
