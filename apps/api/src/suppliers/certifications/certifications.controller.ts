import { Body, Controller, Get, Header, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { PersonalFile } from '../../common/personal-file';
import { attachment } from '../../files/content-disposition';
import {
  ChangeCertificationDto,
  CreateCertificationDto,
  RevokeCertificationDto,
} from '../dto/certification.dto';
import { SupplierAsOfQuery, SupplierDto } from '../dto/supplier.dto';
import { CertificationsService } from './certifications.service';
import { SupplierCertificationListDto } from './dto/certification-entry.dto';

@ApiTags('suppliers')
@Controller('suppliers/:id/certifications')
export class CertificationsController {
  constructor(private readonly certifications: CertificationsService) {}

  @Get()
  @Operation({
    id: 'listSupplierCertifications',
    summary: 'Every entry with its history, for who keeps the register and for the enterprise itself',
    requires: 'certification:write',
    answers: SupplierCertificationListDto,
    etag: true,
  })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: SupplierAsOfQuery,
  ): Promise<SupplierCertificationListDto> {
    return this.certifications.list(actor, id, query.asOf);
  }

  @Post()
  @Operation({
    id: 'addSupplierCertification',
    summary: "Add a certificate; an enterprise's own waits for verification. Answers the supplier",
    requires: 'certification:write',
    answers: SupplierDto,
    status: 201,
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CreateCertificationDto,
  ): Promise<SupplierDto> {
    return this.certifications.add(actor, id, body);
  }

  @Patch(':certificationId')
  @Operation({
    id: 'changeSupplierCertification',
    summary:
      'Correct a certificate; what an enterprise changes of a verified one waits beside it. Answers the supplier',
    requires: 'certification:write',
    answers: SupplierDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('certificationId') certificationId: string,
    @IfMatch() version: number,
    @Body() body: ChangeCertificationDto,
  ): Promise<SupplierDto> {
    return this.certifications.change(actor, { supplierId: id, certificationId, version }, body);
  }

  @Get(':certificationId/evidence')
  @Operation({
    id: 'downloadCertificationEvidence',
    summary: 'The evidence of a certificate, as an attachment',
    requires: 'certification:write',
    answers: 'file',
    shows: ['document'],
  })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  async evidence(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('certificationId') certificationId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonalFile> {
    const file = await this.certifications.evidence(actor, id, certificationId);
    void reply.header('content-disposition', attachment(file.name));
    return new PersonalFile({ kind: 'supplier', id }, createReadStream(file.path), {
      type: file.mediaType,
      length: file.sizeBytes,
    });
  }

  @Post(':certificationId/revoke')
  @Operation({
    id: 'revokeSupplierCertification',
    summary: 'Record a revocation, also one in the past; answers the supplier',
    requires: 'supplier:verify',
    answers: SupplierDto,
    etag: true,
    ifMatch: true,
  })
  revoke(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('certificationId') certificationId: string,
    @IfMatch() version: number,
    @Body() body: RevokeCertificationDto,
  ): Promise<SupplierDto> {
    return this.certifications.revoke(actor, { supplierId: id, certificationId, version }, body);
  }

  @Post(':certificationId/reinstate')
  @Operation({
    id: 'reinstateSupplierCertification',
    summary: 'Take a revocation back; answers the supplier',
    requires: 'supplier:verify',
    answers: SupplierDto,
    etag: true,
    ifMatch: true,
  })
  reinstate(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('certificationId') certificationId: string,
    @IfMatch() version: number,
  ): Promise<SupplierDto> {
    return this.certifications.reinstate(actor, { supplierId: id, certificationId, version });
  }
}
