import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  AppliedScheduleDto,
  ComputeScheduleDto,
  FairScheduleDto,
  FairScheduleListDto,
  FairSchedulePreviewDto,
  StartedScheduleDto,
} from '../dto/schedule.dto';
import { FairSchedulesService } from './fair-schedules.service';
import { ScheduleApplicationService } from './schedule-application.service';

@ApiTags('fairs')
@Controller('fairs/:id/schedules')
export class FairSchedulesController {
  constructor(
    private readonly schedules: FairSchedulesService,
    private readonly applications: ScheduleApplicationService,
  ) {}

  @Get()
  @Operation({
    id: 'listFairSchedules',
    summary: 'Computed schedules, the latest first',
    requires: 'fair:manage',
    answers: FairScheduleListDto,
  })
  list(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<FairScheduleListDto> {
    return this.schedules.list(actor, fairId);
  }

  @Post()
  @Operation({
    id: 'computeFairSchedule',
    summary: 'Compute a schedule in a job; nothing is booked',
    requires: 'fair:manage',
    answers: StartedScheduleDto,
    status: 202,
    idempotent: true,
  })
  compute(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: ComputeScheduleDto,
  ): Promise<StartedScheduleDto> {
    return this.schedules.compute(actor, fairId, body);
  }

  @Get(':scheduleId')
  @Operation({
    id: 'getFairSchedule',
    summary: 'What a schedule is worth and what it would change',
    requires: 'fair:manage',
    answers: FairSchedulePreviewDto,
  })
  preview(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('scheduleId') scheduleId: string,
  ): Promise<FairSchedulePreviewDto> {
    return this.schedules.preview(actor, fairId, scheduleId);
  }

  @Post(':scheduleId/apply')
  @Operation({
    id: 'applyFairSchedule',
    summary: 'Book what the schedule says',
    requires: 'fair:manage',
    answers: AppliedScheduleDto,
    idempotent: true,
  })
  apply(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('scheduleId') scheduleId: string,
  ): Promise<AppliedScheduleDto> {
    return this.applications.apply(actor, fairId, scheduleId);
  }

  @Post(':scheduleId/discard')
  @Operation({
    id: 'discardFairSchedule',
    summary: 'Say that it will not be used',
    requires: 'fair:manage',
    answers: FairScheduleDto,
  })
  discard(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('scheduleId') scheduleId: string,
  ): Promise<FairScheduleDto> {
    return this.schedules.discard(actor, fairId, scheduleId);
  }
}
