import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { SupplierRequestsModule } from '../suppliers/requests/supplier-requests.module';
import { VisitsModule } from '../visits/visits.module';
import { FairMatchesService } from './fair-matches.service';
import { MatchCandidatesService } from './match-candidates.service';
import { MatchRequestsService } from './match-requests.service';
import { MatchesController } from './matches.controller';
import { MatchesService } from './matches.service';

@Module({
  imports: [InstitutionsModule, VisitsModule, SupplierRequestsModule],
  controllers: [MatchesController],
  providers: [MatchesService, FairMatchesService, MatchCandidatesService, MatchRequestsService],
  exports: [MatchesService, FairMatchesService],
})
export class MatchesModule {}
