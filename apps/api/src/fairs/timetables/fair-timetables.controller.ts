import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import { FairTimetableDto, TimetableQuery } from '../dto/booking.dto';
import { FairTimetablesService } from './fair-timetables.service';
import { TimetableFilesService } from './timetable-files.service';

@ApiTags('fairs')
@Controller('fairs/:id')
export class FairTimetablesController {
  constructor(
    private readonly timetables: FairTimetablesService,
    private readonly files: TimetableFilesService,
  ) {}

  @Get('timetable')
  @Operation({
    id: 'getFairTimetable',
    summary: 'Desks by slots, with what one may see of the bookings',
    requires: 'fair:read',
    answers: FairTimetableDto,
  })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @Query() query: TimetableQuery,
  ): Promise<FairTimetableDto> {
    return this.timetables.get(actor, fairId, query);
  }

  @Get('timetable/sheet')
  @Operation({
    id: 'exportFairTimetable',
    summary: 'The timetable as .xlsx',
    requires: 'fair:manage',
    answers: 'file',
  })
  sheet(@CurrentActor() actor: Actor, @IdParam('id') fairId: string): Promise<StreamableFile> {
    return this.files.sheet(actor, fairId);
  }

  @Get('desks/:deskId/calendar')
  @Operation({
    id: 'getDeskCalendar',
    summary: "A desk's meetings as .ics",
    requires: 'fair-desk:run',
    answers: 'file',
  })
  deskCalendar(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('deskId') deskId: string,
  ): Promise<StreamableFile> {
    return this.files.deskCalendar(actor, fairId, deskId);
  }

  @Get('exhibitors/:exhibitorId/calendar')
  @Operation({
    id: 'getExhibitorCalendar',
    summary: "An exhibitor's meetings as .ics",
    requires: 'fair:read',
    answers: 'file',
  })
  exhibitorCalendar(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('exhibitorId') exhibitorId: string,
  ): Promise<StreamableFile> {
    return this.files.exhibitorCalendar(actor, fairId, exhibitorId);
  }
}
