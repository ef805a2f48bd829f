import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  AnswerSupplierRequestDto,
  CreateSupplierRequestDto,
  DeclineSupplierRequestDto,
  ExtendSupplierRequestDto,
  ListSupplierRequestsQuery,
  SupplierRequestDto,
  SupplierRequestPageDto,
} from './dto/supplier-request.dto';
import { SupplierRequestsService } from './supplier-requests.service';

@ApiTags('supplier-requests')
@Controller('supplier-requests')
export class SupplierRequestsController {
  constructor(private readonly requests: SupplierRequestsService) {}

  @Get()
  @Operation({
    id: 'listSupplierRequests',
    summary:
      'What was asked: by the own department or institution, for matches of the areas, or of the own enterprise',
    requires: 'supplier-request:read',
    answers: SupplierRequestPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListSupplierRequestsQuery,
  ): Promise<SupplierRequestPageDto> {
    return this.requests.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getSupplierRequest',
    summary: 'One request with its answer',
    requires: 'supplier-request:read',
    answers: SupplierRequestDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierRequestDto> {
    return this.requests.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createSupplierRequest',
    summary: 'Ask an enterprise for an offer or for information',
    requires: 'supplier-request:write',
    answers: SupplierRequestDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSupplierRequestDto): Promise<SupplierRequestDto> {
    return this.requests.create(actor, body);
  }

  @Post(':id/answer')
  @Operation({
    id: 'answerSupplierRequest',
    summary: 'Answer, with an offer or without; once',
    requires: 'supplier-request:answer',
    answers: SupplierRequestDto,
    etag: true,
  })
  answer(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AnswerSupplierRequestDto,
  ): Promise<SupplierRequestDto> {
    return this.requests.answer(actor, id, body);
  }

  @Post(':id/decline')
  @Operation({
    id: 'declineSupplierRequest',
    summary: 'Say that it is not possible, and why',
    requires: 'supplier-request:answer',
    answers: SupplierRequestDto,
    etag: true,
  })
  decline(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: DeclineSupplierRequestDto,
  ): Promise<SupplierRequestDto> {
    return this.requests.decline(actor, id, body.reason);
  }

  @Post(':id/withdraw')
  @Operation({
    id: 'withdrawSupplierRequest',
    summary: 'Take a request back that is not answered yet',
    requires: 'supplier-request:write',
    answers: SupplierRequestDto,
    etag: true,
  })
  withdraw(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierRequestDto> {
    return this.requests.withdraw(actor, id);
  }

  @Post(':id/extend')
  @Operation({
    id: 'extendSupplierRequest',
    summary: 'Give more time to answer',
    requires: 'supplier-request:write',
    answers: SupplierRequestDto,
    etag: true,
  })
  extend(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ExtendSupplierRequestDto,
  ): Promise<SupplierRequestDto> {
    return this.requests.extend(actor, id, body.answerBy);
  }
}
