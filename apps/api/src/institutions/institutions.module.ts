import { Module } from '@nestjs/common';
import { InstitutionRegisterService } from './institution-register.service';
import { InstitutionsController } from './institutions.controller';
import { InstitutionsService } from './institutions.service';

@Module({
  controllers: [InstitutionsController],
  providers: [InstitutionsService, InstitutionRegisterService],
  exports: [InstitutionsService],
})
export class InstitutionsModule {}
