import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  ChangeNeedDto,
  CloseNeedDto,
  CreateNeedDto,
  ListNeedsQuery,
  NeedDto,
  NeedPageDto,
} from './dto/need.dto';
import { NeedsService } from './needs.service';

@ApiTags('needs')
@Controller('needs')
export class NeedsController {
  constructor(private readonly needs: NeedsService) {}

  @Get()
  @Operation({
    id: 'listNeeds',
    summary: 'What institutions need, newest first',
    requires: 'support-work:read',
    answers: NeedPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListNeedsQuery): Promise<NeedPageDto> {
    return this.needs.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getNeed',
    summary: 'One need, with where it was found and the match that meets it',
    requires: 'support-work:read',
    answers: NeedDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<NeedDto> {
    return this.needs.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createNeed',
    summary: 'Enter a need that neither a visit nor a call found',
    requires: 'support-work:write',
    answers: NeedDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateNeedDto): Promise<NeedDto> {
    return this.needs.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeNeed',
    summary: 'Change an open need',
    requires: 'support-work:write',
    answers: NeedDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeNeedDto,
  ): Promise<NeedDto> {
    return this.needs.change(actor, id, version, body);
  }

  @Post(':id/close')
  @Operation({
    id: 'closeNeed',
    summary: 'Close an open need that no match will meet, and say why',
    requires: 'support-work:write',
    answers: NeedDto,
    etag: true,
  })
  close(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CloseNeedDto,
  ): Promise<NeedDto> {
    return this.needs.close(actor, id, body.reason);
  }
}
