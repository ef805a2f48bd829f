import { Controller, Get, Module } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { TextField } from '../common/fields';
import { Operation } from '../common/operation';
import { refuse } from '../common/refused';
import { JobWorker } from '../jobs/job-worker';
import { JobsModule } from '../jobs/jobs.module';

class HealthDto {
  @TextField({ max: 10, example: 'ok' }) status: string;
}

@ApiTags('health')
@Controller({ path: '/api/health' })
class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    private readonly worker: JobWorker,
  ) {}

  @Get('live')
  @Operation({ id: 'isLive', summary: 'The process answers', requires: 'public', answers: HealthDto })
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Operation({
    id: 'isReady',
    summary: 'The database answers and jobs are done, too',
    requires: 'public',
    answers: HealthDto,
  })
  async ready(): Promise<HealthDto> {
    await this.dataSource.query('SELECT 1').catch(() => refuse('SERVICE_BUSY', { missing: 'database' }));
    if (!(await this.worker.isWorking())) refuse('SERVICE_BUSY', { missing: 'job queue' });
    return { status: 'ok' };
  }
}

@Module({ imports: [JobsModule], controllers: [HealthController] })
export class HealthModule {}
