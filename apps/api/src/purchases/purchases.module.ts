import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { JobsModule } from '../jobs/jobs.module';
import { NoticesModule } from '../notices/notices.module';
import { CountingYearModule } from '../purchase-targets/counting-year.module';
import { SuppliersModule } from '../suppliers/suppliers.module';
import { AdjustmentsService } from './adjustments.service';
import { PurchaseFactsService } from './purchase-facts.service';
import { PurchasePeriodsController } from './purchase-periods.controller';
import { PurchasePeriodsService } from './purchase-periods.service';
import { PurchaseExportService } from './purchase-export.service';
import { PurchaseReviewService } from './purchase-review.service';
import { PurchasesController } from './purchases.controller';
import { PurchasesService } from './purchases.service';
import { SupplierRecordsService } from './supplier-records.service';

@Module({
  imports: [JobsModule, NoticesModule, InstitutionsModule, CountingYearModule, SuppliersModule],
  controllers: [PurchasesController, PurchasePeriodsController],
  providers: [
    PurchasesService,
    PurchaseFactsService,
    PurchaseReviewService,
    PurchaseExportService,
    AdjustmentsService,
    PurchasePeriodsService,
    SupplierRecordsService,
  ],
  exports: [PurchaseFactsService, PurchasesService],
})
export class PurchasesModule {}
