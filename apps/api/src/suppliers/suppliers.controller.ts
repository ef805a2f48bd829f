import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../common/operation';
import { ChangeCertificationDto, CreateCertificationDto } from './dto/certification.dto';
import { ChangeSupplierDto, CreateSupplierDto, SupplierAsOfQuery, SupplierDto } from './dto/supplier.dto';
import { SuppliersService } from './suppliers.service';

@ApiTags('suppliers')
@Controller('suppliers')
export class SuppliersController {
  constructor(private readonly suppliers: SuppliersService) {}

  @Get(':id')
  @Operation({
    id: 'getSupplier',
    summary: 'One supplier with its certificates as of a day',
    requires: 'supplier:read',
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

  @Post(':id/certifications')
  @Operation({
    id: 'addSupplierCertification',
    summary: 'Add a certificate; answers the supplier',
    requires: 'supplier:write',
    answers: SupplierDto,
    status: 201,
    idempotent: true,
  })
  addCertification(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CreateCertificationDto,
  ): Promise<SupplierDto> {
    return this.suppliers.addCertification(actor, id, body);
  }

  @Patch(':id/certifications/:certificationId')
  @Operation({
    id: 'changeSupplierCertification',
    summary: 'Correct or revoke a certificate; answers the supplier',
    requires: 'supplier:write',
    answers: SupplierDto,
    etag: true,
    ifMatch: true,
  })
  changeCertification(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('certificationId') certificationId: string,
    @IfMatch() version: number,
    @Body() body: ChangeCertificationDto,
  ): Promise<SupplierDto> {
    return this.suppliers.changeCertification(actor, id, certificationId, version, body);
  }
}
