import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { SuppliersModule } from '../suppliers.module';
import { ClaimsController } from './claims.controller';
import { ClaimsService } from './claims.service';

@Module({
  imports: [FilesModule, SuppliersModule],
  controllers: [ClaimsController],
  providers: [ClaimsService],
})
export class ClaimsModule {}
