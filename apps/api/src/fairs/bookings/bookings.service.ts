import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { BookingDto, BookingPageDto, CreateBookingDto, ListBookingsQuery } from '../dto/booking.dto';

@Injectable()
export class BookingsService {
  async list(actor: Actor, fairId: string, query: ListBookingsQuery): Promise<BookingPageDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(query) });
  }

  async create(actor: Actor, fairId: string, body: CreateBookingDto): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async get(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }
}
