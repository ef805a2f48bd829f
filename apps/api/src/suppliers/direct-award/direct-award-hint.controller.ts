import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import { DirectAwardHintService } from './direct-award-hint.service';
import { DirectAwardHintDto, DirectAwardHintQuery } from './dto/direct-award-hint.dto';

@ApiTags('direct-award')
@Controller('direct-award-hint')
export class DirectAwardHintController {
  constructor(private readonly hints: DirectAwardHintService) {}

  @Get()
  @Operation({
    id: 'getDirectAwardHint',
    summary:
      'May one quotation be enough? Guidance from dated rules, with the legal basis; the law must be checked',
    requires: 'supplier:read',
    answers: DirectAwardHintDto,
  })
  hint(@CurrentActor() actor: Actor, @Query() query: DirectAwardHintQuery): Promise<DirectAwardHintDto> {
    return this.hints.hint(actor, query);
  }
}
