import { CERTIFICATE_NAMES, formatBusinessNumber, type CertificationType } from '@ieum/domain';
import type { SheetCell } from '../../common/sheets/sheet-writer';
import type { FoundSupplierDto } from './dto/found-suppliers.dto';

export const SUPPLIER_SHEET_HEADINGS = [
  '업체명',
  '사업자등록번호',
  '자치구 코드',
  '유효한 인증',
  '인증 기준일',
  '품목 수',
  '일치 품목',
  '최저 단가(원)',
  '최고 단가(원)',
  '공공구매 건수',
  '공공구매 기관 수',
  '품목 확인일',
  '취약계층 고용비율(%)',
  '폐업일',
] as const;

/** @param day that the certificates are of */
export function toSupplierSheetRow(supplier: FoundSupplierDto, day: string): SheetCell[] {
  const certificates = supplier.certifications.map(
    ({ type, validUntil }) =>
      `${CERTIFICATE_NAMES[type as CertificationType].ko}${validUntil === null ? '' : ` (~${validUntil})`}`,
  );
  return [
    supplier.name,
    supplier.businessNumber === null ? null : formatBusinessNumber(supplier.businessNumber),
    supplier.districtCode,
    certificates.join(', '),
    day,
    supplier.itemCount,
    supplier.items.map((item) => item.name).join(', '),
    supplier.priceMinKrw,
    supplier.priceMaxKrw,
    supplier.purchaseCount,
    supplier.buyerCount,
    supplier.confirmedOn,
    supplier.vulnerableEmploymentBp === null ? null : supplier.vulnerableEmploymentBp / 100,
    supplier.closedOn,
  ];
}
