import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { refusal } from '../refusal';
import {
  certificateDaysRefusal,
  certificateStateOn,
  CERTIFICATION_TYPES,
  EXPIRING_DAYS,
  isCertificateValidOn,
  SOCIAL_ECONOMY_CERTIFICATION_TYPES,
  type CertificateFacts,
} from './certificate.rules';

/** The prospective designation of 청롱 주식회사, 2015-06-08, three years. */
const designation: CertificateFacts = {
  type: 'prospective_local',
  validFrom: '2015-06-08',
  validUntil: '2018-06-07',
  revokedOn: null,
  verified: true,
};

describe('a certificate', () => {
  it('holds on its first and on its last day, and on no day outside', () => {
    expect(isCertificateValidOn(designation, '2015-06-07')).toBe(false);
    expect(isCertificateValidOn(designation, '2015-06-08')).toBe(true);
    expect(isCertificateValidOn(designation, '2018-06-07')).toBe(true);
    expect(isCertificateValidOn(designation, '2018-06-08')).toBe(false);
  });

  it('is pending, active, expiring and expired in turn', () => {
    const states = ['2015-06-07', '2015-06-08', '2018-03-08', '2018-03-09', '2018-06-07', '2018-06-08'];
    expect(states.map((day) => certificateStateOn(designation, day))).toEqual([
      'pending',
      'active',
      'active',
      'expiring',
      'expiring',
      'expired',
    ]);
    expect(addDays('2018-03-09', EXPIRING_DAYS)).toBe('2018-06-07');
  });

  it('without limit stays active', () => {
    expect(certificateStateOn({ ...designation, validUntil: null }, '2199-12-31')).toBe('active');
  });

  it('revoked holds until the day before', () => {
    const revoked = { ...designation, revokedOn: '2017-01-01' };
    expect(certificateStateOn(revoked, '2016-12-31')).toBe('active');
    expect(certificateStateOn(revoked, '2017-01-01')).toBe('revoked');
    expect(isCertificateValidOn(revoked, '2017-01-01')).toBe(false);
  });

  it('that nobody verified is pending on every day', () => {
    expect(
      certificateStateOn({ ...designation, verified: false, revokedOn: '2016-01-01' }, '2016-06-01'),
    ).toBe('pending');
  });

  it('holds exactly on the days between its ends', () => {
    const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2014-01-01', count));
    fc.assert(
      fc.property(day, (on) => {
        expect(isCertificateValidOn(designation, on)).toBe('2015-06-08' <= on && on <= '2018-06-07');
      }),
    );
  });

  it.each([
    ['validFrom', { validFrom: '2015-02-30' }],
    ['validUntil', { validUntil: '2015-06-07' }],
    ['validUntil', { validUntil: 'never' }],
    ['revokedOn', { revokedOn: '2015-06-07' }],
    ['revokedOn', { revokedOn: '2016-13-01' }],
  ])('with a bad %s is refused', (field, change) => {
    expect(certificateDaysRefusal({ ...designation, ...change })).toEqual(
      refusal('CERTIFICATE_VALIDITY_INVALID', { field }),
    );
  });

  it('of one day, or without limit, is fine', () => {
    expect(
      certificateDaysRefusal({ ...designation, validUntil: '2015-06-08', revokedOn: '2015-06-08' }),
    ).toBeNull();
    expect(certificateDaysRefusal({ ...designation, validUntil: null })).toBeNull();
  });

  it('kinds of the social economy are a part of the vocabulary without the neighbouring kinds', () => {
    expect(SOCIAL_ECONOMY_CERTIFICATION_TYPES.every((type) => CERTIFICATION_TYPES.includes(type))).toBe(true);
    expect(SOCIAL_ECONOMY_CERTIFICATION_TYPES).not.toContain('women_owned');
  });
});
