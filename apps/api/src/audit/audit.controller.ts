import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { CurrentActor, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import { AuditService } from './audit.service';
import { AuditEventDto, AuditEventPageDto, ListAuditEventsQuery } from './dto/audit-event.dto';

@ApiTags('audit')
@Controller('audit-events')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Operation({
    id: 'listAuditEvents',
    summary: 'Who changed what, the newest first',
    requires: 'audit:read',
    answers: AuditEventPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListAuditEventsQuery): Promise<Page<AuditEventDto>> {
    return this.audit.list(actor, query);
  }
}
