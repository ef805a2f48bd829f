import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { CurrentActor, Operation } from '../../common/operation';
import { VisitPlanningPageDto, VisitPlanningQuery } from './dto/visit-planning.dto';
import { VisitPlanningService } from './visit-planning.service';

@ApiTags('visits')
@Controller('visit-planning')
export class VisitPlanningController {
  constructor(private readonly planning: VisitPlanningService) {}

  @Get()
  @Operation({
    id: 'listVisitPlanning',
    summary: 'Institutions of the own areas by time since the last visit, open needs and lagging departments',
    requires: 'support-work:read',
    answers: VisitPlanningPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: VisitPlanningQuery): Promise<VisitPlanningPageDto> {
    return this.planning.list(actor, query);
  }
}
