import type { ContractSource, ContractState, PurchaseKind } from '@ieum/domain';
import type { SheetCell } from '../../common/sheets/sheet-writer';
import type { ContractRow } from './contract.row';

/** Words of the offices' own sheets. */
const KIND: Readonly<Record<PurchaseKind, string>> = {
  goods: '물품',
  services: '용역',
  works: '공사',
  outsourcing: '민간위탁',
};
const SOURCE: Readonly<Record<ContractSource, string>> = {
  match: '영업매칭',
  fair: '박람회',
  direct: '직접',
};
const STATE: Readonly<Record<ContractState, string>> = { signed: '체결', cancelled: '취소' };

export const CONTRACT_SHEET_HEADINGS = [
  '기관',
  '부서',
  '계약명',
  '구분',
  '계약번호',
  '계약일',
  '계약금액',
  '공급가액',
  '대표 기업',
  '공동 수행 기업',
  '계기',
  '상태',
  '구매 등록',
  '비고',
] as const;

/** One row of the sheet, in the order of the headings. Amounts are won; the value stands once, however many deliver. */
export function toContractSheetRow(row: ContractRow): SheetCell[] {
  const names = (isLead: boolean) =>
    row.parties
      .filter((one) => one.isLead === isLead)
      .map((one) => one.supplierName)
      .join(', ');
  return [
    row.institution_name,
    row.department_name,
    row.item,
    KIND[row.kind],
    row.contract_number,
    row.signed_on,
    row.value_krw,
    row.supply_value_krw,
    names(true),
    names(false),
    SOURCE[row.source],
    STATE[row.state],
    row.purchase === null ? '등록 전' : '등록함',
    row.note,
  ];
}
