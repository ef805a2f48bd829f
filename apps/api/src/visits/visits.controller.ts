import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import {
  CancelVisitDto,
  ChangeVisitDto,
  CreateVisitDto,
  FinishVisitDto,
  FollowUpVisitDto,
  ListVisitsQuery,
  VisitDto,
  VisitPageDto,
} from './dto/visit.dto';
import { VisitSummaryDto, VisitSummaryQuery } from './dto/visit-summary.dto';
import { VisitSummaryService } from './visit-summary.service';
import { VisitsService } from './visits.service';

@ApiTags('visits')
@Controller('visits')
export class VisitsController {
  constructor(
    private readonly visits: VisitsService,
    private readonly summaries: VisitSummaryService,
  ) {}

  @Get()
  @Operation({
    id: 'listVisits',
    summary: 'Visits of the own areas, newest first',
    requires: 'support-work:read',
    answers: VisitPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListVisitsQuery): Promise<VisitPageDto> {
    return this.visits.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'getVisitSummary',
    summary: 'How many visits to how many institutions in a year, by kind and by adviser',
    requires: 'support-work:read',
    answers: VisitSummaryDto,
  })
  summary(@CurrentActor() actor: Actor, @Query() query: VisitSummaryQuery): Promise<VisitSummaryDto> {
    return this.summaries.summary(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getVisit',
    summary: 'One visit',
    requires: 'support-work:read',
    answers: VisitDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VisitDto> {
    return this.visits.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createVisit',
    summary: 'Plan a visit, or log one that took place with what it found',
    requires: 'support-work:write',
    answers: VisitDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateVisitDto): Promise<VisitDto> {
    return this.visits.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeVisit',
    summary: 'Change an own visit; who was visited stays',
    requires: 'support-work:write',
    answers: VisitDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeVisitDto,
  ): Promise<VisitDto> {
    return this.visits.change(actor, id, version, body);
  }

  @Post(':id/done')
  @Operation({
    id: 'finishVisit',
    summary: 'A planned visit took place; what came of it and what was found',
    requires: 'support-work:write',
    answers: VisitDto,
    etag: true,
  })
  finish(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: FinishVisitDto,
  ): Promise<VisitDto> {
    return this.visits.finish(actor, id, body);
  }

  @Post(':id/follow-up')
  @Operation({
    id: 'followUpVisit',
    summary: 'The next step of a visit was taken',
    requires: 'support-work:write',
    answers: VisitDto,
    etag: true,
  })
  followUp(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: FollowUpVisitDto,
  ): Promise<VisitDto> {
    return this.visits.followUp(actor, id, body.note ?? null);
  }

  @Post(':id/cancel')
  @Operation({
    id: 'cancelVisit',
    summary: 'A planned visit does not take place, and why',
    requires: 'support-work:write',
    answers: VisitDto,
    etag: true,
  })
  cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CancelVisitDto,
  ): Promise<VisitDto> {
    return this.visits.cancel(actor, id, body.reason);
  }

  @Post(':id/undo')
  @Operation({
    id: 'undoVisit',
    summary: 'Take the last step back: done becomes planned, followed up becomes done',
    requires: 'support-work:write',
    answers: VisitDto,
    etag: true,
  })
  undo(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VisitDto> {
    return this.visits.undo(actor, id);
  }
}
