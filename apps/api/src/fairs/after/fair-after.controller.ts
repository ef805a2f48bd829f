import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  BeginFairMatchDto,
  CloseFollowUpDto,
  FairFeedbackDto,
  FairReportDto,
  FollowUpDto,
  GiveFeedbackDto,
} from '../dto/fair-report.dto';
import { FairReportService } from './fair-report.service';
import { FollowUpsService } from './follow-ups.service';
import { FairFeedbackService } from './fair-feedback.service';

@ApiTags('fairs')
@Controller('fairs/:id')
export class FairAfterController {
  constructor(
    private readonly reports: FairReportService,
    private readonly followUps: FollowUpsService,
    private readonly feedback: FairFeedbackService,
  ) {}

  @Get('report')
  @Operation({
    id: 'getFairReport',
    summary: 'The fair in figures',
    requires: 'fair-desk:run',
    answers: FairReportDto,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<FairReportDto> {
    return this.reports.get(actor, fairId);
  }

  @Post('bookings/:bookingId/match')
  @Operation({
    id: 'beginFairMatch',
    summary: 'Begin a match from a meeting',
    requires: 'match:write',
    answers: FollowUpDto,
    status: 201,
    idempotent: true,
  })
  beginMatch(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @Body() body: BeginFairMatchDto,
  ): Promise<FollowUpDto> {
    return this.followUps.beginMatch(actor, fairId, bookingId, body);
  }

  @Post('bookings/:bookingId/close-follow-up')
  @Operation({
    id: 'closeFairFollowUp',
    summary: 'Say that nothing will come of a meeting, and why',
    requires: 'fair-desk:run',
    answers: FollowUpDto,
  })
  close(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @Body() body: CloseFollowUpDto,
  ): Promise<FollowUpDto> {
    return this.followUps.close(actor, fairId, bookingId, body);
  }

  @Put('feedback/desks/:deskId')
  @Operation({
    id: 'giveDeskFeedback',
    summary: 'How a desk found the fair',
    requires: 'fair-desk:run',
    answers: FairFeedbackDto,
  })
  giveOfDesk(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('deskId') deskId: string,
    @Body() body: GiveFeedbackDto,
  ): Promise<FairFeedbackDto> {
    return this.feedback.giveOfDesk(actor, fairId, deskId, body);
  }

  @Put('feedback/exhibitors/:exhibitorId')
  @Operation({
    id: 'giveExhibitorFeedback',
    summary: 'How an exhibitor found the fair',
    requires: 'fair:exhibit',
    answers: FairFeedbackDto,
  })
  giveOfExhibitor(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
    @Body() body: GiveFeedbackDto,
  ): Promise<FairFeedbackDto> {
    return this.feedback.giveOfExhibitor(actor, fairId, exhibitorId, body);
  }
}
