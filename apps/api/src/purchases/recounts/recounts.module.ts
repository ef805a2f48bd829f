import { Module } from '@nestjs/common';
import { JobsModule } from '../../jobs/jobs.module';
import { NoticesModule } from '../../notices/notices.module';
import { CountingYearModule } from '../../purchase-targets/counting-year.module';
import { SuppliersModule } from '../../suppliers/suppliers.module';
import { PurchasesModule } from '../purchases.module';
import { RecountFinderService } from './recount-finder.service';
import { RecountPreviewService } from './recount-preview.service';
import { RecountsController } from './recounts.controller';
import { RecountsService } from './recounts.service';

@Module({
  imports: [JobsModule, NoticesModule, CountingYearModule, SuppliersModule, PurchasesModule],
  controllers: [RecountsController],
  providers: [RecountsService, RecountPreviewService, RecountFinderService],
})
export class RecountsModule {}
