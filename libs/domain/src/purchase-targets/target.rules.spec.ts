import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusal } from '../refusal';
import {
  allAcknowledged,
  checkTargetSum,
  confirmTargetsRefusal,
  mallShare,
  mallTargetRefusal,
  nextTargetState,
  rateTargetAmount,
  reviseTarget,
  stateAfterRevision,
  targetActionRefusal,
  targetAmount,
  TARGET_ACTIONS,
  TARGET_STATES,
} from './target.rules';

const policy = { rounding: 'half_up', decimals: 2, capPercent: null } as const;
const gangbuk2016 = { scheme: 'social_economy', institutionTargetKrw: 1_200_000_000 };

describe('the targets of 강북구 in 2016', () => {
  it('have a mall share of 2.67 %: 32,000,000 of 1,200,000,000', () => {
    const inside = mallShare(32_000_000, 1_200_000_000, 'inside', policy);
    expect(inside.share).toMatchObject({ display: '2.67', percent: 2.6667 });
    expect(inside.totalTargetKrw).toBe(1_200_000_000);
    expect(mallShare(32_000_000, 1_200_000_000, 'beside', policy).totalTargetKrw).toBe(1_232_000_000);
  });

  it('cannot be confirmed at 1,180,000,000 until a reason is given', () => {
    const short = { ...gangbuk2016, departmentTargetsKrw: [600_000_000, 580_000_000] };
    const refused = refusal('TARGET_SUM_MISMATCH', {
      scheme: 'social_economy',
      institutionTargetKrw: 1_200_000_000,
      sumKrw: 1_180_000_000,
      differenceKrw: -20_000_000,
    });
    expect(confirmTargetsRefusal({ ...short, reason: null })).toEqual(refused);
    expect(confirmTargetsRefusal({ ...short, reason: '  ' })).toEqual(refused);
    expect(confirmTargetsRefusal({ ...short, reason: '신설 부서 배정 예정' })).toBeNull();
  });

  it('are confirmed without a word when they add up, and not at all when there are none', () => {
    expect(
      confirmTargetsRefusal({
        ...gangbuk2016,
        departmentTargetsKrw: [700_000_000, 500_000_000],
        reason: null,
      }),
    ).toBeNull();
    expect(confirmTargetsRefusal({ ...gangbuk2016, departmentTargetsKrw: [], reason: '사유' })).toEqual(
      refusal('TARGET_MISSING', { scheme: 'social_economy' }),
    );
  });

  it('add up or differ by exactly the difference', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000_000)), fc.integer({ min: -5, max: 5 }), (amounts, off) => {
        const sum = amounts.reduce((total, amount) => total + amount, 0);
        const check = checkTargetSum(sum - off, amounts);
        expect(check).toMatchObject({ sumKrw: sum, matches: off === 0 });
        expect(check.differenceKrw + 0).toBe(off + 0);
      }),
    );
  });
});

