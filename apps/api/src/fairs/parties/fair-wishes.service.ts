import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { FairWishListDto, PutFairWishesDto } from '../dto/party.dto';

@Injectable()
export class FairWishesService {
  async putOfDesk(
    actor: Actor,
    fairId: string,
    deskId: string,
    body: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(deskId) + String(body),
    });
  }

  async putOfExhibitor(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    body: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) + String(body),
    });
  }

  async list(actor: Actor, fairId: string): Promise<FairWishListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }
}
