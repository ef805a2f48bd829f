import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { CheckInDto, CheckedInDto } from '../dto/fair-day.dto';

@Injectable()
export class CheckInsService {
  async checkIn(actor: Actor, fairId: string, body: CheckInDto): Promise<CheckedInDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }
}
