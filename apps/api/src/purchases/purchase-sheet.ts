import type { Channel, CountStatus, ProcurementMethod, PurchaseKind, PurchaseState } from '@ieum/domain';
import type { SheetCell } from '../common/sheets/sheet-writer';
import type { PurchaseDto } from './dto/purchase.dto';

/** Words of the offices' own sheets; an exported sheet can be imported again. */
const KIND: Readonly<Record<PurchaseKind, string>> = {
  goods: '물품',
  services: '용역',
  works: '공사',
  outsourcing: '민간위탁',
};
const CHANNEL: Readonly<Record<Channel, string>> = {
  contract: '계약',
  card: '카드',
  petty_expense: '일상경비',
  hamkke_nuri_mall: '함께누리몰',
  outsourcing: '민간위탁',
  indirect: '간접구매',
  other: '기타',
};
const METHOD: Readonly<Record<ProcurementMethod, string>> = {
  open_competition: '일반경쟁',
  restricted_competition: '제한경쟁',
  nominated_competition: '지명경쟁',
  direct_two_quotes: '수의계약(2인 이상 견적)',
  direct_single_quote: '수의계약(1인 견적)',
};
const STATE: Readonly<Record<PurchaseState, string>> = {
  draft: '임시저장',
  submitted: '제출',
  accepted: '승인',
  returned: '반려',
  voided: '삭제',
};
const COUNT: Readonly<Record<CountStatus, string>> = {
  counted: '계상',
  needs_check: '확인 필요',
  not_counted: '미계상',
};

export const PURCHASE_SHEET_HEADINGS = [
  '부서',
  '업체명',
  '사업자등록번호',
  '품목',
  '구분',
  '계약방법',
  '구매경로',
  '계약번호',
  '계약일',
  '지급일',
  '금액',
  '공급가액',
  '비고',
  '상태',
  '계상 여부',
  '인정일',
  '인정금액',
  '정정 사유',
] as const;

/** One row of the sheet, in the order of the headings. Amounts are won. */
export function toSheetRow(row: PurchaseDto): SheetCell[] {
  return [
    row.departmentName,
    row.supplierName,
    row.businessNumber,
    row.item,
    wordOf(KIND, row.kind),
    row.method === null ? null : wordOf(METHOD, row.method),
    wordOf(CHANNEL, row.channel),
    row.contractNumber,
    row.contractDate,
    row.paymentDate,
    row.amountKrw,
    row.supplyValueKrw,
    row.note,
    wordOf(STATE, row.state),
    wordOf(COUNT, row.countStatus),
    row.recognitionDate,
    row.countedSchemes.length === 0 ? null : row.recognizedAmountKrw,
    row.adjustmentReason,
  ];
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}
