import { Body, Controller, Delete, Get, Headers, Patch, Post, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { CataloguePhotosService } from './catalogue-photos.service';
import { CatalogueItemDto } from './dto/catalogue-item.dto';
import { AddCataloguePhotoDto, ChangeCataloguePhotoDto } from './dto/catalogue-photo.dto';

@ApiTags('catalogue')
@Controller('catalogue-items')
export class CataloguePhotosController {
  constructor(private readonly photos: CataloguePhotosService) {}

  @Post(':id/photos')
  @Operation({
    id: 'addCataloguePhoto',
    summary: 'Add an uploaded picture as the last photo; answers the item',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    status: 201,
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: AddCataloguePhotoDto,
  ): Promise<CatalogueItemDto> {
    return this.photos.add(actor, id, body);
  }

  @Patch(':id/photos/:photoId')
  @Operation({
    id: 'changeCataloguePhoto',
    summary: "Change a photo's alternative text or place; answers the item, whose version it needs",
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('photoId') photoId: string,
    @IfMatch() version: number,
    @Body() body: ChangeCataloguePhotoDto,
  ): Promise<CatalogueItemDto> {
    return this.photos.change(actor, id, photoId, version, body);
  }

  @Delete(':id/photos/:photoId')
  @Operation({
    id: 'removeCataloguePhoto',
    summary: 'Take a photo off an item; answers the item, whose version it needs',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    etag: true,
    ifMatch: true,
  })
  remove(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('photoId') photoId: string,
    @IfMatch() version: number,
  ): Promise<CatalogueItemDto> {
    return this.photos.remove(actor, id, photoId, version);
  }

  @Get(':id/photos/:photoId')
  @Operation({
    id: 'showCataloguePhoto',
    summary: 'The picture itself, without place, device and comments that the camera wrote into it',
    requires: 'public',
    answers: 'file',
  })
  async show(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('photoId') photoId: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile | undefined> {
    const photo = await this.photos.open(actor, id, photoId);
    const tag = `"${photoId}"`;
    void reply.headers({
      // A public photo may be kept, and is asked for again each time: its item may have been archived meanwhile.
      'cache-control': photo.isPublic ? 'public, no-cache' : 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
      ...(photo.isPublic ? { etag: tag } : {}),
    });
    if (photo.isPublic && known === tag) {
      void reply.code(304);
      return undefined;
    }
    return new StreamableFile(Readable.from(photo.bytes()), {
      type: photo.mediaType,
      length: photo.sizeBytes,
    });
  }
}
