import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { FairTimetableDto, TimetableQuery } from '../dto/booking.dto';

@Injectable()
export class FairTimetablesService {
  async get(actor: Actor, fairId: string, query: TimetableQuery): Promise<FairTimetableDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(query) });
  }
}
