import { describe, expect, it } from '@jest/globals';
import { fairContractTotals, fairFigure, meanScore } from './fair-figures';

const by = (supplierId: string | null, supplierName: string) => ({ supplierId, supplierName });

describe('a figure of a fair', () => {
  it('is counted where the fair was run here, also when nothing came of it', () => {
    expect(fairFigure(10, 12)).toEqual({ value: 10, counted: 10, recorded: 12 });
    expect(fairFigure(0, null)).toEqual({ value: 0, counted: 0, recorded: null });
  });

  it('is the recorded one where it was only recorded', () => {
    expect(fairFigure(null, 13)).toEqual({ value: 13, counted: null, recorded: 13 });
    expect(fairFigure(null, null)).toEqual({ value: 0, counted: null, recorded: null });
  });
});

describe('the contracts from fairs', () => {
  it('of 2017 are four with three enterprises for 20,805,000 won', () => {
    const contracts = [
      { valueKrw: 700_000, parties: [by('a', '가')] },
      { valueKrw: 90_000, parties: [by('a', '가')] },
      { valueKrw: 160_000, parties: [by('b', '나')] },
      { valueKrw: 19_855_000, parties: [by('c', '다')] },
    ];
    expect(fairContractTotals(contracts)).toEqual({ contracts: 4, suppliers: 3, amountKrw: 20_805_000 });
  });

  it('count the value once, however many deliver, and a name outside the register by how it is written', () => {
    const contracts = [
      { valueKrw: 1_000, parties: [by('a', '가'), by(null, '(주) 이음터')] },
      { valueKrw: 2_000, parties: [by(null, '주식회사 이음터')] },
      { valueKrw: 3_000, parties: [] },
    ];
    expect(fairContractTotals(contracts)).toEqual({ contracts: 3, suppliers: 2, amountKrw: 6_000 });
    expect(fairContractTotals([])).toEqual({ contracts: 0, suppliers: 0, amountKrw: 0 });
  });
});

describe('the mean score', () => {
  it('has two decimals, and is not there when nobody answered', () => {
    expect(meanScore(13, 3)).toBe(4.33);
    expect(meanScore(0, 0)).toBeNull();
  });
});
