import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../calendar/day';
import { formatKrw } from '../money/units';
import {
  channelOfWord,
  dayOfCell,
  kindOfWord,
  krwOfCell,
  methodOfWord,
  textOfCell,
  UNREADABLE,
  type ImportCell,
} from './import-cells';

describe('a cell of money', () => {
  it.each<[ImportCell, number]>([
    [160_000, 160_000],
    ['160,000', 160_000],
    ['160,000원', 160_000],
    ['￦160,000', 160_000],
    ['(1,000)', -1_000],
    ['(1,000)원', -1_000],
    ['△1,000', -1_000],
    ['▲1,000', -1_000],
    ['-1,000', -1_000],
    ['1,000-', -1_000],
    ['１，０００', 1_000],
    ['0', 0],
    [-5, -5],
    [1000.0000000001, 1_000],
  ])('%p is %d won', (cell, won) => {
    expect(krwOfCell(cell)).toBe(won);
  });

  it('may be in thousands', () => {
    expect(krwOfCell('1,200,000', 'thousand_won')).toBe(1_200_000_000);
    expect(krwOfCell(0.1 + 0.2, 'thousand_won')).toBe(300);
  });

  it.each<ImportCell>([null, '', '  ', '-', '–'])('%p is empty', (cell) => {
    expect(krwOfCell(cell)).toBeNull();
  });

  it.each<ImportCell>([
    '무료',
    '1,00',
    '0.5',
    0.5,
    true,
    new Date(0),
    Number.NaN,
    1e300,
    '#REF!',
    '(1,000',
    '9007199254740993',
  ])('%p is unreadable', (cell) => {
    expect(krwOfCell(cell)).toBe(UNREADABLE);
  });

  it('reads every way of writing a negative amount alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000_000 }), (won) => {
        const text = formatKrw(won);
        for (const cell of [`(${text})`, `△${text}`, `-${text}`, `${text}-`, -won])
          expect(krwOfCell(cell)).toBe(-won);
      }),
    );
  });
});

describe('a cell with a day', () => {
  it.each<[ImportCell, string]>([
    ['2016-03-05', '2016-03-05'],
    ['2016.3.5', '2016-03-05'],
    ['2016. 3. 5.', '2016-03-05'],
    ['2016/03/05', '2016-03-05'],
    ['2016년 3월 5일', '2016-03-05'],
    ['16.3.5', '2016-03-05'],
    ['20160305', '2016-03-05'],
    [20160305, '2016-03-05'],
    [42434, '2016-03-05'],
    [42434.75, '2016-03-05'],
    ['42434', '2016-03-05'],
    ['2016-03-05 13:20:00', '2016-03-05'],
    ['2016-03-05T00:00:00.000Z', '2016-03-05'],
    [new Date('2016-03-05T00:00:00Z'), '2016-03-05'],
  ])('%p is %s', (cell, day) => {
    expect(dayOfCell(cell)).toBe(day);
  });

  it.each<ImportCell>([null, '', '-', '  '])('%p is empty', (cell) => {
    expect(dayOfCell(cell)).toBeNull();
  });

  it.each<ImportCell>([
    '2016-02-30',
    '3/5',
    '2016-13-01',
    '어제',
    20160230,
    5,
    20160305.5,
    true,
    new Date(Number.NaN),
    new Date('1800-01-01'),
  ])('%p is unreadable', (cell) => {
    expect(dayOfCell(cell)).toBe(UNREADABLE);
  });

  it('reads every Excel serial from 1954 as its day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 89_000 }), (count) => {
        expect(dayOfCell(20_000 + count)).toBe(addDays('1954-10-03', count));
      }),
    );
  });
});

describe('a cell of words', () => {
  it('is one tidy line', () => {
    expect(textOfCell('  현수막\n 제작 ')).toBe('현수막 제작');
    expect([textOfCell(null), textOfCell(' ')]).toEqual([null, null]);
    expect([textOfCell(12), textOfCell(true), textOfCell(new Date('2016-03-05'))]).toEqual([
      '12',
      'true',
      '2016-03-05',
    ]);
    expect(textOfCell('한글'.normalize('NFD'))).toBe('한글');
  });

  it('names a kind', () => {
    expect(['물품', '용역', '공사', '민간 위탁', '사회적기업 제품', '기타'].map(kindOfWord)).toEqual([
      'goods',
      'services',
      'works',
      'outsourcing',
      'goods',
      null,
    ]);
  });

  it('names a channel', () => {
    const words = [
      '함께누리몰',
      '법인카드',
      '일상경비',
      '소액지출',
      '민간위탁',
      '간접구매',
      '계약',
      '수의',
      '현금',
      '기타',
    ];
    expect(words.map(channelOfWord)).toEqual([
      'hamkke_nuri_mall',
      'card',
      'petty_expense',
      'petty_expense',
      'outsourcing',
      'indirect',
      'contract',
      'contract',
      null,
      'other',
    ]);
  });

  it('names a procurement method', () => {
    const words = [
      '일반경쟁',
      '공개경쟁',
      '제한경쟁',
      '지명경쟁',
      '수의계약',
      '수의계약(2인 이상)',
      '1인 견적 수의',
      '추첨',
    ];
    expect(words.map(methodOfWord)).toEqual([
      'open_competition',
      'open_competition',
      'restricted_competition',
      'nominated_competition',
      'direct_single_quote',
      'direct_two_quotes',
      'direct_single_quote',
      null,
    ]);
  });
});
