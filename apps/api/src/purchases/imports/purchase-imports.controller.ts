import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import type { Page } from '../../common/paging';
import {
  ChangePurchaseImportDto,
  CreatePurchaseImportDto,
  ListImportRowsQuery,
  ListPurchaseImportsQuery,
} from './dto/import-requests.dto';
import {
  PurchaseImportDto,
  PurchaseImportPageDto,
  PurchaseImportRowDto,
  PurchaseImportRowPageDto,
} from './dto/purchase-import.dto';
import { PurchaseImportsService } from './purchase-imports.service';

@ApiTags('purchase imports')
@Controller('purchase-imports')
export class PurchaseImportsController {
  constructor(private readonly imports: PurchaseImportsService) {}

  @Get()
  @Operation({
    id: 'listPurchaseImports',
    summary: 'Imports, the latest first',
    requires: 'purchase-import:write',
    answers: PurchaseImportPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListPurchaseImportsQuery,
  ): Promise<Page<PurchaseImportDto>> {
    return this.imports.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'createPurchaseImport',
    summary: 'Check a sheet row by row without writing a purchase (dry run)',
    requires: 'purchase-import:write',
    answers: PurchaseImportDto,
    status: 202,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreatePurchaseImportDto): Promise<PurchaseImportDto> {
    return this.imports.create(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getPurchaseImport',
    summary: 'One import: state, mapping, and which rows are what',
    requires: 'purchase-import:write',
    answers: PurchaseImportDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseImportDto> {
    return this.imports.get(actor, id);
  }

  @Get(':id/rows')
  @Operation({
    id: 'listPurchaseImportRows',
    summary: 'Rows of the sheet with their verdict',
    requires: 'purchase-import:write',
    answers: PurchaseImportRowPageDto,
  })
  rows(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: ListImportRowsQuery,
  ): Promise<Page<PurchaseImportRowDto>> {
    return this.imports.rows(actor, id, query);
  }

  @Patch(':id')
  @Operation({
    id: 'changePurchaseImport',
    summary: 'Change the mapping (checked anew) or choose rows',
    requires: 'purchase-import:write',
    answers: PurchaseImportDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangePurchaseImportDto,
  ): Promise<PurchaseImportDto> {
    return this.imports.change(actor, id, version, body);
  }

  @Post(':id/apply')
  @Operation({
    id: 'applyPurchaseImport',
    summary: 'Write the chosen rows into the ledger, all or none',
    requires: 'purchase-import:write',
    answers: PurchaseImportDto,
    status: 202,
    idempotent: true,
  })
  apply(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseImportDto> {
    return this.imports.apply(actor, id);
  }

  @Post(':id/undo')
  @Operation({
    id: 'undoPurchaseImport',
    summary: 'Take the whole batch back',
    requires: 'purchase-import:write',
    answers: PurchaseImportDto,
    status: 202,
    idempotent: true,
  })
  undo(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseImportDto> {
    return this.imports.undo(actor, id);
  }
}
