import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import {
  CERTIFICATE_ENTRY_STATES,
  MAX_WAITING_CERTIFICATES,
  certificateActionRefusal,
  certificateDaysThatDiffer,
  certificateEntryStateOf,
  reachesCountedDays,
  type CertificateAction,
  waitingCertificatesRefusal,
} from './certificate-change.rules';
import { isCertificateValidOn, type CertificateFacts } from './certificate.rules';

const designation: CertificateFacts = {
  type: 'prospective_local',
  validFrom: '2015-06-08',
  validUntil: '2018-06-07',
  revokedOn: null,
  verified: true,
};

describe('a change of a certificate', () => {
  it('by a revocation differs from the revocation to the last day', () => {
    const revoked = { ...designation, revokedOn: '2016-03-01' };
    const days = [{ from: '2016-03-01', to: '2018-06-07' }];
    expect(certificateDaysThatDiffer(designation, revoked)).toEqual(days);
    expect(certificateDaysThatDiffer(revoked, designation)).toEqual(days);
    expect(reachesCountedDays(designation, revoked, '2016-02-29')).toBe(false);
    expect(reachesCountedDays(designation, revoked, '2016-03-01')).toBe(true);
  });

  it('that comes late differs on all its days, and one that waits on none', () => {
    expect(certificateDaysThatDiffer(null, designation)).toEqual([{ from: '2015-06-08', to: '2018-06-07' }]);
    expect(certificateDaysThatDiffer(null, { ...designation, verified: false })).toEqual([]);
    expect(certificateDaysThatDiffer(null, { ...designation, validUntil: null })).toEqual([
      { from: '2015-06-08', to: null },
    ]);
  });

  it('of both ends differs at both ends', () => {
    const moved = { ...designation, validFrom: '2015-07-01', validUntil: null };
    expect(certificateDaysThatDiffer(designation, moved)).toEqual([
      { from: '2015-06-08', to: '2015-06-30' },
      { from: '2018-06-08', to: null },
    ]);
  });

  it('of number or issuer differs on no day; to another type or another time on all', () => {
    expect(certificateDaysThatDiffer(designation, { ...designation })).toEqual([]);
    const certified = { ...designation, type: 'certified_social_enterprise' as const };
    expect(certificateDaysThatDiffer(designation, certified)).toHaveLength(2);
    const later = { ...designation, validFrom: '2020-01-01', validUntil: null };
    expect(certificateDaysThatDiffer(later, designation)).toEqual([
      { from: '2015-06-08', to: '2018-06-07' },
      { from: '2020-01-01', to: null },
    ]);
  });

  it('revoked on its first day held on none', () => {
    const never = { ...designation, revokedOn: '2015-06-08' };
    expect(certificateDaysThatDiffer(null, never)).toEqual([]);
    expect(certificateDaysThatDiffer(designation, never)).toEqual([{ from: '2015-06-08', to: '2018-06-07' }]);
  });

  it('names exactly the days on which the answer differs', () => {
    const day = fc.integer({ min: 0, max: 60 }).map((count) => addDays('2016-01-01', count));
    const dayOrNone = fc.option(day, { nil: null });
    const certificate = fc
      .record({ from: day, until: dayOrNone, revokedOn: dayOrNone, verified: fc.boolean() })
      .map(({ from, until, revokedOn, verified }): CertificateFacts => ({
        type: 'prospective_local',
        validFrom: from,
        validUntil: until !== null && until < from ? from : until,
        revokedOn: revokedOn !== null && revokedOn < from ? from : revokedOn,
        verified,
      }));
    fc.assert(
      fc.property(certificate, certificate, day, (before, after, on) => {
        const differs = isCertificateValidOn(before, on) !== isCertificateValidOn(after, on);
        const named = certificateDaysThatDiffer(before, after).some(
          ({ from, to }) => from <= on && (to === null || on <= to),
        );
        expect(named).toBe(differs);
      }),
    );
  });
});

describe('certificates that wait', () => {
  it('are twenty at most', () => {
    expect(waitingCertificatesRefusal(MAX_WAITING_CERTIFICATES - 1)).toBeNull();
    expect(waitingCertificatesRefusal(MAX_WAITING_CERTIFICATES)).toEqual({
      code: 'CERTIFICATES_WAITING',
      details: { max: 20 },
    });
  });
});

describe('an entry of the register', () => {
  const none = { verified: false, replaced: false, refused: false, withdrawn: false };

  it('waits, stands, or ended', () => {
    expect(certificateEntryStateOf(none)).toBe('waiting');
    expect(certificateEntryStateOf({ ...none, verified: true })).toBe('verified');
    expect(certificateEntryStateOf({ ...none, verified: true, replaced: true })).toBe('replaced');
    expect(certificateEntryStateOf({ ...none, refused: true })).toBe('refused');
    expect(certificateEntryStateOf({ ...none, withdrawn: true })).toBe('withdrawn');
  });

  it.each<[CertificateAction, string[]]>([
    ['correct', ['waiting', 'verified', 'revoked']],
    ['propose', ['verified']],
    ['revoke', ['verified']],
    ['reinstate', ['revoked']],
    ['verify', ['waiting']],
  ])('takes "%s" only when it is %j', (action, fitting) => {
    const states = [...CERTIFICATE_ENTRY_STATES, 'revoked' as const];
    const allowed = states.filter((state) => {
      const entry =
        state === 'revoked'
          ? { state: 'verified' as const, revokedOn: '2016-03-01' }
          : { state, revokedOn: null };
      const refused = certificateActionRefusal(entry, action);
      if (refused !== null) expect(refused).toEqual({ code: 'CERTIFICATE_STATE', details: { state } });
      return refused === null;
    });
    expect(allowed.sort()).toEqual([...fitting].sort());
  });
});
