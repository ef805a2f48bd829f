import { EDUCATION_SESSION_STATES } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  ListField,
  PersonNameField,
  TextField,
  YearField,
  YearQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

const STATE = 'EducationSessionState';
const AUDIENCE = { max: 100, example: '도봉구청' } as const;
const CONTENT = { max: 500, example: '공공기관 교육' } as const;
const REASON = { max: 500, example: '기관의 사정으로 열지 못했습니다.' } as const;
const ATTENDEES = { max: 100_000, example: 45 } as const;

export class EducationSessionDto {
  @IdField() id: string;
  @IdField() areaId: string;
  @TextField({ max: 100, example: '도봉구' }) areaName: string;
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
  @DayField() heldOn: string;
  @EnumField(STATE, EDUCATION_SESSION_STATES) state: string;
  @TextField(AUDIENCE) audience: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @TextField({ max: 100, nullable: true, example: '도봉구' }) institutionName: string | null;
  @TextField(CONTENT) content: string;
  @IntField({ ...ATTENDEES, nullable: true }) attendees: number | null;
  @TextField({ ...REASON, nullable: true }) cancelReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class EducationSessionPageDto {
  @ListField(() => EducationSessionDto, { maxItems: 200 }) items: EducationSessionDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class EducationSessionSummaryDto {
  @YearField() year: number;
  @IntField({ example: 33, description: 'Held in the year' }) sessions: number;
  @IntField({ example: 358 }) attendees: number;
}

export class EducationYearQuery {
  @YearQuery() year: number;
}

export class ListEducationSessionsQuery extends PageQuery {
  @YearQuery({ optional: true }) year?: number;
  @EnumListQuery(STATE, EDUCATION_SESSION_STATES, { optional: true }) state?: string[];
  @IdField({ optional: true }) areaId?: string;
  @TextField({ max: 100, optional: true, example: '도봉', description: 'Part of audience or content' })
  q?: string;
}

export class CreateEducationSessionDto {
  @DayField() heldOn: string;
  @TextField(AUDIENCE) audience: string;
  @TextField(CONTENT) content: string;
  @IdField({ optional: true, nullable: true }) institutionId?: string | null;
  @IdField({ optional: true, nullable: true, description: 'Without an institution: whose area' })
  areaId?: string | null;
  @IntField({ ...ATTENDEES, optional: true, nullable: true, description: 'Given: it has been held' })
  attendees?: number | null;
}

/** What is left out stays as it is. */
export class ChangeEducationSessionDto {
  @DayField({ optional: true }) heldOn?: string;
  @TextField({ ...AUDIENCE, optional: true }) audience?: string;
  @TextField({ ...CONTENT, optional: true }) content?: string;
  @IdField({ optional: true, nullable: true }) institutionId?: string | null;
  @IdField({ optional: true, nullable: true }) areaId?: string | null;
  @IntField({ ...ATTENDEES, optional: true, description: 'Of one that was held' }) attendees?: number;
}

export class HoldEducationSessionDto {
  @IntField(ATTENDEES) attendees: number;
  @DayField({ optional: true, description: 'Default: the day it was planned for' }) heldOn?: string;
}

export class CancelEducationSessionDto {
  @TextField(REASON) reason: string;
}
