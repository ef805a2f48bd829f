import {
  CANDIDATE_OUTCOMES,
  LOST_REASONS,
  MATCH_AWARDS,
  MATCH_STAGES,
  NEED_ORIGINS,
  SUPPORT_KINDS,
} from '@ieum/domain';
import {
  BooleanField,
  DayField,
  EnumField,
  EnumListField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  PersonNameField,
  TextField,
  TextListField,
} from '../../common/fields';
import { MATCH_NOTE, MATCH_TITLE, SUPPLIER_NAME } from './match-texts';

/** A match as the board and the list show it. */
export class SalesMatchDto {
  @IdField() id: string;
  @IdField({ description: 'The area that it lies in' }) areaId: string;
  @IdField() institutionId: string;
  @TextField({ max: 100, example: '강북구' }) institutionName: string;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과', description: 'As it was called then' })
  departmentName: string | null;
  @TextField(MATCH_TITLE) title: string;
  @TextField({ max: 10, nullable: true, example: '76111501' }) classificationCode: string | null;
  @KrwField({ min: 1, nullable: true, example: 20_000_000 }) estimatedValueKrw: number | null;
  @KrwField({
    nullable: true,
    example: 20_000_000,
    description: 'What its signed contracts add up to, once, however many share it; null: none is signed',
  })
  contractKrw: number | null;
  @IntField({ example: 1, description: 'Signed ones' }) contractCount: number;
  @EnumListField('SupportKind', SUPPORT_KINDS) supportKinds: string[];
  @EnumField('MatchStage', MATCH_STAGES) stage: string;
  @EnumField('LostReason', LOST_REASONS, { nullable: true }) lostReason: string | null;
  @EnumField('MatchAward', MATCH_AWARDS, { nullable: true }) award: string | null;
  @DayField({ description: 'Its year is the year that it counts in' }) identifiedOn: string;
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
  @IdField({ nullable: true }) teamId: string | null;
  @IdField({ nullable: true, description: 'The fair that it began at' }) fairId: string | null;
  @IdField({ nullable: true, description: 'The meeting there' }) fairBookingId: string | null;
  @IntField({ example: 3, description: 'Without those that withdrew' }) candidateCount: number;
  @TextListField({ maxItems: 100, max: 100, example: ['노란들판'], description: 'The lead first' })
  winnerNames: string[];
  @TextField({ ...MATCH_NOTE, nullable: true }) note: string | null;
  @InstantField() createdAt: string;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class MatchCandidateDto {
  @IdField() id: string;
  @IdField({ nullable: true, description: 'The row of the register that stands; null: not in the register' })
  supplierId: string | null;
  @TextField(SUPPLIER_NAME) supplierName: string;
  @EnumField('CandidateOutcome', CANDIDATE_OUTCOMES) outcome: string;
  @BooleanField() isLead: boolean;
  @TextField({ ...MATCH_NOTE, nullable: true }) note: string | null;
  @InstantField() createdAt: string;
}

/** A need that the match meets, with where it was found. */
class MatchNeedDto {
  @IdField() id: string;
  @TextField({ max: 200, example: '행사 현수막' }) title: string;
  @EnumField('NeedOrigin', NEED_ORIGINS) origin: string;
  @DayField() foundOn: string;
  @IdField({ nullable: true }) visitId: string | null;
  @IdField({ nullable: true }) consultationId: string | null;
  @IdField({ nullable: true }) supplierRequestId: string | null;
}

export class MatchDetailDto extends SalesMatchDto {
  @ListField(() => MatchCandidateDto, { maxItems: 200 }) candidates: MatchCandidateDto[];
  @ListField(() => MatchNeedDto, { maxItems: 200 }) needs: MatchNeedDto[];
}

class MatchStageChangeDto {
  @IdField() id: string;
  @EnumField('MatchStage', MATCH_STAGES, { nullable: true, description: 'null: it was written down' })
  fromStage: string | null;
  @EnumField('MatchStage', MATCH_STAGES) toStage: string;
  @EnumField('LostReason', LOST_REASONS, { nullable: true }) lostReason: string | null;
  @TextField({ ...MATCH_NOTE, nullable: true }) note: string | null;
  @IdField({ description: 'Who changed it' }) adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
  @InstantField() changedAt: string;
}

export class MatchHistoryDto {
  @ListField(() => MatchStageChangeDto, { maxItems: 1000 }) items: MatchStageChangeDto[];
}
