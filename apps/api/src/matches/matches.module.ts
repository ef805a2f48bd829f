import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { VisitsModule } from '../visits/visits.module';
import { MatchCandidatesService } from './match-candidates.service';
import { MatchesController } from './matches.controller';
import { MatchesService } from './matches.service';

@Module({
  imports: [InstitutionsModule, VisitsModule],
  controllers: [MatchesController],
  providers: [MatchesService, MatchCandidatesService],
  exports: [MatchesService],
})
export class MatchesModule {}
