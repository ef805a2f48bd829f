import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { SupplierRequestsModule } from '../suppliers/requests/supplier-requests.module';
import { VisitsModule } from '../visits/visits.module';
import { MatchCandidatesService } from './match-candidates.service';
import { MatchRequestsService } from './match-requests.service';
import { MatchesController } from './matches.controller';
import { MatchesService } from './matches.service';

@Module({
  imports: [InstitutionsModule, VisitsModule, SupplierRequestsModule],
  controllers: [MatchesController],
  providers: [MatchesService, MatchCandidatesService, MatchRequestsService],
  exports: [MatchesService],
})
export class MatchesModule {}
