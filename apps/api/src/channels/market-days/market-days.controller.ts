import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { ChannelYearQuery } from '../channel-fields';
import { ChangeMarketDayDto, CreateMarketDayDto, MarketDayDto, MarketDayPageDto } from './dto/market-day.dto';
import { MarketDaysService } from './market-days.service';

@ApiTags('channels')
@Controller('market-days')
export class MarketDaysController {
  constructor(private readonly days: MarketDaysService) {}

  @Get()
  @Operation({
    id: 'listMarketDays',
    summary: 'Market days with participants and sales, the latest first',
    requires: 'channel:read',
    answers: MarketDayPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ChannelYearQuery): Promise<MarketDayPageDto> {
    return this.days.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getMarketDay',
    summary: 'One market day',
    requires: 'channel:read',
    answers: MarketDayDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<MarketDayDto> {
    return this.days.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createMarketDay',
    summary: 'Plan a market day, or write down one that was held',
    requires: 'channel:write',
    answers: MarketDayDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateMarketDayDto): Promise<MarketDayDto> {
    return this.days.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeMarketDay',
    summary: 'Correct it, give its participants and sales, or void it with the reason',
    requires: 'channel:write',
    answers: MarketDayDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeMarketDayDto,
  ): Promise<MarketDayDto> {
    return this.days.change(actor, id, version, body);
  }
}
