import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  ApplyToFairDto,
  ChangeFairExhibitorDto,
  DecideFairExhibitorDto,
  FairExhibitorDetailDto,
  FairExhibitorListDto,
  ListFairExhibitorsQuery,
  WithdrawFairPartyDto,
} from '../dto/party.dto';

@Injectable()
export class FairExhibitorsService {
  async list(actor: Actor, fairId: string, query: ListFairExhibitorsQuery): Promise<FairExhibitorListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(query) });
  }

  async apply(actor: Actor, fairId: string, body: ApplyToFairDto): Promise<FairExhibitorDetailDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async get(actor: Actor, fairId: string, exhibitorId: string): Promise<FairExhibitorDetailDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) });
  }

  async change(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    body: ChangeFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) + String(version) + String(body),
    });
  }

  async decide(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    body: DecideFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) + String(version) + String(body),
    });
  }

  async withdraw(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    version: number,
    body: WithdrawFairPartyDto,
  ): Promise<FairExhibitorDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) + String(version) + String(body),
    });
  }
}
