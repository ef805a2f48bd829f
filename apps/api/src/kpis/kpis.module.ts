import { Module } from '@nestjs/common';
import { BudgetsController } from './budgets.controller';
import { BudgetsService } from './budgets.service';
import { KpisController } from './kpis.controller';
import { KpisService } from './kpis.service';

@Module({
  controllers: [KpisController, BudgetsController],
  providers: [KpisService, BudgetsService],
  exports: [KpisService, BudgetsService],
})
export class KpisModule {}
