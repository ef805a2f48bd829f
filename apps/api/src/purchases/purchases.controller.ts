import { Body, Controller, Get, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import { SHEET_MEDIA_TYPE } from '../common/sheets/sheet-writer';
import { attachment } from '../files/content-disposition';
import { AdjustmentsService } from './adjustments.service';
import { AdjustPurchaseDto } from './dto/adjust-purchase.dto';
import { CreatePurchaseDto, PurchaseFieldsDto, ReasonDto } from './dto/enter-purchase.dto';
import { ExportPurchasesQuery, ListPurchasesQuery, PurchaseFilterQuery } from './dto/list-purchases.query';
import { PurchaseDto, PurchasePageDto, PurchaseSummaryDto } from './dto/purchase.dto';
import { PurchaseExportService } from './purchase-export.service';
import { PurchaseReviewService } from './purchase-review.service';
import { PurchasesService } from './purchases.service';

@ApiTags('purchases')
@Controller('purchases')
export class PurchasesController {
  constructor(
    private readonly purchases: PurchasesService,
    private readonly review: PurchaseReviewService,
    private readonly adjustments: AdjustmentsService,
    private readonly exports: PurchaseExportService,
  ) {}

  @Get()
  @Operation({
    id: 'listPurchases',
    summary: 'The ledger, filtered',
    requires: 'purchase:read',
    answers: PurchasePageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListPurchasesQuery): Promise<Page<PurchaseDto>> {
    return this.purchases.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'summarisePurchases',
    summary: 'Count and sums over all rows the filters give',
    requires: 'purchase:read',
    answers: PurchaseSummaryDto,
  })
  summary(@CurrentActor() actor: Actor, @Query() query: PurchaseFilterQuery): Promise<PurchaseSummaryDto> {
    return this.purchases.summary(actor, query);
  }

  @Get('export')
  @Operation({
    id: 'exportPurchases',
    summary: 'What the list shows, as a sheet',
    requires: 'purchase:read',
    answers: 'file',
  })
  export(@CurrentActor() actor: Actor, @Query() query: ExportPurchasesQuery): StreamableFile {
    const format = query.format ?? 'xlsx';
    return new StreamableFile(this.exports.export(actor, query), {
      type: SHEET_MEDIA_TYPE[format],
      disposition: attachment(`구매실적.${format}`),
    });
  }

  @Get(':id')
  @Operation({
    id: 'getPurchase',
    summary: 'One purchase',
    requires: 'purchase:read',
    answers: PurchaseDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseDto> {
    return this.purchases.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createPurchase',
    summary: 'Log a purchase',
    requires: 'purchase:write',
    answers: PurchaseDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreatePurchaseDto): Promise<PurchaseDto> {
    return this.purchases.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'editPurchase',
    summary: 'Change a purchase of an open quarter',
    requires: 'purchase:write',
    answers: PurchaseDto,
    etag: true,
    ifMatch: true,
  })
  edit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: PurchaseFieldsDto,
  ): Promise<PurchaseDto> {
    return this.purchases.edit(actor, id, version, body);
  }

  @Post(':id/submit')
  @Operation({
    id: 'submitPurchase',
    summary: 'Submit a draft or a returned purchase',
    requires: 'purchase:write',
    answers: PurchaseDto,
    ifMatch: true,
  })
  submit(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<PurchaseDto> {
    return this.review.act(actor, id, version, 'submit');
  }

  @Post(':id/accept')
  @Operation({
    id: 'acceptPurchase',
    summary: 'Accept a submitted purchase',
    requires: 'purchase:review',
    answers: PurchaseDto,
    ifMatch: true,
  })
  accept(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<PurchaseDto> {
    return this.review.act(actor, id, version, 'accept');
  }

  @Post(':id/return')
  @Operation({
    id: 'returnPurchase',
    summary: 'Return a purchase with a reason',
    requires: 'purchase:review',
    answers: PurchaseDto,
    ifMatch: true,
  })
  return(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ReasonDto,
  ): Promise<PurchaseDto> {
    return this.review.act(actor, id, version, 'return', body.reason);
  }

  @Post(':id/void')
  @Operation({
    id: 'voidPurchase',
    summary: 'Drop a draft or a returned purchase; it is kept and never counted',
    requires: 'purchase:write',
    answers: PurchaseDto,
    ifMatch: true,
  })
  void(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<PurchaseDto> {
    return this.review.act(actor, id, version, 'void');
  }

  @Post(':id/adjust')
  @Operation({
    id: 'adjustPurchase',
    summary: 'A signed row in an open quarter',
    requires: 'purchase:write',
    answers: PurchaseDto,
    status: 201,
    idempotent: true,
  })
  adjust(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AdjustPurchaseDto,
  ): Promise<PurchaseDto> {
    return this.adjustments.adjust(actor, id, body);
  }
}
