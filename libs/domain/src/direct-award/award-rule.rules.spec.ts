import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  awardRuleOverlapRefusal,
  awardRuleRefusal,
  awardRulesOverlap,
  type AwardRuleFacts,
} from './award-rule.rules';

const RULE: AwardRuleFacts = {
  rule: 'single_quote',
  enterpriseClass: 'social_enterprise',
  certificationTypes: ['certified_social_enterprise'],
  minVulnerableEmploymentBp: 3_000,
  contractKinds: ['goods', 'services'],
  limitKrw: 50_000_000,
  validFrom: '2018-07-24',
  validTo: null,
  legalBasis: 'decree',
  verification: 'unverified',
};
const faulty = (change: Partial<AwardRuleFacts>) =>
  awardRuleRefusal({ ...RULE, ...change })?.details?.['field'];

describe('a rule', () => {
  it('may be kept with its limit, days, certificates and legal basis', () => {
    expect(awardRuleRefusal(RULE)).toBeNull();
    expect(faulty({ validTo: '2018-07-24' })).toBeUndefined();
  });

  it.each([
    ['limitKrw', { limitKrw: 0 }],
    ['limitKrw', { limitKrw: 1.5 }],
    ['limitKrw', { limitKrw: 1_000_000_000_001 }],
    ['validFrom', { validFrom: '2018-02-30' }],
    ['validTo', { validTo: '2018-07-23' }],
    ['contractKinds', { contractKinds: [] }],
    ['contractKinds', { contractKinds: ['goods', 'goods'] }],
    ['certificationTypes', { certificationTypes: [] }],
    ['certificationTypes', { enterpriseClass: 'general', minVulnerableEmploymentBp: null }],
    ['minVulnerableEmploymentBp', { enterpriseClass: 'general', certificationTypes: [] }],
    ['minVulnerableEmploymentBp', { minVulnerableEmploymentBp: 10_001 }],
    ['legalBasis', { legalBasis: '  ' }],
  ] as const)('is refused for its %s: %j', (field, change) => {
    expect(faulty(change)).toBe(field);
  });
});

describe('two rules', () => {
  it('overlap on a shared day of the same rule, class and contract kind, both ends inclusive', () => {
    const ended = { ...RULE, validFrom: null, validTo: '2018-07-24' };
    expect(awardRulesOverlap(RULE, ended)).toBe(true);
    expect(awardRulesOverlap(RULE, { ...ended, validTo: '2018-07-23' })).toBe(false);
    expect(awardRulesOverlap(RULE, { ...ended, contractKinds: ['works_general'] })).toBe(false);
    expect(awardRulesOverlap(RULE, { ...ended, enterpriseClass: 'women_or_disabled' })).toBe(false);
    expect(awardRulesOverlap(RULE, { ...ended, rule: 'small_value_negotiated' })).toBe(false);
    expect(awardRuleOverlapRefusal(RULE, [{ ...ended, id: 'x' }])).toEqual({
      code: 'RULE_OVERLAP',
      details: { ruleId: 'x' },
    });
    expect(awardRuleOverlapRefusal(RULE, [{ ...ended, id: 'x', validTo: '2018-07-23' }])).toBeNull();
  });

  it('overlap exactly when some day lies in both', () => {
    const days = ['2018-01-01', '2018-01-02', '2018-01-03', '2018-01-04', '2018-01-05'];
    const span = fc
      .tuple(fc.option(fc.nat(4)), fc.option(fc.nat(4)))
      .filter(([from, to]) => from === null || to === null || from <= to);
    fc.assert(
      fc.property(span, span, (a, b) => {
        const covers = ([from, to]: typeof a, day: number) => (from ?? -1) <= day && day <= (to ?? 9);
        // Days before the first and after the last stand for what has no end.
        const shared = [-1, 0, 1, 2, 3, 4, 9].some((day) => covers(a, day) && covers(b, day));
        const rule = ([from, to]: typeof a) => ({
          ...RULE,
          validFrom: from === null ? null : (days[from] ?? null),
          validTo: to === null ? null : (days[to] ?? null),
        });
        expect(awardRulesOverlap(rule(a), rule(b))).toBe(shared);
      }),
    );
  });
});
