import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import { PublicFairDetailDto, PublicFairListDto } from './dto/fair.dto';
import { PublicFairsService } from './public-fairs.service';

@ApiTags('fairs')
@Controller('public-fairs')
export class PublicFairsController {
  constructor(private readonly fairs: PublicFairsService) {}

  @Get()
  @Operation({
    id: 'listPublicFairs',
    summary: 'Announced fairs',
    requires: 'public',
    answers: PublicFairListDto,
  })
  list(@CurrentActor() actor: Actor): Promise<PublicFairListDto> {
    return this.fairs.list(actor);
  }

  @Get(':id')
  @Operation({
    id: 'getPublicFair',
    summary: 'An announced fair with its desks and confirmed exhibitors',
    requires: 'public',
    answers: PublicFairDetailDto,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<PublicFairDetailDto> {
    return this.fairs.get(actor, fairId);
  }
}
