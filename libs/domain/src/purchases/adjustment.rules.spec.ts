import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  adjustmentRefusal,
  adjustmentStepRefusal,
  type AdjustmentFacts,
  type AdjustmentInput,
} from './adjustment.rules';

const refund: AdjustmentInput = {
  kind: 'refund',
  amountKrw: -60_000,
  supplyValueKrw: -54_545,
  day: '2016-07-01',
  reason: '일부 반품',
};
const facts: AdjustmentFacts = {
  originalState: 'accepted',
  originalIsAdjustment: false,
  originalDay: '2016-05-10',
  originalPeriodState: 'closed',
  netKrw: 160_000,
  periodState: 'open',
};
const invalid = (field: string, rule: string) => refusal('ADJUSTMENT_INVALID', { field, rule });

describe('an adjustment of a purchase in a closed quarter', () => {
  it('takes part of it back in an open quarter', () => {
    expect(adjustmentRefusal(refund, facts)).toBeNull();
    expect(adjustmentRefusal({ ...refund, supplyValueKrw: 0 }, facts)).toBeNull();
    expect(
      adjustmentRefusal({ ...refund, kind: 'change', amountKrw: 1_000, supplyValueKrw: null }, facts),
    ).toBeNull();
  });

  it('never lies in a closed or handed-in quarter itself', () => {
    expect(adjustmentRefusal(refund, { ...facts, periodState: 'closed' })).toEqual(refusal('PERIOD_CLOSED'));
    expect(adjustmentRefusal(refund, { ...facts, periodState: 'submitted' })).toEqual(
      refusal('PERIOD_SUBMITTED'),
    );
  });

  it('never takes back more than is left after earlier ones', () => {
    expect(adjustmentRefusal({ ...refund, amountKrw: -60_000 }, { ...facts, netKrw: 59_999 })).toEqual(
      refusal('ADJUSTMENT_EXCEEDS_PURCHASE', { remainingKrw: 59_999 }),
    );
    expect(adjustmentRefusal(refund, { ...facts, netKrw: 60_000 })).toBeNull();
  });

  it('may be free of tax, of the very day of the purchase, and reach the greatest amount', () => {
    expect(adjustmentRefusal({ ...refund, supplyValueKrw: -60_000 }, facts)).toBeNull();
    expect(adjustmentRefusal({ ...refund, day: '2016-05-10' }, facts)).toBeNull();
    const change = { ...refund, kind: 'change', amountKrw: 999_999_840_000, supplyValueKrw: null } as const;
    expect(adjustmentRefusal(change, facts)).toBeNull();
    expect(adjustmentRefusal({ ...change, amountKrw: 999_999_840_001 }, facts)).toEqual(
      invalid('amountKrw', 'amount'),
    );
  });

  it('that cancels takes back all', () => {
    const cancellation = { ...refund, kind: 'cancellation', supplyValueKrw: null } as const;
    expect(adjustmentRefusal({ ...cancellation, amountKrw: -160_000 }, facts)).toBeNull();
    expect(adjustmentRefusal(cancellation, facts)).toEqual(invalid('amountKrw', 'whole'));
  });

  it('names a purchase that stands, not an adjustment', () => {
    expect(adjustmentRefusal(refund, { ...facts, originalIsAdjustment: true })).toEqual(
      invalid('adjusts', 'of_adjustment'),
    );
    for (const state of ['draft', 'returned', 'voided'] as const) {
      expect(adjustmentRefusal(refund, { ...facts, originalState: state })).toEqual(
        refusal('PURCHASE_STATE', { state }),
      );
    }
  });

  it('is not needed while the purchase can be edited', () => {
    const open = { ...facts, originalPeriodState: 'open' } as const;
    expect(adjustmentRefusal(refund, { ...open, originalState: 'submitted' })).toEqual(
      refusal('ADJUSTMENT_NOT_NEEDED'),
    );
    expect(adjustmentRefusal(refund, open)).toBeNull();
    expect(adjustmentRefusal(refund, { ...facts, originalState: 'submitted' })).toBeNull();
  });

  it('gives a reason', () => {
    expect(adjustmentRefusal({ ...refund, reason: ' ' }, facts)).toEqual(
      refusal('REASON_REQUIRED', { field: 'reason' }),
    );
  });

  it.each<[string, string, object]>([
    ['kind', 'unknown', { kind: 'gift' }],
    ['day', 'day', { day: '2016-02-30' }],
    ['day', 'before_purchase', { day: '2016-05-09' }],
    ['amountKrw', 'amount', { amountKrw: 0 }],
    ['amountKrw', 'amount', { amountKrw: -0.5 }],
    ['amountKrw', 'sign', { amountKrw: 60_000 }],
    ['amountKrw', 'amount', { kind: 'change', amountKrw: 1_000_000_000_000 }],
    ['supplyValueKrw', 'amount', { supplyValueKrw: 54_545 }],
    ['supplyValueKrw', 'amount', { supplyValueKrw: -60_001 }],
    ['supplyValueKrw', 'amount', { supplyValueKrw: -0.5 }],
  ])('with a wrong %s is refused by the rule %s (%p)', (field, rule, change) => {
    expect(adjustmentRefusal({ ...refund, ...change }, facts)).toEqual(invalid(field, rule));
  });
});

describe('an adjustment that is returned, or handed in again', () => {
  const exceeds = (remainingKrw: number) => refusal('ADJUSTMENT_EXCEEDS_PURCHASE', { remainingKrw });

  it('is handed in again only while that much is still left of the purchase', () => {
    expect(adjustmentStepRefusal('submit', -100, { originalState: 'accepted', netKrw: 100 })).toBeNull();
    expect(adjustmentStepRefusal('submit', -100, { originalState: 'accepted', netKrw: 99 })).toEqual(
      exceeds(99),
    );
  });

  it('is returned only when nothing that was taken back since depends on it', () => {
    expect(adjustmentStepRefusal('return', 50, { originalState: 'accepted', netKrw: 50 })).toBeNull();
    expect(adjustmentStepRefusal('return', 50, { originalState: 'accepted', netKrw: 49 })).toEqual(
      exceeds(49),
    );
    expect(adjustmentStepRefusal('return', -50, { originalState: 'accepted', netKrw: 0 })).toBeNull();
  });

  it('is not handed in again to a purchase that does not stand', () => {
    for (const originalState of ['draft', 'returned', 'voided'] as const) {
      expect(adjustmentStepRefusal('submit', 10, { originalState, netKrw: 0 })).toEqual(
        refusal('PURCHASE_STATE', { state: originalState }),
      );
    }
  });
});
