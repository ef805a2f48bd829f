import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CertificationType } from '../suppliers/certificate.rules';
import type { AwardRule } from './award-rule.rules';
import { directAwardHint, type AwardCase, type AwardSupplier } from './direct-award.rules';
import { AWARD_CONTRACT_KINDS } from './vocabulary';

const rule = (id: string, more: Partial<AwardRule>): AwardRule => ({
  id,
  rule: 'single_quote',
  enterpriseClass: 'general',
  certificationTypes: [],
  minVulnerableEmploymentBp: null,
  contractKinds: AWARD_CONTRACT_KINDS,
  limitKrw: 20_000_000,
  validFrom: null,
  validTo: null,
  legalBasis: 'decree',
  verification: 'verified',
  ...more,
});
const women = {
  enterpriseClass: 'women_or_disabled',
  certificationTypes: ['women_owned', 'disabled_owned'],
} as const;

/** ref_sole_source_thresholds, as far as it is about one quotation, and two limits of small value. */
const RULES: readonly AwardRule[] = [
  rule('general', {}),
  rule('women-2014', { ...women, validTo: '2014-11-23' }),
  rule('women', { ...women, limitKrw: 50_000_000, validFrom: '2014-11-24' }),
  rule('social', {
    enterpriseClass: 'social_enterprise',
    certificationTypes: [
      'certified_social_enterprise',
      'social_cooperative',
      'self_reliance_enterprise',
      'village_enterprise',
    ],
    minVulnerableEmploymentBp: 3_000,
    limitKrw: 50_000_000,
    validFrom: '2018-07-24',
    verification: 'partly_verified',
  }),
  rule('negotiated', {
    rule: 'small_value_negotiated',
    contractKinds: ['goods', 'services'],
    limitKrw: 50_000_000,
    validTo: '2020-07-14',
  }),
  rule('works', {
    rule: 'small_value_negotiated',
    contractKinds: ['works_general'],
    limitKrw: 200_000_000,
    validTo: '2020-07-14',
  }),
];

const firm = (type: CertificationType | null, more: Partial<AwardSupplier> = {}): AwardSupplier => ({
  closedOn: null,
  certificates:
    type === null
      ? []
      : [{ type, validFrom: '2010-01-01', validUntil: null, revokedOn: null, verified: true }],
  vulnerableEmploymentBp: null,
  vulnerableEmploymentOn: null,
  ...more,
});
const social = (bp: number | null, on = '2018-06-30') =>
  firm('certified_social_enterprise', {
    vulnerableEmploymentBp: bp,
    vulnerableEmploymentOn: bp === null ? null : on,
  });

const asked = (more: Partial<AwardCase>): AwardCase => ({
  amountKrw: null,
  amountIncludesVat: true,
  supplyValueKrw: 48_000_000,
  kind: 'services',
  day: '2018-07-25',
  supplier: social(3_000),
  ...more,
});
const hint = (more: Partial<AwardCase>) => directAwardHint(asked(more), RULES);
const failuresOf = (more: Partial<AwardCase>, id: string) =>
  hint(more).considered.find((one) => one.rule.id === id)?.failures;

