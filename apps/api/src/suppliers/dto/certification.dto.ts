import {
  CERTIFICATE_STATES,
  CERTIFICATION_TYPES,
  certificateStateOn,
  type CertificationType,
} from '@ieum/domain';
import { BooleanField, DayField, EnumField, IdField, TextField } from '../../common/fields';
import type { CertificationRow } from '../suppliers.queries';

export class CertificationDto {
  @IdField() id: string;
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: string;
  @TextField({ max: 60, nullable: true, example: '제2015-012호' }) number: string | null;
  @TextField({ max: 100, nullable: true, example: '서울특별시' }) issuer: string | null;
  @DayField() validFrom: string;
  @DayField({ nullable: true, description: 'Last valid day; null = no limit' }) validUntil: string | null;
  @DayField({ nullable: true, description: 'First day on which it no longer holds' })
  revokedOn: string | null;
  @TextField({ max: 500, nullable: true, example: '지정 취소' }) revocationReason: string | null;
  @BooleanField({ example: true }) verified: boolean;
  @EnumField('CertificateState', CERTIFICATE_STATES, { description: 'As of the day that was asked for' })
  state: string;
}

export class CreateCertificationDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: CertificationType;
  @TextField({ max: 60, optional: true, nullable: true, example: '제2015-012호' }) number?: string | null;
  @TextField({ max: 100, optional: true, nullable: true, example: '서울특별시' }) issuer?: string | null;
  @DayField() validFrom: string;
  @DayField({ optional: true, nullable: true, description: 'Last valid day; null = no limit' })
  validUntil?: string | null;
}

/** What is left out stays; a revocation (revokedOn) needs a reason, and null takes it back. */
export class ChangeCertificationDto {
  @TextField({ max: 60, optional: true, nullable: true, example: '제2015-012호' }) number?: string | null;
  @TextField({ max: 100, optional: true, nullable: true, example: '서울특별시' }) issuer?: string | null;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true, nullable: true }) validUntil?: string | null;
  @DayField({ optional: true, nullable: true }) revokedOn?: string | null;
  @TextField({ max: 500, optional: true, nullable: true, example: '지정 취소' })
  revocationReason?: string | null;
}

/** @param day the day that `state` is of */
export function toCertificationDto(row: CertificationRow, day: string): CertificationDto {
  return {
    id: row.id,
    type: row.type,
    number: row.number,
    issuer: row.issuer,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    revokedOn: row.revokedOn,
    revocationReason: row.revocationReason,
    verified: row.verified,
    state: certificateStateOn(row, day),
  };
}
