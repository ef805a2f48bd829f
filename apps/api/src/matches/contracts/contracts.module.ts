import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../../institutions/institutions.module';
import { NoticesModule } from '../../notices/notices.module';
import { PurchasesModule } from '../../purchases/purchases.module';
import { SuppliersModule } from '../../suppliers/suppliers.module';
import { VisitsModule } from '../../visits/visits.module';
import { MatchesModule } from '../matches.module';
import { ContractExportService } from './contract-export.service';
import { ContractInputService } from './contract-input.service';
import { ContractPurchaseService } from './contract-purchase.service';
import { ContractsController } from './contracts.controller';
import { ContractsService } from './contracts.service';
import { FairContractsService } from './fair-contracts.service';

@Module({
  imports: [NoticesModule, InstitutionsModule, SuppliersModule, VisitsModule, MatchesModule, PurchasesModule],
  controllers: [ContractsController],
  providers: [
    ContractsService,
    ContractInputService,
    ContractPurchaseService,
    ContractExportService,
    FairContractsService,
  ],
  exports: [ContractsService, FairContractsService],
})
export class ContractsModule {}
