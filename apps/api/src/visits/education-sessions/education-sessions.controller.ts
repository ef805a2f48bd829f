import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  CancelEducationSessionDto,
  ChangeEducationSessionDto,
  CreateEducationSessionDto,
  EducationSessionDto,
  EducationSessionPageDto,
  EducationSessionSummaryDto,
  EducationYearQuery,
  HoldEducationSessionDto,
  ListEducationSessionsQuery,
} from './dto/education-session.dto';
import { EducationSessionsService } from './education-sessions.service';

@ApiTags('education-sessions')
@Controller('education-sessions')
export class EducationSessionsController {
  constructor(private readonly sessions: EducationSessionsService) {}

  @Get()
  @Operation({
    id: 'listEducationSessions',
    summary: 'Education sessions, the latest day first',
    requires: 'support-work:read',
    answers: EducationSessionPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListEducationSessionsQuery,
  ): Promise<EducationSessionPageDto> {
    return this.sessions.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'getEducationSessionSummary',
    summary: 'Sessions held in a year, and their attendees',
    requires: 'support-work:read',
    answers: EducationSessionSummaryDto,
  })
  summary(
    @CurrentActor() actor: Actor,
    @Query() query: EducationYearQuery,
  ): Promise<EducationSessionSummaryDto> {
    return this.sessions.summary(actor, query.year);
  }

  @Get(':id')
  @Operation({
    id: 'getEducationSession',
    summary: 'One education session',
    requires: 'support-work:read',
    answers: EducationSessionDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<EducationSessionDto> {
    return this.sessions.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createEducationSession',
    summary: 'Plan a session, or write down one that was held',
    requires: 'support-work:write',
    answers: EducationSessionDto,
    status: 201,
    idempotent: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.sessions.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeEducationSession',
    summary: 'Correct a session',
    requires: 'support-work:write',
    answers: EducationSessionDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.sessions.change(actor, id, version, body);
  }

  @Post(':id/held')
  @Operation({
    id: 'holdEducationSession',
    summary: 'Say that it was held, with how many attendees',
    requires: 'support-work:write',
    answers: EducationSessionDto,
    etag: true,
    ifMatch: true,
  })
  hold(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: HoldEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.sessions.hold(actor, id, version, body);
  }

  @Post(':id/cancel')
  @Operation({
    id: 'cancelEducationSession',
    summary: 'Cancel it, or take back that it was held; with a reason',
    requires: 'support-work:write',
    answers: EducationSessionDto,
    etag: true,
    ifMatch: true,
  })
  cancel(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CancelEducationSessionDto,
  ): Promise<EducationSessionDto> {
    return this.sessions.cancel(actor, id, version, body.reason);
  }
}
