import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { RankingDto, RankingQuery } from './dto/ranking.dto';
import { RankingsService } from './rankings.service';

@ApiTags('rankings')
@Controller('rankings')
export class RankingsController {
  constructor(private readonly rankings: RankingsService) {}

  @Get()
  @Operation({
    id: 'getRanking',
    summary: 'Departments or districts ranked: live for those who may, as last published for anybody else',
    requires: 'public',
    answers: RankingDto,
  })
  ranking(@CurrentActor() actor: Actor, @Query() query: RankingQuery): Promise<RankingDto> {
    return this.rankings.ranking(actor, query);
  }
}
