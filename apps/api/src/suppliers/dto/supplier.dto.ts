import { SUPPLIER_WARNINGS, supplierWarnings } from '@ieum/domain';
import { DayField, EnumListField, IdField, IntField, ListField, TextField } from '../../common/fields';
import type { SupplierRow } from '../suppliers.queries';
import { CertificationDto, CreateCertificationDto, toCertificationDto } from './certification.dto';

const MAX_CERTIFICATIONS = 50;

export class SupplierDto {
  @IdField() id: string;
  @TextField({ max: 100, example: '노란들판' }) name: string;
  @TextField({ max: 10, nullable: true, example: '0001234567', description: 'Ten digits' })
  businessNumber: string | null;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @DayField({ nullable: true, description: 'First day out of business' }) closedOn: string | null;
  @ListField(() => CertificationDto, { maxItems: MAX_CERTIFICATIONS }) certifications: CertificationDto[];
  @EnumListField('SupplierWarning', SUPPLIER_WARNINGS) warnings: string[];
  @DayField({ description: 'The day that the certificate states are of' }) asOf: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class SupplierAsOfQuery {
  @DayField({ optional: true, description: 'Certificate states as of this day; default today' })
  asOf?: string;
}

export class CreateSupplierDto {
  @TextField({ max: 100, example: '(주)노란들판' }) name: string;
  @TextField({ max: 20, optional: true, nullable: true, example: '000-12-34567' })
  businessNumber?: string | null;
  @TextField({ max: 5, optional: true, nullable: true, example: '11305', pattern: /^\d{5}$/ })
  districtCode?: string | null;
  @DayField({ optional: true, nullable: true }) closedOn?: string | null;
  @ListField(() => CreateCertificationDto, { optional: true, maxItems: MAX_CERTIFICATIONS })
  certifications?: CreateCertificationDto[];
}

/** What is left out stays as it is. */
export class ChangeSupplierDto {
  @TextField({ max: 100, optional: true, example: '(주)노란들판' }) name?: string;
  @TextField({ max: 20, optional: true, nullable: true, example: '000-12-34567' })
  businessNumber?: string | null;
  @TextField({ max: 5, optional: true, nullable: true, example: '11305', pattern: /^\d{5}$/ })
  districtCode?: string | null;
  @DayField({ optional: true, nullable: true }) closedOn?: string | null;
}

export function toSupplierDto(row: SupplierRow, asOf: string): SupplierDto {
  return {
    id: row.id,
    name: row.name,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    closedOn: row.closedOn,
    certifications: row.certifications.map((certification) => toCertificationDto(certification, asOf)),
    warnings: supplierWarnings(row.businessNumber),
    asOf,
    version: row.version,
  };
}
