import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { SHEET_MEDIA_TYPE } from '../common/sheets/sheet-writer';
import { attachment } from '../files/content-disposition';
import {
  CompareKpisQuery,
  CopiedKpisDto,
  CopyKpisDto,
  ExportKpiBoardQuery,
  KpiBoardDto,
  KpiBoardQuery,
  KpiComparisonDto,
} from './dto/kpi-board.dto';
import { ChangeKpiDto, CreateKpiDto, KpiDto } from './dto/kpi.dto';
import { KpisService } from './kpis.service';

@ApiTags('kpis')
@Controller('kpis')
export class KpisController {
  constructor(private readonly kpis: KpisService) {}

  @Get()
  @Operation({
    id: 'getKpiBoard',
    summary: 'What the programmes of a year reached against what they were to reach, of the whole city',
    requires: 'kpi:read',
    answers: KpiBoardDto,
  })
  board(@CurrentActor() actor: Actor, @Query() query: KpiBoardQuery): Promise<KpiBoardDto> {
    return this.kpis.board(actor, query);
  }

  @Get('export')
  @Operation({
    id: 'exportKpiBoard',
    summary: 'The board as a sheet',
    requires: 'kpi:read',
    answers: 'file',
    status: 200,
  })
  export(@CurrentActor() actor: Actor, @Query() query: ExportKpiBoardQuery): StreamableFile {
    const format = query.format ?? 'xlsx';
    return new StreamableFile(this.kpis.export(actor, query), {
      type: SHEET_MEDIA_TYPE[format],
      disposition: attachment(`성과지표-${query.year}.${format}`),
    });
  }

  @Get('compare')
  @Operation({
    id: 'compareKpis',
    summary: 'The same items year over year',
    requires: 'kpi:read',
    answers: KpiComparisonDto,
  })
  compare(@CurrentActor() actor: Actor, @Query() query: CompareKpisQuery): Promise<KpiComparisonDto> {
    return this.kpis.compare(actor, query.years);
  }

  @Get(':id')
  @Operation({
    id: 'getKpi',
    summary: 'One row of the board',
    requires: 'kpi:read',
    answers: KpiDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<KpiDto> {
    return this.kpis.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createKpi',
    summary: 'Put a row on the board of a year',
    requires: 'kpi:manage',
    answers: KpiDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateKpiDto): Promise<KpiDto> {
    return this.kpis.create(actor, body);
  }

  @Post('copy')
  @Operation({
    id: 'copyKpis',
    summary: 'Begin a year with the rows of another one; items that it has already stay',
    requires: 'kpi:manage',
    answers: CopiedKpisDto,
    status: 201,
    idempotent: true,
  })
  copy(@CurrentActor() actor: Actor, @Body() body: CopyKpisDto): Promise<CopiedKpisDto> {
    return this.kpis.copy(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeKpi',
    summary: 'Change a row, or take it off the board',
    requires: 'kpi:manage',
    answers: KpiDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeKpiDto,
  ): Promise<KpiDto> {
    return this.kpis.change(actor, id, version, body);
  }
}
