import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import { AccessLogService } from './access-log.service';
import { AccessLogEntryDto, AccessLogPageDto, ListAccessLogQuery } from './dto/access-log.dto';

@ApiTags('access-log')
@Controller('access-log')
export class AccessLogController {
  constructor(private readonly accessLog: AccessLogService) {}

  @Get()
  @Operation({
    id: 'listAccessLog',
    summary: 'Who saw whose personal data, the newest first',
    requires: 'access-log:read',
    answers: AccessLogPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListAccessLogQuery): Promise<Page<AccessLogEntryDto>> {
    return this.accessLog.list(actor, query);
  }
}
