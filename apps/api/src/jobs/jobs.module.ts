import { Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers';
import { JobRunner } from './job-runner';
import { JobWorker } from './job-worker';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { Timetable } from './timetable/timetable';

@Module({
  controllers: [JobsController],
  providers: [JobsService, JobHandlers, JobRunner, JobWorker, Timetable],
  exports: [JobsService, JobHandlers, JobWorker, Timetable],
})
export class JobsModule {}
