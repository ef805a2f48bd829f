import { describe, expect, it } from '@jest/globals';
import { budgetRefusal, budgetStanding, budgetTotal } from './budget.rules';

const row = {
  year: 2017,
  programme: '공공시장 확대지원',
  item: '운영비',
  budgetKrw: 100_000_000,
  movedKrw: -20_000_000,
  spentKrw: 60_000_000,
};

describe('a budget row', () => {
  it('has a balance and an execution rate over what is there after moving', () => {
    expect(budgetStanding(row)).toMatchObject({ availableKrw: 80_000_000, balanceKrw: 20_000_000 });
    expect(budgetStanding(row).executionRate).toMatchObject({ percent: 75, display: '75.0' });
  });

  it('has no rate when nothing is there to spend, and a negative balance when too much was spent', () => {
    expect(budgetStanding({ ...row, movedKrw: -100_000_000, spentKrw: 0 }).executionRate.percent).toBeNull();
    expect(budgetStanding({ ...row, spentKrw: 81_000_000 })).toMatchObject({
      balanceKrw: -1_000_000,
      executionRate: { display: '101.3' },
    });
  });

  it('is refused with its field', () => {
    expect(budgetRefusal(row)).toBeNull();
    const faulty = (more: object) => budgetRefusal({ ...row, ...more })?.details?.['field'];
    expect(faulty({ programme: ' ' })).toBe('programme');
    expect(faulty({ item: '' })).toBe('item');
    expect(faulty({ budgetKrw: -1 })).toBe('budgetKrw');
    expect(faulty({ movedKrw: -100_000_001 })).toBe('movedKrw');
    expect(faulty({ spentKrw: 0.5 })).toBe('spentKrw');
  });

  it('adds up: the rate of a sum is over all that was spent, not the mean of the rates', () => {
    const other = { budgetKrw: 20_000_000, movedKrw: 20_000_000, spentKrw: 40_000_000 };
    expect(budgetTotal([row, other])).toMatchObject({
      budgetKrw: 120_000_000,
      movedKrw: 0,
      spentKrw: 100_000_000,
      balanceKrw: 20_000_000,
      executionRate: { display: '83.3' },
    });
    expect(budgetTotal([]).executionRate.percent).toBeNull();
  });
});
