import { IdField, IntField, ListField, ObjectField, TextField, DayField } from '../../../common/fields';
import {
  AddressField,
  BusinessNumberField,
  BusinessSummaryField,
  DistrictCodeField,
  EmailField,
  EmploymentField,
  HomepageField,
  IntroductionField,
  NameField,
  PhoneField,
  RepresentativeField,
  SupplierDto,
} from '../../dto/supplier.dto';
import { VerificationDto } from './verification.dto';

/** The own enterprise: what stands in the register, and what waits. */
export class CompanyDto {
  @ObjectField(() => SupplierDto) supplier: SupplierDto;
  @ObjectField(() => VerificationDto, { nullable: true, description: 'The proposal of facts that waits' })
  pending: VerificationDto | null;
  @ListField(() => VerificationDto, { maxItems: 50, description: 'The latest requests, newest first' })
  verifications: VerificationDto[];
  @IntField({ min: 1, example: 1, description: 'Of the supplier, for If-Match' }) version: number;
}

const MAY_BE_LEFT_OUT = { optional: true, nullable: true } as const;

/**
 * What is left out stays. homepage, phone, email, businessSummary and introduction change at once; the other facts become
 * one proposal that waits for verification. A proposal that waits already takes the new values in; a fact that is set
 * back to what stands leaves it.
 */
export class ChangeCompanyDto {
  @HomepageField(MAY_BE_LEFT_OUT) homepage?: string | null;
  @PhoneField(MAY_BE_LEFT_OUT) phone?: string | null;
  @EmailField(MAY_BE_LEFT_OUT) email?: string | null;
  @BusinessSummaryField(MAY_BE_LEFT_OUT) businessSummary?: string | null;
  @IntroductionField(MAY_BE_LEFT_OUT) introduction?: string | null;
  @NameField({ optional: true }) name?: string;
  @BusinessNumberField(MAY_BE_LEFT_OUT) businessNumber?: string | null;
  @RepresentativeField(MAY_BE_LEFT_OUT) representative?: string | null;
  @AddressField(MAY_BE_LEFT_OUT) address?: string | null;
  @DistrictCodeField(MAY_BE_LEFT_OUT) districtCode?: string | null;
  @EmploymentField(MAY_BE_LEFT_OUT) vulnerableEmploymentBp?: number | null;
  @DayField(MAY_BE_LEFT_OUT) vulnerableEmploymentOn?: string | null;
  @IdField({ ...MAY_BE_LEFT_OUT, description: 'Evidence of the proposed facts: an uploaded file' })
  evidenceFileId?: string | null;
  @TextField({ ...MAY_BE_LEFT_OUT, max: 500, example: '소재지를 옮겼습니다.' }) note?: string | null;
}
