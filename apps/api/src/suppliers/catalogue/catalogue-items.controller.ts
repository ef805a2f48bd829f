import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import type { Page } from '../../common/paging';
import { CatalogueItemsService } from './catalogue-items.service';
import { CatalogueStepsService } from './catalogue-steps.service';
import {
  CatalogueItemDto,
  CatalogueItemPageDto,
  ChangeCatalogueItemDto,
  CreateCatalogueItemDto,
  ListCatalogueItemsQuery,
} from './dto/catalogue-item.dto';
import { ConfirmCatalogueItemsDto, ConfirmedItemsDto } from './dto/confirm-items.dto';

@ApiTags('catalogue')
@Controller()
export class CatalogueItemsController {
  constructor(
    private readonly items: CatalogueItemsService,
    private readonly steps: CatalogueStepsService,
  ) {}

  @Get('suppliers/:id/catalogue-items')
  @Operation({
    id: 'listCatalogueItems',
    summary: 'What a supplier offers; with it what was merged into it',
    requires: 'public',
    answers: CatalogueItemPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: ListCatalogueItemsQuery,
  ): Promise<Page<CatalogueItemDto>> {
    return this.items.list(actor, id, query);
  }

  @Post('suppliers/:id/catalogue-items')
  @Operation({
    id: 'createCatalogueItem',
    summary: 'A new item, as a draft',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    status: 201,
    idempotent: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CreateCatalogueItemDto,
  ): Promise<CatalogueItemDto> {
    return this.items.create(actor, id, body);
  }

  @Post('suppliers/:id/catalogue-items/confirm')
  @Operation({
    id: 'confirmCatalogueItems',
    summary: 'Say of several published items that they are still so today',
    requires: 'catalogue:write',
    answers: ConfirmedItemsDto,
    status: 200,
  })
  confirmAll(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: ConfirmCatalogueItemsDto,
  ): Promise<ConfirmedItemsDto> {
    return this.steps.confirmAll(actor, id, body.itemIds);
  }

  @Get('catalogue-items/:id')
  @Operation({
    id: 'getCatalogueItem',
    summary: 'One item',
    requires: 'public',
    answers: CatalogueItemDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<CatalogueItemDto> {
    return this.items.get(actor, id);
  }

  @Patch('catalogue-items/:id')
  @Operation({
    id: 'changeCatalogueItem',
    summary: 'Change an item; of a published one it is live at once and confirms it',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeCatalogueItemDto,
  ): Promise<CatalogueItemDto> {
    return this.items.change(actor, id, version, body);
  }

  @Post('catalogue-items/:id/copy')
  @Operation({
    id: 'copyCatalogueItem',
    summary: 'A new draft with the same content and photos',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    status: 201,
    idempotent: true,
  })
  copy(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<CatalogueItemDto> {
    return this.items.copy(actor, id);
  }

  @Post('catalogue-items/:id/publish')
  @Operation({
    id: 'makeCatalogueItemPublic',
    summary: 'Publish a draft; refused with what is missing',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    ifMatch: true,
  })
  publish(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<CatalogueItemDto> {
    return this.steps.act(actor, id, version, 'publish');
  }

  @Post('catalogue-items/:id/archive')
  @Operation({
    id: 'archiveCatalogueItem',
    summary: 'Offer it no longer; it is kept',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    ifMatch: true,
  })
  archive(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<CatalogueItemDto> {
    return this.steps.act(actor, id, version, 'archive');
  }

  @Post('catalogue-items/:id/restore')
  @Operation({
    id: 'restoreCatalogueItem',
    summary: 'Make an archived item a draft again',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    ifMatch: true,
  })
  restore(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<CatalogueItemDto> {
    return this.steps.act(actor, id, version, 'restore');
  }

  @Post('catalogue-items/:id/confirm')
  @Operation({
    id: 'confirmCatalogueItem',
    summary: 'Say of a published item that it is still so today',
    requires: 'catalogue:write',
    answers: CatalogueItemDto,
    ifMatch: true,
  })
  confirm(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
  ): Promise<CatalogueItemDto> {
    return this.steps.act(actor, id, version, 'confirm');
  }
}
