import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { ChainsService } from './chains.service';
import { ConversionService } from './conversion.service';
import { ChainDto, ChainQuery } from './dto/chain.dto';
import { ConversionDto, ConversionQuery } from './dto/conversion.dto';

@ApiTags('chains')
@Controller('chains')
export class ChainsController {
  constructor(
    private readonly chains: ChainsService,
    private readonly conversion: ConversionService,
  ) {}

  @Get()
  @Operation({
    id: 'getChain',
    summary: 'Back from a purchase to what started it, forward from a visit to what came of it',
    requires: 'chain:read',
    answers: ChainDto,
  })
  get(@CurrentActor() actor: Actor, @Query() query: ChainQuery): Promise<ChainDto> {
    return this.chains.get(actor, query);
  }

  @Get('conversion')
  @Operation({
    id: 'getConversion',
    summary: 'What came of visits and calls, by adviser, team or year',
    requires: 'support-work:read',
    answers: ConversionDto,
  })
  convert(@CurrentActor() actor: Actor, @Query() query: ConversionQuery): Promise<ConversionDto> {
    return this.conversion.get(actor, query);
  }
}
