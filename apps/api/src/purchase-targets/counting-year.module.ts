import { Module } from '@nestjs/common';
import { CountingYearService } from './counting-year.service';

@Module({ providers: [CountingYearService], exports: [CountingYearService] })
export class CountingYearModule {}
