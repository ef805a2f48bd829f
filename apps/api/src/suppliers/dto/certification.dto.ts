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
  @DayField({ nullable: true }) issuedOn: string | null;
  @TextField({ max: 30, nullable: true, example: '2015-2차' }) issueRound: string | null;
  @DayField() validFrom: string;
  @DayField({ nullable: true, description: 'Last valid day; null = no limit' }) validUntil: string | null;
  @DayField({ nullable: true, description: 'First day on which it no longer holds' })
  revokedOn: string | null;
  @TextField({ max: 500, nullable: true, example: '지정 취소' }) revocationReason: string | null;
  @BooleanField({ example: true }) verified: boolean;
  @IdField({ nullable: true, description: 'The verified certificate that this waiting one would change' })
  replacesId: string | null;
  @EnumField('CertificateState', CERTIFICATE_STATES, { description: 'As of the day that was asked for' })
  state: string;
}

export class CreateCertificationDto {
  @EnumField('CertificationType', CERTIFICATION_TYPES) type: CertificationType;
  @TextField({ max: 60, optional: true, nullable: true, example: '제2015-012호' }) number?: string | null;
  @TextField({ max: 100, optional: true, nullable: true, example: '서울특별시' }) issuer?: string | null;
  @DayField({ optional: true, nullable: true }) issuedOn?: string | null;
  @TextField({ max: 30, optional: true, nullable: true, example: '2015-2차' }) issueRound?: string | null;
  @DayField() validFrom: string;
  @DayField({ optional: true, nullable: true, description: 'Last valid day; null = no limit' })
  validUntil?: string | null;
  @IdField({ optional: true, nullable: true, description: 'An uploaded file; an enterprise has to give one' })
  evidenceFileId?: string | null;
}

/** What is left out stays. The type never changes: another type is another certificate. */
export class ChangeCertificationDto {
  @TextField({ max: 60, optional: true, nullable: true, example: '제2015-012호' }) number?: string | null;
  @TextField({ max: 100, optional: true, nullable: true, example: '서울특별시' }) issuer?: string | null;
  @DayField({ optional: true, nullable: true }) issuedOn?: string | null;
  @TextField({ max: 30, optional: true, nullable: true, example: '2015-2차' }) issueRound?: string | null;
  @DayField({ optional: true }) validFrom?: string;
  @DayField({ optional: true, nullable: true }) validUntil?: string | null;
  @IdField({ optional: true, nullable: true }) evidenceFileId?: string | null;
}

export class RevokeCertificationDto {
  @DayField({ description: 'First day on which it no longer holds; may lie in the past' }) revokedOn: string;
  @TextField({ max: 500, example: '지정 취소' }) reason: string;
}

/** @param day the day that `state` is of */
export function toCertificationDto(row: CertificationRow, day: string): CertificationDto {
  return {
    id: row.id,
    type: row.type,
    number: row.number,
    issuer: row.issuer,
    issuedOn: row.issuedOn,
    issueRound: row.issueRound,
    validFrom: row.validFrom,
    validUntil: row.validUntil,
    revokedOn: row.revokedOn,
    revocationReason: row.revocationReason,
    verified: row.verified,
    replacesId: row.verified ? null : row.replacesId,
    state: certificateStateOn(row, day),
  };
}
