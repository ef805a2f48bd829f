import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type { FairFeedbackDto, GiveFeedbackDto } from '../dto/fair-report.dto';

@Injectable()
export class FairFeedbackService {
  async giveOfDesk(
    actor: Actor,
    fairId: string,
    deskId: string,
    body: GiveFeedbackDto,
  ): Promise<FairFeedbackDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(deskId) + String(body),
    });
  }

  async giveOfExhibitor(
    actor: Actor,
    fairId: string,
    exhibitorId: string,
    body: GiveFeedbackDto,
  ): Promise<FairFeedbackDto> {
    return refuse('SERVICE_BUSY', {
      waitsFor: String(actor.userId) + String(fairId) + String(exhibitorId) + String(body),
    });
  }
}
