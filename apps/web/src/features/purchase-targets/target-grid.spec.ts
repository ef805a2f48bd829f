import { describe, expect, it } from '@jest/globals';
import type { Target } from './api';
import {
  amountsOf,
  cellText,
  departmentRows,
  pasteChanges,
  pastedBlock,
  readCell,
  sumCheck,
} from './target-grid';

function target(department: string, schemeCode: string, targetKrw: number | null): Target {
  return {
    id: `${department}-${schemeCode}`,
    institutionId: 'i',
    cycleId: 'c',
    fiscalYear: 2016,
    departmentId: department,
    departmentName: department,
    departmentGroup: 'division',
    schemeCode,
    targetKrw,
    state: 'proposed',
    acknowledgedAt: null,
    acknowledgedBy: null,
    acknowledgedByName: null,
    revisionCount: 0,
    version: 1,
  };
}

const schemes = ['social_economy', 'hamkke_nuri_mall'];
const rows = departmentRows([
  target('a', 'social_economy', 700_000_000),
  target('a', 'hamkke_nuri_mall', null),
  target('b', 'social_economy', 480_000_000),
  target('b', 'hamkke_nuri_mall', 32_000_000),
]);
const shown = (one: Target) => one.targetKrw;

describe('the target table', () => {
  it('has one row per department with a cell per scheme', () => {
    expect(rows.map((row) => row.departmentId)).toEqual(['a', 'b']);
    expect(rows[1]?.targets['hamkke_nuri_mall']?.targetKrw).toBe(32_000_000);
  });

  it('says by how much the departments fall short of 1,200,000,000', () => {
    const check = sumCheck(1_200_000_000, amountsOf(rows, 'social_economy', shown));
    expect(check).toMatchObject({ sumKrw: 1_180_000_000, differenceKrw: -20_000_000, matches: false });
    expect(sumCheck(null, [1])).toBeNull();
    expect(amountsOf(rows, 'hamkke_nuri_mall', shown)).toEqual([32_000_000]);
  });

  it('reads amounts in its unit, with separators, with a unit word, and the empty cell as no target', () => {
    expect(readCell('1,200', 'thousand_won')).toEqual({ ok: true, targetKrw: 1_200_000 });
    expect(readCell('1.2억', 'thousand_won')).toEqual({ ok: true, targetKrw: 120_000_000 });
    expect(readCell(' ', 'won')).toEqual({ ok: true, targetKrw: null });
    expect(readCell('-5', 'won')).toEqual({ ok: false });
    expect(readCell('many', 'won')).toEqual({ ok: false });
  });

  it('never rounds what may be edited', () => {
    expect(cellText(1_234_500, 'thousand_won')).toBe('1234.5');
    expect(cellText(1_234_000, 'thousand_won')).toBe('1,234');
    expect(cellText(null, 'won')).toBe('');
  });

  it('lays a copied block over the cells, leaves out what falls outside and what is no amount', () => {
    const block = pastedBlock('1,000\t20\r\nx\t30\t99\r\n5\r\n');
    const { changes, unreadable } = pasteChanges(
      block,
      { row: 0, column: 0 },
      { rows, schemes },
      'thousand_won',
    );
    expect(changes.map((change) => [change.target.id, change.targetKrw])).toEqual([
      ['a-social_economy', 1_000_000],
      ['a-hamkke_nuri_mall', 20_000],
      ['b-hamkke_nuri_mall', 30_000],
    ]);
    expect(unreadable).toBe(1);
  });
});
