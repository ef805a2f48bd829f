import { FAIR_STANDS, FAIR_STATES, MAX_FAIR_DAYS, MAX_FAIR_SLOTS } from '@ieum/domain';
import {
  DayField,
  EnumField,
  EnumListField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  ListField,
  TextField,
  YearQuery,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';

export const FAIR_NAME = { max: 100, example: '서울시 사회적경제 공공구매 박람회' } as const;
const VENUE = { max: 200, example: '성북구청 1층 잔디마당' } as const;
const DESCRIPTION = { max: 2000, example: '공공기관 구매 부서와 사회적경제기업의 일대일 상담' } as const;
const CHOICE = { optional: true, nullable: true } as const;
const TO = {
  max: 5,
  min: 5,
  pattern: /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/,
  example: '12:00',
  description: '24:00 is the end of the day',
} as const;
const TIME = { max: 5, min: 5, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, example: '10:00' } as const;
const SLOT_MINUTES = { min: 5, max: 240, example: 30 } as const;
const HOLD_DAYS = {
  min: 0,
  max: 30,
  example: 1,
  description: 'A requested place is kept until the end of that many Korean days after the request',
} as const;
const OFFER_MINUTES = { min: 5, max: 10_080, example: 120 } as const;
const NO_SHOW_MINUTES = { min: 0, max: 120, example: 10 } as const;

export class FairSlotDto {
  @IdField() id: string;
  @DayField({ description: 'Korean day on which it begins' }) day: string;
  @InstantField() startsAt: string;
  @InstantField() endsAt: string;
}

/** One fair as everybody with an account sees it. */
export class FairDto {
  @IdField() id: string;
  @TextField(FAIR_NAME) name: string;
  @IdField() hostInstitutionId: string;
  @TextField({ max: 100, example: '성북구청' }) hostName: string;
  @TextField({ ...VENUE, nullable: true }) venue: string | null;
  @TextField({ ...DESCRIPTION, nullable: true }) description: string | null;
  @EnumField('FairState', FAIR_STATES) state: string;
  @DayField() firstDay: string;
  @DayField() lastDay: string;
  @DayField({ nullable: true }) applicationsCloseOn: string | null;
  @IntField(SLOT_MINUTES) slotMinutes: number;
  @IntField(HOLD_DAYS) holdDays: number;
  @IntField(OFFER_MINUTES) offerMinutes: number;
  @IntField(NO_SHOW_MINUTES) noShowMinutes: number;
  @IntField({ nullable: true, example: 50 }) visitors: number | null;
  @IntField({ nullable: true, example: 13, description: 'As a report counts it' }) recordedEnterprises:
    number | null;
  @IntField({ nullable: true, example: 10 }) recordedDesks: number | null;
  @IntField({ nullable: true, example: 10 }) recordedConsultations: number | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

/** One fair with its slots, and as what the reader takes part in it. */
export class FairDetailDto extends FairDto {
  @ListField(() => FairSlotDto, { maxItems: MAX_FAIR_SLOTS, description: 'In order of time' })
  slots: FairSlotDto[];
  @EnumListField('FairStand', FAIR_STANDS, { description: 'Empty: a reader' }) stands: string[];
  @IdField({ nullable: true, description: "The reader's own desk" }) ownDeskId: string | null;
  @IdField({ nullable: true, description: "The reader's own application" }) ownExhibitorId: string | null;
}

export class FairPageDto {
  @ListField(() => FairDto, { maxItems: 200 }) items: FairDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListFairsQuery extends PageQuery {
  @YearQuery({ optional: true }) year?: number;
  @EnumListQuery('FairState', FAIR_STATES, { optional: true }) state?: string[];
}

class FairFieldsDto {
  @TextField({ ...VENUE, ...CHOICE }) venue?: string | null;
  @TextField({ ...DESCRIPTION, ...CHOICE }) description?: string | null;
  @DayField(CHOICE) applicationsCloseOn?: string | null;
  @IntField({ ...HOLD_DAYS, optional: true }) holdDays?: number;
  @IntField({ ...OFFER_MINUTES, optional: true }) offerMinutes?: number;
  @IntField({ ...NO_SHOW_MINUTES, optional: true }) noShowMinutes?: number;
}

export class CreateFairDto extends FairFieldsDto {
  @IdField({ optional: true, description: 'Default: the own institution' }) hostInstitutionId?: string;
  @TextField(FAIR_NAME) name: string;
  @DayField() firstDay: string;
  @DayField() lastDay: string;
}

export class ChangeFairDto extends FairFieldsDto {
  @TextField({ ...FAIR_NAME, optional: true }) name?: string;
  @DayField({ optional: true, description: 'Only while nothing is booked' }) firstDay?: string;
  @DayField({ optional: true }) lastDay?: string;
  @IntField({ ...CHOICE, max: 1_000_000, example: 50 }) visitors?: number | null;
  @IntField({ ...CHOICE, max: 100_000, example: 13 }) recordedEnterprises?: number | null;
  @IntField({ ...CHOICE, max: 100_000, example: 10 }) recordedDesks?: number | null;
  @IntField({ ...CHOICE, max: 1_000_000, example: 10 }) recordedConsultations?: number | null;
}

export class MoveFairDto {
  @EnumField('FairState', FAIR_STATES, { description: 'The state it goes to' }) state: string;
}

class FairHoursDto {
  @DayField() day: string;
  @TextField(TIME) from: string;
  @TextField(TO) to: string;
}

/** Consulting hours; a lunch break is two of them on one day. Slots are cut from each, a rest is left over. */
export class LaySlotsDto {
  @IntField(SLOT_MINUTES) slotMinutes: number;
  @IntField({ min: 0, max: 60, example: 0, optional: true, description: 'Between two slots' })
  pauseMinutes?: number;
  @ListField(() => FairHoursDto, { maxItems: MAX_FAIR_DAYS * 4 }) hours: FairHoursDto[];
}

/** What anybody may know of an announced fair. */
export class PublicFairDto {
  @IdField() id: string;
  @TextField(FAIR_NAME) name: string;
  @TextField({ max: 100, example: '성북구청' }) hostName: string;
  @TextField({ ...VENUE, nullable: true }) venue: string | null;
  @TextField({ ...DESCRIPTION, nullable: true }) description: string | null;
  @EnumField('FairState', FAIR_STATES) state: string;
  @DayField() firstDay: string;
  @DayField() lastDay: string;
  @DayField({ nullable: true }) applicationsCloseOn: string | null;
}

class PublicDeskDto {
  @TextField({ max: 100, example: '강북구청' }) institutionName: string;
  @TextField({ max: 100, nullable: true, example: '일자리지원과' }) departmentName: string | null;
  @TextField({ max: 500, nullable: true, example: '인쇄물, 현수막' }) looksFor: string | null;
}

class PublicExhibitorDto {
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 20, nullable: true, example: 'A-12' }) booth: string | null;
  @TextField({ max: 500, nullable: true, example: '현수막, 배너, 인쇄' }) offers: string | null;
}

export class PublicFairDetailDto extends PublicFairDto {
  @ListField(() => PublicDeskDto, { maxItems: 500 }) desks: PublicDeskDto[];
  @ListField(() => PublicExhibitorDto, { maxItems: 2000, description: 'Confirmed ones' })
  exhibitors: PublicExhibitorDto[];
}

export class PublicFairListDto {
  @ListField(() => PublicFairDto, { maxItems: 200, description: 'Announced, the next one first' })
  items: PublicFairDto[];
}
