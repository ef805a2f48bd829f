import { formatBusinessNumber, type CertificationType } from '@ieum/domain';
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

export const CERTIFICATE_NAMES: Readonly<Record<CertificationType, string>> = {
  certified_social_enterprise: '인증사회적기업',
  prospective_local: '서울형·지역형 예비사회적기업',
  prospective_ministry: '부처형 예비사회적기업',
  village_enterprise: '마을기업',
  prospective_village: '예비마을기업',
  self_reliance_enterprise: '자활기업',
  cooperative: '협동조합',
  social_cooperative: '사회적협동조합',
  social_venture: '소셜벤처',
  women_owned: '여성기업',
  disabled_owned: '장애인기업',
  disabled_standard_workplace: '장애인 표준사업장',
  severe_disability_facility: '중증장애인생산품 생산시설',
  green_product: '녹색제품',
  startup: '창업기업',
  sme: '중소기업',
};

/** @param day that the certificates are of */
export function toSupplierSheetRow(supplier: FoundSupplierDto, day: string): SheetCell[] {
  const certificates = supplier.certifications.map(
    ({ type, validUntil }) =>
      `${CERTIFICATE_NAMES[type as CertificationType]}${validUntil === null ? '' : ` (~${validUntil})`}`,
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
