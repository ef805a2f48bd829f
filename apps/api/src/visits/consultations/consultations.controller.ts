import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { ConsultationsService } from './consultations.service';
import {
  ChangeConsultationDto,
  ConsultationDto,
  ConsultationPageDto,
  ConsultationSummaryDto,
  ConsultationYearQuery,
  CreateConsultationDto,
  ListConsultationsQuery,
  VoidConsultationDto,
} from './dto/consultation.dto';

@ApiTags('consultations')
@Controller('consultations')
export class ConsultationsController {
  constructor(private readonly consultations: ConsultationsService) {}

  @Get()
  @Operation({
    id: 'listConsultations',
    summary: 'Consultations of the helpline, the latest day first',
    requires: 'support-work:read',
    answers: ConsultationPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListConsultationsQuery): Promise<ConsultationPageDto> {
    return this.consultations.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'getConsultationSummary',
    summary: 'How many in a year, by who called',
    requires: 'support-work:read',
    answers: ConsultationSummaryDto,
  })
  summary(
    @CurrentActor() actor: Actor,
    @Query() query: ConsultationYearQuery,
  ): Promise<ConsultationSummaryDto> {
    return this.consultations.summary(actor, query.year);
  }

  @Get(':id')
  @Operation({
    id: 'getConsultation',
    summary: 'One consultation',
    requires: 'support-work:read',
    answers: ConsultationDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ConsultationDto> {
    return this.consultations.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createConsultation',
    summary: 'Write down a consultation, with the needs that it left',
    requires: 'support-work:write',
    answers: ConsultationDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateConsultationDto): Promise<ConsultationDto> {
    return this.consultations.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeConsultation',
    summary: 'Correct an own consultation',
    requires: 'support-work:write',
    answers: ConsultationDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeConsultationDto,
  ): Promise<ConsultationDto> {
    return this.consultations.change(actor, id, version, body);
  }

  @Post(':id/void')
  @Operation({
    id: 'voidConsultation',
    summary: 'Take an own consultation back: it stays and does not count',
    requires: 'support-work:write',
    answers: ConsultationDto,
    etag: true,
    ifMatch: true,
  })
  takeBack(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: VoidConsultationDto,
  ): Promise<ConsultationDto> {
    return this.consultations.takeBack(actor, id, version, body.reason);
  }
}
