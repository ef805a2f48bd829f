import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { ChannelYearQuery } from '../channel-fields';
import { B2bLinksService } from './b2b-links.service';
import { B2bLinkDto, B2bLinkPageDto, ChangeB2bLinkDto, CreateB2bLinkDto } from './dto/b2b-link.dto';

@ApiTags('channels')
@Controller('b2b-links')
export class B2bLinksController {
  constructor(private readonly links: B2bLinksService) {}

  @Get()
  @Operation({
    id: 'listB2bLinks',
    summary: 'Sales to companies that the centre led to, the latest first',
    requires: 'channel:read',
    answers: B2bLinkPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ChannelYearQuery): Promise<B2bLinkPageDto> {
    return this.links.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getB2bLink',
    summary: 'One sale to a company',
    requires: 'channel:read',
    answers: B2bLinkDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<B2bLinkDto> {
    return this.links.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createB2bLink',
    summary: 'Write down a sale to a company',
    requires: 'channel:write',
    answers: B2bLinkDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateB2bLinkDto): Promise<B2bLinkDto> {
    return this.links.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeB2bLink',
    summary: 'Correct it, or void it with the reason',
    requires: 'channel:write',
    answers: B2bLinkDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeB2bLinkDto,
  ): Promise<B2bLinkDto> {
    return this.links.change(actor, id, version, body);
  }
}
