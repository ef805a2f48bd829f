import { Global, Module } from '@nestjs/common';
import { AccessRecorder } from '../common/access-recorder';
import { JobsModule } from '../jobs/jobs.module';
import { AccessLogController } from './access-log.controller';
import { AccessLogRecorder } from './access-log-recorder';
import { AccessLogRemovalService } from './access-log-removal.service';
import { AccessLogService } from './access-log.service';

/** Global: every operation's interceptor asks for the recorder. */
@Global()
@Module({
  imports: [JobsModule],
  controllers: [AccessLogController],
  providers: [
    AccessLogService,
    AccessLogRemovalService,
    { provide: AccessRecorder, useClass: AccessLogRecorder },
  ],
  exports: [AccessRecorder],
})
export class AccessLogModule {}
