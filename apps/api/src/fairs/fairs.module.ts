import { Module } from '@nestjs/common';
import { InstitutionsModule } from '../institutions/institutions.module';
import { NoticesModule } from '../notices/notices.module';
import { SuppliersModule } from '../suppliers/suppliers.module';
import { ContractsModule } from '../matches/contracts/contracts.module';
import { MatchesModule } from '../matches/matches.module';
import { JobsModule } from '../jobs/jobs.module';
import { FairsController } from './fairs.controller';
import { PublicFairsController } from './public-fairs.controller';
import { FairDesksController } from './parties/fair-desks.controller';
import { FairExhibitorsController } from './parties/fair-exhibitors.controller';
import { FairWishesController } from './parties/fair-wishes.controller';
import { FairSchedulesController } from './schedules/fair-schedules.controller';
import { BookingsController } from './bookings/bookings.controller';
import { WaitingListController } from './bookings/waiting-list.controller';
import { FairDayController } from './day/fair-day.controller';
import { MeetingResultsController } from './day/meeting-results.controller';
import { FairTimetablesController } from './timetables/fair-timetables.controller';
import { FairSummaryController } from './after/fair-summary.controller';
import { FollowUpsController } from './after/follow-ups.controller';
import { FairAfterController } from './after/fair-after.controller';
import { FairsService } from './fairs.service';
import { PublicFairsService } from './public-fairs.service';
import { FairDesksService } from './parties/fair-desks.service';
import { PartyMeetings } from './parties/party-meetings.service';
import { FairWishesService } from './parties/fair-wishes.service';
import { FairExhibitorsService } from './parties/fair-exhibitors.service';
import { FairSchedulesService } from './schedules/fair-schedules.service';
import { ScheduleApplicationService } from './schedules/schedule-application.service';
import { ScheduleSolvingService } from './schedules/schedule-solving.service';
import { BookingsService } from './bookings/bookings.service';
import { BookingChangesService } from './bookings/booking-changes.service';
import { BookingCrowd } from './bookings/booking-crowd';
import { BookingLapses } from './bookings/booking-lapses.service';
import { BookingNotices } from './bookings/booking-notices';
import { BookingSweeper } from './bookings/booking-sweeper';
import { WaitingOffers } from './bookings/waiting-offers.service';
import { WaitingListService } from './bookings/waiting-list.service';
import { CheckInsService } from './day/check-ins.service';
import { FairMeetingsService } from './day/fair-meetings.service';
import { MeetingResultsService } from './day/meeting-results.service';
import { FairTimetablesService } from './timetables/fair-timetables.service';
import { TimetableFilesService } from './timetables/timetable-files.service';
import { FairSummaryService } from './after/fair-summary.service';
import { FollowUpsService } from './after/follow-ups.service';
import { FairReportService } from './after/fair-report.service';
import { FairFeedbackService } from './after/fair-feedback.service';

@Module({
  imports: [InstitutionsModule, SuppliersModule, MatchesModule, ContractsModule, JobsModule, NoticesModule],
  controllers: [
    FairsController,
    PublicFairsController,
    FairDesksController,
    FairExhibitorsController,
    FairWishesController,
    FairSchedulesController,
    BookingsController,
    WaitingListController,
    FairDayController,
    MeetingResultsController,
    FairTimetablesController,
    FairSummaryController,
    FollowUpsController,
    FairAfterController,
  ],
  providers: [
    FairsService,
    PublicFairsService,
    FairDesksService,
    FairWishesService,
    PartyMeetings,
    FairExhibitorsService,
    FairSchedulesService,
    ScheduleSolvingService,
    ScheduleApplicationService,
    BookingsService,
    BookingChangesService,
    BookingCrowd,
    BookingLapses,
    BookingNotices,
    BookingSweeper,
    WaitingOffers,
    WaitingListService,
    CheckInsService,
    FairMeetingsService,
    MeetingResultsService,
    FairTimetablesService,
    TimetableFilesService,
    FairSummaryService,
    FollowUpsService,
    FairReportService,
    FairFeedbackService,
  ],
})
export class FairsModule {}
