import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { refuse } from '../common/refused';
import type { PublicFairDetailDto, PublicFairListDto } from './dto/fair.dto';

@Injectable()
export class PublicFairsService {
  async list(actor: Actor): Promise<PublicFairListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) });
  }

  async get(actor: Actor, fairId: string): Promise<PublicFairDetailDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }
}
