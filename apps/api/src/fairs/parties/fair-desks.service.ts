import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  ChangeFairDeskDto,
  CreateFairDeskDto,
  FairDeskDto,
  FairDeskListDto,
  WithdrawFairPartyDto,
} from '../dto/party.dto';

@Injectable()
export class FairDesksService {
  async list(actor: Actor, fairId: string): Promise<FairDeskListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }

  async create(actor: Actor, fairId: string, body: CreateFairDeskDto): Promise<FairDeskDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async change(
    actor: Actor,
    fairId: string,
    deskId: string,
    version: number,
    body: ChangeFairDeskDto,
  ): Promise<FairDeskDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(deskId) + String(version) + String(body),
    });
  }

  async withdraw(
    actor: Actor,
    fairId: string,
    deskId: string,
    version: number,
    body: WithdrawFairPartyDto,
  ): Promise<FairDeskDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(deskId) + String(version) + String(body),
    });
  }
}
