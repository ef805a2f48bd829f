import { Module } from '@nestjs/common';
import { FilesModule } from '../../files/files.module';
import { ClaimsController } from './claims.controller';
import { ClaimsService } from './claims.service';

@Module({ imports: [FilesModule], controllers: [ClaimsController], providers: [ClaimsService] })
export class ClaimsModule {}
