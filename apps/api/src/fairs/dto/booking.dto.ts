import {
  BOOKING_ORIGINS,
  BOOKING_STATES,
  FAIR_STANDS,
  MAX_FAIR_DESKS,
  MAX_FAIR_SLOTS,
  WAITING_STATES,
} from '@ieum/domain';
import {
  BooleanField,
  EnumField,
  EnumListQuery,
  IdField,
  InstantField,
  IntField,
  ListField,
  TextField,
} from '../../common/fields';
import { PageQuery } from '../../common/paging';
import { FairSlotDto } from './fair.dto';

const REASON = { max: 500, example: '납품 일정으로 참석하지 못합니다.' } as const;
const SEAT = { min: 1, max: 20, example: 1 } as const;

export class BookingDto {
  @IdField() id: string;
  @IdField() fairId: string;
  @IdField() deskId: string;
  @TextField({ max: 210, example: '강북구청 일자리지원과' }) deskName: string;
  @IntField(SEAT) seat: number;
  @IdField() exhibitorId: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @TextField({ max: 20, nullable: true, example: 'A-12' }) booth: string | null;
  @IdField() slotId: string;
  @InstantField() startsAt: string;
  @InstantField() endsAt: string;
  @EnumField('BookingState', BOOKING_STATES) state: string;
  @EnumField('BookingOrigin', BOOKING_ORIGINS) origin: string;
  @EnumField('FairStand', FAIR_STANDS, { description: 'Who asked; the other side answers' }) askedBy: string;
  @InstantField({ nullable: true, description: 'A proposal keeps its place until then' })
  heldUntil: string | null;
  @BooleanField({ description: 'The schedule leaves it where it is' }) isLocked: boolean;
  @TextField({ ...REASON, nullable: true }) cancelReason: string | null;
  @EnumField('FairStand', FAIR_STANDS, {
    nullable: true,
    description: 'Who cancelled it and may take that back; null: nobody, it lapsed',
  })
  cancelledBy: string | null;
  @BooleanField({ description: 'The enterprise has come today' }) isCheckedIn: boolean;
  @BooleanField({ description: 'A result is recorded' }) hasResult: boolean;
  @IntField({ min: 1, example: 1 }) version: number;
}

export class BookingPageDto {
  @ListField(() => BookingDto, { maxItems: 200, description: 'In order of time, then of entry' })
  items: BookingDto[];
  @TextField({ max: 400, nullable: true, example: 'WyLqsJ' }) nextCursor: string | null;
}

export class ListBookingsQuery extends PageQuery {
  @IdField({ optional: true }) deskId?: string;
  @IdField({ optional: true }) exhibitorId?: string;
  @EnumListQuery('BookingState', BOOKING_STATES, { optional: true }) state?: string[];
}

export class CreateBookingDto {
  @IdField() deskId: string;
  @IdField() exhibitorId: string;
  @IdField() slotId: string;
}

export class MoveBookingDto {
  @IdField() slotId: string;
  @IdField({ optional: true, description: 'Another desk; only by the organiser' }) deskId?: string;
}

export class CancelBookingDto {
  @TextField(REASON) reason: string;
}

export class LockBookingDto {
  @BooleanField() isLocked: boolean;
}

/** How full one desk is in one slot; who sits there is not told to everybody. */
class TakenPlaceDto {
  @IdField() deskId: string;
  @IdField() slotId: string;
  @IntField({ example: 1 }) taken: number;
  @IntField({ example: 2, description: 'Enterprises that wait for it' }) waiting: number;
}

class TimetableDeskDto {
  @IdField() id: string;
  @TextField({ max: 210, example: '강북구청 일자리지원과' }) name: string;
  @TextField({ max: 500, nullable: true, example: '인쇄물, 현수막' }) looksFor: string | null;
  @IntField(SEAT) seats: number;
  @ListField(() => SlotRefDto, { maxItems: MAX_FAIR_SLOTS }) absent: SlotRefDto[];
}

class SlotRefDto {
  @IdField() slotId: string;
}

/** The grid: desks by slots, with the bookings that the reader may see and how full the others are. */
export class FairTimetableDto {
  @ListField(() => FairSlotDto, { maxItems: MAX_FAIR_SLOTS }) slots: FairSlotDto[];
  @ListField(() => TimetableDeskDto, { maxItems: MAX_FAIR_DESKS }) desks: TimetableDeskDto[];
  @ListField(() => BookingDto, { maxItems: 20_000, description: 'Those that hold a place, and no-shows' })
  bookings: BookingDto[];
  @ListField(() => TakenPlaceDto, { maxItems: 20_000, description: 'Places with somebody in or waiting' })
  taken: TakenPlaceDto[];
  @InstantField({ description: 'The time of the server, for "now" in the grid' }) now: string;
}

export class TimetableQuery {
  @IdField({ optional: true, description: 'Only this desk' }) deskId?: string;
  @IdField({ optional: true, description: 'Only this exhibitor' }) exhibitorId?: string;
}

export class WaitingEntryDto {
  @IdField() id: string;
  @IdField() fairId: string;
  @IdField() deskId: string;
  @TextField({ max: 210, example: '강북구청 일자리지원과' }) deskName: string;
  @IdField() exhibitorId: string;
  @IdField() supplierId: string;
  @TextField({ max: 100, example: '노란들판' }) supplierName: string;
  @IdField({ nullable: true, description: 'null: any slot of the desk' }) slotId: string | null;
  @EnumField('WaitingState', WAITING_STATES) state: string;
  @IntField({ nullable: true, example: 1, description: 'Place in the queue while it waits' })
  place: number | null;
  @IdField({ nullable: true, description: 'The proposal that keeps the offered place' })
  bookingId: string | null;
  @InstantField({ nullable: true }) offeredUntil: string | null;
}

export class WaitingListDto {
  @ListField(() => WaitingEntryDto, { maxItems: 5000, description: 'In the order in which they came' })
  items: WaitingEntryDto[];
}

export class ListWaitingQuery {
  @IdField({ optional: true }) deskId?: string;
  @IdField({ optional: true }) exhibitorId?: string;
  @EnumListQuery('WaitingState', WAITING_STATES, { optional: true }) state?: string[];
}

export class JoinWaitingListDto {
  @IdField() deskId: string;
  @IdField() exhibitorId: string;
  @IdField({ optional: true, nullable: true, description: 'null: any slot of the desk' }) slotId?:
    string | null;
}
