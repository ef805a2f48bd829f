import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { DEFAULT_COUNTING_POLICY } from '../purchase-targets/policy';
import { DEFAULT_SCHEMES, type Scheme } from '../purchase-targets/scheme';
import type { CertificateFacts } from '../suppliers/certificate.rules';
import { decisionDiffers, recognise, totalledUnder, type RecognitionFacts } from './recognition.rules';
import { CHANNELS, PURCHASE_STATES } from './vocabulary';

/** 일자리지원과 bought 현수막/배너 제작 from 노란들판 by contract, 160,000 won. */
const banner: RecognitionFacts = {
  state: 'submitted',
  fiscalYear: 2016,
  channel: 'contract',
  contractDate: '2016-05-10',
  paymentDate: '2016-06-02',
  amountKrw: 160_000,
  supplyValueKrw: 145_455,
};
const certified: CertificateFacts = {
  type: 'certified_social_enterprise',
  validFrom: '2012-01-01',
  validUntil: null,
  revokedOn: null,
  verified: true,
};
const prospective: CertificateFacts = {
  ...certified,
  type: 'prospective_local',
  validFrom: '2015-06-08',
  validUntil: '2018-06-07',
};
const women: Scheme = {
  code: 'women',
  name: '여성기업',
  basis: 'certification',
  certificationTypes: ['women_owned'],
  channels: [],
};
const policy = DEFAULT_COUNTING_POLICY;
const judge = (change: Partial<RecognitionFacts>, certificates: readonly CertificateFacts[] = [certified]) =>
  recognise({ ...banner, ...change }, policy, certificates, DEFAULT_SCHEMES);

describe('a purchase from a certified social enterprise', () => {
  it('counts for the social economy and for certified only, not for the mall', () => {
    const recognition = judge({});
    expect(recognition).toEqual({
      recognitionDate: '2016-05-10',
      recognizedAmountKrw: 160_000,
      countedSchemes: ['social_economy'],
      certifiedOnly: true,
      countStatus: 'counted',
      reasons: [],
    });
    expect(totalledUnder(recognition)).toEqual(['social_economy', 'certified_only']);
  });

  it('through the mall counts there too, once in each', () => {
    expect(judge({ channel: 'hamkke_nuri_mall' }).countedSchemes).toEqual([
      'social_economy',
      'hamkke_nuri_mall',
    ]);
  });

  it.each(PURCHASE_STATES)('in the state %s counts only when submitted or accepted', (state) => {
    const recognition = judge({ state });
    const counts = state === 'submitted' || state === 'accepted';
    expect(recognition.countedSchemes.length > 0).toBe(counts);
    expect(recognition.countStatus).toBe(counts ? 'counted' : 'not_counted');
    expect(recognition.reasons).toEqual(counts ? [] : [state]);
  });

  it('is recognised on the day and with the amount that the policy says', () => {
    const other = { ...policy, recognitionDate: 'payment', amountBasis: 'supply_value' } as const;
    expect(recognise(banner, other, [certified], DEFAULT_SCHEMES)).toMatchObject({
      recognitionDate: '2016-06-02',
      recognizedAmountKrw: 145_455,
      countStatus: 'counted',
    });
  });

  it('is kept for checking, not counted, when day or supply value are missing: 10/11 is never guessed', () => {
    const other = { ...policy, amountBasis: 'supply_value' } as const;
    expect(
      recognise({ ...banner, supplyValueKrw: null, contractDate: null }, other, [certified], DEFAULT_SCHEMES),
    ).toEqual({
      recognitionDate: null,
      recognizedAmountKrw: null,
      countedSchemes: [],
      certifiedOnly: false,
      countStatus: 'needs_check',
      reasons: ['recognition_date_missing', 'supply_value_missing'],
    });
    expect(judge({ contractDate: '2015-12-31' })).toMatchObject({
      countStatus: 'needs_check',
      reasons: ['outside_fiscal_year'],
    });
  });
});

describe('a purchase from a prospective enterprise, designated 2015-06-08 to 2018-06-07', () => {
  const on = (contractDate: string) => judge({ contractDate, fiscalYear: 2018 }, [prospective]);

  it('counts on the last day, though not as certified only', () => {
    expect(on('2018-06-07')).toMatchObject({
      countStatus: 'counted',
      countedSchemes: ['social_economy'],
      certifiedOnly: false,
    });
  });

  it('is kept on the day after, not counted, 확인 필요', () => {
    expect(on('2018-06-08')).toMatchObject({
      recognizedAmountKrw: 160_000,
      countStatus: 'needs_check',
      countedSchemes: [],
      reasons: ['certificate_expired'],
    });
  });

  it('is decided by the certificate of the day, so that becoming certified later keeps the history', () => {
    const later = { ...certified, validFrom: '2018-06-08' };
    const recognition = judge({ contractDate: '2018-06-07', fiscalYear: 2018 }, [prospective, later]);
    expect(recognition).toMatchObject({ countStatus: 'counted', certifiedOnly: false });
  });
});

