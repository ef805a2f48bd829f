import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../common/actor';
import { IdParam } from '../common/id-param';
import { CurrentActor, Operation } from '../common/operation';
import type { Page } from '../common/paging';
import {
  ListPublicationsQuery,
  PublicationDto,
  PublicationPageDto,
  PublicationPurchaseDto,
  PublicationPurchasePageDto,
  PublicationPurchasesQuery,
  PublicationSummaryDto,
  PublishDistrictsDto,
  PublishDto,
} from './dto/publication.dto';
import { PublicationsService } from './publications.service';

@ApiTags('publications')
@Controller('publications')
export class PublicationsController {
  constructor(private readonly publications: PublicationsService) {}

  @Get()
  @Operation({
    id: 'listPublications',
    summary: 'Published rankings, newest first',
    requires: 'public',
    answers: PublicationPageDto,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: ListPublicationsQuery,
  ): Promise<Page<PublicationSummaryDto>> {
    return this.publications.list(actor, query);
  }

  @Post()
  @Operation({
    id: 'publishRanking',
    summary: "Freeze and publish the ranking of an institution's departments",
    requires: 'publication:manage',
    answers: PublicationDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  publish(@CurrentActor() actor: Actor, @Body() body: PublishDto): Promise<PublicationDto> {
    return this.publications.publish(actor, body);
  }

  @Post('districts')
  @Operation({
    id: 'publishDistrictRanking',
    summary: 'Freeze and publish the ranking of the districts',
    requires: 'district-publication:manage',
    answers: PublicationDto,
    status: 201,
    idempotent: true,
    etag: true,
  })
  publishDistricts(@CurrentActor() actor: Actor, @Body() body: PublishDistrictsDto): Promise<PublicationDto> {
    return this.publications.publishDistricts(actor, body);
  }

  @Get(':id')
  @Operation({
    id: 'getPublication',
    summary: 'One publication, as it was frozen',
    requires: 'public',
    answers: PublicationDto,
    etag: true,
  })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<PublicationDto> {
    return this.publications.get(actor, id);
  }

  @Get(':id/purchases')
  @Operation({
    id: 'listPublicationPurchases',
    summary: 'The rows that the published figures were computed from',
    requires: 'purchase:read',
    answers: PublicationPurchasePageDto,
  })
  purchases(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Query() query: PublicationPurchasesQuery,
  ): Promise<Page<PublicationPurchaseDto>> {
    return this.publications.purchases(actor, id, query);
  }
}
