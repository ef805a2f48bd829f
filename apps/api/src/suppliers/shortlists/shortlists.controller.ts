import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import type { Page } from '../../common/paging';
import { SHEET_MEDIA_TYPE } from '../../common/sheets/sheet-writer';
import { attachment } from '../../files/content-disposition';
import {
  AddShortlistEntryDto,
  ChangeShortlistDto,
  ChangeShortlistEntryDto,
  CreateShortlistDto,
  ExportShortlistQuery,
  ListShortlistsQuery,
  ShortlistDetailDto,
  ShortlistDto,
  ShortlistPageDto,
} from './dto/shortlist.dto';
import { ShortlistsService } from './shortlists.service';

@ApiTags('shortlists')
@Controller('shortlists')
export class ShortlistsController {
  constructor(private readonly shortlists: ShortlistsService) {}

  @Get()
  @Operation({
    id: 'listShortlists',
    summary: 'The own lists, newest first',
    requires: 'shortlist:own',
    answers: ShortlistPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListShortlistsQuery): Promise<Page<ShortlistDto>> {
    return this.shortlists.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'createShortlist',
    summary: 'Begin a list, empty or with what was kept before signing in',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateShortlistDto): Promise<ShortlistDetailDto> {
    return this.shortlists.create(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getShortlist',
    summary: 'One list with its entries, as they are today',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ShortlistDetailDto> {
    return this.shortlists.get(actor, id);
  }

  @Patch(':id')
  @Operation({
    id: 'changeShortlist',
    summary: 'Name a list, say its purpose, put it into the archive or take it out',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeShortlistDto,
  ): Promise<ShortlistDetailDto> {
    return this.shortlists.change(actor, id, version, body);
  }

  @Get(':id/export')
  @Operation({
    id: 'exportShortlist',
    summary: 'The list as a sheet',
    requires: 'shortlist:own',
    answers: 'file',
  })
  async export(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: ExportShortlistQuery,
  ): Promise<StreamableFile> {
    const format = query.format ?? 'xlsx';
    return new StreamableFile(await this.shortlists.export(actor, id, format), {
      type: SHEET_MEDIA_TYPE[format],
      disposition: attachment(`관심목록.${format}`),
    });
  }

  @Post(':id/entries')
  @Operation({
    id: 'addShortlistEntry',
    summary: 'Put an enterprise, or one of its items, on the list; answers the list',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    status: 201,
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AddShortlistEntryDto,
  ): Promise<ShortlistDetailDto> {
    return this.shortlists.add(actor, id, body);
  }

  @Patch(':id/entries/:entryId')
  @Operation({
    id: 'changeShortlistEntry',
    summary: 'Note something beside an entry, or move it; answers the list',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    etag: true,
    ifMatch: true,
  })
  changeEntry(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('entryId') entryId: string,
    @IfMatch() version: number,
    @Body() body: ChangeShortlistEntryDto,
  ): Promise<ShortlistDetailDto> {
    return this.shortlists.changeEntry(actor, id, entryId, version, body);
  }

  @Post(':id/entries/:entryId/remove')
  @Operation({
    id: 'removeShortlistEntry',
    summary: 'Take an entry off the list; answers the list',
    requires: 'shortlist:own',
    answers: ShortlistDetailDto,
    etag: true,
    ifMatch: true,
  })
  removeEntry(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('entryId') entryId: string,
    @IfMatch() version: number,
  ): Promise<ShortlistDetailDto> {
    return this.shortlists.removeEntry(actor, id, entryId, version);
  }
}
