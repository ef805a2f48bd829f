import { describe, expect, it } from '@jest/globals';
import {
  findListHeadings,
  LIST_FIELDS,
  LIST_HEADINGS,
  listHeadingsRefusal,
  listMapping,
} from './list-columns';
import { listDifferences, takeByHand, type RegisteredFacts } from './list-difference';
import { isListFiller, readListRow, type ListEntry } from './list-row-reading';

const HEADINGS = LIST_FIELDS.map((field) => LIST_HEADINGS[field]);
const MAPPING = listMapping(HEADINGS);
const ROW = [
  '서울',
  '제2010-015호',
  '(주) 노란들판',
  '현수막, 인쇄물',
  '일자리제공형',
  '기타',
  '000-12-34560',
  '홍길동',
  '서울특별시 강북구 도봉로 1',
  'www.norandle.example',
  '2010-12-10',
  '2010-5차',
];

describe('the headings of the official list', () => {
  it('are found whatever their order, spaces and further columns, below titles', () => {
    const headings = [
      '연번',
      ...[...HEADINGS].reverse().map((text) => `${text.slice(0, 1)} ${text.slice(1)}`),
      '비고',
    ];
    expect(findListHeadings([['2026년 10월 사회적기업 현황'], [], headings, ROW])).toBe(2);
    const mapping = listMapping(headings);
    expect(LIST_FIELDS.map((field) => headings[mapping[field] ?? 0]?.replace(' ', ''))).toEqual(HEADINGS);
    expect(listHeadingsRefusal(mapping)).toBeNull();
  });

  it('that are needed and missing are told by name', () => {
    const without = HEADINGS.filter((one) => one !== '인증번호' && one !== '기관명' && one !== '홈페이지');
    expect(listHeadingsRefusal(listMapping(without))).toEqual({
      code: 'IMPORT_MAPPING_INCOMPLETE',
      details: { field: 'certificateNumber', headings: '인증번호, 기관명' },
    });
    expect(
      findListHeadings([
        ['이름', '금액'],
        ['기관명', '비고'],
      ]),
    ).toBeNull();
  });
});

describe('a row of the list', () => {
  it('becomes facts of the register, name as printed', () => {
    expect(readListRow(ROW, MAPPING)).toEqual({
      entry: {
        name: '(주) 노란들판',
        businessNumber: '0001234560',
        representative: '홍길동',
        address: '서울특별시 강북구 도봉로 1',
        homepage: 'http://www.norandle.example',
        businessSummary: '현수막, 인쇄물',
        socialPurpose: '일자리제공형',
        serviceField: '기타',
        districtCode: '11305',
        certificateNumber: '제2010-015호',
        certifiedOn: '2010-12-10',
        issueRound: '2010-5차',
      },
      problems: [],
      notes: [],
    });
  });

  const changed = (column: number, value: string | null) =>
    readListRow(
      ROW.map((cell, index) => (index === column ? value : cell)),
      MAPPING,
    );

  it('with nine digits is refused and never padded; with ten of a wrong check digit it is only noted', () => {
    expect(changed(6, '012345678')).toMatchObject({
      entry: null,
      problems: [{ field: 'businessNumber', code: 'number_incomplete' }],
    });
    expect(changed(6, '0001234561')).toMatchObject({
      entry: { businessNumber: '0001234561' },
      notes: [{ field: 'businessNumber', code: 'number_checksum' }],
    });
    expect(changed(6, '-')).toMatchObject({ entry: { businessNumber: null }, problems: [], notes: [] });
  });

  it.each([
    [2, null, 'name', 'missing'],
    [1, '없음', 'certificateNumber', 'missing'],
    [10, '작년', 'certifiedOn', 'unreadable'],
    [10, null, 'certifiedOn', 'missing'],
    [2, 'x'.repeat(101), 'name', 'too_long'],
    [7, '홍\u202E길동', 'representative', 'hazardous_text'],
  ])('whose column %i is %s is invalid', (column, value, field, code) => {
    expect(changed(column, value)).toMatchObject({ entry: null, problems: [{ field, code }] });
  });

  it('takes no homepage that is none', () => {
    expect(changed(9, 'javascript:alert(1)')).toMatchObject({
      entry: { homepage: null },
      notes: [{ field: 'homepage', code: 'homepage_unusable' }],
    });
  });

  it('that is blank, or the headings again, is no row', () => {
    expect(isListFiller([null, '', null], MAPPING)).toBe(true);
    expect(isListFiller(HEADINGS, MAPPING)).toBe(true);
    expect(isListFiller(ROW, MAPPING)).toBe(false);
  });
});

describe('what a list would change', () => {
  const entry: ListEntry = readWhole();
  const registered: RegisteredFacts = { ...entry };

  it('is nothing when it says the same, or nothing', () => {
    expect(listDifferences(registered, entry, null)).toEqual([]);
    expect(listDifferences(registered, { ...entry, homepage: null, businessNumber: null }, null)).toEqual([]);
  });

  it('is taken where the last list wrote what stands, and where nothing stands', () => {
    const moved = { ...entry, address: '서울특별시 노원구 동일로 1' };
    const before = { field: 'address', before: entry.address, after: moved.address };
    expect(listDifferences(registered, moved, entry)).toEqual([{ ...before, byHand: false, taken: true }]);
    expect(listDifferences({ ...registered, address: null }, entry, null)).toEqual([
      { field: 'address', before: null, after: entry.address, byHand: false, taken: true },
    ]);
  });

  it('is not taken by itself where somebody corrected, entered or erased it', () => {
    const own = listDifferences({ ...registered, representative: '김대표', homepage: null }, entry, entry);
    expect(own.map(({ field, byHand, taken }) => [field, byHand, taken])).toEqual([
      ['representative', true, false],
      ['homepage', true, false],
    ]);
    expect(listDifferences({ ...registered, name: '노란들판' }, entry, null)[0]?.byHand).toBe(true);
    expect(takeByHand(own, ['homepage']).map((one) => one.taken)).toEqual([false, true]);
  });
});

function readWhole(): ListEntry {
  const { entry } = readListRow(ROW, MAPPING);
  if (entry === null) throw new Error('the example row has to be whole');
  return entry;
}
