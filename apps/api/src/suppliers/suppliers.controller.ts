import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { ChangeSupplierDto, CreateSupplierDto, SupplierAsOfQuery, SupplierDto } from './dto/supplier.dto';
import { SuppliersService } from './suppliers.service';

@ApiTags('suppliers')
@Controller('suppliers')
export class SuppliersController {
  constructor(private readonly suppliers: SuppliersService) {}

  @Get(':id')
  @Operation({
    id: 'getSupplier',
    summary: 'One supplier with its certificates as of a day; a merged id answers the row it was merged into',
    requires: 'public',
    answers: SupplierDto,
    etag: true,
  })
  get(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: SupplierAsOfQuery,
  ): Promise<SupplierDto> {
    return this.suppliers.get(actor, id, query.asOf);
  }

  @Post()
  @Operation({
    id: 'createSupplier',
    summary: 'Enter a supplier in the register',
    requires: 'supplier:write',
    answers: SupplierDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateSupplierDto): Promise<SupplierDto> {
    return this.suppliers.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeSupplier',
    summary: 'Correct a supplier',
    requires: 'supplier:write',
    answers: SupplierDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeSupplierDto,
  ): Promise<SupplierDto> {
    return this.suppliers.change(actor, id, version, body);
  }
}
