import { Body, Controller, Get, Header, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { createReadStream } from 'node:fs';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { PersonalFile } from '../../common/personal-file';
import { attachment } from '../../files/content-disposition';
import {
  ListVerificationsQuery,
  RefuseVerificationDto,
  VerificationDto,
  VerificationPageDto,
  VerifyDto,
} from './dto/verification.dto';
import { VerificationsService } from './verifications.service';

@ApiTags('supplier-verifications')
@Controller('supplier-verifications')
export class VerificationsController {
  constructor(private readonly verifications: VerificationsService) {}

  @Get()
  @Operation({
    id: 'listSupplierVerifications',
    summary: 'What enterprises ask to have verified; what waits in the order in which it was asked',
    requires: 'supplier:verify',
    answers: VerificationPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ListVerificationsQuery): Promise<VerificationPageDto> {
    return this.verifications.list(actor, query);
  }

  @Get(':id')
  @Operation({
    id: 'getSupplierVerification',
    summary: 'One request, old and new side by side',
    requires: 'supplier:verify',
    answers: VerificationDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<VerificationDto> {
    return this.verifications.get(actor, id);
  }

  @Get(':id/evidence')
  @Operation({
    id: 'downloadVerificationEvidence',
    summary: 'The evidence of a request, as an attachment',
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
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PersonalFile> {
    const file = await this.verifications.evidence(actor, id);
    void reply.header('content-disposition', attachment(file.name));
    return new PersonalFile({ kind: 'supplier', id: file.supplierId }, createReadStream(file.path), {
      type: file.mediaType,
      length: file.sizeBytes,
    });
  }

  @Post(':id/verify')
  @Operation({
    id: 'verifySupplierVerification',
    summary: 'It is so: what was said stands from now on',
    requires: 'supplier:verify',
    answers: VerificationDto,
    etag: true,
    ifMatch: true,
  })
  verify(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: VerifyDto,
  ): Promise<VerificationDto> {
    return this.verifications.verify(actor, id, version, body);
  }

  @Post(':id/refuse')
  @Operation({
    id: 'refuseSupplierVerification',
    summary: 'It is not so, with the reason; what stood stands on',
    requires: 'supplier:verify',
    answers: VerificationDto,
    etag: true,
    ifMatch: true,
  })
  refuse(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: RefuseVerificationDto,
  ): Promise<VerificationDto> {
    return this.verifications.refuse(actor, id, version, body);
  }

  @Post(':id/withdraw')
  @Operation({
    id: 'withdrawSupplierVerification',
    summary: 'Take back what was asked, while it waits',
    requires: 'company:write',
    answers: VerificationDto,
    etag: true,
    ifMatch: true,
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<VerificationDto> {
    return this.verifications.withdraw(actor, id, version);
  }
}
