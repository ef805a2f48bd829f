import { Module } from '@nestjs/common';
import { ChainsController } from './chains.controller';
import { ChainsService } from './chains.service';
import { ConversionService } from './conversion.service';

@Module({ controllers: [ChainsController], providers: [ChainsService, ConversionService] })
export class ChainsModule {}
