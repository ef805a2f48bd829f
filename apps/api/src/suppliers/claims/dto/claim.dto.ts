import { VERIFICATION_STATES } from '@ieum/domain';
import { EnumField, IdField, InstantField, IntField, ListField, TextField } from '../../../common/fields';

const NUMBER = { max: 14, example: '000-12-34567' } as const;

/** That an enterprise of the register is the account's own: it waits until somebody has checked it. */
export class ClaimDto {
  @IdField() id: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @TextField({ max: 500, nullable: true, example: '노란들판 영업팀에서 일합니다.' }) note: string | null;
  @IdField({ nullable: true }) evidenceFileId: string | null;
  @TextField({ max: 255, nullable: true, example: '사업자등록증.pdf' }) evidenceName: string | null;
  @EnumField('VerificationState', VERIFICATION_STATES) state: string;
  @InstantField() requestedAt: string;
  @InstantField({ nullable: true }) decidedAt: string | null;
  @TextField({ max: 500, nullable: true, example: '사업자등록증의 상호가 다릅니다.' }) reason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class ClaimListDto {
  @ListField(() => ClaimDto, { maxItems: 100, description: 'Newest first' }) items: ClaimDto[];
}

/** No more than what somebody needs to recognise the own enterprise. */
export class ClaimableSupplierDto {
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) name: string;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
}

export class ClaimableSupplierQuery {
  @TextField(NUMBER) businessNumber: string;
}

/** The enterprise by its id or, without one, by its business number. */
export class CreateClaimDto {
  @IdField({ optional: true, nullable: true }) supplierId?: string | null;
  @TextField({ ...NUMBER, optional: true, nullable: true }) businessNumber?: string | null;
  @IdField({
    optional: true,
    nullable: true,
    description: 'An uploaded file, such as the business registration',
  })
  evidenceFileId?: string | null;
  @TextField({
    max: 500,
    example: '노란들판 영업팀에서 일합니다.',
    description: 'Why it is the own enterprise',
  })
  note: string;
}
