import { describe, expect, it } from '@jest/globals';
import type { CertificationEntry } from './api';
import {
  changeOfCertificate,
  EMPTY_CERTIFICATE,
  isCertificateValues,
  lacksEvidence,
  newCertificateOf,
  periodFits,
  proposedEnd,
  renewalOf,
  shareLeft,
  toRenew,
  valuesOfEntry,
} from './certificate-values';

const entry: CertificationEntry = {
  id: 'one',
  type: 'prospective_local',
  number: '제2015-012호',
  issuer: '서울특별시',
  issuedOn: '2015-06-01',
  issueRound: null,
  validFrom: '2015-06-08',
  validUntil: '2018-06-07',
  revokedOn: null,
  revocationReason: null,
  verified: true,
  replacesId: null,
  state: 'active',
  entryState: 'verified',
  enteredAt: '2015-06-01T00:00:00.000Z',
  verifiedAt: '2015-06-02T00:00:00.000Z',
  replacedAt: null,
  refusedAt: null,
  refusalReason: null,
  hasEvidence: true,
  evidenceName: '지정서.pdf',
  verificationId: null,
};
const rules = [
  {
    type: 'prospective_local' as const,
    effectiveFrom: '2007-07-01',
    validMonths: 36,
    legalBasis: '지정 지침',
  },
  {
    type: 'village_enterprise' as const,
    effectiveFrom: '2010-01-01',
    validMonths: null,
    legalBasis: '시행지침',
  },
];

describe('a certificate as it is typed', () => {
  it('renews from the day after the old one, with its type and issuer', () => {
    expect(renewalOf(entry)).toEqual({
      ...EMPTY_CERTIFICATE,
      type: 'prospective_local',
      issuer: '서울특별시',
      validFrom: '2018-06-08',
    });
    expect(renewalOf({ ...entry, validUntil: null }).validFrom).toBeNull();
  });

  it('is proposed an end by the guidelines of its type, where there are any', () => {
    const typed = { type: 'prospective_local', validFrom: '2015-06-08' };
    expect(proposedEnd(rules, typed)).toEqual({ validUntil: '2018-06-07', legalBasis: '지정 지침' });
    expect(proposedEnd(rules, { ...typed, type: 'village_enterprise' })?.validUntil).toBeNull();
    expect(proposedEnd(rules, { ...typed, type: 'women_owned' })).toBeNull();
    expect(proposedEnd(rules, { ...typed, validFrom: null })).toBeNull();
  });

  it('is sent tidy, without limit where none was chosen', () => {
    const values = {
      ...valuesOfEntry(entry),
      number: ' ',
      hasNoLimit: true,
      evidence: { id: 'f', name: 'a.pdf' },
    };
    expect(changeOfCertificate(values)).toEqual({
      number: null,
      issuer: '서울특별시',
      issuedOn: '2015-06-01',
      issueRound: null,
      validFrom: '2015-06-08',
      validUntil: null,
      evidenceFileId: 'f',
    });
    expect(newCertificateOf(values).type).toBe('prospective_local');
    expect(isCertificateValues(JSON.parse(JSON.stringify(values)))).toBe(true);
    expect(isCertificateValues({ ...values, validUntil: 3 })).toBe(false);
  });

  it('is said beforehand to be wrong where the server would refuse it', () => {
    const values = valuesOfEntry(entry);
    expect(periodFits(values)).toBe(true);
    expect(periodFits({ ...values, validUntil: '2015-06-07' })).toBe(false);
    expect(periodFits({ ...values, validUntil: '2015-06-07', hasNoLimit: true })).toBe(true);
    expect(lacksEvidence(values, false)).toBe(true);
    expect(lacksEvidence(values, true)).toBe(false);
  });

  it('is to be renewed while it ends soon and nothing follows it', () => {
    const ending = { ...entry, state: 'expiring' as const };
    const renewal = {
      ...entry,
      id: 'two',
      state: 'pending' as const,
      entryState: 'waiting' as const,
      validFrom: '2018-06-08',
      validUntil: '2021-06-07',
    };
    expect(toRenew([ending])).toEqual([ending]);
    expect(toRenew([entry])).toEqual([]);
    expect(toRenew([ending, renewal])).toEqual([]);
    expect(toRenew([ending, { ...renewal, entryState: 'refused' }])).toEqual([ending]);
    expect(toRenew([ending, { ...renewal, type: 'women_owned' }])).toEqual([ending]);
    expect(toRenew([ending, { ...renewal, validUntil: '2018-06-07' }])).toEqual([ending]);
    const verified = { ...renewal, entryState: 'verified' as const };
    expect(toRenew([ending, { ...verified, revokedOn: '2018-07-01' }])).toEqual([ending]);
    expect(toRenew([ending, { ...verified, replacesId: 'three' }])).toEqual([]);
    expect(toRenew([ending, { ...renewal, replacesId: ending.id }])).toEqual([ending]);
  });

  it('has so much left on a day, and nothing after its last', () => {
    expect(shareLeft('2026-01-01', '2026-12-31', '2026-01-01')).toBe(1);
    expect(shareLeft('2026-01-01', '2026-12-31', '2026-12-31')).toBeCloseTo(1 / 365);
    expect(shareLeft('2026-01-01', '2026-12-31', '2027-01-01')).toBe(0);
    expect(shareLeft('2026-01-01', null, '2026-06-01')).toBeNull();
  });
});
