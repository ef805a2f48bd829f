import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { BookingDto, CancelBookingDto, LockBookingDto, MoveBookingDto } from '../dto/booking.dto';

@Injectable()
export class BookingChangesService {
  async accept(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }

  async decline(
    actor: Actor,
    fairId: string,
    bookingId: string,
    body: CancelBookingDto,
  ): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(body),
    });
  }

  async move(
    actor: Actor,
    fairId: string,
    bookingId: string,
    version: number,
    body: MoveBookingDto,
  ): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(version) + String(body),
    });
  }

  async cancel(actor: Actor, fairId: string, bookingId: string, body: CancelBookingDto): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(body),
    });
  }

  async restore(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }

  async lock(
    actor: Actor,
    fairId: string,
    bookingId: string,
    version: number,
    body: LockBookingDto,
  ): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(version) + String(body),
    });
  }
}
