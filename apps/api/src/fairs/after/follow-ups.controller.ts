import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import { FollowUpPageDto, ListFollowUpsQuery } from '../dto/fair-report.dto';
import { FollowUpsService } from './follow-ups.service';

@ApiTags('fairs')
@Controller('fair-follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUpsService) {}

  @Get()
  @Operation({
    id: 'listFairFollowUps',
    summary: 'Meetings that lead further, and what came of them',
    requires: 'fair-desk:run',
    answers: FollowUpPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListFollowUpsQuery): Promise<FollowUpPageDto> {
    return this.followUps.list(actor, query);
  }
}
