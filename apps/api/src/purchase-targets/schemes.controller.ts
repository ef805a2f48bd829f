import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { CountingPoliciesService } from './counting-policies.service';
import { InstitutionYearQuery } from './dto/counting-policy.dto';
import { CreateSchemeDto, SchemeDto, SchemeListDto } from './dto/scheme.dto';

@ApiTags('purchase-targets')
@Controller('schemes')
export class SchemesController {
  constructor(private readonly policies: CountingPoliciesService) {}

  @Get()
  @Operation({
    id: 'listSchemes',
    summary: 'Which purchases count for what',
    requires: 'policy:read',
    answers: SchemeListDto,
  })
  async list(@CurrentActor() actor: Actor, @Query() query: InstitutionYearQuery): Promise<SchemeListDto> {
    return { items: await this.policies.listSchemes(actor, query) };
  }

  @Post()
  @Operation({
    id: 'createScheme',
    summary: 'Add a scheme to a year',
    requires: 'policy:manage',
    answers: SchemeDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSchemeDto): Promise<SchemeDto> {
    return this.policies.createScheme(actor, body);
  }
}
