import {
  MAX_EMPLOYMENT_BP,
  SUPPLIER_WARNINGS,
  supplierWarnings,
  type CertificateEntryState,
  type SupplierView,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumListField,
  IdField,
  IntField,
  ListField,
  TextField,
  type Presence,
} from '../../common/fields';
import { CertificationDto, CreateCertificationDto, toCertificationDto } from './certification.dto';
import type { CertificationRow, SupplierRow } from '../suppliers.queries';

const MAX_CERTIFICATIONS = 100;
const HOMEPAGE = /^(https?:\/\/)?[^\s/?#:@]+\.[^\s/?#:@]+(:\d{1,5})?([/?#]\S*)?$/i;
const PHONE = /^[\d+(][\d\s().~+-]{3,}$/;
const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

const NOT_SHOWN: Presence = { nullable: true };
const MAY_BE_LEFT_OUT: Presence = { optional: true, nullable: true };

// One decorator a field of the register: the same limits wherever it is read, entered or proposed.
export const NameField = (presence: Presence = {}) =>
  TextField({ ...presence, max: 100, example: '(주)노란들판' });
export const BusinessNumberField = (presence: Presence) =>
  TextField({ ...presence, max: 20, example: '000-12-34567' });
export const DistrictCodeField = (presence: Presence) =>
  TextField({ ...presence, max: 5, example: '11305', pattern: /^\d{5}$/ });
export const RepresentativeField = (presence: Presence) =>
  TextField({ ...presence, max: 60, example: '홍길동' });
export const AddressField = (presence: Presence) =>
  TextField({ ...presence, max: 200, example: '서울특별시 강북구 도봉로 1' });
export const HomepageField = (presence: Presence) =>
  TextField({ ...presence, max: 200, example: 'http://www.example.com', pattern: HOMEPAGE });
export const PhoneField = (presence: Presence) =>
  TextField({ ...presence, max: 40, example: '02-000-0000', pattern: PHONE });
export const EmailField = (presence: Presence) =>
  TextField({ ...presence, max: 200, example: 'company@supplier.example', pattern: EMAIL });
export const BusinessSummaryField = (presence: Presence) =>
  TextField({ ...presence, max: 500, example: '현수막, 인쇄물 제작' });
export const IntroductionField = (presence: Presence) =>
  TextField({ ...presence, max: 4000, example: '장애인과 함께 현수막과 인쇄물을 만듭니다.' });
export const EmploymentField = (presence: Presence) =>
  IntField({
    ...presence,
    max: MAX_EMPLOYMENT_BP,
    example: 3000,
    description: 'Vulnerable employment in basis points: 3000 = 30 %',
  });
const SocialPurposeField = (presence: Presence) =>
  TextField({ ...presence, max: 100, example: '일자리제공형' });
const ServiceFieldField = (presence: Presence) => TextField({ ...presence, max: 100, example: '문화예술' });

/** What is published; `representative` and certificates that wait are there for staff and the enterprise itself. */
export class SupplierDto {
  @IdField({ description: 'Of a merged row: the row that it was merged into' }) id: string;
  @NameField() name: string;
  @TextField({ max: 10, nullable: true, example: '0001234567', description: 'Ten digits' })
  businessNumber: string | null;
  @DistrictCodeField(NOT_SHOWN) districtCode: string | null;
  @RepresentativeField({
    nullable: true,
    description: 'null also for who may not see it: staff and the enterprise do',
    personal: { what: 'representative', kind: 'supplier', of: 'id' },
  })
  representative: string | null;
  @AddressField(NOT_SHOWN) address: string | null;
  @TextField({ max: 210, nullable: true, example: 'http://www.example.com' }) homepage: string | null;
  @TextField({ max: 40, nullable: true, example: '02-000-0000' }) phone: string | null;
  @TextField({ max: 200, nullable: true, example: 'company@supplier.example' }) email: string | null;
  @BusinessSummaryField(NOT_SHOWN) businessSummary: string | null;
  @SocialPurposeField(NOT_SHOWN) socialPurpose: string | null;
  @ServiceFieldField(NOT_SHOWN) serviceField: string | null;
  @IntroductionField(NOT_SHOWN) introduction: string | null;
  @EmploymentField(NOT_SHOWN) vulnerableEmploymentBp: number | null;
  @DayField({ nullable: true, description: 'The day that the ratio is of' })
  vulnerableEmploymentOn: string | null;
  @DayField({ nullable: true, description: 'First day out of business' }) closedOn: string | null;
  @IntField({ example: 12, description: 'Public-sector purchases on record' }) purchaseCount: number;
  @IntField({ example: 3, description: 'Public-sector buyers among them' }) buyerCount: number;
  @DayField({ nullable: true, description: 'The day that the record is of; null = not counted yet' })
  recordAsOf: string | null;
  @ListField(() => CertificationDto, {
    maxItems: MAX_CERTIFICATIONS,
    description: 'Verified ones that stand; those that wait for who may see the whole row',
  })
  certifications: CertificationDto[];
  @EnumListField('SupplierWarning', SUPPLIER_WARNINGS) warnings: string[];
  @DayField({ description: 'The day that the certificate states are of' }) asOf: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class SupplierAsOfQuery {
  @DayField({ optional: true, description: 'Certificate states as of this day; default today' })
  asOf?: string;
}

/** All but the name, which a new row needs and a change may leave out: what a subclass inherits stays optional. */
class SupplierFactsDto {
  @BusinessNumberField(MAY_BE_LEFT_OUT) businessNumber?: string | null;
  @DistrictCodeField(MAY_BE_LEFT_OUT) districtCode?: string | null;
  @RepresentativeField(MAY_BE_LEFT_OUT) representative?: string | null;
  @AddressField(MAY_BE_LEFT_OUT) address?: string | null;
  @HomepageField(MAY_BE_LEFT_OUT) homepage?: string | null;
  @PhoneField(MAY_BE_LEFT_OUT) phone?: string | null;
  @EmailField(MAY_BE_LEFT_OUT) email?: string | null;
  @BusinessSummaryField(MAY_BE_LEFT_OUT) businessSummary?: string | null;
  @SocialPurposeField(MAY_BE_LEFT_OUT) socialPurpose?: string | null;
  @ServiceFieldField(MAY_BE_LEFT_OUT) serviceField?: string | null;
  @IntroductionField(MAY_BE_LEFT_OUT) introduction?: string | null;
  @EmploymentField(MAY_BE_LEFT_OUT) vulnerableEmploymentBp?: number | null;
  @DayField(MAY_BE_LEFT_OUT) vulnerableEmploymentOn?: string | null;
  @DayField(MAY_BE_LEFT_OUT) closedOn?: string | null;
  @BooleanField({
    optional: true,
    description: 'Another enterprise has the same name, and it is another one',
  })
  confirmSameName?: boolean;
}

/** What is left out stays as it is. */
export class ChangeSupplierDto extends SupplierFactsDto {
  @NameField({ optional: true }) name?: string;
}

export class CreateSupplierDto extends SupplierFactsDto {
  @NameField() name: string;
  @ListField(() => CreateCertificationDto, { optional: true, maxItems: 50 })
  certifications?: CreateCertificationDto[];
}

/** Entries that still say something: what was replaced, refused or withdrawn is history (SupplierCertificationListDto). */
const CURRENT: readonly CertificateEntryState[] = ['verified', 'waiting'];

/** @param day the day that certificate states are of */
export function toSupplierDto(row: SupplierRow, day: string, view: SupplierView): SupplierDto {
  const shown = row.certifications
    .filter(
      ({ entryState }) => CURRENT.includes(entryState) && (view !== 'public' || entryState === 'verified'),
    )
    .map((one) => (view === 'whole' || one.verified ? one : withoutPapers(one)));
  return {
    id: row.id,
    name: row.name,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    representative: view === 'public' ? null : row.representative,
    address: row.address,
    homepage: row.homepage,
    phone: row.phone,
    email: row.email,
    businessSummary: row.businessSummary,
    socialPurpose: row.socialPurpose,
    serviceField: row.serviceField,
    introduction: row.introduction,
    vulnerableEmploymentBp: row.vulnerableEmploymentBp,
    vulnerableEmploymentOn: row.vulnerableEmploymentOn,
    closedOn: row.closedOn,
    purchaseCount: row.purchaseCount,
    buyerCount: row.buyerCount,
    recordAsOf: row.recordAsOf,
    certifications: shown.map((certification) => toCertificationDto(certification, day)),
    warnings: supplierWarnings(row.businessNumber, row.sharesName),
    asOf: day,
    version: row.version,
  };
}

/** That a certificate waits, and for which days, explains why a purchase does not count; its papers are not checked yet. */
function withoutPapers(certification: CertificationRow): CertificationRow {
  return { ...certification, number: null, issuer: null, issuedOn: null, issueRound: null };
}
