import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { JobsModule } from '../../jobs/jobs.module';
import { CountingYearModule } from '../../purchase-targets/counting-year.module';
import { SuppliersModule } from '../../suppliers/suppliers.module';
import { ImportApplyService } from './import-apply.service';
import { ImportCheckService } from './import-check.service';
import { PurchaseImportsController } from './purchase-imports.controller';
import { PurchaseImportsService } from './purchase-imports.service';

@Module({
  imports: [FilesModule, JobsModule, CountingYearModule, SuppliersModule],
  controllers: [PurchaseImportsController],
  providers: [PurchaseImportsService, ImportCheckService, ImportApplyService],
})
export class PurchaseImportsModule {}
