import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import { ListNoticesQuery, NoticePageDto } from './dto/notice.dto';
import { NoticesService } from './notices.service';

@ApiTags('notices')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticesService) {}

  @Get()
  @Operation({
    id: 'listNotices',
    summary: 'Own notices, newest first',
    requires: 'notice:read',
    answers: NoticePageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListNoticesQuery): Promise<NoticePageDto> {
    return this.notices.list(actor, query);
  }

  @Post(':id/read')
  @Operation({ id: 'readNotice', summary: 'Mark as read', requires: 'notice:read' })
  markRead(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<void> {
    return this.notices.markRead(actor, id);
  }
}
