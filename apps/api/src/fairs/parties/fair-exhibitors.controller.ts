import { Body, Controller, Get, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  ApplyToFairDto,
  ChangeFairExhibitorDto,
  DecideFairExhibitorDto,
  FairExhibitorDetailDto,
  FairExhibitorListDto,
  FairWishListDto,
  ListFairExhibitorsQuery,
  PutFairWishesDto,
  WithdrawFairPartyDto,
} from '../dto/party.dto';
import { FairExhibitorsService } from './fair-exhibitors.service';
import { FairWishesService } from './fair-wishes.service';

@ApiTags('fairs')
@Controller('fairs/:id/exhibitors')
export class FairExhibitorsController {
  constructor(
    private readonly exhibitors: FairExhibitorsService,
    private readonly wishes: FairWishesService,
  ) {}

  @Get()
  @Operation({
    id: 'listFairExhibitors',
    summary: 'Exhibitors of the fair, by name',
    requires: 'fair:read',
    answers: FairExhibitorListDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Query() query: ListFairExhibitorsQuery,
  ): Promise<FairExhibitorListDto> {
    return this.exhibitors.list(actor, fairId, query);
  }

  @Post()
  @Operation({
    id: 'applyToFair',
    summary: 'Apply with an enterprise',
    requires: 'fair:read',
    answers: FairExhibitorDetailDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  apply(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: ApplyToFairDto,
  ): Promise<FairExhibitorDetailDto> {
    return this.exhibitors.apply(actor, fairId, body);
  }

  @Get(':exhibitorId')
  @Operation({
    id: 'getFairExhibitor',
    summary: 'One application with who comes for it',
    requires: 'fair:read',
    answers: FairExhibitorDetailDto,
    etag: true,
  })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
  ): Promise<FairExhibitorDetailDto> {
    return this.exhibitors.get(actor, fairId, exhibitorId);
  }

  @Patch(':exhibitorId')
  @Operation({
    id: 'changeFairExhibitor',
    summary: 'Change an application',
    requires: 'fair:read',
    answers: FairExhibitorDetailDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
    @IfMatch() version: number,
    @Body() body: ChangeFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    return this.exhibitors.change(actor, fairId, exhibitorId, version, body);
  }

  @Post(':exhibitorId/decision')
  @Operation({
    id: 'decideFairExhibitor',
    summary: 'Confirm or decline an application',
    requires: 'fair:manage',
    answers: FairExhibitorDetailDto,
    etag: true,
    ifMatch: true,
  })
  decide(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
    @IfMatch() version: number,
    @Body() body: DecideFairExhibitorDto,
  ): Promise<FairExhibitorDetailDto> {
    return this.exhibitors.decide(actor, fairId, exhibitorId, version, body);
  }

  @Post(':exhibitorId/withdraw')
  @Operation({
    id: 'withdrawFairExhibitor',
    summary: 'Take an application back; its meetings are cancelled',
    requires: 'fair:read',
    answers: FairExhibitorDetailDto,
    etag: true,
    ifMatch: true,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawFairPartyDto,
  ): Promise<FairExhibitorDetailDto> {
    return this.exhibitors.withdraw(actor, fairId, exhibitorId, version, body);
  }

  @Put(':exhibitorId/wishes')
  @Operation({
    id: 'putFairExhibitorWishes',
    summary: 'Whom the exhibitor wants to meet',
    requires: 'fair:read',
    answers: FairWishListDto,
  })
  putOfExhibitor(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
    @Body() body: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return this.wishes.putOfExhibitor(actor, fairId, exhibitorId, body);
  }
}
