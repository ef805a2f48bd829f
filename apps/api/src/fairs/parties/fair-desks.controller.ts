import { Body, Controller, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import {
  ChangeFairDeskDto,
  CreateFairDeskDto,
  FairDeskDto,
  FairDeskListDto,
  FairWishListDto,
  PutFairWishesDto,
  WithdrawFairPartyDto,
} from '../dto/party.dto';
import { FairDesksService } from './fair-desks.service';
import { FairWishesService } from './fair-wishes.service';

@ApiTags('fairs')
@Controller('fairs/:id/desks')
export class FairDesksController {
  constructor(
    private readonly desks: FairDesksService,
    private readonly wishes: FairWishesService,
  ) {}

  @Get()
  @Operation({
    id: 'listFairDesks',
    summary: 'Desks of the fair, by institution and department',
    requires: 'fair:read',
    answers: FairDeskListDto,
  })
  list(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<FairDeskListDto> {
    return this.desks.list(actor, fairId);
  }

  @Post()
  @Operation({
    id: 'createFairDesk',
    summary: 'Let a department consult at the fair',
    requires: 'fair-desk:run',
    answers: FairDeskDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: CreateFairDeskDto,
  ): Promise<FairDeskDto> {
    return this.desks.create(actor, fairId, body);
  }

  @Patch(':deskId')
  @Operation({
    id: 'changeFairDesk',
    summary: 'Change its seats, its hours or what it looks for',
    requires: 'fair-desk:run',
    answers: FairDeskDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('deskId') deskId: string,
    @IfMatch() version: number,
    @Body() body: ChangeFairDeskDto,
  ): Promise<FairDeskDto> {
    return this.desks.change(actor, fairId, deskId, version, body);
  }

  @Post(':deskId/withdraw')
  @Operation({
    id: 'withdrawFairDesk',
    summary: 'Take a desk back; its meetings are cancelled',
    requires: 'fair-desk:run',
    answers: FairDeskDto,
    etag: true,
    ifMatch: true,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('deskId') deskId: string,
    @IfMatch() version: number,
    @Body() body: WithdrawFairPartyDto,
  ): Promise<FairDeskDto> {
    return this.desks.withdraw(actor, fairId, deskId, version, body);
  }

  @Put(':deskId/wishes')
  @Operation({
    id: 'putFairDeskWishes',
    summary: 'Whom the desk wants to meet',
    requires: 'fair-desk:run',
    answers: FairWishListDto,
  })
  putOfDesk(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('deskId') deskId: string,
    @Body() body: PutFairWishesDto,
  ): Promise<FairWishListDto> {
    return this.wishes.putOfDesk(actor, fairId, deskId, body);
  }
}
