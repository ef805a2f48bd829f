import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  AnswerSupplierSurveyDto,
  ListSupplierSurveysQuery,
  OwnSupplierSurveysDto,
  SendSupplierSurveysDto,
  SentSupplierSurveysDto,
  SupplierSurveyDto,
  SupplierSurveyPageDto,
  VisitSupplierSurveyDto,
} from './dto/supplier-survey.dto';
import { SupplierSurveysService } from './supplier-surveys.service';

@ApiTags('supplier-surveys')
@Controller('supplier-surveys')
export class SupplierSurveysController {
  constructor(private readonly surveys: SupplierSurveysService) {}

  @Get()
  @Operation({
    id: 'listSupplierSurveys',
    summary: 'What enterprises were asked and answered, newest first',
    requires: 'support-work:read',
    answers: SupplierSurveyPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListSupplierSurveysQuery,
  ): Promise<SupplierSurveyPageDto> {
    return this.surveys.list(actor, query);
  }

  @Get('own')
  @Operation({
    id: 'listOwnSupplierSurveys',
    summary: 'What the own enterprise was asked, the latest year first',
    requires: 'supplier-survey:answer',
    answers: OwnSupplierSurveysDto,
  })
  own(@CurrentActor() actor: Actor): Promise<OwnSupplierSurveysDto> {
    return this.surveys.own(actor);
  }

  @Post()
  @Operation({
    id: 'sendSupplierSurveys',
    summary: 'Ask several enterprises, each once a year',
    requires: 'support-work:write',
    answers: SentSupplierSurveysDto,
    status: 201,
    idempotent: true,
  })
  send(@CurrentActor() actor: Actor, @Body() body: SendSupplierSurveysDto): Promise<SentSupplierSurveysDto> {
    return this.surveys.send(actor, body);
  }

  @Post(':id/answer')
  @Operation({
    id: 'answerSupplierSurvey',
    summary: 'First round: can the own enterprise sell to public bodies? Once',
    requires: 'supplier-survey:answer',
    answers: SupplierSurveyDto,
    etag: true,
  })
  answer(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AnswerSupplierSurveyDto,
  ): Promise<SupplierSurveyDto> {
    return this.surveys.answer(actor, id, body);
  }

  @Post(':id/visit')
  @Operation({
    id: 'visitSupplierSurvey',
    summary: 'Second round: the visit to an enterprise that can, and what it found',
    requires: 'support-work:write',
    answers: SupplierSurveyDto,
    etag: true,
  })
  visit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: VisitSupplierSurveyDto,
  ): Promise<SupplierSurveyDto> {
    return this.surveys.visit(actor, id, body);
  }
}
