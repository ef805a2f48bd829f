import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  closePeriodRefusal,
  periodOf,
  periodRefusal,
  periodStateOf,
  placingDay,
  reopenPeriodRefusal,
  submitPeriodRefusal,
  withdrawPeriodRefusal,
} from './period.rules';

describe('the quarter of a department', () => {
  it('is open, handed in, or closed with the institution', () => {
    expect(periodStateOf({ quarterClosed: false, submission: null })).toBe('open');
    expect(periodStateOf({ quarterClosed: false, submission: 'nil' })).toBe('submitted');
    expect(periodStateOf({ quarterClosed: true, submission: null })).toBe('closed');
  });

  it('takes entries only while it is open', () => {
    expect(periodRefusal('open')).toBeNull();
    expect(periodRefusal('submitted')).toEqual(refusal('PERIOD_SUBMITTED'));
    expect(periodRefusal('closed')).toEqual(refusal('PERIOD_CLOSED'));
  });

  it('is found by the recognition date, or the other date while that one is missing', () => {
    const both = { contractDate: '2016-03-31', paymentDate: '2016-04-01' };
    expect([placingDay(both, 'contract'), placingDay(both, 'payment')]).toEqual(['2016-03-31', '2016-04-01']);
    expect(placingDay({ ...both, contractDate: null }, 'contract')).toBe('2016-04-01');
    expect(placingDay({ ...both, paymentDate: null }, 'payment')).toBe('2016-03-31');
    expect(periodOf('2016-04-01', 2016)).toEqual({ fiscalYear: 2016, quarter: 2 });
    expect(periodOf('2015-12-31', 2016)).toEqual({ fiscalYear: 2016, quarter: 1 });
    expect(periodOf('2017-01-01', 2016)).toEqual({ fiscalYear: 2016, quarter: 4 });
  });
});

describe('handing in a quarter', () => {
  const facts = { state: 'open', kind: 'report', unfinished: 0, purchases: 3 } as const;

  it('needs purchases for a report and none for a nil report', () => {
    expect(submitPeriodRefusal(facts)).toBeNull();
    expect(submitPeriodRefusal({ ...facts, purchases: 0 })).toEqual(refusal('PERIOD_EMPTY'));
    expect(submitPeriodRefusal({ ...facts, kind: 'nil' })).toEqual(
      refusal('PERIOD_HAS_PURCHASES', { count: 3 }),
    );
    expect(submitPeriodRefusal({ ...facts, kind: 'nil', purchases: 0 })).toBeNull();
  });

  it('waits for drafts, and happens once', () => {
    expect(submitPeriodRefusal({ ...facts, unfinished: 2 })).toEqual(
      refusal('PERIOD_HAS_DRAFTS', { count: 2 }),
    );
    expect(submitPeriodRefusal({ ...facts, state: 'submitted' })).toEqual(refusal('PERIOD_SUBMITTED'));
    expect(submitPeriodRefusal({ ...facts, state: 'closed' })).toEqual(refusal('PERIOD_CLOSED'));
  });

  it('can be taken back before the close', () => {
    expect(withdrawPeriodRefusal('submitted')).toBeNull();
    expect(withdrawPeriodRefusal('open')).toEqual(refusal('PERIOD_NOT_SUBMITTED'));
    expect(withdrawPeriodRefusal('closed')).toEqual(refusal('PERIOD_CLOSED'));
  });
});

describe('closing a quarter', () => {
  it('with departments that did not hand in needs a reason', () => {
    const missing = { quarterClosed: false, unsubmittedDepartments: 2, reason: null };
    expect(closePeriodRefusal(missing)).toEqual(refusal('PERIOD_UNSUBMITTED_DEPARTMENTS', { count: 2 }));
    expect(closePeriodRefusal({ ...missing, reason: ' ' })?.code).toBe('PERIOD_UNSUBMITTED_DEPARTMENTS');
    expect(closePeriodRefusal({ ...missing, reason: '폐지 부서' })).toBeNull();
    expect(closePeriodRefusal({ ...missing, unsubmittedDepartments: 0 })).toBeNull();
    expect(closePeriodRefusal({ ...missing, quarterClosed: true })).toEqual(refusal('PERIOD_CLOSED'));
  });

  it('is undone only with a reason', () => {
    expect(reopenPeriodRefusal({ quarterClosed: false, reason: '정정' })).toEqual(
      refusal('PERIOD_NOT_CLOSED'),
    );
    expect(reopenPeriodRefusal({ quarterClosed: true, reason: null })).toEqual(
      refusal('REASON_REQUIRED', { field: 'reason' }),
    );
    expect(reopenPeriodRefusal({ quarterClosed: true, reason: '정정' })).toBeNull();
  });
});