describe('a purchase that does not count says why', () => {
  it.each([
    ['certificate_missing', []],
    ['certificate_type_not_eligible', [{ ...certified, type: 'sme' as const }]],
    ['certificate_unverified', [{ ...certified, verified: false }]],
    ['certificate_not_yet_valid', [{ ...certified, validFrom: '2016-05-11' }]],
    ['certificate_expired', [{ ...prospective, validUntil: '2016-05-09' }]],
    ['certificate_revoked', [{ ...certified, revokedOn: '2016-05-10' }]],
  ])('%s', (reason, certificates) => {
    expect(judge({}, certificates)).toMatchObject({
      countStatus: 'needs_check',
      countedSchemes: [],
      reasons: [reason],
    });
  });

  it('and counts for the mall all the same when it went through it', () => {
    expect(judge({ channel: 'hamkke_nuri_mall' }, [])).toMatchObject({
      countedSchemes: ['hamkke_nuri_mall'],
      countStatus: 'needs_check',
      reasons: ['certificate_missing'],
    });
  });

  it('but a scheme for women-owned enterprises counts by its own kind of certificate', () => {
    const owned = { ...certified, type: 'women_owned' as const };
    expect(recognise(banner, policy, [owned], [...DEFAULT_SCHEMES, women])).toMatchObject({
      countedSchemes: ['women'],
      certifiedOnly: false,
      countStatus: 'counted',
    });
  });
});

describe('an institution that counts women-owned enterprises only', () => {
  it('hears of a certificate that ran out, not of one of another kind', () => {
    const ranOut = { ...certified, type: 'women_owned' as const, validUntil: '2016-05-09' };
    const schemes = DEFAULT_SCHEMES.filter((scheme) => scheme.basis === 'channel').concat(women);
    expect(recognise(banner, policy, [ranOut], schemes).reasons).toEqual(['certificate_expired']);
  });
});

describe('an adjustment', () => {
  it('counts where its purchase counted, on its own day, with its sign, whatever certificates say by then', () => {
    const adjusts = judge({ channel: 'hamkke_nuri_mall' });
    const refund = { ...banner, contractDate: '2016-11-01', amountKrw: -60_000, adjusts };
    expect(recognise(refund, policy, [], DEFAULT_SCHEMES)).toEqual({
      recognitionDate: '2016-11-01',
      recognizedAmountKrw: -60_000,
      countedSchemes: ['social_economy', 'hamkke_nuri_mall'],
      certifiedOnly: true,
      countStatus: 'counted',
      reasons: [],
    });
  });

  it('of a purchase under check stays under check', () => {
    const adjusts = judge({}, []);
    expect(
      recognise({ ...banner, amountKrw: -1, adjusts }, policy, [certified], DEFAULT_SCHEMES),
    ).toMatchObject({
      countStatus: 'needs_check',
      countedSchemes: [],
    });
  });
});

describe('a purchase whose certificate was revoked or came late', () => {
  it('is listed when it would be decided otherwise now, and only then', () => {
    const stored = judge({});
    expect(decisionDiffers(stored, judge({}, [{ ...certified, revokedOn: '2017-01-01' }]))).toBe(false);
    expect(decisionDiffers(stored, judge({}, [{ ...certified, revokedOn: '2016-01-01' }]))).toBe(true);
    expect(decisionDiffers(judge({}, []), stored)).toBe(true);
    expect(decisionDiffers(stored, { ...stored, certifiedOnly: false })).toBe(true);
    expect(decisionDiffers(stored, { ...stored, countedSchemes: ['women'] })).toBe(true);
    expect(decisionDiffers(stored, { ...stored, countedSchemes: [] })).toBe(true);
  });
});

describe('recognition', () => {
  const day = fc.integer({ min: 0, max: 365 }).map((count) => addDays('2016-01-01', count));
  const certificate = fc.record({
    type: fc.constantFrom('certified_social_enterprise', 'cooperative', 'women_owned', 'sme'),
    validFrom: day,
    validUntil: fc.option(day),
    revokedOn: fc.option(day),
    verified: fc.boolean(),
  });

  it('is never undone by what happens after the recognition date', () => {
    fc.assert(
      fc.property(
        day,
        fc.array(certificate),
        fc.constantFrom(...CHANNELS),
        (contractDate, certificates, channel) => {
          const before = judge({ contractDate, channel }, certificates);
          const later = certificates.map((one) => ({
            ...one,
            revokedOn:
              one.revokedOn !== null && one.revokedOn <= contractDate
                ? one.revokedOn
                : addDays(contractDate, 1),
          }));
          expect(judge({ contractDate, channel }, later).countedSchemes).toEqual(before.countedSchemes);
        },
      ),
    );
  });

  it('counts once in a scheme, or gives a reason', () => {
    fc.assert(
      fc.property(
        day,
        fc.array(certificate),
        fc.constantFrom(...PURCHASE_STATES),
        (contractDate, certificates, state) => {
          const recognition = judge({ contractDate, state }, certificates);
          expect(new Set(recognition.countedSchemes).size).toBe(recognition.countedSchemes.length);
          expect(recognition.reasons.length === 0).toBe(recognition.countStatus === 'counted');
        },
      ),
    );
  });
});
