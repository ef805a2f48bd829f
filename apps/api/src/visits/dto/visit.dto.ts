import { MAX_NEEDS_FOUND, VISIT_PURPOSES, VISIT_STATES, VISITEE_KINDS } from '@ieum/domain';
import {
  BooleanQuery,
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  ListField,
  PersonNameField,
  TextField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { NeedFoundDto } from '../needs/dto/need.dto';

const ORGANISATION = { max: 100, example: '강동구사회적경제네트워크' } as const;
const MET = { max: 50, example: '행정실장', description: 'A role, never the name of a person' } as const;
const RESULT = { max: 2000, example: '사회적경제기업 제품 안내, 청소용품 수요 확인' } as const;
const STEP = { max: 500, example: '견적서 전달' } as const;
const NOTE = { max: 2000, example: '주차장은 뒤쪽' } as const;
const REASON = { max: 500, example: '학교 일정으로 취소되었습니다.' } as const;
const CHOICE = { optional: true, nullable: true } as const;

export class VisitDto {
  @IdField() id: string;
  @IdField() areaId: string;
  @TextField({ max: 100, example: '강동구' }) areaName: string;
  @IdField({ nullable: true, description: 'The team that the adviser was in then' }) teamId: string | null;
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId', nullable: true }) adviserName: string | null;
  @DayField({ description: 'Planned: the day it is meant for; otherwise the day it took place' })
  visitedOn: string;
  @EnumField('VisitState', VISIT_STATES) state: string;
  @EnumField('VisiteeKind', VISITEE_KINDS) visiteeKind: string;
  @TextField({ max: 100, example: '원당초등학교' }) visiteeName: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '행정실', description: 'As it was called then' })
  departmentName: string | null;
  @IdField({ nullable: true }) supplierId: string | null;
  @TextField({ ...ORGANISATION, nullable: true }) organisationName: string | null;
  @EnumField('VisitPurpose', VISIT_PURPOSES) purpose: string;
  @TextField({ ...MET, nullable: true }) metRole: string | null;
  @TextField({ ...RESULT, nullable: true }) result: string | null;
  @TextField({ ...STEP, nullable: true }) nextStep: string | null;
  @DayField({ nullable: true }) nextStepOn: string | null;
  @TextField({ ...REASON, nullable: true }) cancelReason: string | null;
  @TextField({ ...NOTE, nullable: true }) note: string | null;
  @IntField({ example: 1, description: 'Needs that it found and that are not closed' }) needCount: number;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class VisitPageDto {
  @ListField(() => VisitDto, { maxItems: 200 }) items: VisitDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListVisitsQuery extends PageQuery {
  @YearQuery({ optional: true }) year?: number;
  @DayField({ optional: true, description: 'First day' }) from?: string;
  @DayField({ optional: true, description: 'Last day' }) to?: string;
  @EnumListQuery('VisitState', VISIT_STATES, { optional: true }) state?: string[];
  @EnumListQuery('VisiteeKind', VISITEE_KINDS, { optional: true }) visiteeKind?: string[];
  @IdField({ optional: true }) areaId?: string;
  @IdField({ optional: true }) teamId?: string;
  @IdField({ optional: true }) adviserId?: string;
  @BooleanQuery({ optional: true, description: 'Only the own ones' }) mine?: boolean;
  @IdField({ optional: true }) institutionId?: string;
  @TextField({
    max: 100,
    optional: true,
    example: '원당',
    description: 'Part of who was visited, or of a text',
  })
  q?: string;
  @DayField({ optional: true, description: 'Done, with a next step due on this day or before' })
  dueBefore?: string;
}

/** What came of it: said when it is done, and changed later. */
class VisitOutcomeDto {
  @TextField({ ...MET, ...CHOICE }) metRole?: string | null;
  @TextField({ ...RESULT, ...CHOICE }) result?: string | null;
  @TextField({ ...STEP, ...CHOICE }) nextStep?: string | null;
  @DayField(CHOICE) nextStepOn?: string | null;
}

export class CreateVisitDto extends VisitOutcomeDto {
  @EnumField('NewVisitState', ['planned', 'done'], { description: 'Planned, or logged as done at once' })
  state: string;
  @DayField() visitedOn: string;
  @IdField({ ...CHOICE, description: 'One of institution, enterprise and organisation' })
  institutionId?: string | null;
  @IdField(CHOICE) departmentId?: string | null;
  @IdField(CHOICE) supplierId?: string | null;
  @TextField({ ...ORGANISATION, ...CHOICE }) organisationName?: string | null;
  @IdField({ ...CHOICE, description: 'Of who lies in none; default: the only one that is assigned' })
  areaId?: string | null;
  @EnumField('VisitPurpose', VISIT_PURPOSES) purpose: string;
  @TextField({ ...NOTE, ...CHOICE }) note?: string | null;
  @ListField(() => NeedFoundDto, { optional: true, maxItems: MAX_NEEDS_FOUND }) needs?: NeedFoundDto[];
}

export class ChangeVisitDto extends VisitOutcomeDto {
  @DayField({ optional: true }) visitedOn?: string;
  @IdField(CHOICE) departmentId?: string | null;
  @EnumField('VisitPurpose', VISIT_PURPOSES, { optional: true }) purpose?: string;
  @TextField({ ...NOTE, ...CHOICE }) note?: string | null;
}

export class FinishVisitDto extends VisitOutcomeDto {
  @DayField({ optional: true, description: 'The day it took place; default: the planned one' })
  visitedOn?: string;
  @ListField(() => NeedFoundDto, { optional: true, maxItems: MAX_NEEDS_FOUND }) needs?: NeedFoundDto[];
}

export class FollowUpVisitDto {
  @TextField({ ...NOTE, ...CHOICE, description: 'What came of the next step; added to the note' })
  note?: string | null;
}

export class CancelVisitDto {
  @TextField(REASON) reason: string;
}
