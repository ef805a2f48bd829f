import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { PageQuery, type Page } from '../../common/paging';
import {
  ChangeSupplierImportDto,
  CreateSupplierImportDto,
  ListSupplierImportRowsQuery,
  SupplierImportDto,
  SupplierImportPageDto,
  SupplierImportRowDto,
  SupplierImportRowPageDto,
} from './dto/supplier-import.dto';
import { SupplierImportsService } from './supplier-imports.service';

@ApiTags('supplier imports')
@Controller('supplier-imports')
export class SupplierImportsController {
  constructor(private readonly imports: SupplierImportsService) {}

  @Get()
  @Operation({
    id: 'listSupplierImports',
    summary: 'Manifests of the official lists, the latest first',
    requires: 'supplier-import:write',
    answers: SupplierImportPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<SupplierImportDto>> {
    return this.imports.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'createSupplierImport',
    summary: 'Check an official list row by row without touching the register (dry run)',
    requires: 'supplier-import:write',
    answers: SupplierImportDto,
    status: 202,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSupplierImportDto): Promise<SupplierImportDto> {
    return this.imports.create(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getSupplierImport',
    summary: 'One manifest: state, and how many rows are what',
    requires: 'supplier-import:write',
    answers: SupplierImportDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierImportDto> {
    return this.imports.get(actor, id);
  }

  @Get(':id/rows')
  @Operation({
    id: 'listSupplierImportRows',
    summary: 'Rows of the list with their verdict, differences, and what became of them',
    requires: 'supplier-import:write',
    answers: SupplierImportRowPageDto,
  })
  rows(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: ListSupplierImportRowsQuery,
  ): Promise<Page<SupplierImportRowDto>> {
    return this.imports.rows(actor, id, query);
  }

  @Patch(':id')
  @Operation({
    id: 'changeSupplierImport',
    summary: 'Leave rows out, or let the list replace what people entered',
    requires: 'supplier-import:write',
    answers: SupplierImportDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeSupplierImportDto,
  ): Promise<SupplierImportDto> {
    return this.imports.change(actor, id, version, body);
  }

  @Post(':id/apply')
  @Operation({
    id: 'applySupplierImport',
    summary: 'Write the list into the register',
    requires: 'supplier-import:write',
    answers: SupplierImportDto,
    status: 202,
    idempotent: true,
  })
  apply(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierImportDto> {
    return this.imports.apply(actor, id);
  }

  @Post(':id/undo')
  @Operation({
    id: 'undoSupplierImport',
    summary: 'Take the last list back; what others built on stays and is named',
    requires: 'supplier-import:write',
    answers: SupplierImportDto,
    status: 202,
    idempotent: true,
  })
  undo(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierImportDto> {
    return this.imports.undo(actor, id);
  }
}
