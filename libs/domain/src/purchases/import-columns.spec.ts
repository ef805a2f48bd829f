import { describe, expect, it } from '@jest/globals';
import { refusal } from '../refusal';
import {
  findHeadingRow,
  guessMapping,
  headingKey,
  isKnownHeading,
  mappingRefusal,
  unitOfHeading,
} from './import-columns';

const ledger = [
  '번호',
  '구분',
  '계약번호',
  '계약일자',
  '부서명',
  '거래처명',
  '사업자등록번호',
  '적요',
  '공급가액',
  '부가세',
  '합계금액(원)',
  '비고',
];

describe('the headings of a finance ledger', () => {
  it('tell which column holds what', () => {
    expect(guessMapping(ledger)).toEqual({
      kind: 1,
      contractNumber: 2,
      contractDate: 3,
      departmentName: 4,
      supplierName: 5,
      businessNumber: 6,
      item: 7,
      supplyValueKrw: 8,
      vatKrw: 9,
      amountKrw: 10,
      note: 11,
    });
    expect(mappingRefusal(guessMapping(ledger))).toBeNull();
  });

  it('are understood with spaces, brackets and additions', () => {
    expect(headingKey(' 구매 금액 (천원) [VAT포함]')).toBe('구매금액');
    expect(headingKey(null)).toBe('');
    expect(guessMapping(['최종 지급일자 (예정)', '주 거래처명', '품 명', '금 액'])).toEqual({
      paymentDate: 0,
      supplierName: 1,
      item: 2,
      amountKrw: 3,
    });
  });

  it('leave a strange column out, and give none to two fields', () => {
    const mapping = guessMapping(['금액', '금액', '', null, 2016, '날씨']);
    expect(mapping).toEqual({ amountKrw: 0 });
  });

  it('are found below a title', () => {
    expect(findHeadingRow([['2016년 구매내역', null], [null, null], ledger, ['1', '물품']])).toBe(2);
    expect(findHeadingRow([['2016년'], ['금액']])).toBeNull();
    expect(findHeadingRow([])).toBeNull();
  });

  it('may name a unit', () => {
    expect(['금액', '금액(천원)', '금액 (백만원)', '금액(단위: 억원)'].map(unitOfHeading)).toEqual([
      'won',
      'thousand_won',
      'million_won',
      'hundred_million_won',
    ]);
  });

  it('are known again inside the sheet', () => {
    expect(isKnownHeading('amountKrw', '합계금액 (원)')).toBe(true);
    expect(isKnownHeading('amountKrw', '현수막')).toBe(false);
  });
});

describe('a mapping of columns', () => {
  const enough = { supplierName: 0, item: 1, amountKrw: 2, contractDate: 3 };

  it('needs supplier, item, amount and a date', () => {
    expect(mappingRefusal(enough)).toBeNull();
    expect(
      mappingRefusal({ businessNumber: 0, item: 1, supplyValueKrw: 2, vatKrw: 4, paymentDate: 3 }),
    ).toBeNull();
    expect(mappingRefusal({ supplierName: 0, item: 1, supplyValueKrw: 2, paymentDate: 3 })).toEqual(
      refusal('IMPORT_MAPPING_INCOMPLETE', { field: 'amountKrw' }),
    );
    const without = (field: keyof typeof enough) =>
      mappingRefusal(Object.fromEntries(Object.entries(enough).filter(([name]) => name !== field)));
    for (const field of ['supplierName', 'item', 'amountKrw', 'contractDate'] as const) {
      expect(without(field)).toEqual(refusal('IMPORT_MAPPING_INCOMPLETE', { field }));
    }
  });

  it('uses real columns, each once', () => {
    for (const item of [-1, 0.5, 0, 2]) {
      expect(mappingRefusal({ ...enough, item })).toMatchObject({
        code: 'INVALID_INPUT',
        details: { rule: 'column' },
      });
    }
  });
});
