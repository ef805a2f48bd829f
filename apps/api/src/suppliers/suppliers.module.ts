import { Module } from '@nestjs/common';
import { SupplierExportService } from './search/supplier-export.service';
import { SupplierSearchController } from './search/supplier-search.controller';
import { SupplierSearchService } from './search/supplier-search.service';
import { SuppliersController } from './suppliers.controller';
import { SuppliersService } from './suppliers.service';

@Module({
  controllers: [SupplierSearchController, SuppliersController],
  providers: [SuppliersService, SupplierSearchService, SupplierExportService],
  exports: [SuppliersService, SupplierSearchService],
})
export class SuppliersModule {}
