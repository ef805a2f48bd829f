import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import {
  FairSummaryDto,
  FairSummaryQuery,
  OfficialFigureParams,
  PutOfficialFigureDto,
} from '../dto/fair-report.dto';
import { FairSummaryService } from './fair-summary.service';

@ApiTags('fairs')
@Controller('fair-summary')
export class FairSummaryController {
  constructor(private readonly summary: FairSummaryService) {}

  @Get()
  @Operation({
    id: 'getFairSummary',
    summary: 'A year of fairs: ranked, in totals, with the contracts from them',
    requires: 'fair:read',
    answers: FairSummaryDto,
  })
  get(@CurrentActor() actor: Actor, @Query() query: FairSummaryQuery): Promise<FairSummaryDto> {
    return this.summary.get(actor, query);
  }

  @Put(':year/official/:figure')
  @Operation({
    id: 'putFairOfficialFigure',
    summary: 'What an official report states',
    requires: 'kpi:manage',
    answers: FairSummaryDto,
  })
  putOfficial(
    @CurrentActor() actor: Actor,
    @Param() place: OfficialFigureParams,
    @Body() body: PutOfficialFigureDto,
  ): Promise<FairSummaryDto> {
    return this.summary.putOfficial(actor, place, body);
  }
}