describe('services of 48,000,000 won without VAT', () => {
  it('from a social enterprise with 30 % vulnerable employment on 2018-07-25: one quotation is enough', () => {
    expect(hint({})).toMatchObject({ verdict: 'single_quote_possible', chosen: { id: 'social' } });
  });

  it('on 2018-07-16: two quotations, because the rule begins on 2018-07-24', () => {
    expect(hint({ day: '2018-07-16' })).toMatchObject({ verdict: 'two_quotes', chosen: { id: 'general' } });
    expect(failuresOf({ day: '2018-07-16' }, 'social')).toMatchObject([{ condition: 'not_in_force' }]);
  });

  it('begin to be possible on the first day of the rule and not the day before', () => {
    expect(hint({ day: '2018-07-23' }).verdict).toBe('two_quotes');
    expect(hint({ day: '2018-07-24' }).verdict).toBe('single_quote_possible');
  });

  it('with 29.9 %: two quotations, and it says that 0.1 points are missing', () => {
    expect(hint({ supplier: social(2_990) }).verdict).toBe('two_quotes');
    expect(failuresOf({ supplier: social(2_990) }, 'social')).toEqual([
      { condition: 'ratio_below', needed: 3_000, actual: 2_990, missedBy: 10 },
    ]);
    expect(failuresOf({ supplier: social(null) }, 'social')).toMatchObject([
      { condition: 'ratio_missing', needed: 3_000 },
    ]);
  });

  it('from a general firm, at 25,000,000 too: two quotations, and by how much the limit is passed', () => {
    const more = { supplier: firm(null), supplyValueKrw: 25_000_000 };
    expect(hint(more)).toMatchObject({ verdict: 'two_quotes', chosen: { id: 'general' } });
    expect(failuresOf(more, 'general')).toEqual([
      { condition: 'amount_above', needed: 20_000_000, actual: 25_000_000, missedBy: 5_000_000 },
    ]);
    expect(failuresOf(more, 'social')?.map((one) => one.condition)).toEqual(['certificate', 'ratio_missing']);
  });

  it.each(['social_cooperative', 'self_reliance_enterprise', 'village_enterprise'] as const)(
    'are possible from a %s with the ratio, and not from a prospective one',
    (type) => {
      const withRatio = { vulnerableEmploymentBp: 4_500, vulnerableEmploymentOn: '2018-06-30' };
      expect(hint({ supplier: firm(type, withRatio) }).verdict).toBe('single_quote_possible');
      expect(hint({ supplier: firm('prospective_local', withRatio) }).verdict).toBe('two_quotes');
    },
  );
});

describe('women and disabled owners', () => {
  const at = (day: string, supplyValueKrw: number) =>
    hint({ supplier: firm('women_owned'), day, supplyValueKrw });

  it('have 20,000,000 until 2014-11-23 and 50,000,000 from 2014-11-24', () => {
    expect(at('2014-11-23', 20_000_001).verdict).toBe('two_quotes');
    expect(at('2014-11-23', 20_000_000).verdict).toBe('single_quote_possible');
    expect(at('2014-11-24', 50_000_000)).toMatchObject({
      verdict: 'single_quote_possible',
      chosen: { id: 'women' },
    });
    expect(at('2014-11-24', 50_000_001).verdict).toBe('two_quotes');
  });

  it('need a certificate that holds on the day: not expired, revoked or unverified', () => {
    const base = { type: 'women_owned', validFrom: '2012-01-01', validUntil: '2015-06-30' } as const;
    const verdict = (one: { revokedOn?: string; verified?: boolean }, day: string) =>
      hint({
        supplier: firm(null, { certificates: [{ ...base, revokedOn: null, verified: true, ...one }] }),
        day,
      }).verdict;
    expect(verdict({}, '2015-06-30')).toBe('single_quote_possible');
    expect(verdict({}, '2015-07-01')).toBe('two_quotes');
    expect(verdict({ revokedOn: '2015-06-30' }, '2015-06-30')).toBe('two_quotes');
    expect(verdict({ verified: false }, '2015-06-30')).toBe('two_quotes');
  });
});

