import { CHAIN_STEP_KINDS, COUNT_STATUSES, MATCH_STAGES } from '@ieum/domain';
import {
  DayField,
  EnumField,
  IdField,
  KrwField,
  ListField,
  MAX_KRW,
  ObjectField,
  TextField,
  TextListField,
  YearField,
} from '../../common/fields';

/** Where to begin; of several the latest step decides. */
export class ChainQuery {
  @IdField({ optional: true }) visitId?: string;
  @IdField({ optional: true }) consultationId?: string;
  @IdField({ optional: true }) needId?: string;
  @IdField({ optional: true, description: 'A meeting at a fair, by its booking' }) meetingId?: string;
  @IdField({ optional: true }) matchId?: string;
  @IdField({ optional: true }) contractId?: string;
  @IdField({ optional: true }) purchaseId?: string;
}

class ChainStageDto {
  @EnumField('MatchStage', MATCH_STAGES) stage: string;
  @DayField() day: string;
}

/** What the purchase's department has reached in its year, in the main scheme. */
class ChainAchievementDto {
  @YearField() fiscalYear: number;
  @KrwField({ min: Number.MIN_SAFE_INTEGER }) actualKrw: number;
  @KrwField({ nullable: true }) targetKrw: number | null;
}

class ChainStepDto {
  @TextField({ max: 60, example: 'need:019aa5d0-7c1e-7000-8000-000000000001' }) key: string;
  @TextListField({
    maxItems: 500,
    max: 60,
    example: ['visit:019aa5d0-7c1e-7000-8000-000000000002'],
    description: 'Keys of the steps that led to it',
  })
  after: string[];
  @EnumField('ChainStepKind', CHAIN_STEP_KINDS) kind: string;
  @IdField({
    description:
      'Of the visit, the need …; of an answer the request, of a selection the match, of a meeting the booking',
  })
  id: string;
  @DayField({ nullable: true }) day: string | null;
  @TextField({ max: 40, example: 'done', description: 'The state or stage as its own feature names it' })
  state: string;
  @TextField({
    max: 500,
    nullable: true,
    example: '현수막',
    description: 'null: a visit or a call, whose notes are the adviser alone to read',
  })
  title: string | null;
  @KrwField({ min: -MAX_KRW, nullable: true }) amountKrw: number | null;
  @TextListField({
    maxItems: 100,
    max: 100,
    example: ['노란들판'],
    description: 'The enterprises, the lead first',
  })
  supplierNames: string[];
  @IdField({ nullable: true }) institutionId: string | null;
  @TextField({ max: 200, nullable: true, example: '강북구' }) institutionName: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @TextField({
    max: 40,
    nullable: true,
    example: 'sales',
    description: 'Of a visit its purpose, of a call its channel',
  })
  manner: string | null;
  @TextField({
    max: 100,
    nullable: true,
    example: '계약 담당자',
    description: 'Of a visit: whom met, by role',
  })
  metRole: string | null;
  @IdField({ nullable: true, description: 'Of a meeting: its fair' }) fairId: string | null;
  @ListField(() => ChainStageDto, { maxItems: 100, description: 'Of a match: the way that it went' })
  stages: ChainStageDto[];
  @EnumField('CountStatus', COUNT_STATUSES, { nullable: true, description: 'Of a purchase' })
  countStatus: string | null;
  @ObjectField(() => ChainAchievementDto, { nullable: true, description: 'Of a purchase that counts' })
  achievement: ChainAchievementDto | null;
}

/** The steps in the order in which they follow each other. What lies outside the reader's reach is left out. */
export class ChainDto {
  @ListField(() => ChainStepDto, { maxItems: 500 }) steps: ChainStepDto[];
}
