import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { totalledUnder, type RecognitionDecision } from './recognition.rules';
import {
  correctionDayRefusal,
  isKept,
  isSameFinding,
  recountPlan,
  recountDecisionRefusal,
  type RecountRow,
} from './recount.rules';

const counted: RecognitionDecision = {
  countedSchemes: ['social_economy'],
  certifiedOnly: true,
  countStatus: 'counted',
  reasons: [],
};
const prospective: RecognitionDecision = { ...counted, certifiedOnly: false };
const revoked: RecognitionDecision = {
  countedSchemes: [],
  certifiedOnly: false,
  countStatus: 'needs_check',
  reasons: ['certificate_revoked'],
};
const decisions = [counted, prospective, revoked];

function row(id: string, amountKrw: number, more: Partial<RecountRow> = {}): RecountRow {
  return {
    id,
    isFixed: false,
    amountKrw,
    supplyValueKrw: null,
    recognizedAmountKrw: amountKrw,
    stored: counted,
    recomputed: revoked,
    ...more,
  };
}

describe('a recount', () => {
  it('writes the decision of an open quarter anew and adds nothing', () => {
    expect(recountPlan([row('a', 160_000)])).toEqual({
      rewrites: ['a'],
      corrections: [],
      differences: [
        { scheme: 'certified_only', krw: -160_000 },
        { scheme: 'social_economy', krw: -160_000 },
      ],
    });
  });

  it('corrects a closed quarter by two signed rows that add up to nothing', () => {
    const plan = recountPlan([row('a', 160_000, { isFixed: true, supplyValueKrw: 145_455 })]);
    expect(plan).toMatchObject({
      rewrites: [],
      corrections: [
        { amountKrw: -160_000, supplyValueKrw: -145_455, decision: counted },
        { amountKrw: 160_000, supplyValueKrw: 145_455, decision: revoked },
      ],
    });
  });

  it('takes the adjustments along, each where it lies', () => {
    const plan = recountPlan([row('a', 160_000, { isFixed: true }), row('b', -60_000)]);
    expect(plan?.rewrites).toEqual(['b']);
    expect(plan?.corrections.map(({ amountKrw }) => amountKrw)).toEqual([-160_000, 160_000]);
    expect(plan?.differences).toContainEqual({ scheme: 'social_economy', krw: -100_000 });
  });

  it('after an earlier recount takes back only what counts now, also when it goes back to the first decision', () => {
    const earlier = (recomputed: RecognitionDecision) => [
      row('a', 100, { isFixed: true, recomputed }),
      row('minus', -100, { isFixed: true, recomputed }),
      row('plus', 100, { isFixed: true, stored: revoked, recomputed }),
    ];
    expect(recountPlan(earlier(revoked))).toBeNull();
    for (const next of [counted, prospective]) {
      expect(recountPlan(earlier(next))?.corrections).toEqual([
        { amountKrw: -100, supplyValueKrw: null, decision: revoked },
        { amountKrw: 100, supplyValueKrw: null, decision: next },
      ]);
    }
  });

  it('has nothing to do where nothing would move: the same decision, or a purchase that was cancelled', () => {
    expect(recountPlan([row('a', 100, { recomputed: counted })])).toBeNull();
    expect(recountPlan([row('a', 100), row('b', -100)])).toBeNull();
    expect(recountPlan([])).toBeNull();
  });

  it('never changes what was spent, and leaves every scheme with what the new decision gives', () => {
    const rows = fc.array(
      fc.record({
        amount: fc.integer({ min: -1_000, max: 1_000 }).filter((krw) => krw !== 0),
        isFixed: fc.boolean(),
        stored: fc.constantFrom(...decisions),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(...decisions), (input, recomputed) => {
        const family = input.map(({ amount, isFixed, stored }, index) =>
          row(String(index), amount, { isFixed, stored, recomputed }),
        );
        const plan = recountPlan(family);
        const net = family.reduce((sum, { amountKrw }) => sum + amountKrw, 0);
        const after = [
          ...family.map(({ id, amountKrw, stored }) => ({
            amountKrw,
            decision: plan?.rewrites.includes(id) === true ? recomputed : stored,
          })),
          ...(plan?.corrections ?? []),
        ];
        expect(after.reduce((sum, { amountKrw }) => sum + amountKrw, 0)).toBe(net);
        for (const scheme of ['social_economy', 'certified_only']) {
          const krw = after
            .filter(({ decision }) => totalledUnder(decision).includes(scheme))
            .reduce((sum, { amountKrw }) => sum + amountKrw, 0);
          expect(krw).toBe(totalledUnder(recomputed).includes(scheme) ? net : 0);
        }
      }),
    );
  });
});

describe('a finding', () => {
  const finding = {
    stored: counted,
    recomputed: revoked,
    differences: [{ scheme: 'social_economy', krw: -100 }],
  };

  it('is the same while decision and differences are', () => {
    expect(isSameFinding(finding, { ...finding })).toBe(true);
    expect(isSameFinding(finding, null)).toBe(false);
    expect(isSameFinding(finding, { ...finding, recomputed: prospective })).toBe(false);
    expect(
      isSameFinding(finding, { ...finding, differences: [{ scheme: 'social_economy', krw: -99 }] }),
    ).toBe(false);
  });

  it('that was kept is not asked again, until it is another one', () => {
    expect(isKept({ ...finding, state: 'kept' }, finding)).toBe(true);
    expect(isKept({ ...finding, state: 'recounted' }, finding)).toBe(false);
    expect(isKept(null, finding)).toBe(false);
    expect(isKept({ ...finding, state: 'kept' }, { ...finding, recomputed: prospective })).toBe(false);
  });

  it('is decided once, with a reason, and by what is so now', () => {
    const facts = { state: 'open', isCurrent: true, reason: '소급 취소' } as const;
    expect(recountDecisionRefusal(facts)).toBeNull();
    expect(recountDecisionRefusal({ ...facts, reason: ' ' })).toMatchObject({ code: 'REASON_REQUIRED' });
    expect(recountDecisionRefusal({ ...facts, state: 'kept' })).toMatchObject({ code: 'RECOUNT_STATE' });
    expect(recountDecisionRefusal({ ...facts, state: 'outdated' })).toMatchObject({
      code: 'RECOUNT_OUTDATED',
    });
    expect(recountDecisionRefusal({ ...facts, isCurrent: false })).toMatchObject({
      code: 'RECOUNT_OUTDATED',
    });
  });

  it('is corrected on a real day of an open quarter, not before the purchase', () => {
    const facts = { purchaseDay: '2016-05-02', periodState: 'open' } as const;
    expect(correctionDayRefusal('2016-07-01', facts)).toBeNull();
    expect(correctionDayRefusal('2016-05-01', facts)).toMatchObject({ code: 'ADJUSTMENT_INVALID' });
    expect(correctionDayRefusal('2016-02-30', facts)).toMatchObject({ code: 'ADJUSTMENT_INVALID' });
    expect(correctionDayRefusal('2016-07-01', { ...facts, periodState: 'closed' })).toMatchObject({
      code: 'PERIOD_CLOSED',
    });
    expect(correctionDayRefusal('2016-07-01', { ...facts, periodState: 'submitted' })).toMatchObject({
      code: 'PERIOD_SUBMITTED',
    });
  });
});