describe('the price', () => {
  it('is the supply value when it is known, whatever the amount', () => {
    expect(hint({ amountKrw: 999_000_000 }).price).toEqual({ krw: 48_000_000, basis: 'supply_value' });
  });

  it('is estimated from an amount with VAT, never to the advantage, and the hint says so', () => {
    const at = (amountKrw: number) => hint({ amountKrw, supplyValueKrw: null });
    expect(at(55_000_000)).toMatchObject({
      verdict: 'single_quote_possible',
      price: { krw: 50_000_000, basis: 'estimated_from_amount' },
      notes: expect.arrayContaining(['price_estimated', 'depends_on_vat']),
    });
    expect(at(55_000_001)).toMatchObject({ verdict: 'two_quotes', price: { krw: 50_000_001 } });
    expect(at(49_000_000).notes).not.toContain('depends_on_vat');
  });

  it('is the amount itself when it is without VAT, and unknown without any', () => {
    const bare = hint({ amountKrw: 50_000_000, amountIncludesVat: false, supplyValueKrw: null });
    expect(bare).toMatchObject({ verdict: 'single_quote_possible', price: { basis: 'amount_without_vat' } });
    expect(hint({ supplyValueKrw: null })).toMatchObject({
      verdict: 'unknown',
      chosen: { limitKrw: 50_000_000 },
    });
  });
});

describe('what else is said', () => {
  it('an old ratio, one of a later day, a closed firm, one that is not in the register', () => {
    expect(hint({ supplier: social(3_000, '2017-07-25') }).notes).not.toContain('ratio_older_than_year');
    expect(hint({ supplier: social(3_000, '2017-07-24') }).notes).toContain('ratio_older_than_year');
    expect(hint({ supplier: social(3_000, '2018-07-26') }).notes).toContain('ratio_after_day');
    expect(hint({ supplier: { ...social(3_000), closedOn: '2018-07-25' } }).notes).toContain(
      'supplier_closed',
    );
    expect(hint({ supplier: null })).toMatchObject({
      verdict: 'two_quotes',
      notes: expect.arrayContaining(['supplier_unknown']),
    });
  });

  it('a rule that nobody has checked whole', () => {
    expect(hint({}).notes).toContain('rule_not_verified');
    expect(hint({ supplyValueKrw: 10_000_000, supplier: firm('women_owned') }).notes).not.toContain(
      'rule_not_verified',
    );
  });

  it('whether a direct contract is possible at all, where a rule is known for the day and the kind', () => {
    expect(hint({ supplyValueKrw: 60_000_000 })).toMatchObject({
      negotiated: { rule: { id: 'negotiated' }, within: false },
      notes: expect.arrayContaining(['above_negotiated_limit']),
    });
    expect(hint({}).negotiated).toMatchObject({ within: true });
    expect(hint({ day: '2021-01-01' }).negotiated).toBeNull();
    expect(hint({ kind: 'works_general', supplyValueKrw: 150_000_000 }).negotiated?.within).toBe(true);
    // A purchase of works does not say of which sort they are.
    expect(hint({ kind: 'works', supplyValueKrw: 150_000_000 }).negotiated).toBeNull();
  });

  it('"unknown" when no rule is known for the day', () => {
    const ended = RULES.map((one) => ({ ...one, validTo: '2019-12-31' }));
    expect(directAwardHint(asked({ day: '2020-01-01' }), ended)).toMatchObject({
      verdict: 'unknown',
      chosen: null,
    });
    expect(directAwardHint(asked({}), [])).toMatchObject({ verdict: 'unknown', considered: [] });
  });
});

describe('for any price', () => {
  it('a lower price is never worse, and the order of the rules says nothing', () => {
    const price = fc.integer({ min: 0, max: 100_000_000 });
    fc.assert(
      fc.property(
        price,
        price,
        fc.shuffledSubarray([...RULES], { minLength: RULES.length }),
        (a, b, rules) => {
          const verdict = (supplyValueKrw: number) =>
            directAwardHint(asked({ supplyValueKrw }), rules).verdict;
          const [low, high] = [Math.min(a, b), Math.max(a, b)];
          expect(verdict(high) !== 'single_quote_possible' || verdict(low) === 'single_quote_possible').toBe(
            true,
          );
          expect(directAwardHint(asked({ supplyValueKrw: a }), rules)).toEqual(hint({ supplyValueKrw: a }));
        },
      ),
    );
  });
});
