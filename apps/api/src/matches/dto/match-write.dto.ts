import { LOST_REASONS, MATCH_AWARDS, MATCH_STAGES, SUPPORT_KINDS } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  IdField,
  IdListField,
  IntField,
  KrwField,
  TextField,
  TextListField,
} from '../../common/fields';
import { MATCH_NOTE, MATCH_TITLE, MAX_CANDIDATES, MAX_NEEDS, SUPPLIER_NAME } from './match-texts';

const CODE = { max: 10, min: 2, pattern: /^\d{2,10}$/, example: '76111501' } as const;

export class CreateMatchDto {
  @IdField() institutionId: string;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @TextField({ ...MATCH_TITLE, optional: true, description: 'Default: what the first need is called' })
  title?: string;
  @TextField({ ...CODE, optional: true, nullable: true }) classificationCode?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, example: 20_000_000 })
  estimatedValueKrw?: number | null;
  @EnumListField('SupportKind', SUPPORT_KINDS, { optional: true }) supportKinds?: string[];
  @DayField({ optional: true, description: 'Default: today' }) identifiedOn?: string;
  @TextField({ ...MATCH_NOTE, optional: true, nullable: true }) note?: string | null;
  @IdListField({
    optional: true,
    maxItems: MAX_NEEDS,
    description:
      'Open needs of the institution that it meets; what is left out above is taken from the first',
  })
  needIds?: string[];
}

export class ChangeMatchDto {
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @TextField({ ...MATCH_TITLE, optional: true }) title?: string;
  @TextField({ ...CODE, optional: true, nullable: true }) classificationCode?: string | null;
  @KrwField({ min: 1, optional: true, nullable: true, example: 20_000_000 })
  estimatedValueKrw?: number | null;
  @EnumListField('SupportKind', SUPPORT_KINDS, { optional: true }) supportKinds?: string[];
  @DayField({ optional: true }) identifiedOn?: string;
  @TextField({ ...MATCH_NOTE, optional: true, nullable: true }) note?: string | null;
}

export class MoveMatchDto {
  @EnumField('MatchStage', MATCH_STAGES, { description: 'A contract alone leads to `contracted`' })
  stage: string;
  @TextField({ ...MATCH_NOTE, optional: true, nullable: true, description: 'Required for going back' })
  note?: string | null;
  @EnumField('LostReason', LOST_REASONS, { optional: true, nullable: true })
  lostReason?: string | null;
  @EnumField('MatchAward', MATCH_AWARDS, { optional: true, nullable: true }) award?: string | null;
  @IdListField({
    optional: true,
    maxItems: MAX_CANDIDATES,
    description: 'Candidates that won, for `selected`',
  })
  winnerIds?: string[];
  @IdField({ optional: true, nullable: true, description: 'The winner that leads, when there are several' })
  leadId?: string | null;
}

export class AttachNeedsDto {
  @IdListField({ maxItems: MAX_NEEDS }) needIds: string[];
}

export class AddCandidatesDto {
  @IdListField({ optional: true, maxItems: MAX_CANDIDATES, description: 'Of the register' })
  supplierIds?: string[];
  @TextListField({
    optional: true,
    maxItems: MAX_CANDIDATES,
    max: SUPPLIER_NAME.max,
    blank: false,
    example: ['농협'],
    description: 'Members of a consortium that are not in the register',
  })
  names?: string[];
}

export class WithdrawCandidateDto {
  @TextField({ ...MATCH_NOTE, optional: true, nullable: true }) note?: string | null;
}

export class AskCandidatesDto {
  @IdListField({ maxItems: MAX_CANDIDATES }) candidateIds: string[];
  @TextField({ max: 100, example: '임대주택 위탁관리 견적 요청' }) title: string;
  @TextField({ max: 2000, example: '사업 개요를 보시고 참여가 가능한지 답해 주십시오.' }) message: string;
  @DayField({ description: 'The last day to answer' }) answerBy: string;
  @IntField({ min: 1, max: 1_000_000_000, optional: true, nullable: true, example: 3 })
  quantity?: number | null;
  @DayField({ optional: true, nullable: true }) neededOn?: string | null;
}

export class AskedCandidatesDto {
  @IdListField({ maxItems: MAX_CANDIDATES, description: 'One request for each candidate, in that order' })
  requestIds: string[];
}
