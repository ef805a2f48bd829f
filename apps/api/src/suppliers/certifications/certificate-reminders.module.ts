import { Module } from '@nestjs/common';
import { JobsModule } from '../../jobs/jobs.module';
import { NoticesModule } from '../../notices/notices.module';
import { CertificateRemindersService } from './certificate-reminders.service';

@Module({ imports: [JobsModule, NoticesModule], providers: [CertificateRemindersService] })
export class CertificateRemindersModule {}
