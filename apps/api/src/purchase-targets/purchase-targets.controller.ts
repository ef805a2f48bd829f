import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import {
  AddTargetDto,
  ListPurchaseTargetsQuery,
  PurchaseTargetDto,
  PurchaseTargetListDto,
  ReviseTargetDto,
  SetTargetDto,
  TargetRevisionListDto,
} from './dto/purchase-target.dto';
import { PurchaseTargetsService } from './purchase-targets.service';

@ApiTags('purchase-targets')
@Controller('purchase-targets')
export class PurchaseTargetsController {
  constructor(private readonly targets: PurchaseTargetsService) {}

  @Get()
  @Operation({
    id: 'listPurchaseTargets',
    summary: 'Targets by department and scheme',
    requires: 'target:read',
    answers: PurchaseTargetListDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListPurchaseTargetsQuery,
  ): Promise<PurchaseTargetListDto> {
    return this.targets.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'addPurchaseTarget',
    summary: 'A target for a department that came after the targets were set',
    requires: 'target:manage',
    answers: PurchaseTargetDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  add(@CurrentActor() actor: Actor, @Body() body: AddTargetDto): Promise<PurchaseTargetDto> {
    return this.targets.add(actor, body);
  }

  @Put(':id')
  @Operation({
    id: 'setPurchaseTarget',
    summary: 'Set a proposed target',
    requires: 'target:manage',
    answers: PurchaseTargetDto,
    etag: true,
    ifMatch: true,
  })
  set(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: SetTargetDto,
  ): Promise<PurchaseTargetDto> {
    return this.targets.set(actor, id, version, body.targetKrw);
  }

  @Post(':id/revise')
  @Operation({
    id: 'revisePurchaseTarget',
    summary: 'Change a confirmed target, with a reason',
    requires: 'target:manage',
    answers: PurchaseTargetDto,
    etag: true,
    ifMatch: true,
    idempotent: true,
  })
  revise(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ReviseTargetDto,
  ): Promise<PurchaseTargetDto> {
    return this.targets.revise(actor, id, version, body);
  }

  @Post(':id/acknowledge')
  @Operation({
    id: 'acknowledgePurchaseTarget',
    summary: 'The department has seen its target',
    requires: 'target:acknowledge',
    answers: PurchaseTargetDto,
    etag: true,
  })
  acknowledge(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PurchaseTargetDto> {
    return this.targets.acknowledge(actor, id);
  }

  @Get(':id/revisions')
  @Operation({
    id: 'listPurchaseTargetRevisions',
    summary: 'Earlier amounts: who, when, why',
    requires: 'target:read',
    answers: TargetRevisionListDto,
  })
  listRevisions(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<TargetRevisionListDto> {
    return this.targets.listRevisions(actor, id);
  }
}
