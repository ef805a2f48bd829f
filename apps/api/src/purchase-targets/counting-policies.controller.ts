import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { CountingPoliciesService } from './counting-policies.service';
import {
  CountingPolicyChangeDto,
  CountingPolicyDto,
  CountingPolicyListDto,
  InstitutionYearQuery,
} from './dto/counting-policy.dto';

@ApiTags('purchase-targets')
@Controller('counting-policies')
export class CountingPoliciesController {
  constructor(private readonly policies: CountingPoliciesService) {}

  @Get()
  @Operation({
    id: 'listCountingPolicies',
    summary: 'Counting policies, newest year first',
    requires: 'policy:read',
    answers: CountingPolicyListDto,
  })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: InstitutionYearQuery,
  ): Promise<CountingPolicyListDto> {
    return { items: await this.policies.list(actor, query) };
  }

  @Get(':id')
  @Operation({
    id: 'getCountingPolicy',
    summary: 'One counting policy',
    requires: 'policy:read',
    answers: CountingPolicyDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<CountingPolicyDto> {
    return this.policies.get(actor, id);
  }

  @Patch(':id')
  @Operation({
    id: 'changeCountingPolicy',
    summary: 'Change how the year counts, until its first close',
    requires: 'policy:manage',
    answers: CountingPolicyDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: CountingPolicyChangeDto,
  ): Promise<CountingPolicyDto> {
    return this.policies.change(actor, id, version, body);
  }
}
