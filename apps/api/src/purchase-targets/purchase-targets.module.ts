import { Module } from '@nestjs/common';
import { NoticesModule } from '../notices/notices.module';
import { CountingPoliciesController } from './counting-policies.controller';
import { CountingPoliciesService } from './counting-policies.service';
import { CountingYearModule } from './counting-year.module';
import { DemandSurveysController } from './demand-surveys.controller';
import { DemandSurveysService } from './demand-surveys.service';
import { PurchaseTargetCyclesController } from './purchase-target-cycles.controller';
import { PurchaseTargetCyclesService } from './purchase-target-cycles.service';
import { PurchaseTargetsController } from './purchase-targets.controller';
import { PurchaseTargetsService } from './purchase-targets.service';
import { SchemesController } from './schemes.controller';

@Module({
  imports: [CountingYearModule, NoticesModule],
  controllers: [
    CountingPoliciesController,
    SchemesController,
    PurchaseTargetCyclesController,
    DemandSurveysController,
    PurchaseTargetsController,
  ],
  providers: [
    CountingPoliciesService,
    PurchaseTargetCyclesService,
    DemandSurveysService,
    PurchaseTargetsService,
  ],
})
export class PurchaseTargetsModule {}
