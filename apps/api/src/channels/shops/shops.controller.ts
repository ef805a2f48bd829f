import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { IdParam } from '../../common/id-param';
import { CurrentActor, IfMatch, Operation } from '../../common/operation';
import { ChannelYearQuery } from '../channel-fields';
import {
  ChangeShopDto,
  ChangeShopSaleDto,
  CreateShopDto,
  CreateShopSaleDto,
  ShopDto,
  ShopPageDto,
  ShopSaleDto,
  ShopSaleListDto,
} from './dto/shop.dto';
import { ShopsService } from './shops.service';

@ApiTags('channels')
@Controller('shops')
export class ShopsController {
  constructor(private readonly shops: ShopsService) {}

  @Get()
  @Operation({
    id: 'listShops',
    summary: 'Shops and channels by name, with the sales of a year',
    requires: 'channel:read',
    answers: ShopPageDto,
  })
  list(@CurrentActor() actor: Actor, @Query() query: ChannelYearQuery): Promise<ShopPageDto> {
    return this.shops.list(actor, query);
  }

  @Get(':id')
  @Operation({ id: 'getShop', summary: 'One shop', requires: 'channel:read', answers: ShopDto, etag: true })
  get(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ShopDto> {
    return this.shops.get(actor, id);
  }

  @Post()
  @Operation({
    id: 'createShop',
    summary: 'Enter a shop or channel',
    requires: 'channel:write',
    answers: ShopDto,
    status: 201,
    idempotent: true,
  })
  create(@CurrentActor() actor: Actor, @Body() body: CreateShopDto): Promise<ShopDto> {
    return this.shops.create(actor, body);
  }

  @Patch(':id')
  @Operation({
    id: 'changeShop',
    summary: 'Correct it, or say when it ended',
    requires: 'channel:write',
    answers: ShopDto,
    etag: true,
    ifMatch: true,
  })
  change(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IfMatch() version: number,
    @Body() body: ChangeShopDto,
  ): Promise<ShopDto> {
    return this.shops.change(actor, id, version, body);
  }

  @Get(':id/sales')
  @Operation({
    id: 'listShopSales',
    summary: 'What it sold month by month',
    requires: 'channel:read',
    answers: ShopSaleListDto,
  })
  sales(@CurrentActor() actor: Actor, @IdParam('id') id: string): Promise<ShopSaleListDto> {
    return this.shops.sales(actor, id);
  }

  @Post(':id/sales')
  @Operation({
    id: 'addShopSale',
    summary: 'Write down what it sold in a month',
    requires: 'channel:write',
    answers: ShopSaleDto,
    status: 201,
    idempotent: true,
  })
  addSale(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @Body() body: CreateShopSaleDto,
  ): Promise<ShopSaleDto> {
    return this.shops.addSale(actor, id, body);
  }

  @Patch(':id/sales/:saleId')
  @Operation({
    id: 'changeShopSale',
    summary: 'Correct the figures of a month',
    requires: 'channel:write',
    answers: ShopSaleDto,
    etag: true,
    ifMatch: true,
  })
  changeSale(
    @CurrentActor() actor: Actor,
    @IdParam('id') id: string,
    @IdParam('saleId') saleId: string,
    @IfMatch() version: number,
    @Body() body: ChangeShopSaleDto,
  ): Promise<ShopSaleDto> {
    return this.shops.changeSale(actor, { id, saleId, version }, body);
  }
}
