import { TEAM_METRICS, type TeamMetric } from '@ieum/domain';
import {
  BooleanField,
  BooleanQuery,
  DayField,
  EnumField,
  IdField,
  IdListField,
  IntField,
  ListField,
  ObjectField,
  PercentField,
  PersonNameField,
  TextField,
  YearField,
  YearQuery,
} from '../../../common/fields';
import { PageQuery } from '../../../common/paging';

export const MAX_MEMBERS = 50;
const NAME = { max: 60, example: '강동 영업지원단' } as const;
const METRIC = 'TeamMetric';

export class TeamMemberDto {
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
}

export class SupportTeamDto {
  @IdField() id: string;
  @IdField({ description: 'The district that the team works in' }) areaId: string;
  @TextField({ max: 100, example: '강동구' }) areaName: string;
  @TextField(NAME) name: string;
  @DayField({ nullable: true }) endedOn: string | null;
  @ListField(() => TeamMemberDto, { maxItems: MAX_MEMBERS }) members: TeamMemberDto[];
  @IntField({ min: 1, example: 1 }) version: number;
}

export class SupportTeamPageDto {
  @ListField(() => SupportTeamDto, { maxItems: 200 }) items: SupportTeamDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListSupportTeamsQuery extends PageQuery {
  @BooleanQuery({ optional: true, description: 'Also teams that have ended' }) includeEnded?: boolean;
}

export class CreateSupportTeamDto {
  @IdField() areaId: string;
  @TextField(NAME) name: string;
}

export class RenameSupportTeamDto {
  @TextField(NAME) name: string;
}

export class EndSupportTeamDto {
  @DayField({ description: 'Today or before' }) endedOn: string;
}

/** All members from now on; who is left out leaves the team. */
export class PutTeamMembersDto {
  @IdListField({ maxItems: MAX_MEMBERS }) userIds: string[];
}

class TeamTargetDto {
  @EnumField(METRIC, TEAM_METRICS) metric: TeamMetric;
  @IntField({ min: 1, max: 1_000_000, example: 150 }) target: number;
}

/** All targets of the year; a metric that is left out has none. */
export class PutTeamTargetsDto {
  @YearField() year: number;
  @ListField(() => TeamTargetDto, { maxItems: TEAM_METRICS.length }) targets: TeamTargetDto[];
}

export class TeamYearQuery {
  @YearQuery() year: number;
}

/** As the teams' tables show it: two decimals, half up. */
class TeamRateDto {
  @IntField({ example: 144 }) numerator: number;
  @IntField({ nullable: true, example: 150 }) denominator: number | null;
  @PercentField({ nullable: true, description: 'Exact to 4 decimals; null without a target' })
  percent: number | null;
  @TextField({ max: 30, nullable: true, example: '96.00' }) display: string | null;
}

class TeamFigureDto {
  @EnumField(METRIC, TEAM_METRICS) metric: string;
  @IntField({ min: 1, nullable: true, example: 150 }) target: number | null;
  @IntField({ example: 144 }) actual: number;
  @ObjectField(() => TeamRateDto) rate: TeamRateDto;
  @BooleanField({ description: 'There is a target, and it is not reached' }) isBelowTarget: boolean;
}

export class TeamFiguresDto {
  @IdField() teamId: string;
  @TextField(NAME) teamName: string;
  @TextField({ max: 100, example: '강동구' }) areaName: string;
  @YearField() year: number;
  @ListField(() => TeamFigureDto, { maxItems: TEAM_METRICS.length }) metrics: TeamFigureDto[];
}

export class TeamFiguresListDto {
  @ListField(() => TeamFiguresDto, { maxItems: 200 }) items: TeamFiguresDto[];
}
