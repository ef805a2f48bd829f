import { Module } from '@nestjs/common';
import { NoticesModule } from '../../notices/notices.module';
import { SupplierRequestsController } from './supplier-requests.controller';
import { SupplierRequestsService } from './supplier-requests.service';

@Module({
  imports: [NoticesModule],
  controllers: [SupplierRequestsController],
  providers: [SupplierRequestsService],
  exports: [SupplierRequestsService],
})
export class SupplierRequestsModule {}
