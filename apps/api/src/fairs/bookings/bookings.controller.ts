import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  BookingDto,
  BookingPageDto,
  CancelBookingDto,
  CreateBookingDto,
  ListBookingsQuery,
  LockBookingDto,
  MoveBookingDto,
} from '../dto/booking.dto';
import { BookingsService } from './bookings.service';
import { BookingChangesService } from './booking-changes.service';

@ApiTags('fairs')
@Controller('fairs/:id/bookings')
export class BookingsController {
  constructor(
    private readonly bookings: BookingsService,
    private readonly changes: BookingChangesService,
  ) {}

  @Get()
  @Operation({
    id: 'listBookings',
    summary: 'Bookings that one may see, in order of time',
    requires: 'fair:read',
    answers: BookingPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Query() query: ListBookingsQuery,
  ): Promise<BookingPageDto> {
    return this.bookings.list(actor, fairId, query);
  }

  @Post()
  @Operation({
    id: 'createBooking',
    summary: 'Book as the organiser, or ask the other side',
    requires: 'fair:read',
    answers: BookingDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: CreateBookingDto,
  ): Promise<BookingDto> {
    return this.bookings.create(actor, fairId, body);
  }

  @Get(':bookingId')
  @Operation({
    id: 'getBooking',
    summary: 'One booking',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<BookingDto> {
    return this.bookings.get(actor, fairId, bookingId);
  }

  @Post(':bookingId/accept')
  @Operation({
    id: 'acceptBooking',
    summary: 'Accept what the other side asked for',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  accept(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<BookingDto> {
    return this.changes.accept(actor, fairId, bookingId);
  }

  @Post(':bookingId/decline')
  @Operation({
    id: 'declineBooking',
    summary: 'Decline what the other side asked for',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  decline(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @Body() body: CancelBookingDto,
  ): Promise<BookingDto> {
    return this.changes.decline(actor, fairId, bookingId, body);
  }

  @Post(':bookingId/move')
  @Operation({
    id: 'moveBooking',
    summary: 'Move it to another slot',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
    ifMatch: true,
  })
  move(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @IfMatch() version: number,
    @Body() body: MoveBookingDto,
  ): Promise<BookingDto> {
    return this.changes.move(actor, fairId, bookingId, version, body);
  }

  @Post(':bookingId/cancel')
  @Operation({
    id: 'cancelBooking',
    summary: 'Cancel it with the reason; the place goes to who waits',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @Body() body: CancelBookingDto,
  ): Promise<BookingDto> {
    return this.changes.cancel(actor, fairId, bookingId, body);
  }

  @Post(':bookingId/restore')
  @Operation({
    id: 'restoreBooking',
    summary: 'Take a cancellation back while the place is free',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  restore(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<BookingDto> {
    return this.changes.restore(actor, fairId, bookingId);
  }

  @Post(':bookingId/lock')
  @Operation({
    id: 'lockBooking',
    summary: 'Keep it where it is when the schedule is computed anew',
    requires: 'fair:manage',
    answers: BookingDto,
    etag: true,
    ifMatch: true,
  })
  lock(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @IfMatch() version: number,
    @Body() body: LockBookingDto,
  ): Promise<BookingDto> {
    return this.changes.lock(actor, fairId, bookingId, version, body);
  }
}
