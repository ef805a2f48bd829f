import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { refuse } from '../../common/refused';
import type {
  AppliedScheduleDto,
  ComputeScheduleDto,
  FairScheduleDto,
  FairScheduleListDto,
  FairSchedulePreviewDto,
  StartedScheduleDto,
} from '../dto/schedule.dto';

@Injectable()
export class FairSchedulesService {
  async list(actor: Actor, fairId: string): Promise<FairScheduleListDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) });
  }

  async compute(actor: Actor, fairId: string, body: ComputeScheduleDto): Promise<StartedScheduleDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(body) });
  }

  async preview(actor: Actor, fairId: string, scheduleId: string): Promise<FairSchedulePreviewDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(scheduleId) });
  }

  async apply(actor: Actor, fairId: string, scheduleId: string): Promise<AppliedScheduleDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(scheduleId) });
  }

  async discard(actor: Actor, fairId: string, scheduleId: string): Promise<FairScheduleDto> {
    return refuse('SERVICE_BUSY', { waitsFor: String(actor.userId) + String(fairId) + String(scheduleId) });
  }
}
