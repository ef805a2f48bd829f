import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  DEFAULT_COUNTING_POLICY,
  policyRefusal,
  ratePolicyOf,
  recountRefusal,
  schemesFrozenRefusal,
  type CountingPolicy,
} from './policy';

describe('a counting policy', () => {
  it('as the form starts with it may be saved', () => {
    expect(policyRefusal(DEFAULT_COUNTING_POLICY, { frozen: false })).toBeNull();
  });

  it('is frozen by the first close, whatever it says', () => {
    expect(policyRefusal(DEFAULT_COUNTING_POLICY, { frozen: true })).toEqual(refusal('POLICY_FROZEN'));
  });

  it('with exclusions from the denominator needs a reason', () => {
    const excluding = {
      ...DEFAULT_COUNTING_POLICY,
      denominator: 'total_purchases',
      denominatorExclusionKrw: 1,
    } as const;
    const refused = refusal('POLICY_INVALID', { field: 'denominatorExclusionReason' });
    expect(policyRefusal(excluding, { frozen: false })).toEqual(refused);
    expect(policyRefusal({ ...excluding, denominatorExclusionReason: '  ' }, { frozen: false })).toEqual(
      refused,
    );
    expect(
      policyRefusal({ ...excluding, denominatorExclusionReason: '청사 신축 공사' }, { frozen: false }),
    ).toBeNull();
  });

  it.each<[keyof CountingPolicy, unknown]>([
    ['recognitionDate', 'delivery'],
    ['amountBasis', 'net'],
    ['eligibleCertificationTypes', []],
    ['eligibleCertificationTypes', ['cooperative', 'cooperative']],
    ['eligibleCertificationTypes', ['chaebol']],
    ['mallTarget', 'above'],
    ['denominator', 'gdp'],
    ['denominatorExclusionKrw', -1],
    ['denominatorExclusionKrw', 1],
    ['rounding', 'up'],
    ['decimals', 5],
    ['decimals', -1],
    ['decimals', 1.5],
    ['capPercent', 0],
    ['capPercent', 10_001],
    ['capPercent', 99.5],
    ['splitThresholdKrw', -1],
    ['splitThresholdKrw', 0.5],
  ])('with a malformed %s is refused (%p)', (field, value) => {
    const policy = { ...DEFAULT_COUNTING_POLICY, [field]: value };
    expect(policyRefusal(policy, { frozen: false })).toEqual(refusal('POLICY_INVALID', { field }));
  });

  it('may do without cap and split threshold', () => {
    expect(
      policyRefusal(
        { ...DEFAULT_COUNTING_POLICY, capPercent: 100, splitThresholdKrw: null },
        { frozen: false },
      ),
    ).toBeNull();
  });

  it('says how rates are rounded', () => {
    expect(ratePolicyOf({ ...DEFAULT_COUNTING_POLICY, rounding: 'truncate', decimals: 0 })).toEqual({
      rounding: 'truncate',
      decimals: 0,
      capPercent: null,
    });
  });
});

describe('a policy under which purchases were already counted', () => {
  const before = DEFAULT_COUNTING_POLICY;

  it.each([
    ['recognitionDate', { recognitionDate: 'payment' }],
    ['amountBasis', { amountBasis: 'supply_value' }],
    ['eligibleCertificationTypes', { eligibleCertificationTypes: ['cooperative'] }],
  ] as const)('keeps its %s', (field, change) => {
    const after = { ...before, ...change };
    expect(recountRefusal(before, after, true)).toEqual(refusal('POLICY_FROZEN', { field }));
    expect(recountRefusal(before, after, false)).toBeNull();
  });

  it('may still be shown otherwise', () => {
    const types = [...before.eligibleCertificationTypes].reverse();
    const after = {
      ...before,
      decimals: 2,
      rounding: 'truncate',
      eligibleCertificationTypes: types,
    } as const;
    expect(recountRefusal(before, after, true)).toBeNull();
  });
});

describe('a further scheme', () => {
  it('comes only before anything was counted or closed', () => {
    const refused = refusal('POLICY_FROZEN', { field: 'schemes' });
    expect(schemesFrozenRefusal({ frozen: false, hasPurchases: false })).toBeNull();
    expect(schemesFrozenRefusal({ frozen: false, hasPurchases: true })).toEqual(refused);
    expect(schemesFrozenRefusal({ frozen: true, hasPurchases: false })).toEqual(refused);
  });
});
