import { MEETING_INTERESTS, MEETING_NEXT_STEPS } from '@ieum/domain';
import {
  DayField,
  EnumField,
  IdField,
  InstantField,
  IntField,
  KrwField,
  ListField,
  PersonNameField,
  TextField,
} from '../../common/fields';
import { BookingDto } from './booking.dto';

const NOTE = { max: 1000, example: '현수막 100장 견적을 다음 주까지 받기로 함' } as const;
const CHOICE = { optional: true, nullable: true } as const;
const CODE = { max: 20, example: 'K7M4QX', description: 'On the paper or the phone; either case' } as const;

export class CheckInDto {
  @TextField(CODE) code: string;
  @DayField({
    optional: true,
    description:
      'Of the fair, not ahead; default: today. For what was said without a connection, by organiser or desk',
  })
  day?: string;
}

export class CheckedInDto {
  @IdField() exhibitorId: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 20, nullable: true, example: 'A-12' }) booth: string | null;
  @DayField() day: string;
  @InstantField({ description: 'The first time that it was said' }) checkedInAt: string;
  @ListField(() => BookingDto, { maxItems: 300, description: 'Its meetings of the day' })
  bookings: BookingDto[];
}

export class WalkInDto {
  @IdField() deskId: string;
  @IdField({ description: 'Confirmed for the fair' }) exhibitorId: string;
  @IdField({ optional: true, description: 'Default: the slot that runs now' }) slotId?: string;
}

export class MeetingResultDto {
  @IdField() bookingId: string;
  @EnumField('MeetingInterest', MEETING_INTERESTS) interest: string;
  @EnumField('MeetingNextStep', MEETING_NEXT_STEPS) nextStep: string;
  @KrwField({ min: 1, nullable: true }) expectedValueKrw: number | null;
  @TextField({ ...NOTE, nullable: true }) note: string | null;
  @InstantField() recordedAt: string;
  @IdField() recordedById: string;
  @PersonNameField({ of: 'recordedById', nullable: true }) recordedByName: string | null;
  @IntField({ min: 1, example: 1 }) version: number;
}

/** Two taps: interest and next step. A confirmed meeting has taken place when its result is there. */
export class PutMeetingResultDto {
  @EnumField('MeetingInterest', MEETING_INTERESTS) interest: string;
  @EnumField('MeetingNextStep', MEETING_NEXT_STEPS) nextStep: string;
  @KrwField({ min: 1, ...CHOICE }) expectedValueKrw?: number | null;
  @TextField({ ...NOTE, ...CHOICE }) note?: string | null;
}
