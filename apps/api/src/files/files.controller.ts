import { Controller, Get, Header, Post, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createReadStream } from 'node:fs';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import { attachment } from './content-disposition';
import { FileDto, UPLOAD_SCHEMA } from './dto/file.dto';
import { FileStore } from './file-store';
import { FilesService } from './files.service';
import { readUpload } from './upload-form';

@ApiTags('files')
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly store: FileStore,
  ) {}

  @Post()
  @Operation({
    id: 'uploadFile',
    summary: 'Keep a file (pdf, png, jpg, xlsx, csv; up to 20 MB)',
    requires: 'file:use',
    answers: FileDto,
    status: 201,
    idempotent: true,
  })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD_SCHEMA })
  async upload(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<FileDto> {
    return this.files.keep(actor, await readUpload(request, this.store));
  }

  @Get(':id')
  @Operation({ id: 'getFile', summary: 'What a file is', requires: 'file:use', answers: FileDto })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<FileDto> {
    return this.files.get(actor, id);
  }

  @Get(':id/content')
  @Operation({
    id: 'downloadFile',
    summary: 'A file, as an attachment',
    requires: 'file:use',
    answers: 'file',
  })
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  @Header('cache-control', 'private, no-store')
  async download(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const file = await this.files.openOwn(actor, id);
    void reply.header('content-disposition', attachment(file.name));
    return new StreamableFile(createReadStream(file.path), { type: file.mediaType, length: file.sizeBytes });
  }
}
