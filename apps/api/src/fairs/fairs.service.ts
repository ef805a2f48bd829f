import { Injectable } from '@nestjs/common';
import type { Actor } from '../common/actor';
import { refuse } from '../common/refused';
import type {
  ChangeFairDto,
  CreateFairDto,
  FairDetailDto,
  FairPageDto,
  LaySlotsDto,
  ListFairsQuery,
  MoveFairDto,
} from './dto/fair.dto';

@Injectable()
export class FairsService {
  async list(actor: Actor, query: ListFairsQuery): Promise<FairPageDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(query) });
  }

  async create(actor: Actor, body: CreateFairDto): Promise<FairDetailDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(body) });
  }

  async get(actor: Actor, fairId: string): Promise<FairDetailDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }

  async change(actor: Actor, fairId: string, version: number, body: ChangeFairDto): Promise<FairDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(version) + String(body),
    });
  }

  async move(actor: Actor, fairId: string, version: number, body: MoveFairDto): Promise<FairDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(version) + String(body),
    });
  }

  async laySlots(actor: Actor, fairId: string, version: number, body: LaySlotsDto): Promise<FairDetailDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(version) + String(body),
    });
  }
}
