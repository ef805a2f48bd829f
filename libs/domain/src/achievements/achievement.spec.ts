import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import {
  achievementCellsOf,
  achievementDelta,
  achievementOf,
  achievementTotals,
  monthlyKrw,
  schemeTotalKrw,
  sumCells,
  type LedgerRow,
} from './achievement';

const banner: LedgerRow = {
  departmentId: '일자리지원과',
  recognitionDate: '2016-05-10',
  recognizedAmountKrw: 160_000,
  countedSchemes: ['social_economy'],
  certifiedOnly: true,
};
const policy = { rounding: 'half_up', decimals: 4, capPercent: null } as const;

describe('achievement', () => {
  it('of one purchase of 160,000: the department by as much, the district 0.0133 %, the mall unchanged', () => {
    const cells = achievementTotals([banner]);
    expect(schemeTotalKrw(cells, 'social_economy', '일자리지원과')).toBe(160_000);
    expect(schemeTotalKrw(cells, 'social_economy', '번1동')).toBe(0);
    expect(schemeTotalKrw(cells, 'certified_only')).toBe(160_000);
    expect(schemeTotalKrw(cells, 'hamkke_nuri_mall')).toBe(0);
    const district = achievementOf(schemeTotalKrw(cells, 'social_economy'), 1_200_000_000, policy);
    expect(district.achievementRate.display).toBe('0.0133');
    expect(district.remainingKrw).toBe(1_199_840_000);
  });

  it('without a target has no rate and nothing that remains; over it, nothing remains either', () => {
    for (const target of [null, 0]) {
      expect(achievementOf(5, target, policy)).toMatchObject({
        remainingKrw: null,
        achievementRate: { display: null },
      });
    }
    expect(achievementOf(314, 100, policy)).toMatchObject({
      remainingKrw: 0,
      achievementRate: { percent: 314 },
    });
  });

  it('is of the month of recognition, and as of a day leaves later rows out', () => {
    const later = { ...banner, recognitionDate: '2016-06-01', recognizedAmountKrw: 1 };
    expect(monthlyKrw(achievementTotals([banner, later]), 'social_economy')).toEqual([
      0, 0, 0, 0, 160_000, 1, 0, 0, 0, 0, 0, 0,
    ]);
    expect(schemeTotalKrw(achievementTotals([banner, later], '2016-05-31'), 'social_economy')).toBe(160_000);
    expect(schemeTotalKrw(achievementTotals([banner, later], '2016-06-01'), 'social_economy')).toBe(160_001);
  });

  it('takes nothing from a row that has no day, no amount or counts nowhere', () => {
    expect(achievementCellsOf({ ...banner, recognitionDate: null })).toEqual([]);
    expect(achievementCellsOf({ ...banner, recognizedAmountKrw: null })).toEqual([]);
    expect(achievementCellsOf({ ...banner, countedSchemes: [], certifiedOnly: false })).toEqual([]);
    expect(achievementTotals([{ ...banner, recognitionDate: null }], '2016-12-31')).toEqual([]);
  });

  it('keeps a cell whose rows come to no money, and drops one without rows', () => {
    const refund = { ...banner, recognizedAmountKrw: -160_000 };
    expect(achievementTotals([banner, refund])).toMatchObject([
      { amountKrw: 0, rows: 2 },
      { amountKrw: 0, rows: 2 },
    ]);
    expect(achievementDelta(banner, banner)).toEqual([]);
    expect(achievementDelta(null, null)).toEqual([]);
  });

  it('is listed by department, month and scheme', () => {
    const cells = achievementTotals([
      { ...banner, departmentId: 'b' },
      { ...banner, departmentId: 'a', recognitionDate: '2016-06-01' },
      { ...banner, departmentId: 'a' },
    ]);
    expect(cells.map((cell) => `${cell.departmentId}${cell.month}${cell.scheme}`)).toEqual([
      'a5certified_only',
      'a5social_economy',
      'a6certified_only',
      'a6social_economy',
      'b5certified_only',
      'b5social_economy',
    ]);
  });
});

describe('counters kept by differences', () => {
  const row: fc.Arbitrary<LedgerRow> = fc.record({
    departmentId: fc.constantFrom('a', 'b', 'c'),
    recognitionDate: fc.option(fc.nat(365).map((count) => addDays('2016-01-01', count))),
    recognizedAmountKrw: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000_000 })),
    countedSchemes: fc.subarray(['social_economy', 'hamkke_nuri_mall', 'women']),
    certifiedOnly: fc.boolean(),
  });
  const step = fc.record({ place: fc.nat(9), row: fc.option(row) });

  const play = (steps: readonly { place: number; row: LedgerRow | null }[], skip = -1) => {
    const ledger = new Map<number, LedgerRow>();
    let counters = sumCells([]);
    steps.forEach(({ place, row: next }, index) => {
      const before = ledger.get(place) ?? null;
      if (next === null) ledger.delete(place);
      else ledger.set(place, next);
      if (index !== skip) counters = sumCells([...counters, ...achievementDelta(before, next)]);
    });
    return { counters, recomputed: achievementTotals([...ledger.values()]) };
  };

  it('equal recomputation after any sequence of entries, changes and removals', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { counters, recomputed } = play(steps);
        expect(counters).toEqual(recomputed);
      }),
      { numRuns: 500 },
    );
  });

  it('differ as soon as one step is forgotten: the comparison can fail', () => {
    const { counters, recomputed } = play(
      [
        { place: 1, row: banner },
        { place: 2, row: banner },
      ],
      1,
    );
    expect(counters).not.toEqual(recomputed);
  });

  it('of the departments add up to the institution, month by month and in all', () => {
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom('social_economy', 'certified_only'), (rows, scheme) => {
        const cells = achievementTotals(rows);
        const departments = ['a', 'b', 'c'].map((id) => schemeTotalKrw(cells, scheme, id));
        const total = schemeTotalKrw(cells, scheme);
        expect(departments.reduce((sum, amount) => sum + amount, 0)).toBe(total);
        expect(monthlyKrw(cells, scheme).reduce((sum, amount) => sum + amount, 0)).toBe(total);
      }),
    );
  });
});
