import {
  FAIR_OFFICIAL_FIGURES,
  FAIR_STATES,
  FOLLOW_UP_STATES,
  MATCH_STAGES,
  MEETING_INTERESTS,
  MEETING_NEXT_STEPS,
} from '@ieum/domain';
import {
  DayField,
  DetailsField,
  EnumField,
  EnumListQuery,
  IdField,
  IntField,
  KrwField,
  ListField,
  ObjectField,
  PercentField,
  TextField,
  YearField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { FAIR_NAME } from './fair.dto';

const REASON = { max: 500, example: '예산이 없어 진행하지 않기로 함' } as const;

/** A figure as the rows count it, and as a report states it; both where both are known. */
class FairFigureDto {
  @IntField({
    description: 'What holds: counted where the fair was run here, otherwise as recorded',
    example: 10,
  })
  value: number;
  @IntField({ nullable: true, example: 10, description: 'From the rows; null: the fair was not run here' })
  counted: number | null;
  @IntField({ nullable: true, example: 10, description: 'As a report states it' }) recorded: number | null;
}

class FairContractTotalsDto {
  @IntField({ example: 4 }) contracts: number;
  @IntField({ example: 3, description: 'Different enterprises' }) suppliers: number;
  @KrwField({ example: 20_805_000 }) amountKrw: number;
}

export class FairReportDto {
  @IdField() fairId: string;
  @TextField(FAIR_NAME) name: string;
  @ObjectField(() => FairFigureDto, { description: 'That came, or were recorded' })
  enterprises: FairFigureDto;
  @ObjectField(() => FairFigureDto) desks: FairFigureDto;
  @ObjectField(() => FairFigureDto, { description: 'Attended and walk-in meetings' })
  consultations: FairFigureDto;
  @IntField({ nullable: true, example: 50 }) visitors: number | null;
  @IntField({ example: 2 }) noShows: number;
  @IntField({ example: 3 }) walkIns: number;
  @IntField({ example: 12, description: 'Meetings with a result' }) results: number;
  @IntField({ example: 5, description: 'Results whose outcome is not known yet' }) openFollowUps: number;
  @KrwField({ description: 'Expected of the meetings' }) expectedValueKrw: number;
  @IntField({ example: 4, description: 'Matches that began here' }) matches: number;
  @ObjectField(() => FairContractTotalsDto) contracts: FairContractTotalsDto;
  @IntField({ example: 20, description: 'Answers' }) feedbackCount: number;
  @PercentField({ nullable: true, description: 'Mean score of 1 to 5' }) satisfaction: number | null;
  @PercentField({ nullable: true, description: 'Of the desks alone' }) deskSatisfaction: number | null;
  @PercentField({ nullable: true, description: 'Of the exhibitors alone' }) exhibitorSatisfaction:
    number | null;
}

class RankedFairDto {
  @IdField() fairId: string;
  @TextField(FAIR_NAME) name: string;
  @TextField({ max: 100, example: '성북구청' }) hostName: string;
  @EnumField('FairState', FAIR_STATES) state: string;
  @DayField() firstDay: string;
  @IntField({
    nullable: true,
    example: 1,
    description: 'By consultations; equal ones share it; null: none yet',
  })
  rank: number | null;
  @IntField({ example: 13 }) enterprises: number;
  @IntField({ example: 10 }) desks: number;
  @IntField({ example: 10 }) consultations: number;
  @IntField({ nullable: true, example: 50 }) visitors: number | null;
}

class FairTotalsDto {
  @IntField({ example: 10 }) fairs: number;
  @IntField({ example: 120 }) enterprises: number;
  @IntField({ example: 100 }) desks: number;
  @IntField({ example: 100 }) consultations: number;
  @IntField({ example: 500 }) visitors: number;
}

class OfficialFigureDto {
  @EnumField('FairOfficialFigure', FAIR_OFFICIAL_FIGURES) figure: string;
  @KrwField({ example: 4, description: 'As the report states it' }) stated: number;
  @KrwField({ example: 3, description: 'As the rows count it' }) counted: number;
  @DetailsField({ description: 'difference: stated minus counted' }) difference: { value: number };
  @TextField({ max: 200, example: '2017년 공공구매 지원단 결과보고' }) source: string;
}

/** A year of fairs: ranked by consultations, totals, and the contracts that came of them. */
export class FairSummaryDto {
  @YearField() year: number;
  @ListField(() => RankedFairDto, { maxItems: 1000 }) fairs: RankedFairDto[];
  @ObjectField(() => FairTotalsDto) totals: FairTotalsDto;
  @ObjectField(() => FairContractTotalsDto, {
    nullable: true,
    description: 'null: no right to see contracts',
  })
  contracts: FairContractTotalsDto | null;
  @ListField(() => OfficialFigureDto, { maxItems: 3 }) official: OfficialFigureDto[];
}

export class FairSummaryQuery {
  @YearQuery() year: number;
}

export class OfficialFigureParams {
  @YearQuery() year: number;
  @EnumField('FairOfficialFigure', FAIR_OFFICIAL_FIGURES) figure: string;
}

export class PutOfficialFigureDto {
  @KrwField({ example: 4 }) value: number;
  @TextField({ max: 200, example: '2017년 공공구매 지원단 결과보고' }) source: string;
}

/** A meeting of which somebody still has to say what came of it. */
export class FollowUpDto {
  @IdField() bookingId: string;
  @IdField() fairId: string;
  @TextField(FAIR_NAME) fairName: string;
  @DayField() day: string;
  @IdField() institutionId: string;
  @TextField({ max: 210, example: '강북구청 일자리지원과' }) deskName: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @EnumField('MeetingInterest', MEETING_INTERESTS) interest: string;
  @EnumField('MeetingNextStep', MEETING_NEXT_STEPS) nextStep: string;
  @KrwField({ min: 1, nullable: true }) expectedValueKrw: number | null;
  @TextField({ max: 1000, nullable: true, example: '현수막 100장 견적' }) note: string | null;
  @EnumField('FollowUpState', FOLLOW_UP_STATES) state: string;
  @IdField({ nullable: true }) matchId: string | null;
  @EnumField('MatchStage', MATCH_STAGES, { nullable: true }) matchStage: string | null;
  @TextField({ ...REASON, nullable: true }) closeReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class FollowUpPageDto {
  @ListField(() => FollowUpDto, { maxItems: 200 }) items: FollowUpDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListFollowUpsQuery extends PageQuery {
  @IdField({ optional: true }) fairId?: string;
  @EnumListQuery('FollowUpState', FOLLOW_UP_STATES, { optional: true }) state?: string[];
}

export class CloseFollowUpDto {
  @TextField(REASON) reason: string;
}

export class BeginFairMatchDto {
  @TextField({
    max: 200,
    example: '현수막 제작',
    optional: true,
    description: 'What is wanted; of a new match',
  })
  title?: string;
  @KrwField({ min: 1, optional: true, nullable: true, description: 'Default: what the meeting expects' })
  estimatedValueKrw?: number | null;
  @IdField({ optional: true, description: 'A match of the institution that there is already' })
  matchId?: string;
}

export class GiveFeedbackDto {
  @IntField({ min: 1, max: 5, example: 4, description: '5 is best' }) score: number;
  @TextField({ max: 1000, example: '상담 시간이 충분했습니다.', optional: true, nullable: true }) comment?:
    string | null;
}

export class FairFeedbackDto {
  @IntField({ min: 1, max: 5, example: 4 }) score: number;
  @TextField({ max: 1000, nullable: true, example: '상담 시간이 충분했습니다.' }) comment: string | null;
}
