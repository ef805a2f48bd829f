import { describe, expect, it } from '@jest/globals';
import { handedIn, quartersDue, quartersToHandIn, type Period } from './home-queries';

function period(quarter: number, state: Period['state'], mine: 'open' | 'submitted' | 'closed'): Period {
  const department = (departmentId: string, standing: 'open' | 'submitted' | 'closed') => ({
    departmentId,
    departmentName: departmentId,
    state: standing,
    kind: null,
    submittedAt: null,
    purchaseCount: 0,
    unfinishedCount: 0,
    amountKrw: 0,
  });
  return {
    id: `q${quarter}`,
    institutionId: 'i',
    fiscalYear: 2016,
    quarter,
    state,
    closeReason: null,
    reopenReason: null,
    closedAt: null,
    departments: [department('mine', mine), department('other', 'submitted')],
    version: 1,
  };
}

const periods = [
  period(3, 'open', 'open'),
  period(2, 'open', 'submitted'),
  period(1, 'closed', 'closed'),
  period(4, 'open', 'open'),
];

describe('what is due', () => {
  it('is a quarter that is over and not closed, the earliest first', () => {
    expect(quartersDue(periods, '2016-11-20').map((one) => one.quarter)).toEqual([2, 3]);
  });

  it('is not due on the last day of the quarter itself', () => {
    expect(quartersDue(periods, '2016-09-30').map((one) => one.quarter)).toEqual([2]);
    expect(quartersDue(periods, '2016-10-01').map((one) => one.quarter)).toEqual([2, 3]);
  });

  it('asks a department only for what it has not handed in', () => {
    expect(quartersToHandIn(periods, 'mine', '2016-11-20').map((one) => one.quarter)).toEqual([3]);
    expect(quartersToHandIn(periods, null, '2016-11-20')).toEqual([]);
    expect(periods.map(handedIn)).toEqual([1, 2, 2, 1]);
  });
});
