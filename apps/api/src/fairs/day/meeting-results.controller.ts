import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import { MeetingResultDto, PutMeetingResultDto } from '../dto/fair-day.dto';
import { MeetingResultsService } from './meeting-results.service';

@ApiTags('fairs')
@Controller('fairs/:id/bookings/:bookingId/result')
export class MeetingResultsController {
  constructor(private readonly results: MeetingResultsService) {}

  @Get()
  @Operation({
    id: 'getMeetingResult',
    summary: 'What came of a meeting',
    requires: 'fair:read',
    answers: MeetingResultDto,
    etag: true,
  })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
  ): Promise<MeetingResultDto> {
    return this.results.get(actor, fairId, bookingId);
  }

  @Put()
  @Operation({
    id: 'putMeetingResult',
    summary: 'Record what came of a meeting',
    requires: 'fair-desk:run',
    answers: MeetingResultDto,
    idempotent: true,
    etag: true,
  })
  put(
    @CurrentActor() actor: Actor,
    @IdParam('id') fairId: string,
    @IdParam('bookingId') bookingId: string,
    @Body() body: PutMeetingResultDto,
  ): Promise<MeetingResultDto> {
    return this.results.put(actor, fairId, bookingId, body);
  }
}
