import {
  CERTIFICATE_NAMES,
  formatBusinessNumber,
  isCertificateValidOn,
  withoutRepeats,
  type Day,
} from '@ieum/domain';
import type { SheetCell } from '../../common/sheets/sheet-writer';
import type { ShortlistEntryRow } from './shortlists.queries';

export const SHORTLIST_SHEET_HEADINGS = [
  '순번',
  '업체명',
  '사업자등록번호',
  '자치구 코드',
  '유효한 인증',
  '인증 기준일',
  '품목',
  '단가(원)',
  '부가세',
  '단위',
  '메모',
  '폐업일',
  '합치기 전 이름',
] as const;

/** What the list shows on that day, in its order. */
export function* shortlistSheetRows(entries: readonly ShortlistEntryRow[], day: Day): Generator<SheetCell[]> {
  for (const [index, entry] of withoutRepeats(entries).entries()) {
    const { item } = entry;
    const valid = entry.certifications.filter((one) => isCertificateValidOn(one, day));
    yield [
      index + 1,
      entry.supplierName,
      entry.businessNumber === null ? null : formatBusinessNumber(entry.businessNumber),
      entry.districtCode,
      valid.map((one) => CERTIFICATE_NAMES[one.type].ko).join(', '),
      day,
      item?.name ?? entry.itemName,
      item?.priceKrw ?? null,
      item === null || item.priceKrw === null ? null : item.priceIncludesVat ? '포함' : '별도',
      item?.unit ?? null,
      entry.note,
      entry.closedOn,
      entry.mergedFromName,
    ];
  }
}
