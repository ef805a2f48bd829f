import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { SuppliersModule } from '../suppliers/suppliers.module';
import { NeedsController } from './needs/needs.controller';
import { NeedsService } from './needs/needs.service';
import { VisitPlanningController } from './planning/visit-planning.controller';
import { VisitPlanningService } from './planning/visit-planning.service';
import { SupportAreasController } from './support-areas.controller';
import { AdviserTeamsService } from './teams/adviser-teams.service';
import { VisitSummaryService } from './visit-summary.service';
import { VisitsController } from './visits.controller';
import { VisitsService } from './visits.service';
import { WorkPlaceService } from './work-place.service';

@Module({
  imports: [InstitutionsModule, SuppliersModule],
  controllers: [VisitsController, SupportAreasController, VisitPlanningController, NeedsController],
  providers: [
    VisitsService,
    VisitSummaryService,
    VisitPlanningService,
    NeedsService,
    AdviserTeamsService,
    WorkPlaceService,
  ],
  exports: [VisitsService, NeedsService, AdviserTeamsService, WorkPlaceService],
})
export class VisitsModule {}
