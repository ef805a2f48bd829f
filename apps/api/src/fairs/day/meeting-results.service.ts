import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { MeetingResultDto, PutMeetingResultDto } from '../dto/fair-day.dto';

@Injectable()
export class MeetingResultsService {
  async get(actor: Actor, fairId: string, bookingId: string): Promise<MeetingResultDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(bookingId) });
  }

  async put(
    actor: Actor,
    fairId: string,
    bookingId: string,
    body: PutMeetingResultDto,
  ): Promise<MeetingResultDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(body),
    });
  }
}
