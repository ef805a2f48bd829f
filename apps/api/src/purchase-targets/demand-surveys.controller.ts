import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { DemandSurveysService } from './demand-surveys.service';
import {
  AnswerSurveyDto,
  DemandSurveyDto,
  DemandSurveyListDto,
  ListDemandSurveysQuery,
} from './dto/demand-survey.dto';
import { StepReasonDto } from './dto/step-reason.dto';

@ApiTags('purchase-targets')
@Controller('demand-surveys')
export class DemandSurveysController {
  constructor(private readonly surveys: DemandSurveysService) {}

  @Get()
  @Operation({
    id: 'listDemandSurveys',
    summary: 'Who has answered, and what in all',
    requires: 'survey:read',
    answers: DemandSurveyListDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListDemandSurveysQuery): Promise<DemandSurveyListDto> {
    return this.surveys.list(actor, query.cycleId);
  }

  @Get(':id')
  @Operation({
    id: 'getDemandSurvey',
    summary: "One department's answer",
    requires: 'survey:read',
    answers: DemandSurveyDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<DemandSurveyDto> {
    return this.surveys.get(actor, id);
  }

  @Put(':id')
  @Operation({
    id: 'answerDemandSurvey',
    summary: 'Save an answer',
    requires: 'survey:answer',
    answers: DemandSurveyDto,
    etag: true,
    ifMatch: true,
  })
  answer(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: AnswerSurveyDto,
  ): Promise<DemandSurveyDto> {
    return this.surveys.answer(actor, id, version, body);
  }

  @Post(':id/submit')
  @Operation({
    id: 'submitDemandSurvey',
    summary: 'Hand the answer in',
    requires: 'survey:answer',
    answers: DemandSurveyDto,
    etag: true,
  })
  submit(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<DemandSurveyDto> {
    return this.surveys.submit(actor, id);
  }

  @Post(':id/return')
  @Operation({
    id: 'returnDemandSurvey',
    summary: 'Send an answer back, with a reason',
    requires: 'survey:review',
    answers: DemandSurveyDto,
    etag: true,
  })
  sendBack(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: StepReasonDto,
  ): Promise<DemandSurveyDto> {
    return this.surveys.sendBack(actor, id, body.reason ?? null);
  }

  @Post(':id/accept')
  @Operation({
    id: 'acceptDemandSurvey',
    summary: 'Accept an answer',
    requires: 'survey:review',
    answers: DemandSurveyDto,
    etag: true,
  })
  accept(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<DemandSurveyDto> {
    return this.surveys.accept(actor, id);
  }
}
