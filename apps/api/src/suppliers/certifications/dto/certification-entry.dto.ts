import { CERTIFICATE_ENTRY_STATES } from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  ListField,
  TextField,
} from '../../../common/fields';
import { CertificationDto, toCertificationDto } from '../../dto/certification.dto';
import type { CertificationEntryRow } from '../certification.queries';

/** An entry of the register with its history: for who keeps it, and for the enterprise itself. */
export class CertificationEntryDto extends CertificationDto {
  @EnumField('CertificateEntryState', CERTIFICATE_ENTRY_STATES) entryState: string;
  @InstantField() enteredAt: string;
  @InstantField({ nullable: true }) verifiedAt: string | null;
  @InstantField({ nullable: true, description: 'A verified change took its place' })
  replacedAt: string | null;
  @InstantField({ nullable: true }) refusedAt: string | null;
  @TextField({ max: 500, nullable: true, example: '인증서 번호가 다름' }) refusalReason: string | null;
  @BooleanField({ description: 'GET …/evidence answers it' }) hasEvidence: boolean;
  @TextField({ max: 255, nullable: true, example: '인증서.pdf' }) evidenceName: string | null;
  @IdField({ nullable: true, description: 'Where it waits in the queue' }) verificationId: string | null;
}

export class SupplierCertificationListDto {
  @ListField(() => CertificationEntryDto, { maxItems: 500 }) items: CertificationEntryDto[];
  @IntField({ min: 1, example: 1, description: 'For If-Match' }) version: number;
}

/** @param day the day that `state` is of */
export function toCertificationEntryDto(row: CertificationEntryRow, day: string): CertificationEntryDto {
  return {
    ...toCertificationDto(row, day),
    replacesId: row.replacesId,
    entryState: row.entryState,
    enteredAt: row.enteredAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
    replacedAt: row.replacedAt?.toISOString() ?? null,
    refusedAt: row.refusedAt?.toISOString() ?? null,
    refusalReason: row.refusalReason,
    hasEvidence: row.evidenceFileId !== null,
    evidenceName: row.evidenceName,
    verificationId: row.verificationId,
  };
}
