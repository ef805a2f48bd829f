import {
  factsChangedSince,
  factsIn,
  VERIFICATION_STATES,
  VERIFICATION_SUBJECTS,
  VERIFIED_FACTS,
} from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  ListField,
  ObjectField,
  PersonNameField,
  TextField,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';
import { CertificationDto, toCertificationDto } from '../../dto/certification.dto';
import type { VerificationRow } from '../verification.queries';

const FACT_TEXT = {
  max: 200,
  nullable: true,
  example: '서울특별시 강북구 도봉로 1',
  personal: {
    what: 'representative',
    kind: 'supplier',
    of: 'supplierId',
    when: { property: 'fact', is: ['representative'] },
  },
} as const;

/** A fact side by side, as text: a ratio in basis points and a day are written as they are kept. */
export class FactDifferenceDto {
  @EnumField('VerifiedFact', VERIFIED_FACTS) fact: string;
  @TextField({ ...FACT_TEXT, description: 'What stands now; after a decision, what stood then' })
  standing: string | null;
  @TextField(FACT_TEXT) proposed: string | null;
  @BooleanField({ description: 'What stands is another value than when this was proposed' })
  changedSince: boolean;
}

export class VerificationDto {
  @IdField() id: string;
  @EnumField('VerificationSubject', VERIFICATION_SUBJECTS) subject: string;
  @EnumField('VerificationState', VERIFICATION_STATES) state: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 10, nullable: true, example: '0001234567' }) businessNumber: string | null;
  @TextField({ max: 5, nullable: true, example: '11305' }) districtCode: string | null;
  @IntField({ min: 1, example: 1, description: 'For verify: the supplier as it was seen' })
  supplierVersion: number;
  @ListField(() => FactDifferenceDto, { maxItems: VERIFIED_FACTS.length, description: 'subject facts' })
  differences: FactDifferenceDto[];
  @ObjectField(() => CertificationDto, { nullable: true, description: 'subject certification' })
  certification: CertificationDto | null;
  @ObjectField(() => CertificationDto, {
    nullable: true,
    description: 'The certificate that it would change',
  })
  replaces: CertificationDto | null;
  @BooleanField({ description: 'GET …/evidence answers it' }) hasEvidence: boolean;
  @TextField({ max: 255, nullable: true, example: '사업자등록증.pdf' }) evidenceName: string | null;
  @TextField({ max: 500, nullable: true, example: '소재지를 옮겼습니다.' }) note: string | null;
  @IdField() requestedBy: string;
  @PersonNameField({ of: 'requestedBy', nullable: true, description: 'Who asks' })
  requestedByName: string | null;
  @InstantField() requestedAt: string;
  @InstantField({ nullable: true }) decidedAt: string | null;
  @TextField({ max: 500, nullable: true, example: '인증서 번호가 다름' }) reason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class VerificationPageDto {
  @ListField(() => VerificationDto, { maxItems: 200 }) items: VerificationDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
  @IntField({ example: 3, description: 'How many wait in all' }) pendingCount: number;
}

export class ListVerificationsQuery extends PageQuery {
  @EnumListQuery('VerificationState', VERIFICATION_STATES, {
    optional: true,
    description: 'Default: pending',
  })
  state?: string[];
  @EnumListQuery('VerificationSubject', VERIFICATION_SUBJECTS, { optional: true })
  subject?: string[];
  @TextField({ max: 100, optional: true, example: '노란', description: 'Part of the name or of the number' })
  q?: string;
}

export class VerifyDto {
  @TextField({ max: 500, optional: true, nullable: true, example: '원본 대조함' }) note?: string | null;
  @IntField({
    min: 1,
    optional: true,
    example: 1,
    description: 'The supplier version that was seen; another one now is VERSION_STALE',
  })
  supplierVersion?: number;
  @BooleanField({ optional: true, description: 'The proposed name is that of another enterprise, too' })
  confirmSameName?: boolean;
}

export class RefuseVerificationDto {
  @TextField({ max: 500, example: '인증서 번호가 다름' }) reason: string;
}

/** @param day the day that certificate states are of */
export function toVerificationDto(row: VerificationRow, day: string): VerificationDto {
  return {
    id: row.id,
    subject: row.subject,
    state: row.state,
    supplierId: row.supplierId,
    supplierName: row.supplierName,
    businessNumber: row.businessNumber,
    districtCode: row.districtCode,
    supplierVersion: row.supplierVersion,
    differences: differencesOf(row),
    certification: row.certification === null ? null : toCertificationDto(row.certification, day),
    replaces: row.replaces === null ? null : toCertificationDto(row.replaces, day),
    hasEvidence: row.evidenceFileId !== null,
    evidenceName: row.evidenceName,
    note: row.note,
    requestedBy: row.requestedBy,
    requestedByName: row.requestedByName,
    requestedAt: row.requestedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reason: row.reason,
    version: row.version,
  };
}

function differencesOf({ state, proposed, standing, standingNow }: VerificationRow): FactDifferenceDto[] {
  const waits = state === 'pending';
  const changed = waits ? factsChangedSince(proposed, standing, standingNow) : [];
  const shown = waits ? standingNow : standing;
  return factsIn(proposed).map((fact) => ({
    fact,
    standing: asText(shown[fact]),
    proposed: asText(proposed[fact]),
    changedSince: changed.includes(fact),
  }));
}

function asText(value: string | number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
