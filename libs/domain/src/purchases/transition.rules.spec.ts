import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import { editRefusal, nextPurchaseState, PURCHASE_ACTIONS, transitionRefusal } from './transition.rules';
import { PURCHASE_STATES } from './vocabulary';

const reason = '증빙 보완';

describe('the steps of a purchase', () => {
  it('in an open quarter are these and no others', () => {
    const allowed = PURCHASE_STATES.map((state) =>
      PURCHASE_ACTIONS.filter(
        (action) => transitionRefusal({ state, periodState: 'open', reason }, action) === null,
      ),
    );
    expect(Object.fromEntries(PURCHASE_STATES.map((state, index) => [state, allowed[index]]))).toEqual({
      draft: ['submit', 'void'],
      submitted: ['accept', 'return', 'void'],
      accepted: ['return'],
      returned: ['submit', 'void'],
      voided: [],
    });
    expect(PURCHASE_ACTIONS.map(nextPurchaseState)).toEqual(['submitted', 'accepted', 'returned', 'voided']);
  });

  it('in a quarter handed in are the review, and the answer to what was returned', () => {
    const standing = { periodState: 'submitted', reason } as const;
    expect(transitionRefusal({ ...standing, state: 'draft' }, 'submit')).toEqual(refusal('PERIOD_SUBMITTED'));
    expect(transitionRefusal({ ...standing, state: 'submitted' }, 'accept')).toBeNull();
    expect(transitionRefusal({ ...standing, state: 'submitted' }, 'return')).toBeNull();
    expect(transitionRefusal({ ...standing, state: 'returned' }, 'submit')).toBeNull();
    expect(editRefusal({ ...standing, state: 'returned' })).toBeNull();
  });

  it('leave half of a recount where it is: alone it would change what was spent', () => {
    const half = { state: 'accepted', periodState: 'open', reason } as const;
    expect(transitionRefusal(half, 'return')).toBeNull();
    expect(transitionRefusal({ ...half, isRecount: true }, 'return')).toEqual(
      refusal('PURCHASE_CHANGED_BY_ADJUSTMENT'),
    );
  });

  it('in a closed quarter are none', () => {
    for (const state of PURCHASE_STATES) {
      expect(editRefusal({ state, periodState: 'closed' })).toEqual(refusal('PERIOD_CLOSED'));
      for (const action of PURCHASE_ACTIONS) {
        expect(transitionRefusal({ state, periodState: 'closed', reason }, action)).toEqual(
          refusal('PERIOD_CLOSED'),
        );
      }
    }
  });

  it('back need a reason', () => {
    const refused = refusal('REASON_REQUIRED', { field: 'reason' });
    expect(transitionRefusal({ state: 'submitted', periodState: 'open' }, 'return')).toEqual(refused);
    expect(transitionRefusal({ state: 'submitted', periodState: 'open', reason: ' ' }, 'return')).toEqual(
      refused,
    );
  });

  it('leave the fields open to the clerk until the purchase is accepted', () => {
    const refused = PURCHASE_STATES.filter((state) => editRefusal({ state, periodState: 'open' }) !== null);
    expect(refused).toEqual(['accepted', 'voided']);
    expect(editRefusal({ state: 'submitted', periodState: 'submitted' })).toEqual(
      refusal('PERIOD_SUBMITTED'),
    );
  });

  it('end with the first adjustment, except that it may still be accepted', () => {
    const adjusted = { periodState: 'open', reason, hasAdjustments: true } as const;
    const refused = refusal('PURCHASE_CHANGED_BY_ADJUSTMENT');
    expect(transitionRefusal({ ...adjusted, state: 'accepted' }, 'return')).toEqual(refused);
    expect(transitionRefusal({ ...adjusted, state: 'returned' }, 'void')).toEqual(refused);
    expect(transitionRefusal({ ...adjusted, state: 'submitted' }, 'accept')).toBeNull();
    expect(editRefusal({ ...adjusted, state: 'submitted' })).toEqual(refused);
  });

  it('never open the fields of an adjustment', () => {
    const adjustment = { state: 'returned', periodState: 'open', isAdjustment: true } as const;
    expect(editRefusal(adjustment)).toEqual(refusal('PURCHASE_CHANGED_BY_ADJUSTMENT'));
    expect(transitionRefusal(adjustment, 'submit')).toBeNull();
  });
});
