import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import { JobDto } from './dto/job.dto';
import { JobsService } from './jobs.service';

@ApiTags('jobs')
@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get(':id')
  @Operation({
    id: 'getJob',
    summary: 'How far a piece of background work is',
    requires: 'job:read',
    answers: JobDto,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<JobDto> {
    return this.jobs.get(actor, id);
  }
}
