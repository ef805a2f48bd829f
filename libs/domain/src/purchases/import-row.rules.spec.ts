import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { contractNumberKey, duplicateKey } from './entry.rules';
import type { ImportCell } from './import-cells';
import { guessMapping, type ImportMapping } from './import-columns';
import {
  createImportClassifier,
  isImported,
  IMPORT_ROW_CLASSES,
  type ImportVerdict,
} from './import-row.rules';
import type { ImportContext } from './import-row-reading';

const headings = [
  '매입매출구분',
  '계약번호',
  '계약일자',
  '부서명',
  '거래처명',
  '사업자등록번호',
  '적요',
  '구분',
  '계약방법',
  '구매방법',
  '합계금액',
  '공급가액',
  '비고',
];
const mapping = guessMapping(headings);
const context: ImportContext = {
  fiscalYear: 2016,
  amountUnit: 'won',
  defaultKind: 'goods',
  defaultChannel: 'contract',
  departmentIdOf: (name) =>
    name === null || name === '일자리지원과' ? 'jobs' : name === '번1동' ? 'beon1' : null,
  registeredSupplier: () => null,
  placementProblem: () => null,
  ledgerHasContractNumber: () => false,
  ledgerHasDuplicate: () => false,
};
const banner: Record<string, ImportCell> = {
  매입매출구분: '매입',
  계약번호: 'A-1',
  계약일자: '2016.5.10',
  부서명: '일자리지원과',
  거래처명: '노란들판',
  사업자등록번호: '000-81-00009',
  적요: '현수막/배너 제작',
  구분: '물품',
  계약방법: '수의계약',
  구매방법: '계약',
  합계금액: '160,000',
  공급가액: '145,455',
  비고: null,
};
const row = (change: Record<string, ImportCell> = {}): ImportCell[] =>
  headings.map((name) => ({ ...banner, ...change })[name] ?? null);
const only = (cells: Record<string, ImportCell>): ImportCell[] => headings.map((name) => cells[name] ?? null);
const judge = (
  cells: readonly ImportCell[],
  change: Partial<ImportContext> = {},
  columns: ImportMapping = mapping,
): ImportVerdict => createImportClassifier(columns, { ...context, ...change })(cells, 2);

