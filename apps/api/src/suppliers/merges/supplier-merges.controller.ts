import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, Operation } from '../../common/operation';
import {
  MergeSupplierDto,
  SupplierMergeDto,
  SupplierMergeListDto,
  UnmergeSupplierDto,
} from './dto/supplier-merge.dto';
import { SupplierMergesService } from './supplier-merges.service';

@ApiTags('suppliers')
@Controller('suppliers')
export class SupplierMergesController {
  constructor(private readonly merges: SupplierMergesService) {}

  @Get(':id/merges')
  @Operation({
    id: 'listSupplierMerges',
    summary: 'What was merged into this supplier, or what it was merged into',
    requires: 'supplier-import:write',
    answers: SupplierMergeListDto,
  })
  list(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<SupplierMergeListDto> {
    return this.merges.list(actor, id);
  }

  @Post(':id/merge')
  @Operation({
    id: 'mergeSupplier',
    summary: 'Merge this supplier into another one, which stands for it from now on',
    requires: 'supplier-import:write',
    answers: SupplierMergeDto,
    idempotent: true,
  })
  merge(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: MergeSupplierDto,
  ): Promise<SupplierMergeDto> {
    return this.merges.merge(actor, id, body);
  }

  @Post(':id/unmerge')
  @Operation({
    id: 'unmergeSupplier',
    summary: 'Let a merged supplier stand for itself again',
    requires: 'supplier-import:write',
    answers: SupplierMergeDto,
    idempotent: true,
  })
  unmerge(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: UnmergeSupplierDto,
  ): Promise<SupplierMergeDto> {
    return this.merges.unmerge(actor, id, body.reason);
  }
}
