import { Body, Controller, Get, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  CertificationValidityRuleDto,
  CertificationValidityRuleListDto,
  ChangeCertificationValidityRuleDto,
  CreateCertificationValidityRuleDto,
} from './dto/validity-rule.dto';
import { ValidityRulesService } from './validity-rules.service';

@ApiTags('certification-validity-rules')
@Controller('certification-validity-rules')
export class ValidityRulesController {
  constructor(private readonly rules: ValidityRulesService) {}

  @Get()
  @Operation({
    id: 'listCertificationValidityRules',
    summary: 'How long certificates of a type hold by default, by the day on which they begin',
    requires: 'supplier:read',
    answers: CertificationValidityRuleListDto,
  })
  list(@CurrentActor() actor: Actor): Promise<CertificationValidityRuleListDto> {
    return this.rules.list(actor);
  }

  @Post()
  @Operation({
    id: 'createCertificationValidityRule',
    summary: 'Add a rule from a day on',
    requires: 'certification-rule:manage',
    answers: CertificationValidityRuleDto,
    status: 201,
    idempotent: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @Body() body: CreateCertificationValidityRuleDto,
  ): Promise<CertificationValidityRuleDto> {
    return this.rules.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeCertificationValidityRule',
    summary: 'Correct a rule',
    requires: 'certification-rule:manage',
    answers: CertificationValidityRuleDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeCertificationValidityRuleDto,
  ): Promise<CertificationValidityRuleDto> {
    return this.rules.change(actor, id, version, body);
  }
}
