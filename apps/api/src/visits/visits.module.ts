import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { NeedsService } from './needs/needs.service';
import { AdviserTeamsService } from './teams/adviser-teams.service';

@Module({
  imports: [InstitutionsModule],
  providers: [NeedsService, AdviserTeamsService],
  exports: [NeedsService, AdviserTeamsService],
})
export class VisitsModule {}
