import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { AwardRulesService } from './award-rules.service';
import {
  AwardRuleDto,
  AwardRuleListDto,
  CorrectAwardRuleDto,
  CreateAwardRuleDto,
  EndAwardRuleDto,
  ListAwardRulesQuery,
} from './dto/award-rule.dto';

@ApiTags('direct-award')
@Controller('direct-award-rules')
export class AwardRulesController {
  constructor(private readonly rules: AwardRulesService) {}

  @Get()
  @Operation({
    id: 'listDirectAwardRules',
    summary: 'Thresholds of direct awards, past and present; guidance, not law',
    requires: 'supplier:read',
    answers: AwardRuleListDto,
  })
  async list(@CurrentActor() actor: Actor, @Query() query: ListAwardRulesQuery): Promise<AwardRuleListDto> {
    return { items: await this.rules.list(actor, query.on) };
  }

  @Get(':id')
  @Operation({
    id: 'getDirectAwardRule',
    summary: 'One threshold',
    requires: 'supplier:read',
    answers: AwardRuleDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<AwardRuleDto> {
    return this.rules.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createDirectAwardRule',
    summary: 'Add a threshold; refused while another one is for the same case on the same day',
    requires: 'direct-award-rule:manage',
    answers: AwardRuleDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateAwardRuleDto): Promise<AwardRuleDto> {
    return this.rules.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'correctDirectAwardRule',
    summary: 'Correct a threshold, with the reason',
    requires: 'direct-award-rule:manage',
    answers: AwardRuleDto,
    etag: true,
    ifMatch: true,
  })
  correct(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CorrectAwardRuleDto,
  ): Promise<AwardRuleDto> {
    return this.rules.correct(actor, id, version, body);
  }

  @Post(':id/end')
  @Operation({
    id: 'endDirectAwardRule',
    summary: 'Say the last day of a threshold, with the reason',
    requires: 'direct-award-rule:manage',
    answers: AwardRuleDto,
    etag: true,
    ifMatch: true,
  })
  end(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: EndAwardRuleDto,
  ): Promise<AwardRuleDto> {
    return this.rules.end(actor, id, version, body);
  }
}
