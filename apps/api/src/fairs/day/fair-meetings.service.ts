import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { BookingDto } from '../dto/booking.dto';
import type { WalkInDto } from '../dto/fair-day.dto';

@Injectable()
export class FairMeetingsService {
  async walkIn(actor: Actor, fairId: string, body: WalkInDto): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async attend(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }

  async noShow(actor: Actor, fairId: string, bookingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }
}
