import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import { BookingDto } from '../dto/booking.dto';
import { CheckInDto, CheckedInDto, WalkInDto } from '../dto/fair-day.dto';
import { CheckInsService } from './check-ins.service';
import { FairMeetingsService } from './fair-meetings.service';

@ApiTags('fairs')
@Controller('fairs/:id')
export class FairDayController {
  constructor(
    private readonly checkIns: CheckInsService,
    private readonly meetings: FairMeetingsService,
  ) {}

  @Post('check-ins')
  @Operation({
    id: 'checkInAtFair',
    summary: 'Say that an exhibitor has come, by its code',
    requires: 'fair:read',
    answers: CheckedInDto,
    idempotent: true,
  })
  checkIn(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: CheckInDto,
  ): Promise<CheckedInDto> {
    return this.checkIns.checkIn(actor, fairId, body);
  }

  @Post('walk-ins')
  @Operation({
    id: 'createWalkIn',
    summary: 'Book a meeting that begins now',
    requires: 'fair-desk:run',
    answers: BookingDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  walkIn(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: WalkInDto,
  ): Promise<BookingDto> {
    return this.meetings.walkIn(actor, fairId, body);
  }

  @Post('bookings/:bookingId/attend')
  @Operation({
    id: 'attendBooking',
    summary: 'Say that the meeting takes place',
    requires: 'fair-desk:run',
    answers: BookingDto,
    idempotent: true,
    etag: true,
  })
  attend(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<BookingDto> {
    return this.meetings.attend(actor, fairId, bookingId);
  }

  @Post('bookings/:bookingId/no-show')
  @Operation({
    id: 'markNoShow',
    summary: 'Say that the exhibitor did not come; the place is free',
    requires: 'fair-desk:run',
    answers: BookingDto,
    idempotent: true,
    etag: true,
  })
  noShow(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<BookingDto> {
    return this.meetings.noShow(actor, fairId, bookingId);
  }
}
