import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { NoticesModule } from '../notices/notices.module';
import { ConsultationsController } from './consultations/consultations.controller';
import { ConsultationsService } from './consultations/consultations.service';
import { EducationSessionsController } from './education-sessions/education-sessions.controller';
import { EducationSessionsService } from './education-sessions/education-sessions.service';
import { SupplierSurveysController } from './supplier-surveys/supplier-surveys.controller';
import { SupplierSurveysService } from './supplier-surveys/supplier-surveys.service';
import { SupportTeamsController } from './teams/support-teams.controller';
import { SupportTeamsService } from './teams/support-teams.service';
import { TeamFiguresService } from './teams/team-figures.service';
import { VisitsModule } from './visits.module';

/** What the centre's advisers do beside visits, and the teams that all of it counts for. */
@Module({
  imports: [InstitutionsModule, NoticesModule, VisitsModule],
  controllers: [
    ConsultationsController,
    EducationSessionsController,
    SupplierSurveysController,
    SupportTeamsController,
  ],
  providers: [
    ConsultationsService,
    EducationSessionsService,
    SupplierSurveysService,
    SupportTeamsService,
    TeamFiguresService,
  ],
})
export class AdviserWorkModule {}