describe('a row of a finance ledger', () => {
  it('that is a purchase gives what would be written', () => {
    expect(judge(row())).toEqual({
      rowNumber: 2,
      class: 'purchase',
      values: {
        departmentId: 'jobs',
        supplierName: '노란들판',
        businessNumber: '0008100009',
        item: '현수막/배너 제작',
        kind: 'goods',
        method: 'direct_single_quote',
        channel: 'contract',
        contractNumber: 'A-1',
        contractDate: '2016-05-10',
        paymentDate: null,
        amountKrw: 160_000,
        supplyValueKrw: 145_455,
        budgetObjectCode: null,
        note: null,
      },
      problems: [],
      notes: [],
      duplicateOf: null,
    });
  });

  it.each<[string, ImportCell[]]>([
    ['blank', only({})],
    ['blank', only({ 적요: '  ' })],
    ['heading', headings],
    ['sales', row({ 매입매출구분: '매출' })],
    ['sales', row({ 구분: '판매수입' })],
    ['subtotal', row({ 적요: '소계' })],
    ['subtotal', row({ 거래처명: '5월 소 계' })],
    ['subtotal', only({ 적요: '5월계', 합계금액: 160_000 })],
    ['subtotal', only({ 계약일자: '1/4분기 합계', 합계금액: 160_000 })],
    ['subtotal', only({ 합계금액: '12,345,000' })],
    ['total', only({ 부서명: '합 계', 합계금액: 160_000 })],
    ['total', row({ 적요: '총계' })],
    ['total', only({ 적요: '【누계】', 합계금액: 1 })],
    ['negative_unlinked', row({ 합계금액: '(1,000)' })],
    ['negative_unlinked', row({ 합계금액: '△1,000' })],
    ['negative_unlinked', row({ 합계금액: -1_000 })],
  ])('is recognised as %s', (rowClass, cells) => {
    expect(judge(cells)).toMatchObject({ class: rowClass, values: null, problems: [] });
  });

  it('of a boolean or a date alone is not blank', () => {
    expect(judge(only({ 비고: true })).class).toBe('invalid');
  });

  it.each<[string, string, Record<string, ImportCell>]>([
    ['departmentName', 'unknown_department', { 부서명: '없는과' }],
    ['item', 'missing', { 적요: null }],
    ['contractDate', 'missing', { 계약일자: null }],
    ['contractDate', 'unreadable', { 계약일자: '2016-02-30' }],
    ['amountKrw', 'missing', { 합계금액: '-' }],
    ['amountKrw', 'zero', { 합계금액: 0 }],
    ['amountKrw', 'unreadable', { 합계금액: '무료' }],
    ['amountKrw', 'too_large', { 합계금액: 2_000_000_000_000 }],
    ['supplyValueKrw', 'too_large', { 공급가액: 2_000_000_000_000 }],
    ['supplierName', 'too_long', { 거래처명: '가'.repeat(101) }],
    ['contractNumber', 'too_long', { 계약번호: '1'.repeat(61) }],
    ['item', 'hazardous_text', { 적요: '현수막\u0000' }],
    ['note', 'hazardous_text', { 비고: '메모\u0000' }],
    ['note', 'too_long', { 비고: '가'.repeat(1_001) }],
  ])('without a good %s is invalid: %s (%p)', (field, code, change) => {
    expect(judge(row(change))).toMatchObject({ class: 'invalid', values: null, problems: [{ field, code }] });
  });

  it('without a supplier is invalid, but its number will do for a name', () => {
    expect(judge(row({ 거래처명: null, 사업자등록번호: null })).problems).toEqual([
      { field: 'supplierName', code: 'missing' },
    ]);
    expect(judge(row({ 거래처명: null })).values).toMatchObject({
      supplierName: '000-81-00009',
      businessNumber: '0008100009',
    });
  });

  it('is read to the whole length of a note, and a supply value of nothing is none', () => {
    const note = '가'.repeat(1_000);
    expect(judge(row({ 비고: note, 공급가액: 0 })).values).toMatchObject({ note, supplyValueKrw: null });
  });

  it('with an unreadable payment date is told once, and two headings make a heading row', () => {
    const columns = { supplierName: 0, item: 1, paymentDate: 2, amountKrw: 3 };
    const judged = (cells: readonly ImportCell[]) => judge(cells, {}, columns);
    expect(judged(['노란들판', '현수막', '어제', 5]).problems).toEqual([
      { field: 'paymentDate', code: 'unreadable' },
    ]);
    expect(judged(['거래처명', '품명', null, null]).class).toBe('heading');
    expect(judged(['거래처명', '현수막', '2016-05-10', 5]).class).toBe('purchase');
  });

  it('of supply values alone does not tell what was paid', () => {
    const columns = { supplierName: 0, item: 1, paymentDate: 2, supplyValueKrw: 3 };
    expect(judge(['노란들판', '현수막', '2016-05-10', 100_000], {}, columns).problems).toEqual([
      { field: 'amountKrw', code: 'missing' },
    ]);
  });

  it('names all that is wrong at once', () => {
    expect(
      judge(row({ 적요: null, 합계금액: null, 계약일자: '어제', 부서명: '없는과' })).problems,
    ).toHaveLength(4);
  });

  it('is imported with a note where a word or number is not understood', () => {
    const verdict = judge(
      row({
        사업자등록번호: 81_000_090,
        구분: '기타',
        계약방법: '추첨',
        구매방법: '현금',
        계약일자: '2015-12-31',
      }),
    );
    expect(verdict.class).toBe('purchase');
    expect(verdict.values).toMatchObject({
      businessNumber: null,
      kind: 'goods',
      method: null,
      channel: 'contract',
    });
    expect(verdict.notes).toEqual([
      { field: 'contractDate', code: 'outside_fiscal_year' },
      { field: 'businessNumber', code: 'wrong_number' },
      { field: 'kind', code: 'unknown_word' },
      { field: 'method', code: 'unknown_word' },
      { field: 'channel', code: 'unknown_word' },
    ]);
  });

  it('takes supply value and VAT together where there is no sum', () => {
    const columns = { supplierName: 0, item: 1, paymentDate: 2, supplyValueKrw: 3, vatKrw: 4 };
    const amount = (supply: ImportCell, vat: ImportCell) =>
      judge(['노란들판', '현수막', '2016-05-10', supply, vat], {}, columns);
    expect(amount(100_000, 10_000).values).toMatchObject({
      amountKrw: 110_000,
      supplyValueKrw: 100_000,
      paymentDate: '2016-05-10',
    });
    expect(amount(100_000, null).values).toMatchObject({ amountKrw: 100_000 });
    expect(amount(null, 10_000).problems).toEqual([{ field: 'amountKrw', code: 'missing' }]);
    expect(amount('?', 10_000).problems).toEqual([{ field: 'amountKrw', code: 'unreadable' }]);
    expect(amount(100_000, '?').problems).toEqual([{ field: 'amountKrw', code: 'unreadable' }]);
  });

  it('reads a sheet in thousands', () => {
    expect(
      judge(row({ 합계금액: 160, 공급가액: null }), { amountUnit: 'thousand_won' }).values,
    ).toMatchObject({
      amountKrw: 160_000,
      supplyValueKrw: null,
    });
  });
});

