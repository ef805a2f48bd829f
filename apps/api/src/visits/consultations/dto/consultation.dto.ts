import { CALLER_KINDS, CONSULTATION_CHANNELS, MAX_NEEDS_FOUND, type CallerKind } from '@ieum/domain';
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
import { NeedFoundDto } from '../../needs/dto/need.dto';

const CHANNEL = 'ConsultationChannel';
const CALLER = 'CallerKind';
const TOPIC = { max: 500, example: '현수막을 수의계약으로 살 수 있는지 문의' } as const;
const ANSWER = { max: 2000, example: '1인 견적이 가능한 금액과 기업 세 곳을 안내했습니다.' } as const;
const REASON = { max: 500, example: '같은 상담을 두 번 적었습니다.' } as const;
const AREA_DESCRIPTION = 'Without an institution: in whose area it lies';

/** What was asked of the helpline. No names of who called: the kind of caller, and the organisation when it is known. */
export class ConsultationDto {
  @IdField() id: string;
  @IdField() areaId: string;
  @TextField({ max: 100, example: '강북구' }) areaName: string;
  @IdField() adviserId: string;
  @PersonNameField({ of: 'adviserId' }) adviserName: string;
  @DayField() consultedOn: string;
  @EnumField(CHANNEL, CONSULTATION_CHANNELS) channel: string;
  @EnumField(CALLER, CALLER_KINDS) callerKind: string;
  @IdField({ nullable: true }) institutionId: string | null;
  @TextField({ max: 100, nullable: true, example: '강북구' }) institutionName: string | null;
  @IdField({ nullable: true }) departmentId: string | null;
  @TextField({ max: 100, nullable: true, example: '일자리지원과', description: 'As it was called then' })
  departmentName: string | null;
  @IdField({ nullable: true }) supplierId: string | null;
  @TextField({ max: 200, nullable: true, example: '노란들판' }) supplierName: string | null;
  @TextField(TOPIC) topic: string;
  @TextField({ ...ANSWER, nullable: true }) answer: string | null;
  @IntField({ example: 1, description: 'Needs that it left' }) needCount: number;
  @TextField({ ...REASON, nullable: true, description: 'Taken back: it stays and does not count' })
  voidedReason: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class ConsultationPageDto {
  @ListField(() => ConsultationDto, { maxItems: 200 }) items: ConsultationDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListConsultationsQuery extends PageQuery {
  @DayField({ optional: true }) from?: string;
  @DayField({ optional: true }) to?: string;
  @IdField({ optional: true }) areaId?: string;
  @IdField({ optional: true }) adviserId?: string;
  @IdField({ optional: true }) institutionId?: string;
  @IdField({ optional: true }) supplierId?: string;
  @EnumListQuery(CALLER, CALLER_KINDS, { optional: true }) callerKind?: string[];
  @EnumListQuery(CHANNEL, CONSULTATION_CHANNELS, { optional: true }) channel?: string[];
  @TextField({ max: 100, optional: true, example: '현수막', description: 'Part of topic, answer or name' })
  q?: string;
}

export class ConsultationYearQuery {
  @YearQuery() year: number;
}

class CallerCountDto {
  @EnumField(CALLER, CALLER_KINDS) callerKind: CallerKind;
  @IntField({ example: 193 }) count: number;
}

/** Those that were taken back are not in it. */
export class ConsultationSummaryDto {
  @YearField() year: number;
  @IntField({ example: 330 }) total: number;
  @ListField(() => CallerCountDto, { maxItems: CALLER_KINDS.length }) callers: CallerCountDto[];
}

export class CreateConsultationDto {
  @DayField() consultedOn: string;
  @EnumField(CHANNEL, CONSULTATION_CHANNELS) channel: string;
  @EnumField(CALLER, CALLER_KINDS) callerKind: CallerKind;
  @IdField({ optional: true, nullable: true }) institutionId?: string | null;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @IdField({ optional: true, nullable: true }) supplierId?: string | null;
  @IdField({ optional: true, nullable: true, description: AREA_DESCRIPTION }) areaId?: string | null;
  @TextField(TOPIC) topic: string;
  @TextField({ ...ANSWER, optional: true, nullable: true }) answer?: string | null;
  @ListField(() => NeedFoundDto, { maxItems: MAX_NEEDS_FOUND, optional: true }) needs?: NeedFoundDto[];
}

/** What is left out stays as it is; another institution comes without a department unless one is named. */
export class ChangeConsultationDto {
  @DayField({ optional: true }) consultedOn?: string;
  @EnumField(CHANNEL, CONSULTATION_CHANNELS, { optional: true }) channel?: string;
  @EnumField(CALLER, CALLER_KINDS, { optional: true }) callerKind?: CallerKind;
  @IdField({ optional: true, nullable: true }) institutionId?: string | null;
  @IdField({ optional: true, nullable: true }) departmentId?: string | null;
  @IdField({ optional: true, nullable: true }) supplierId?: string | null;
  @IdField({ optional: true, nullable: true, description: AREA_DESCRIPTION }) areaId?: string | null;
  @TextField({ ...TOPIC, optional: true }) topic?: string;
  @TextField({ ...ANSWER, optional: true, nullable: true }) answer?: string | null;
}

export class VoidConsultationDto {
  @TextField(REASON) reason: string;
}
