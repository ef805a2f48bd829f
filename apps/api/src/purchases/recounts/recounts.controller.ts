import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import type { Page } from '../../common/paging';
import {
  KeepRecountDto,
  KeepRecountsDto,
  RecountPurchaseDto,
  RecountPurchasesDto,
} from './dto/decide-recounts.dto';
import { ListRecountsQuery, RecountFilterQuery } from './dto/list-recounts.query';
import { PreviewRecountsQuery } from './dto/preview-recounts.query';
import { RecountPreviewDto } from './dto/recount-preview.dto';
import {
  DecidedRecountsDto,
  PurchaseRecountDto,
  PurchaseRecountPageDto,
  RecountSummaryDto,
} from './dto/recount.dto';
import { RecountPreviewService } from './recount-preview.service';
import { RecountsService } from './recounts.service';

@ApiTags('purchase-recounts')
@Controller('purchase-recounts')
export class RecountsController {
  constructor(
    private readonly recounts: RecountsService,
    private readonly previews: RecountPreviewService,
  ) {}

  @Get()
  @Operation({
    id: 'listPurchaseRecounts',
    summary: 'Purchases that the certificates of today would count otherwise, and what was decided',
    requires: 'purchase-recount:read',
    answers: PurchaseRecountPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListRecountsQuery): Promise<Page<PurchaseRecountDto>> {
    return this.recounts.list(actor, query);
  }

  @Get('summary')
  @Operation({
    id: 'summarisePurchaseRecounts',
    summary: 'Count, amounts and differences over all rows the filters give, also by department',
    requires: 'purchase-recount:read',
    answers: RecountSummaryDto,
  })
  summary(@CurrentActor() actor: Actor, @Query() query: RecountFilterQuery): Promise<RecountSummaryDto> {
    return this.recounts.summary(actor, query);
  }

  @Get('preview')
  @Operation({
    id: 'previewPurchaseRecounts',
    summary: 'What a change of a certificate would do to the purchases within reach; writes nothing',
    requires: 'purchase-recount:read',
    answers: RecountPreviewDto,
  })
  preview(@CurrentActor() actor: Actor, @Query() query: PreviewRecountsQuery): Promise<RecountPreviewDto> {
    return this.previews.preview(actor, query);
  }

  @Post('recount')
  @Operation({
    id: 'recountPurchases',
    summary: 'Count several purchases as the certificates say now: all of them or none',
    requires: 'purchase-recount:decide',
    answers: DecidedRecountsDto,
    idempotent: true,
  })
  recountAll(@CurrentActor() actor: Actor, @Body() body: RecountPurchasesDto): Promise<DecidedRecountsDto> {
    return this.recounts.decide(actor, body.ids, { ...body, outcome: 'recounted' });
  }

  @Post('keep')
  @Operation({
    id: 'keepPurchases',
    summary: 'Keep the counting of several purchases as it was decided: all of them or none',
    requires: 'purchase-recount:decide',
    answers: DecidedRecountsDto,
    idempotent: true,
  })
  keepAll(@CurrentActor() actor: Actor, @Body() body: KeepRecountsDto): Promise<DecidedRecountsDto> {
    return this.recounts.decide(actor, body.ids, { ...body, outcome: 'kept' });
  }

  @Post(':id/recount')
  @Operation({
    id: 'recountPurchase',
    summary: 'Count the purchase as the certificates say now; a closed quarter is corrected by signed rows',
    requires: 'purchase-recount:decide',
    answers: PurchaseRecountDto,
    idempotent: true,
  })
  recount(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: RecountPurchaseDto,
  ): Promise<PurchaseRecountDto> {
    return this.recounts.decideOne(actor, id, { ...body, outcome: 'recounted' });
  }

  @Post(':id/keep')
  @Operation({
    id: 'keepPurchase',
    summary: 'Keep the counting as it was decided',
    requires: 'purchase-recount:decide',
    answers: PurchaseRecountDto,
    idempotent: true,
  })
  keep(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: KeepRecountDto,
  ): Promise<PurchaseRecountDto> {
    return this.recounts.decideOne(actor, id, { ...body, outcome: 'kept' });
  }
}
