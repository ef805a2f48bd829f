import type { MoneyUnit } from '../money/units';
import { refusal, type Refusal } from '../refusal';
import { comparisonKey } from '../text/hangul';

export const IMPORT_FIELDS = [
  'direction',
  'contractNumber',
  'contractDate',
  'paymentDate',
  'departmentName',
  'supplierName',
  'businessNumber',
  'item',
  'kind',
  'method',
  'channel',
  'amountKrw',
  'supplyValueKrw',
  'vatKrw',
  'budgetObjectCode',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Column index (0 = first) of each field that the sheet has. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

/**
 * Headings of Korean finance ledgers, without spaces and brackets, the usual ones first. An exact heading beats one
 * that only contains a word; fields are tried in the order of IMPORT_FIELDS.
 */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  direction: ['매입매출구분', '매입매출', '거래구분', '매출매입', '전표구분'],
  contractNumber: ['계약번호', '지출결의번호', '관리번호', '문서번호', '전표번호', '결의번호'],
  contractDate: [
    '계약일자',
    '계약일',
    '계약체결일',
    '구매일자',
    '구매일',
    '거래일자',
    '거래일',
    '작성일자',
    '일자',
  ],
  paymentDate: ['지급일자', '지급일', '지출일자', '지출일', '결제일', '승인일자', '대금지급일'],
  departmentName: ['부서명', '부서', '담당부서', '구매부서', '집행부서', '동명', '기관부서'],
  supplierName: [
    '거래처명',
    '거래처',
    '업체명',
    '상호',
    '상호명',
    '공급자',
    '계약상대자',
    '채주',
    '가맹점명',
    '기업명',
    '구매처',
  ],
  businessNumber: ['사업자등록번호', '사업자번호', '등록번호', '거래처사업자번호'],
  item: ['품목', '품명', '적요', '계약명', '건명', '사업명', '내용', '구매품목', '구매내용', '품목명'],
  kind: ['구분', '계약종류', '구매유형', '물품용역공사', '종류'],
  method: ['계약방법', '계약방식'],
  channel: ['구매방법', '결제방법', '구매경로', '지출방법', '구매채널'],
  amountKrw: [
    '합계금액',
    '계약금액',
    '구매금액',
    '지급액',
    '지출액',
    '결제금액',
    '총금액',
    '합계',
    '금액',
    '구매액',
  ],
  supplyValueKrw: ['공급가액', '공급가', '공급금액'],
  vatKrw: ['부가세', '부가가치세', '세액', '부가세액'],
  budgetObjectCode: ['통계목', '예산과목', '목코드', '예산목', '세목'],
  note: ['비고', '메모', '참고'],
};

/** Guesses which column holds what. A column serves one field only; what cannot be told is left out. */
export function guessMapping(headings: readonly (string | number | null)[]): ImportMapping {
  const keys = headings.map(headingKey);
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  const take = (field: ImportField, fits: (key: string, name: string) => boolean): void => {
    if (mapping[field] !== undefined) return;
    for (const name of HEADINGS[field]) {
      const column = keys.findIndex((key, index) => key !== '' && !taken.has(index) && fits(key, name));
      if (column < 0) continue;
      mapping[field] = column;
      taken.add(column);
      return;
    }
  };
  for (const field of IMPORT_FIELDS) take(field, (key, name) => key === name);
  for (const field of IMPORT_FIELDS) take(field, (key, name) => name.length > 2 && key.includes(name));
  return mapping;
}

/** Index of the row that looks like the heading (two known headings or more among the first 20), or null. */
export function findHeadingRow(rows: readonly (readonly (string | number | null)[])[]): number | null {
  const scores = rows.slice(0, 20).map((row) => Object.keys(guessMapping(row)).length);
  const best = Math.max(0, ...scores);
  return best < 2 ? null : scores.indexOf(best);
}

/**
 * Enough to import? Needs the supplier (name or number), an item, an amount (or supply value and VAT) and a date: IMPORT_MAPPING_INCOMPLETE
 * {field}; one column for two fields: INVALID_INPUT {field}.
 */
export function mappingRefusal(mapping: ImportMapping): Refusal | null {
  const seen = new Set<number>();
  for (const field of IMPORT_FIELDS) {
    const column = mapping[field];
    if (column === undefined) continue;
    if (!Number.isInteger(column) || column < 0 || seen.has(column))
      return refusal('INVALID_INPUT', { field, rule: 'column' });
    seen.add(column);
  }
  if (mapping.supplierName === undefined && mapping.businessNumber === undefined)
    return missing('supplierName');
  if (mapping.item === undefined) return missing('item');
  const summed = mapping.supplyValueKrw !== undefined && mapping.vatKrw !== undefined;
  if (mapping.amountKrw === undefined && !summed) return missing('amountKrw');
  return mapping.contractDate === undefined && mapping.paymentDate === undefined
    ? missing('contractDate')
    : null;
}

/** Is this text one of the usual headings of the field (a heading row repeated inside the sheet)? */
export function isKnownHeading(field: ImportField, text: string): boolean {
  return HEADINGS[field].includes(headingKey(text));
}

/** The unit that a heading names: "구매금액(천원)" → thousand_won; won when it says nothing. */
export function unitOfHeading(heading: string): MoneyUnit {
  const key = comparisonKey(heading);
  if (key.includes('천원')) return 'thousand_won';
  if (key.includes('백만원')) return 'million_won';
  return key.includes('억원') ? 'hundred_million_won' : 'won';
}

/** Headings without spaces, brackets and what stands in them ("금액(원)" → "금액"). */
export function headingKey(heading: string | number | null): string {
  return comparisonKey(String(heading ?? ''))
    .replace(/\([^)]*\)|\[[^\]]*\]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function missing(field: ImportField): Refusal {
  return refusal('IMPORT_MAPPING_INCOMPLETE', { field });
}