describe('a target', () => {
  it('is an amount', () => {
    expect(targetAmount({ kind: 'amount', amountKrw: 1_200_000_000 })).toBe(1_200_000_000);
    expect(targetAmount({ kind: 'amount', amountKrw: 0 })).toBe(0);
    expect(targetAmount({ kind: 'amount', amountKrw: 1_000_000_000_000 })).toBe(1_000_000_000_000);
    for (const amountKrw of [-1, 0.5, 2 ** 53, 1_000_000_000_001]) {
      expect(targetAmount({ kind: 'amount', amountKrw })).toEqual(
        refusal('TARGET_INVALID', { field: 'amountKrw' }),
      );
    }
  });

  it('or a rate of a denominator: 성북구 2019, 742억 × 8 % is 59.36억, by 10억 60억', () => {
    const seongbuk = { kind: 'rate', ratePercent: 8, denominatorKrw: 74_200_000_000 } as const;
    expect(targetAmount({ ...seongbuk, roundToKrw: 1 })).toBe(5_936_000_000);
    expect(targetAmount({ ...seongbuk, roundToKrw: 1_000_000_000 })).toBe(6_000_000_000);
    expect(targetAmount({ ...seongbuk, ratePercent: 0, roundToKrw: 1 })).toBe(0);
    expect(targetAmount({ ...seongbuk, ratePercent: 100, roundToKrw: 1 })).toBe(74_200_000_000);
    expect(targetAmount({ ...seongbuk, ratePercent: 2.67, denominatorKrw: 1_000, roundToKrw: 1 })).toBe(27);
  });

  it.each([
    ['ratePercent', { ratePercent: -1 }],
    ['ratePercent', { ratePercent: 100.1 }],
    ['ratePercent', { ratePercent: Number.NaN }],
    ['ratePercent', { ratePercent: 1.23456 }],
    ['denominatorKrw', { denominatorKrw: 0 }],
    ['denominatorKrw', { denominatorKrw: 1.5 }],
    ['roundToKrw', { roundToKrw: 0 }],
    ['roundToKrw', { roundToKrw: 0.5 }],
    ['amountKrw', { denominatorKrw: 9_000_000_000_000_000 }],
  ])('with a wrong %s is refused (%p)', (field, change) => {
    const spec = {
      kind: 'rate',
      ratePercent: 8,
      denominatorKrw: 74_200_000_000,
      roundToKrw: 1,
      ...change,
    } as const;
    expect(targetAmount(spec)).toEqual(refusal('TARGET_INVALID', { field }));
  });

  it('through the mall is not greater than the main one it lies inside of', () => {
    expect(mallTargetRefusal(11, 10, 'inside')).toEqual(
      refusal('TARGET_MALL_ABOVE_MAIN', { mallKrw: 11, mainKrw: 10 }),
    );
    expect(mallTargetRefusal(10, 10, 'inside')).toBeNull();
    expect(mallTargetRefusal(11, 10, 'beside')).toBeNull();
  });

  it('goes proposed, confirmed, notified, acknowledged, and takes no step twice', () => {
    const allowed = TARGET_STATES.map((state) =>
      TARGET_ACTIONS.filter((action) => targetActionRefusal(state, action) === null),
    );
    expect(allowed).toEqual([['propose', 'confirm'], ['notify'], ['acknowledge'], []]);
    expect(TARGET_ACTIONS.map(nextTargetState)).toEqual([...TARGET_STATES]);
    expect(targetActionRefusal('confirmed', 'acknowledge')).toEqual(
      refusal('TARGET_STATE', { state: 'confirmed', needed: 'notified' }),
    );
  });

  it('is revised with the old value and a reason kept', () => {
    const target = { state: 'acknowledged', amountKrw: 20_000_000 } as const;
    expect(reviseTarget(target, { amountKrw: 25_000_000, reason: ' 추경 반영 ' })).toEqual({
      fromKrw: 20_000_000,
      toKrw: 25_000_000,
      reason: '추경 반영',
    });
    expect(reviseTarget(target, { amountKrw: 25_000_000, reason: null })).toEqual(
      refusal('REASON_REQUIRED', { field: 'reason' }),
    );
    expect(reviseTarget(target, { amountKrw: 20_000_000, reason: '추경' })).toEqual(
      refusal('TARGET_INVALID', { field: 'amountKrw' }),
    );
    expect(reviseTarget(target, { amountKrw: -1, reason: '추경' })).toEqual(
      refusal('TARGET_INVALID', { field: 'amountKrw' }),
    );
    expect(reviseTarget({ ...target, state: 'proposed' }, { amountKrw: 1, reason: '추경' })).toEqual(
      refusal('TARGET_STATE', { state: 'proposed', needed: 'confirmed' }),
    );
  });

  it('is revised from and to no target at all, but not from nothing to nothing', () => {
    const none = { state: 'notified', amountKrw: null } as const;
    expect(reviseTarget(none, { amountKrw: 5, reason: '신설' })).toMatchObject({ fromKrw: null, toKrw: 5 });
    expect(reviseTarget({ ...none, amountKrw: 5 }, { amountKrw: null, reason: '폐지' })).toMatchObject({
      fromKrw: 5,
      toKrw: null,
    });
    expect(reviseTarget(none, { amountKrw: null, reason: '정정' })).toEqual(
      refusal('TARGET_INVALID', { field: 'amountKrw' }),
    );
  });

  it('is notified anew by a revision, once the year has been notified', () => {
    expect(stateAfterRevision('targets_set')).toBe('confirmed');
    expect(stateAfterRevision('notified')).toBe('notified');
    expect(stateAfterRevision('reporting')).toBe('notified');
    expect(stateAfterRevision('closed')).toEqual(
      refusal('CYCLE_STATE', { state: 'closed', needed: 'reporting' }),
    );
  });

  it('opens the reporting with the last acknowledgement', () => {
    expect(allAcknowledged(['acknowledged', 'acknowledged'])).toBe(true);
    expect(allAcknowledged(['acknowledged', 'notified'])).toBe(false);
    expect(allAcknowledged([])).toBe(false);
  });
});

describe('a target that is a rate of the denominator', () => {
  const whole = { denominator: 'total_purchases', denominatorExclusionKrw: 0 } as const;

  it('is taken of what is left after the exclusions, to the won', () => {
    expect(rateTargetAmount(800, whole, 74_200_000_000)).toBe(5_936_000_000);
    expect(rateTargetAmount(800, { ...whole, denominatorExclusionKrw: 200_000_000 }, 74_200_000_000)).toBe(
      5_920_000_000,
    );
    expect(rateTargetAmount(1, whole, 15_000)).toBe(2);
  });

  it('needs a denominator that is known, and that the exclusions leave something of', () => {
    const refused = refusal('TARGET_INVALID', { field: 'denominatorKrw' });
    expect(rateTargetAmount(800, whole, null)).toEqual(refused);
    expect(rateTargetAmount(800, { ...whole, denominator: 'none' }, 74_200_000_000)).toEqual(refused);
    expect(rateTargetAmount(800, { ...whole, denominatorExclusionKrw: 100 }, 100)).toEqual(refused);
  });
});
