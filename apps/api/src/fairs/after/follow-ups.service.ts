import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  BeginFairMatchDto,
  CloseFollowUpDto,
  FollowUpDto,
  FollowUpPageDto,
  ListFollowUpsQuery,
} from '../dto/fair-report.dto';

@Injectable()
export class FollowUpsService {
  async list(actor: Actor, query: ListFollowUpsQuery): Promise<FollowUpPageDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(query) });
  }

  async beginMatch(
    actor: Actor,
    fairId: string,
    bookingId: string,
    body: BeginFairMatchDto,
  ): Promise<FollowUpDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(body),
    });
  }

  async close(actor: Actor, fairId: string, bookingId: string, body: CloseFollowUpDto): Promise<FollowUpDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(bookingId) + String(body),
    });
  }
}
