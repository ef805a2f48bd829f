import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { JobsModule } from '../../jobs/jobs.module';
import { SupplierMergesController } from '../merges/supplier-merges.controller';
import { SupplierMergesService } from '../merges/supplier-merges.service';
import { SupplierReviewsController } from '../reviews/supplier-reviews.controller';
import { SupplierReviewsService } from '../reviews/supplier-reviews.service';
import { ListApplyService } from './list-apply.service';
import { ListCheckService } from './list-check.service';
import { ListUndoService } from './list-undo.service';
import { SupplierImportsController } from './supplier-imports.controller';
import { SupplierImportsService } from './supplier-imports.service';

/** How the register keeps its quality: the official lists, their doubtful rows, and merged duplicates. */
@Module({
  imports: [FilesModule, JobsModule],
  controllers: [SupplierImportsController, SupplierReviewsController, SupplierMergesController],
  providers: [
    SupplierImportsService,
    ListCheckService,
    ListApplyService,
    ListUndoService,
    SupplierReviewsService,
    SupplierMergesService,
  ],
})
export class SupplierImportsModule {}
