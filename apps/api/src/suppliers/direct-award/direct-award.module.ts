import { Module } from '@nestjs/common';
import { SuppliersModule } from '../suppliers.module';
import { AwardRulesController } from './award-rules.controller';
import { AwardRulesService } from './award-rules.service';
import { DirectAwardHintController } from './direct-award-hint.controller';
import { DirectAwardHintService } from './direct-award-hint.service';

@Module({
  imports: [SuppliersModule],
  controllers: [AwardRulesController, DirectAwardHintController],
  providers: [AwardRulesService, DirectAwardHintService],
})
export class DirectAwardModule {}
