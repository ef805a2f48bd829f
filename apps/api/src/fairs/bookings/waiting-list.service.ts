import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  BookingDto,
  JoinWaitingListDto,
  ListWaitingQuery,
  WaitingEntryDto,
  WaitingListDto,
} from '../dto/booking.dto';

@Injectable()
export class WaitingListService {
  async list(actor: Actor, fairId: string, query: ListWaitingQuery): Promise<WaitingListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(query) });
  }

  async join(actor: Actor, fairId: string, body: JoinWaitingListDto): Promise<WaitingEntryDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async accept(actor: Actor, fairId: string, waitingId: string): Promise<BookingDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(waitingId) });
  }

  async decline(actor: Actor, fairId: string, waitingId: string): Promise<WaitingEntryDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(waitingId) });
  }

  async withdraw(actor: Actor, fairId: string, waitingId: string): Promise<WaitingEntryDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(waitingId) });
  }
}
