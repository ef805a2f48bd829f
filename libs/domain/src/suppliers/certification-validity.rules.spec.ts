import { describe, expect, it } from '@jest/globals';
import {
  validityRuleFor,
  validUntilOf,
  type CertificationValidityRule,
} from './certification-validity.rules';

const rules: CertificationValidityRule[] = [
  { type: 'prospective_local', effectiveFrom: '2007-07-01', validMonths: 36 },
  { type: 'prospective_local', effectiveFrom: '2017-01-01', validMonths: 24 },
  { type: 'certified_social_enterprise', effectiveFrom: '2007-07-01', validMonths: null },
];

describe('the default validity', () => {
  it('is that of the rule in force when the certificate begins', () => {
    expect(validityRuleFor(rules, 'prospective_local', '2016-12-31')?.validMonths).toBe(36);
    expect(validityRuleFor(rules, 'prospective_local', '2017-01-01')?.validMonths).toBe(24);
    expect(validityRuleFor([...rules].reverse(), 'prospective_local', '2020-01-01')?.validMonths).toBe(24);
    expect(validityRuleFor(rules, 'prospective_local', '2007-06-30')).toBeUndefined();
    expect(validityRuleFor(rules, 'women_owned', '2016-01-01')).toBeUndefined();
  });

  it('ends on the day before the same date, or on the last day of a month without that date', () => {
    expect(validUntilOf('2015-06-08', 36)).toBe('2018-06-07');
    expect(validUntilOf('2015-01-01', 12)).toBe('2015-12-31');
    expect(validUntilOf('2016-02-29', 36)).toBe('2019-02-28');
    expect(validUntilOf('2016-08-31', 6)).toBe('2017-02-28');
    expect(validUntilOf('2015-12-15', 1)).toBe('2016-01-14');
  });

  it('may have no limit', () => {
    expect(validUntilOf('2015-06-08', null)).toBeNull();
  });
});
