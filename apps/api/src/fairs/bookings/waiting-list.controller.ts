import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  BookingDto,
  JoinWaitingListDto,
  ListWaitingQuery,
  WaitingEntryDto,
  WaitingListDto,
} from '../dto/booking.dto';
import { WaitingListService } from './waiting-list.service';

@ApiTags('fairs')
@Controller('fairs/:id/waiting-list')
export class WaitingListController {
  constructor(private readonly waiting: WaitingListService) {}

  @Get()
  @Operation({
    id: 'listWaiting',
    summary: 'Who waits, in the order in which they came',
    requires: 'fair:read',
    answers: WaitingListDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Query() query: ListWaitingQuery,
  ): Promise<WaitingListDto> {
    return this.waiting.list(actor, fairId, query);
  }

  @Post()
  @Operation({
    id: 'joinWaitingList',
    summary: 'Wait for a slot of a full desk',
    requires: 'fair:read',
    answers: WaitingEntryDto,
    status: 201,
    idempotent: true,
  })
  join(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Body() body: JoinWaitingListDto,
  ): Promise<WaitingEntryDto> {
    return this.waiting.join(actor, fairId, body);
  }

  @Post(':waitingId/accept')
  @Operation({
    id: 'acceptOffer',
    summary: 'Take the offered place',
    requires: 'fair:read',
    answers: BookingDto,
    etag: true,
  })
  accept(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('waitingId') waitingId: string,
  ): Promise<BookingDto> {
    return this.waiting.accept(actor, fairId, waitingId);
  }

  @Post(':waitingId/decline')
  @Operation({
    id: 'declineOffer',
    summary: 'Leave the offered place to the next',
    requires: 'fair:read',
    answers: WaitingEntryDto,
  })
  decline(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('waitingId') waitingId: string,
  ): Promise<WaitingEntryDto> {
    return this.waiting.decline(actor, fairId, waitingId);
  }

  @Post(':waitingId/withdraw')
  @Operation({
    id: 'leaveWaitingList',
    summary: 'Wait no longer',
    requires: 'fair:read',
    answers: WaitingEntryDto,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('waitingId') waitingId: string,
  ): Promise<WaitingEntryDto> {
    return this.waiting.withdraw(actor, fairId, waitingId);
  }
}
