import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  DecideSupplierReviewDto,
  ListSupplierReviewsQuery,
  SupplierReviewDto,
  SupplierReviewPageDto,
} from './dto/supplier-review.dto';
import { SupplierReviewsService } from './supplier-reviews.service';

@ApiTags('supplier imports')
@Controller('supplier-reviews')
export class SupplierReviewsController {
  constructor(private readonly reviews: SupplierReviewsService) {}

  @Get()
  @Operation({
    id: 'listSupplierReviews',
    summary: 'Doubtful rows of official lists with the suppliers that they may mean',
    requires: 'supplier-import:write',
    answers: SupplierReviewPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListSupplierReviewsQuery,
  ): Promise<SupplierReviewPageDto> {
    return this.reviews.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getSupplierReview',
    summary: 'One doubtful row',
    requires: 'supplier-import:write',
    answers: SupplierReviewDto,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierReviewDto> {
    return this.reviews.get(actor, id);
  }

  @Post(':id/decide')
  @Operation({
    id: 'decideSupplierReview',
    summary: 'Say whom a doubtful row means; it is written at once',
    requires: 'supplier-import:write',
    answers: SupplierReviewDto,
    idempotent: true,
  })
  decide(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: DecideSupplierReviewDto,
  ): Promise<SupplierReviewDto> {
    return this.reviews.decide(actor, id, body);
  }
}
