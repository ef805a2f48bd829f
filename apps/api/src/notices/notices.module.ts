import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module';
import { MailTransport } from './mail/mail-transport';
import { NoticeMailService } from './mail/notice-mail.service';
import { NoticesController } from './notices.controller';
import { NoticesService } from './notices.service';

@Module({
  imports: [JobsModule],
  controllers: [NoticesController],
  providers: [NoticesService, NoticeMailService, MailTransport],
  exports: [NoticesService, NoticeMailService],
})
export class NoticesModule {}
