import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import { SupportAreaListDto } from './dto/visit-summary.dto';
import { VisitSummaryService } from './visit-summary.service';

@ApiTags('visits')
@Controller('support-areas')
export class SupportAreasController {
  constructor(private readonly summaries: VisitSummaryService) {}

  @Get()
  @Operation({
    id: 'listSupportAreas',
    summary: 'The areas in which one may work',
    requires: 'support-work:read',
    answers: SupportAreaListDto,
  })
  areas(@CurrentActor() actor: Actor): Promise<SupportAreaListDto> {
    return this.summaries.areas(actor);
  }
}
