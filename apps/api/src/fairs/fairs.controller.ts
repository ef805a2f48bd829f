import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import {
  ChangeFairDto,
  CreateFairDto,
  FairDetailDto,
  FairPageDto,
  LaySlotsDto,
  ListFairsQuery,
  MoveFairDto,
} from './dto/fair.dto';
import { FairsService } from './fairs.service';

@ApiTags('fairs')
@Controller('fairs')
export class FairsController {
  constructor(private readonly fairs: FairsService) {}

  @Get()
  @Operation({
    id: 'listFairs',
    summary: 'Fairs that one may see, the latest first',
    requires: 'fair:read',
    answers: FairPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListFairsQuery): Promise<FairPageDto> {
    return this.fairs.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'createFair',
    summary: 'Plan a fair',
    requires: 'fair:manage',
    answers: FairDetailDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateFairDto): Promise<FairDetailDto> {
    return this.fairs.create(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getFair',
    summary: 'One fair with its slots, and as what one takes part',
    requires: 'fair:read',
    answers: FairDetailDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<FairDetailDto> {
    return this.fairs.get(actor, fairId);
  }

  @Patch(':id')
  @Operation({
    id: 'changeFair',
    summary: 'Correct what is known of it',
    requires: 'fair:manage',
    answers: FairDetailDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IfMatch() version: number,
    @Body() body: ChangeFairDto,
  ): Promise<FairDetailDto> {
    return this.fairs.change(actor, fairId, version, body);
  }

  @Post(':id/state')
  @Operation({
    id: 'moveFair',
    summary: 'Take it to its next state',
    requires: 'fair:manage',
    answers: FairDetailDto,
    etag: true,
    ifMatch: true,
  })
  move(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IfMatch() version: number,
    @Body() body: MoveFairDto,
  ): Promise<FairDetailDto> {
    return this.fairs.move(actor, fairId, version, body);
  }

  @Put(':id/slots')
  @Operation({
    id: 'layFairSlots',
    summary: 'Lay the slots anew from consulting hours',
    requires: 'fair:manage',
    answers: FairDetailDto,
    etag: true,
    ifMatch: true,
  })
  laySlots(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IfMatch() version: number,
    @Body() body: LaySlotsDto,
  ): Promise<FairDetailDto> {
    return this.fairs.laySlots(actor, fairId, version, body);
  }
}
