import { Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { JobWorker } from './job-worker';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';

@Module({
  controllers: [JobsController],
  providers: [JobsService, JobHandlers, JobRunner, JobWorker],
  exports: [JobsService, JobHandlers],
})
export class JobsModule {}