describe('a row that was there before', () => {
  const classify = (rows: readonly ImportCell[][], change: Partial<ImportContext> = {}) => {
    const next = createImportClassifier(mapping, { ...context, ...change });
    return rows
      .map((cells, index) => next(cells, index + 2))
      .map((verdict) => [verdict.class, verdict.duplicateOf]);
  };

  it('in the file with the same contract number is a duplicate, in another department it is not', () => {
    const rows = [row(), row({ 합계금액: 5, 적요: '배너', 계약번호: ' a-1' }), row({ 부서명: '번1동' })];
    expect(classify(rows)).toEqual([
      ['purchase', null],
      ['duplicate_in_file', 2],
      ['purchase', null],
    ]);
  });

  it('in the file with the same supplier, date, amount and item is a probable one', () => {
    const rows = [row(), row({ 계약번호: null }), row({ 계약번호: 'A-2' })];
    expect(classify(rows)).toEqual([
      ['purchase', null],
      ['probable_duplicate', 2],
      ['probable_duplicate', 2],
    ]);
  });

  it('in the ledger with its contract number is a duplicate, with its likeness a probable one', () => {
    const number = {
      ledgerHasContractNumber: (department: string, key: string) =>
        `${department}${key}` === `jobs${contractNumberKey('A-1')}`,
    };
    expect(classify([row(), row({ 계약번호: null })], number)).toEqual([
      ['duplicate_in_ledger', null],
      ['probable_duplicate', 2],
    ]);
    const values = judge(row()).values;
    const known = values === null ? '' : duplicateKey(values);
    const likeness = { ledgerHasDuplicate: (_: string, key: string) => key === known };
    expect(classify([row(), row({ 적요: '다른 품목', 계약번호: null })], likeness)).toEqual([
      ['probable_duplicate', null],
      ['purchase', null],
    ]);
  });
});

describe('what is written', () => {
  it('are purchases, and probable duplicates that were confirmed; nothing else ever', () => {
    const written = (confirmed: boolean) =>
      IMPORT_ROW_CLASSES.filter((one) => isImported({ class: one }, confirmed));
    expect(written(false)).toEqual(['purchase']);
    expect(written(true)).toEqual(['purchase', 'probable_duplicate']);
  });

  it('is never a subtotal, a total, a sale or a negative amount, whatever else the row holds', () => {
    const mark = fc.constantFrom<Record<string, ImportCell>[]>(
      { 적요: '소계' },
      { 거래처명: '합계' },
      { 매입매출구분: '매출' },
      { 합계금액: '-5' },
      { 부서명: '월계' },
    );
    const cell = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.constant('160,000'));
    const cells = fc.record(Object.fromEntries(headings.map((name) => [name, cell])));
    fc.assert(
      fc.property(cells, mark, (values, change) => {
        const verdict = judge(row({ ...values, ...change }));
        expect(isImported(verdict, true)).toBe(false);
      }),
    );
  });

  it('is what the form would accept, for any cells at all', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.double(),
      fc.integer(),
      fc.boolean(),
      fc.date(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 14 }), (cells) => {
        const verdict = judge(cells);
        expect(verdict.values === null).toBe(!isImported(verdict, true));
        expect(verdict.problems.length > 0).toBe(verdict.class === 'invalid');
      }),
    );
  });
});

describe('what the register and the books know of a row', () => {
  it('a registered supplier is written under its registered name and number, and compared by them', () => {
    const registered = { supplierName: '노란들판', businessNumber: '0008100009' };
    const change = {
      registeredSupplier: ({ supplierName }: { supplierName: string }) =>
        supplierName === '(주)노란들판' ? registered : null,
    };
    const classify = createImportClassifier(mapping, { ...context, ...change });
    const byName = { 거래처명: '(주)노란들판', 사업자등록번호: null, 계약번호: null };
    expect(classify(row({ 계약번호: null }), 2).class).toBe('purchase');
    expect(classify(row(byName), 3)).toMatchObject({
      class: 'probable_duplicate',
      duplicateOf: 2,
      values: registered,
    });
  });

  it.each([
    ['period_closed', { 계약일자: '2016.5.10' }, 'contractDate'],
    ['period_submitted', { 계약일자: '2016.5.10' }, 'contractDate'],
    ['department_not_valid', {}, 'departmentName'],
  ] as const)('%s refuses the row', (code, cells, field) => {
    const verdict = judge(row(cells), { placementProblem: () => code });
    expect(verdict).toMatchObject({ class: 'invalid', values: null, problems: [{ field, code }] });
  });
});
